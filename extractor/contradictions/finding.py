"""Find the passages of a dossier that contradict each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from extractor.checks.words import stem
from extractor.contradictions.opposing import oppose
from extractor.contradictions.sided import read_decides, read_sees, read_sided
from extractor.contradictions.statements import Contradiction, Side, Statement
from extractor.contradictions.topics import compile_pattern, is_hedged, is_past, load_topics
from extractor.contradictions.valued import (
    read_counts,
    read_data,
    read_dates,
    read_retention,
    read_sampled,
    read_suppliers,
)
from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.voices import tells_practice
from extractor.drafting.room import hash_room
from extractor.models import Dossier, Reading, Span

_READERS: tuple[Callable[[str, Answer, frozenset[str]], Iterator[Statement]], ...] = (
    read_sided,
    read_decides,
    read_sees,
    read_dates,
    read_suppliers,
    read_retention,
    read_sampled,
    read_counts,
    read_data,
)
_LONGEST = 40
"""Words of a passage that is read: of a longer sentence, what belongs together is in doubt."""
_CELLS = 2
"""Cells of a row that says one thing: a label and its value."""
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
_OFTEN = 3
"""Times that a name stands in a document that is about what bears it."""


def find_contradictions(
    dossier: Dossier, readings: Mapping[str, Reading]
) -> tuple[Contradiction, ...]:
    """Return what the organisation's own documents say against each other, topic by topic.

    Only plain statements about the dossier's own system, or about one and the same thing, are held
    against each other; a sentence under a condition, of the past or of a plan is not. A summary is
    read too: it often tells how things were when it was written.
    """
    speaking = [each for each in readings.values() if tells_practice(each)]
    whole = [[Span(start=0, end=len(each.text))] for each in speaking]
    own = _list_own(dossier, speaking)
    statements: dict[str, list[Statement]] = defaultdict(list)
    for answer in list_answers(speaking, whole, repeated=True):
        for statement in _read_answer(answer, own):
            statements[statement.topic].append(statement)
    return tuple(found for topic, stated in statements.items() for found in _group(topic, stated))


def hash_rules() -> str:
    """Return a hash of how contradictions are found: other rules may make another draft."""
    return hash_room(Path(__file__).parent)


def _list_own(dossier: Dossier, readings: Sequence[Reading]) -> frozenset[str]:
    """Return the stems that name the dossier's own system: its names, and names all documents use.

    In one document alone nothing tells the system's name from others.
    """
    words = {
        word.lower() for name in (dossier.name, *dossier.aliases) for word in _WORD.findall(name)
    }
    named = [Counter(_NAME.findall(reading.text)) for reading in readings]
    often = [{name.lower() for name, count in each.items() if count >= _OFTEN} for each in named]
    common = set.intersection(*often) if len(often) > 1 else set()
    return frozenset(stem(word) for word in words | common)


def _read_answer(answer: Answer, own: frozenset[str]) -> Iterator[Statement]:
    if answer.template:
        return
    for text in _list_texts(answer):
        if len(text.split()) <= _LONGEST and not is_hedged(text):
            for read in (read_dates,) if is_past(text) else _READERS:
                yield from read(text, answer, own)


def _list_texts(answer: Answer) -> Iterator[str]:
    """Yield what a passage says, each as one line: of a row of a table what its columns say.

    A row of a longer table is read only in a column of which the title says what it holds.
    """
    if not answer.cells:
        yield " ".join(answer.sentence.text.split())
        return
    titles, label = dict(answer.header), answer.cells[0].text.rstrip(":")
    column = compile_pattern(load_topics()["retention"]["column"])
    for cell in answer.cells[1:]:
        title = column.search(titles.get(cell.block.level, ""))
        if title:
            yield f"{title[0]} {label}: {cell.text}"
        elif len(answer.cells) == _CELLS:
            yield f"{label}: {cell.text}"


def _group(topic: str, statements: Sequence[Statement]) -> Iterator[Contradiction]:
    """Yield a contradiction for each group of statements of which some oppose others."""
    fields = tuple(load_topics()["fields"][topic])
    pairs = [(a, b) for a, b in combinations(statements, 2) if oppose(a, b)]
    groups: list[list[Statement]] = []
    for pair in pairs:
        touching = [group for group in groups if any(each in group for each in pair)]
        joined = [each for group in touching for each in group]
        groups = [group for group in groups if group not in touching]
        groups.append([*joined, *(each for each in pair if each not in joined)])
    for group in groups:
        sides: dict[str, list[Statement]] = defaultdict(list)
        for statement in group:
            sides[statement.side].append(statement)
        yield Contradiction(topic, fields, tuple(Side(tuple(each)) for each in sides.values()))
