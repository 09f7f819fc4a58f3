"""Read the planted first pages as documents, and compare what they are with what was said."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from extractor.documents.profile import DocumentProfile, describe_reading
from extractor.models import Block, BlockKind, Page, Reading, Source, Span

FOLDER = Path(__file__).parents[1] / "documents/profile"
HALVES = ("first_half", "second_half")

ASPECTS = ("kind", "voice", "status", "date", "version", "language", "marking")
DEFAULTS = {"voice": "own", "language": "nl"}
"""What is expected of a page that says nothing else."""

Verdict = Literal["right", "wrong", "not said"]


@dataclass(frozen=True)
class PlantedPage:
    """A first page and what a person said it is."""

    name: str
    lines: tuple[str, ...]
    running: tuple[str, ...]
    expected: dict[str, str | None]

    def describe(self) -> DocumentProfile:
        """Return what the page is by its own words."""
        return describe_reading(make_reading(self.lines, self.running), self.name)


def load_pages(half: str) -> list[PlantedPage]:
    """Return the pages of one half of the set."""
    table = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))
    return [_load_page(page) for page in table["page"]]


def judge(page: PlantedPage) -> Iterator[tuple[str, Verdict, str | None, str | None]]:
    """Yield per aspect the verdict, what was said and what was expected.

    `not said` is a value that stands there and was not told; all else that differs is wrong.
    """
    profile = page.describe()
    for aspect in ASPECTS:
        told, expected = getattr(profile, aspect), page.expected[aspect]
        unsaid = told is None or (aspect, told) in {("kind", "other"), ("voice", "own")}
        verdict: Verdict = "right" if told == expected else "not said" if unsaid else "wrong"
        yield aspect, verdict, told, expected


def count_verdicts(half: str) -> dict[str, Counter[Verdict]]:
    """Return per aspect how often it was told right, wrong or not at all."""
    counts: dict[str, Counter[Verdict]] = {aspect: Counter() for aspect in ASPECTS}
    for page in load_pages(half):
        for aspect, verdict, _, _ in judge(page):
            counts[aspect][verdict] += 1
    return counts


def make_reading(lines: tuple[str, ...], running: tuple[str, ...] = ()) -> Reading:
    """Return the reading of one page with these lines between its headers and footers."""
    text, blocks = "", []
    marked: list[tuple[str, BlockKind]] = [(line, "furniture") for line in running]
    marked += [(line, "paragraph") for line in lines]
    for line, kind in marked:
        span = Span(start=len(text), end=len(text) + len(line))
        blocks.append(Block(kind=kind, span=span, page=1))
        text += f"{line}\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Reading(
        id=digest[:16],
        source=Source(sha256=digest, name="a.pdf", media_type="application/pdf"),
        reader="planted@1",
        text=text,
        blocks=tuple(blocks),
        pages=(Page(number=1, span=Span(start=0, end=len(text))),),
    )


def _load_page(page: dict[str, Any]) -> PlantedPage:
    return PlantedPage(
        name=page["name"],
        lines=tuple(page["lines"]),
        running=tuple(page.get("running", ())),
        expected={aspect: page.get(aspect, DEFAULTS.get(aspect)) for aspect in ASPECTS},
    )
