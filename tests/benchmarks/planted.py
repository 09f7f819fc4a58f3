"""Claims with planted facts that their citations do not carry, beside true ones."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.checks.rules import Finding
from extractor.checks.sources import check_sources
from extractor.checks.statements import make_statement
from extractor.facts import read_name
from extractor.standard.catalogue import find_field

FOLDER = Path(__file__).parents[1] / "checks/planted"
GOLD = Path(__file__).parents[2] / "fixtures/gold"
HALVES = ("seen", "held_out")
"""What the checks were made with, and what was set apart before they were."""


@dataclass(frozen=True)
class Case:
    """A claim with its passages, and the fact planted in it; none in a true one."""

    claim: str
    passages: tuple[str, ...]
    field: str
    listed: tuple[str, ...]
    kind: str | None = None
    fact: str | None = None


def list_cases(half: str) -> Iterator[Case]:
    """Yield the true and the planted claims of one half."""
    for row in _load(half)["case"]:
        around = (
            tuple(row["passages"]),
            row.get("field", "risks"),
            tuple(row.get("others", ())),
        )
        for claim in row["true"]:
            yield Case(claim, *around)
        for kind, fact, claim in row["planted"]:
            yield Case(claim, *around, kind, fact)


def list_gold() -> Iterator[Case]:
    """Yield the facts of the gold files as claims, each with the quotes that are its evidence."""
    for path in sorted(GOLD.glob("*.json")):
        fields = json.loads(path.read_text(encoding="utf-8"))["fields"]
        for key, field in fields.items():
            for fact in field["facts"]:
                quotes = tuple(each["quote"] for each in fact["evidence"])
                if quotes:
                    yield Case(fact["fact"], quotes, key, ())


def check_case(case: Case) -> list[Finding]:
    """Return what the checks find in the claim."""
    names = [name for each in case.listed if (name := read_name(each, proper=True))]
    statement = make_statement(case.claim, case.passages, 0)
    return check_sources(find_field(case.field), [statement], names)


def is_caught(case: Case, findings: Sequence[Finding]) -> bool:
    """Return whether the planted fact is reported by its rule, as gravely as agreed, and named."""
    kinds = _load("kinds")
    rules = kinds["rules"][case.kind].split(" or ")
    return any(
        each.rule in rules
        and each.severity == kinds["severities"][each.rule]
        and (case.fact or "").lower() in each.message.lower()
        for each in findings
    )


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
