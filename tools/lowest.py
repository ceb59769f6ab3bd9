"""Print the lowest version of every dependency that pyproject.toml declares, as pip constraints."""

import re
import sys
import tomllib
from pathlib import Path

_DECLARED = re.compile(r"([A-Za-z0-9_.-]+)(?:\[.*?\])?>=([0-9.]+)")


def lowest(declared: list[str]) -> list[str]:
    """Turn ``name>=version`` into ``name==version``.

    >>> lowest(["attrs>=23.2"])
    ['attrs==23.2']
    """
    found = (_DECLARED.fullmatch(item.strip()) for item in declared)
    return [f"{match[1]}=={match[2]}" for match in found if match]


def main() -> None:
    """Read pyproject.toml and print."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [
        *project["dependencies"],
        *(item for extra in project["optional-dependencies"].values() for item in extra),
    ]
    sys.stdout.write("\n".join(lowest(declared)) + "\n")


if __name__ == "__main__":
    main()
