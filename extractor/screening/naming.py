"""Names of other systems in a dossier's documents: perhaps algorithms of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractor.drafting.offline.answers import Answer
from extractor.models import Citation, NamedSystem, Reading, Span
from extractor.screening.citing import cite_span
from extractor.screening.steps import load_steps


def list_systems(
    names: Sequence[str], answers: Sequence[Answer], readings: Mapping[str, Reading]
) -> tuple[NamedSystem, ...]:
    """Return the systems called by name, the most named first, without the dossier's own.

    The system named most often is taken for the one the documents are about.
    """
    found = _collect(answers)
    own = {word.lower() for name in names for word in name.split()}
    ranked = sorted(found, key=lambda name: -len(found[name]))[1:]
    others = [name for name in ranked if not own & {word.lower() for word in name.split()}]
    most = load_steps().systems.most
    return tuple(
        NamedSystem(name=name, citations=(cited,))
        for name in others[:most]
        if (cited := _cite(name, found[name][0], readings))
    )


def _collect(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    """Return the sentences by the name they call a system by."""
    systems = load_steps().systems
    found: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.template:
            continue
        for match in systems.named.finditer(answer.sentence.text):
            name = match["name"]
            if not systems.never.search(name):
                found[name].append(answer)
    return found


def _cite(name: str, answer: Answer, readings: Mapping[str, Reading]) -> Citation | None:
    """Return where the name stands; none where a line end cuts it."""
    reading, within = readings[answer.reading], answer.sentence.span
    words = re.compile(r"\s+".join(map(re.escape, name.split())))
    match = words.search(reading.text, within.start, within.end)
    return cite_span(reading, Span(start=match.start(), end=match.end())) if match else None
