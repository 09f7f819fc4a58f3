"""Count which planted passages the text fields take, by the fields they belong to."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.drafting.offline.rules import load_rules
from extractor.models import Dossier
from extractor.standard.catalogue import find_field

FOLDER = Path(__file__).parents[1] / "drafting" / "planted"
_ROW = " / "


@dataclass(frozen=True)
class Planted:
    """A passage under its heading, with the fields it must, may and may never stand in."""

    heading: str
    text: str
    labels: tuple[str, ...]

    @property
    def cells(self) -> list[str]:
        """Return the cells of a row; a sentence is one."""
        row = _ROW in self.text
        return self.text.split(_ROW) if row else [self.text]

    @property
    def wanted(self) -> frozenset[str]:
        """Return the fields it belongs to."""
        return frozenset(each for each in self.labels if each in load_rules().text)

    @property
    def allowed(self) -> frozenset[str]:
        """Return the fields that may hold it."""
        return frozenset(each.rstrip("?") for each in self.labels)


@dataclass(frozen=True)
class PlantedCounts:
    """What was found of a half, and what stands where it should not."""

    wanted: int
    found: int
    placed: int
    """Passages in a field, each field counted."""
    misplaced: tuple[str, ...]
    offered: tuple[str, ...]
    """Passages that may never be offered, and were."""
    missed: tuple[str, ...]
    passages: int


def count_planted(half: str) -> PlantedCounts:
    """Return the counts of one half, drafted as dossiers are."""
    table = tomllib.loads((FOLDER / f"{half}.toml").read_text("utf-8"))
    wanted, found, placed, passages = 0, 0, 0, 0
    misplaced, offered, missed = list[str](), list[str](), list[str]()
    for document in table["document"]:
        planted = [each for each in read_planted(document) if each.labels != ("row",)]
        values = draft_values(document)
        passages += len(planted)
        for each in planted:
            holding = {key for key, value in values.items() if _stands_in(each, value)}
            wanted += len(each.wanted)
            found += len(each.wanted & holding)
            placed += len(holding)
            missed += [f"{key}: {each.text}" for key in sorted(each.wanted - holding)]
            wrong = sorted(holding - each.allowed)
            misplaced += [f"{key}: {each.text}" for key in wrong if each.labels != ("never",)]
            offered += [f"{key}: {each.text}" for key in wrong if each.labels == ("never",)]
    return PlantedCounts(
        wanted, found, placed, tuple(misplaced), tuple(offered), tuple(missed), passages
    )


def draft_values(document: dict[str, Any]) -> dict[str, str]:
    """Return the text of each field that the offline drafter proposes for a document."""
    reading = read_document(write_document(document).encode(), "stuk.md")
    dossier = Dossier(
        id="planted", name=document["name"], aliases=tuple(document["aliases"]), origin="planted"
    )
    drafter = OfflineDrafter({reading.id: reading}, lambda: datetime(2026, 11, 27, tzinfo=UTC))
    fields = [find_field(key) for key in load_rules().text]
    proposals = drafter.propose(dossier, fields, split_reading(reading)).proposals
    return {each.field: "\n".join(str(claim.value) for claim in each.claims) for each in proposals}


def read_planted(document: dict[str, Any]) -> Iterator[Planted]:
    """Yield the passages of a document in their order."""
    for line in document["passages"].strip().splitlines():
        heading, text, labels = (part.strip() for part in line.split(" | "))
        yield Planted(heading, text, tuple(labels.split()))


def write_document(document: dict[str, Any]) -> str:
    """Return the document as Markdown."""
    lines, under, in_table = [f"# {document['title']}"], "", False
    for each in read_planted(document):
        if each.heading != under:
            lines.append(f"\n## {each.heading}\n")
            under, in_table = each.heading, False
        if len(each.cells) > 1:
            lines.append(f"| {' | '.join(each.cells)} |")
            if not in_table:
                lines.append("|--" * len(each.cells) + "|")
            in_table = True
        else:
            lines.append(f"{each.text}\n")
    return "\n".join(lines) + "\n"


def _stands_in(planted: Planted, value: str) -> bool:
    longest = max(planted.cells, key=len)
    return re.sub(r"\s+", " ", longest) in value
