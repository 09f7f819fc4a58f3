"""Draft the planted passages for the closed fields; compare with what a person took from them."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.models import Dossier, LinkedTitle, Proposal
from extractor.standard.catalogue import find_field

FOLDER = Path(__file__).parents[1] / "drafting" / "planted_closed"
HALVES = ("building", "later", "held_out")
"""What the rules were mended on, what was written after that, and what was set apart before."""
MAY = "?"
OR = "|"

Verdict = Literal["right", "wrong", "missing"]


@dataclass(frozen=True)
class PlantedClosed:
    """A short document, and the values that a person took from it for some closed fields."""

    name: str
    text: str
    expected: dict[str, tuple[str, ...]]

    def draft(self) -> dict[str, tuple[str, ...]]:
        """Return per field the values that the offline drafter proposes with a checked citation."""
        reading = read_document(self.text.encode(), "stuk.md")
        title = self.text.lstrip().partition("\n")[0].lstrip("# ")
        dossier = Dossier(id="planted", name=title, origin="planted")
        known = {reading.id: reading}
        drafter = OfflineDrafter(known, lambda: datetime(2026, 11, 27, tzinfo=UTC))
        fields = [find_field(key) for key in (*self.expected, "name", "goal", "description_short")]
        drafted = drafter.propose(dossier, fields, split_reading(reading)).proposals
        checked = QuoteChecker(known).check_proposals(drafted)
        return {each.field: tuple(_list_values(each)) for each in checked}


@dataclass(frozen=True)
class Judged:
    """What was proposed for one field of a case."""

    case: str
    field: str
    verdict: Verdict
    proposed: tuple[str, ...]
    expected: tuple[str, ...]


def load_closed(half: str) -> list[PlantedClosed]:
    """Return the cases of one half of the set."""
    table = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))
    return [
        PlantedClosed(
            row["name"],
            row["text"],
            {field: tuple(values) for field, values in row["expected"].items()},
        )
        for row in table["case"]
    ]


def judge_closed(half: str) -> Iterator[Judged]:
    """Yield a verdict per field of each case.

    One value that nobody took is wrong, whatever stands beside it; else one too few is missing.
    """
    for planted in load_closed(half):
        drafted = planted.draft()
        for field, expected in planted.expected.items():
            proposed = drafted.get(field, ())
            yield Judged(planted.name, field, _judge(proposed, expected), proposed, expected)


def count_closed(half: str) -> dict[str, Counter[str]]:
    """Return the verdicts per field."""
    counts: dict[str, Counter[str]] = {}
    for each in judge_closed(half):
        counts.setdefault(each.field, Counter())[each.verdict] += 1
    return counts


def _judge(proposed: tuple[str, ...], expected: tuple[str, ...]) -> Verdict:
    met = {want: [each for each in proposed if _meets(each, want)] for want in expected}
    if any(not any(each in found for found in met.values()) for each in proposed):
        return "wrong"
    return "missing" if any(not met[want] for want in expected if MAY not in want) else "right"


def _meets(proposed: str, wanted: str) -> bool:
    """Tell whether it is this value, by itself, by its abbreviation or by the end of its link."""
    title, _, link = proposed.casefold().partition(OR)
    names = wanted.rstrip(MAY).casefold().split(OR)
    return any(
        each in {title, link} or f"({each})" in title or f"{each} (" in title or link.endswith(each)
        for each in names
        if each
    )


def _list_values(proposal: Proposal) -> Iterator[str]:
    for claim in (*proposal.claims, *proposal.alternatives):
        value = claim.value
        if isinstance(value, LinkedTitle):
            yield f"{value.title}{OR}{value.link or ''}"
        elif isinstance(value, tuple):
            yield from map(str, value)
        else:
            yield str(value)
