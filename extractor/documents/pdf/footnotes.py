"""Find footnotes at the foot of a page, and the raised numbers in the text that call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.documents.pdf.layout import Layout, Sheet
from extractor.documents.pdf.lines import Line
from extractor.documents.pdf.words import SMALLER
from extractor.models import Span

SMALLER_BY = 0.8
"""Points that the print of a footnote is smaller than that of the text, at least."""

SAME_ROW = 1.0
"""Points that lines beside each other may differ in height."""

NOTE_NUMBER = re.compile(r"\d{1,3}(?!\d)")
CLOSED = re.compile(r"[.!?;)\]”\"'’/]$")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes of a document, each as the places of its lines, and the marks in the text."""

    notes: tuple[tuple[int, ...], ...]
    marks: tuple[tuple[int, Span], ...]
    """With the page each stands on."""


def find_footnotes(layout: Layout, skipped: frozenset[int]) -> Footnotes:
    """Return the notes at the foot of the pages and the marks in the text with their numbers."""
    notes: list[tuple[int, ...]] = []
    numbers: dict[int, set[str]] = {}
    called: dict[int, tuple[tuple[str, Span], ...]] = {}
    running = False
    for sheet in layout.sheets:
        foot = _find_foot(layout, sheet, skipped)
        text = [place for place in sheet.places if place not in skipped and place not in foot]
        called[sheet.number] = tuple(_find_raised(layout.lines[place] for place in text))
        calls = {number for number, _ in called[sheet.number]}
        found = _part_notes(layout, foot, calls, running=running)
        numbers[sheet.number] = {_read_number(layout.lines[note[0]]) for note in found}
        running = bool(found) and not CLOSED.search(layout.lines[found[-1][-1]].text)
        notes.extend(found)
    marks = tuple(
        (page, span)
        for page, calls_here in called.items()
        for number, span in calls_here
        if number in numbers[page] | numbers.get(page + 1, set())
    )
    return Footnotes(tuple(notes), marks)


def _find_foot(layout: Layout, sheet: Sheet, skipped: frozenset[int]) -> list[int]:
    """Return the lines in small print with none in larger print below, in the order of the text.

    Where there are columns the text of another column may go down farther.
    """
    upward = sorted(
        (place for place in sheet.places if place not in skipped),
        key=lambda place: -layout.lines[place].baseline,
    )
    foot: list[int] = []
    columns: list[tuple[float, float]] = []
    for place in upward:
        line = layout.lines[place]
        if line.size > layout.size - SMALLER_BY:
            columns = _widen(columns, line)
        elif not any(line.left < right and left < line.right for left, right in columns):
            foot.append(place)
    return sorted(foot)


def _widen(columns: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """Return the left and right edges of the columns, with the line in one of them."""
    apart = [edges for edges in columns if edges[1] <= line.left or line.right <= edges[0]]
    shared = [edges for edges in columns if edges not in apart]
    left, right = zip((line.left, line.right), *shared, strict=True)
    return [*apart, (min(left), max(right))]


def _part_notes(
    layout: Layout, foot: Sequence[int], calls: set[str], *, running: bool
) -> list[tuple[int, ...]]:
    """Return the notes among these lines; what runs on from the page before is one of its own."""
    notes: list[list[int]] = []
    numbers: list[str] = []
    for place in foot:
        line = layout.lines[place]
        number = "" if _stands_beside(layout, place) else _read_number(line)
        following = str(int(numbers[-1]) + 1) if numbers else ""
        if number and (line.noted or number in (calls - set(numbers)) or number == following):
            notes.append([place])
            numbers.append(number)
        elif notes and place == notes[-1][-1] + 1:
            notes[-1].append(place)
        elif not notes and running:
            notes.append([place])
    return [tuple(note) for note in notes] if numbers or running else []


def _stands_beside(layout: Layout, place: int) -> bool:
    """Return whether the line only goes on to the right of the one before, as a cell does."""
    before, line = layout.lines[max(place - 1, 0)], layout.lines[place]
    level = before.page == line.page and abs(before.baseline - line.baseline) <= SAME_ROW
    return level and before.right <= line.left


def _read_number(line: Line) -> str:
    """Return the number a note begins with, nothing when it has none."""
    found = NOTE_NUMBER.match(line.text)
    return found[0] if found else ""


def _find_raised(lines: Iterable[Line]) -> Iterator[tuple[str, Span]]:
    """Yield the small raised numbers behind and between the words of the text."""
    for line in lines:
        for word in line.words:
            begin = word.mark
            if begin < 0:
                small = word.size <= SMALLER * line.size and word.baseline < line.baseline
                begin = word.start if small and word is not line.words[0] else -1
            found = NOTE_NUMBER.match(line.text, begin - line.start) if begin >= 0 else None
            if found:
                yield found[0], Span(start=begin, end=begin + len(found[0]))
