"""Count what a reading of a generated document has right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.models import INNER_KINDS, Block, Reading, Span
from extractor.presenting import present
from generated.designs import Design
from generated.documents import Document
from generated.running_lines import list_lines, squash

RUNNING = ("paragraph", "list_item")
LISTED_LEVELS = 2
CONTENTS_TITLES = {"inhoudsopgave", "lijstvantabellen"}


@dataclass
class Tally:
    """How many of a number were so, with the texts that were not."""

    found: int = 0
    total: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, text: str, *, found: bool) -> None:
        """Count one more."""
        self.total += 1
        self.found += found
        if not found:
            self.missed.append(text)

    def join(self, other: Tally) -> None:
        """Add what another counted."""
        self.found += other.found
        self.total += other.total
        self.missed.extend(other.missed)


@dataclass(frozen=True)
class ShownLine:
    """A line of the text as shown: a block, or the halves of one that runs over a page end."""

    kind: str
    level: int
    text: str


def count_reading(document: Document, design: Design, reading: Reading) -> dict[str, Tally]:
    """Return the counts by the name of each measure."""
    shown = list(_list_shown(reading))
    tallies = {
        "sentences": _count_sentences(document, shown),
        "paragraphs": _count_paragraphs(document, shown),
        "rows": _count_rows(document, shown),
        "cells": _count_cells(document, shown),
        "headings": _count_headings(document, shown),
        "true_headings": _count_true_headings(document, shown),
        "levels": _count_levels(document, shown),
        "notes": _count_notes(document, reading),
        "notes_apart": _count_apart(document, shown),
        "contents": _count_entries(document, design, reading),
        "true_contents": _count_true_entries(document, design, reading),
    }
    return tallies | _count_running(document, design, reading)


def _list_shown(reading: Reading) -> Iterator[ShownLine]:
    """Yield the lines of the reading as shown, with the kind of block each starts in."""
    presented = present(reading, Span(start=0, end=len(reading.text)))
    outer = [block for block in reading.blocks if block.kind not in INNER_KINDS]
    starts = [block.span.start for block in outer]
    at = 0
    for text in presented.text.split("\n"):
        if text.strip():
            first = presented.sources[at + len(text) - len(text.lstrip())]
            block = outer[bisect_right(starts, first) - 1]
            yield ShownLine(block.kind, block.level or 0, text)
        at += len(text) + 1


def _join(shown: Iterable[ShownLine], kinds: Collection[str]) -> str:
    return "\n".join(line.text for line in shown if line.kind in kinds)


def _count_sentences(document: Document, shown: list[ShownLine]) -> Tally:
    """Count the sentences that stand whole in one block of running text."""
    text, tally = _join(shown, RUNNING), Tally()
    for prose in document.prose:
        for sentence in prose.sentences:
            tally.add(sentence.plain, found=sentence.plain in text)
    return tally


def _count_paragraphs(document: Document, shown: list[ShownLine]) -> Tally:
    """Count the paragraphs and items that are one block, and nothing else in it."""
    texts, tally = {line.text for line in shown if line.kind in RUNNING}, Tally()
    for prose in document.prose:
        tally.add(prose.plain, found=prose.plain in texts)
    return tally


def _count_rows(document: Document, shown: list[ShownLine]) -> Tally:
    """Count the rows of which all cells stand in one row, in order."""
    rows = [" ".join(line.text.split()) for line in shown if line.kind == "row"]
    text, tally = "\n".join(rows), Tally()
    for table in document.tables:
        for row in table.plain_rows:
            tally.add(" | ".join(row), found=" ".join(row) in text)
    return tally


def _count_cells(document: Document, shown: list[ShownLine]) -> Tally:
    """Count the rows that are parted into their cells as well."""
    rows = {tuple(filter(None, line.text.split("\t"))) for line in shown if line.kind == "row"}
    tally = Tally()
    for table in document.tables:
        for row in table.plain_rows:
            tally.add(" | ".join(row), found=row in rows)
    return tally


def _count_headings(document: Document, shown: list[ShownLine]) -> Tally:
    """Count the headings found whole."""
    texts, tally = {line.text for line in shown if line.kind == "heading"}, Tally()
    for heading in document.headings:
        tally.add(heading.plain, found=heading.plain in texts)
    return tally


def _count_true_headings(document: Document, shown: list[ShownLine]) -> Tally:
    """Count the headings that are one, the titles on the cover and above contents apart."""
    known = {squash(heading.plain) for heading in document.headings}
    titles = CONTENTS_TITLES | {squash(document.title), squash(document.subtitle)}
    tally = Tally()
    for line in shown:
        if line.kind == "heading" and squash(line.text) not in titles:
            tally.add(line.text, found=squash(line.text) in known)
    return tally


def _count_levels(document: Document, shown: list[ShownLine]) -> Tally:
    """Count the headings that stand to the one before as they do in the document."""
    levels = {line.text: line.level for line in shown if line.kind == "heading"}
    found = [heading for heading in document.headings if heading.plain in levels]
    tally = Tally()
    for before, heading in pairwise(found):
        step = levels[heading.plain] - levels[before.plain]
        wanted = heading.level - before.level
        tally.add(heading.plain, found=(step > 0) - (step < 0) == (wanted > 0) - (wanted < 0))
    return tally


def _count_notes(document: Document, reading: Reading) -> Tally:
    """Count the footnotes that begin with their number and stand whole in notes."""
    notes = "\n".join(squash(text) for text in _list_texts(reading, "footnote"))
    joined, tally = notes.replace("\n", ""), Tally()
    for note in document.notes:
        text = squash(f"{note.number}{note.text}")
        begins = f"\n{text[:20]}" in f"\n{notes}"
        tally.add(note.text, found=begins and text in joined)
    return tally


def _count_apart(document: Document, shown: list[ShownLine]) -> Tally:
    """Count the footnotes of which nothing stands in the text."""
    text, tally = squash(_join(shown, (*RUNNING, "row", "heading"))), Tally()
    for note in document.notes:
        tally.add(note.text, found=squash(note.text) not in text)
    return tally


def _list_texts(reading: Reading, kind: str) -> Iterator[str]:
    """Yield the texts of the blocks of a kind."""
    blocks: Iterable[Block] = (block for block in reading.blocks if block.kind == kind)
    for block in blocks:
        yield present(reading, block.span).text


def _list_entries(document: Document, design: Design) -> list[str]:
    """Return the titles that the contents of the document list."""
    if design.contents == "none":
        return []
    titles = [heading.plain for heading in document.headings if heading.level <= LISTED_LEVELS]
    return titles + ([each.plain for each in document.captions] if design.list_of_figures else [])


def _count_entries(document: Document, design: Design, reading: Reading) -> Tally:
    """Count the entries of the contents that are marked as such."""
    text, tally = squash("".join(_list_texts(reading, "contents"))), Tally()
    for title in _list_entries(document, design):
        tally.add(title, found=squash(title) in text)
    return tally


def _count_true_entries(document: Document, design: Design, reading: Reading) -> Tally:
    """Count the lines marked as contents that are so."""
    entries, tally = squash("".join(_list_entries(document, design))), Tally()
    for line in _list_texts(reading, "contents"):
        letters = "".join(filter(str.isalpha, squash(line)))
        known = letters in "".join(filter(str.isalpha, entries))
        tally.add(line, found=known or squash(line) in CONTENTS_TITLES)
    return tally


def _count_running(document: Document, design: Design, reading: Reading) -> dict[str, Tally]:
    """Count the running lines marked as furniture, and the other lines not marked so."""
    marked = [block.span for block in reading.blocks if block.kind == "furniture"]
    running, text = Tally(), Tally()
    for line in list_lines(document, design, reading):
        shared = sum(
            max(0, min(span.end, line.span.end) - max(span.start, line.span.start))
            for span in marked
        )
        is_marked = shared > (line.span.end - line.span.start) / 2
        words = line.span.of(reading.text)
        if line.running:
            running.add(words, found=is_marked)
        else:
            text.add(words, found=not is_marked)
    return {"furniture": running, "text_lines": text}
