"""JSON Schemas (draft 2020-12) of what ``to_dict`` gives, shipped as ``results.json``."""

import json
from importlib.resources import files
from typing import Any

from claimcheck.errors import ClaimcheckError, excerpt


def schema(name: str) -> dict[str, Any]:
    """Return the schema of one kind of result: report, verdict, extraction, evidence, quantity, time, claim, ...

    >>> schema("report")["$ref"]
    '#/$defs/report'
    """
    whole: dict[str, Any] = json.loads(files(__package__).joinpath("results.json").read_text(encoding="utf-8"))
    if name not in whole["$defs"]:
        raise ClaimcheckError(f"no schema {excerpt(name)}", where=f"one of {', '.join(whole['$defs'])}")
    return {"$schema": whole["$schema"], "$ref": f"#/$defs/{name}", "$defs": whole["$defs"]}
