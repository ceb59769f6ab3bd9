"""Import and extract with the core dependencies alone: run it in an environment that holds nothing but the wheel."""

import sys
from importlib.util import find_spec

import claimcheck


def main() -> None:
    """Extract one sentence, and see that no extra is installed."""
    present = [name for name in ("typer", "rich", "jinja2", "hypothesis", "pandas") if find_spec(name)]
    if present:
        sys.exit(f"not a core environment: {present}")
    extraction = claimcheck.extract("قال الوزير إن 15 شخصاً قتلوا أمس.")
    restored = claimcheck.loads(claimcheck.dumps(extraction))
    sys.exit(0 if restored == extraction and extraction.quantities else "the wheel does not extract")


if __name__ == "__main__":
    main()
