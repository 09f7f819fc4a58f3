"""What is asked of each field, from the field catalogue."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from extractor.models import Proposal, WithheldClaim
from extractor.standard.catalogue import Field


@cache
def _load_table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("groups.toml").read_text(encoding="utf-8"))


def group_fields(fields: Sequence[Field], most: int | None = None) -> tuple[tuple[Field, ...], ...]:
    """Return the fields in groups that share evidence, of so many at most.

    A field in no group is left out.
    """
    asked = {field.key: field for field in fields}
    groups = (
        tuple(asked[key] for key in group if key in asked) for group in _load_table()["groups"]
    )
    size = most or len(fields) or 1
    return tuple(
        group[start : start + size] for group in groups for start in range(0, len(group), size)
    )


def write_questions(fields: Sequence[Field]) -> str:
    """Return the questions on these fields: key, title, guidance and form of each."""
    return "\n\n".join(_write_question(field) for field in fields)


def write_refusals(refused: Sequence[Proposal], seal: str) -> str:
    """Return per field what was wrong with the earlier answer; what it says sets no seal."""
    return "\n\n".join(_write_refusal(proposal) for proposal in refused).replace(seal, "…")


def _write_question(field: Field) -> str:
    facts = {
        "max_length": field.max_length,
        "choices": "; ".join(field.choices),
        "recommended": "; ".join(field.recommended_titles),
    }
    table = _load_table()
    lines = [f"Veld `{field.key}` ({field.title}). {' '.join(field.guidance.split())}"]
    lines.append(table["notes"].get(field.key, table["forms"][field.kind]).format(**facts))
    return "\n".join(lines)


def _write_refusal(proposal: Proposal) -> str:
    faults = "\n".join(_write_fault(claim) for claim in proposal.withheld)
    return f"Veld `{proposal.field}`:\n{faults}"


def _write_fault(claim: WithheldClaim) -> str:
    value = claim.value if isinstance(claim.value, str) else claim.value.title
    quotes = "".join(
        f'\n  citaat: "{_join_lines(each.quote)}" ({each.reason})' for each in claim.rejected
    )
    return f'- "{_join_lines(value)}": {claim.reason}{quotes}'


def _join_lines(said: str) -> str:
    """Return the llm's own words on one line, so that they are read as nothing else."""
    return " ".join(said.split())
