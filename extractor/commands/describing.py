"""`bronvast schema`: the JSON Schemas of what Bronvast writes."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer


class Described(StrEnum):
    """What there is a schema of."""

    entry = "entry"
    draft = "draft"
    decisions = "decisions"


def schema(what: Annotated[Described, typer.Argument(help="Of what.")]) -> None:
    """Write the JSON Schema of an entry, a draft, or the log of decisions."""
    from extractor.exports.schemas import SCHEMAS  # noqa: PLC0415 - not for --help

    typer.echo(json.dumps(SCHEMAS[what.value](), ensure_ascii=False, indent=2))
