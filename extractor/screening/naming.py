"""Names of other systems in a dossier's documents: perhaps algorithms of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from extractor.drafting.offline.answers import Answer
from extractor.locators import cite_span
from extractor.models import Citation, NamedSystem, Reading, Span
from extractor.screening.steps import Systems, load_steps


def list_systems(
    names: Sequence[str], answers: Sequence[Answer], readings: Mapping[str, Reading]
) -> tuple[NamedSystem, ...]:
    """Return the systems called by name, the most named first, without the dossier's own.

    Where the documents never use the dossier's name, the system named most often is taken for
    the one they are about.
    """
    found = _collect(answers)
    own = {word.lower() for name in names for word in name.split()}
    ranked = sorted(found, key=lambda name: -len(found[name]))
    if not _is_called(names, readings):
        del ranked[:1]
    others = [name for name in ranked if not own & {word.lower() for word in name.split()}]
    most = load_steps().systems.most
    return tuple(
        NamedSystem(name=name, citations=(cited,))
        for name in others[:most]
        if (cited := _cite(name, found[name][0], readings))
    )


def _is_called(names: Sequence[str], readings: Mapping[str, Reading]) -> bool:
    texts = [reading.text.lower() for reading in readings.values()]
    return any(name.lower() in text for name in names for text in texts)


def _collect(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    """Return the sentences and rows by the name they call a system by."""
    systems = load_steps().systems
    found: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.template:
            continue
        for name in dict.fromkeys(_list_names(systems, answer)):
            if not systems.never.search(name):
                found[name].append(answer)
    return found


def _list_names(systems: Systems, answer: Answer) -> Iterator[str]:
    if answer.kind == "row":
        yield from _list_listed(systems, answer)
        return
    for pattern in systems.named:
        for match in pattern.finditer(answer.sentence.text):
            yield from (each.group() for each in systems.name.finditer(match["names"]))


def _list_listed(systems: Systems, answer: Answer) -> Iterator[str]:
    """Yield the names in a column of systems, or behind a label that says they are."""
    label, value = answer.split_label()
    if systems.column.search(label):
        yield from (each.group() for each in systems.name.finditer(value))
    columns = {column for column, title in answer.header if systems.column.search(title)}
    for cell in answer.cells:
        if cell.block.level in columns and systems.name.fullmatch(cell.text):
            yield cell.text


def _cite(name: str, answer: Answer, readings: Mapping[str, Reading]) -> Citation | None:
    """Return where the name stands; none where a line end cuts it."""
    reading, within = readings[answer.reading], answer.sentence.span
    words = re.compile(r"\s+".join(map(re.escape, name.split())))
    match = words.search(reading.text, within.start, within.end)
    return cite_span(reading, Span(start=match.start(), end=match.end())) if match else None
