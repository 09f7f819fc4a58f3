"""Planted contradictions and lookalikes, held by what finds them in real readings."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.contradictions import Contradiction, find_contradictions
from extractor.documents.text import read_text
from extractor.models import Dossier, Reading, Source

FOLDER = Path(__file__).parents[1] / "contradictions/planted"
PARTS = ("seen", "held_out", "later")
"""What it was made with, what was set apart before that, and what after that was looked at."""
TOPICS = {"begin": "dates", "end": "dates", "supplied": "supplier", "developed": "supplier"}
"""What the planted set calls a topic, where it makes one of two."""
DOSSIER = Dossier(id="planted", name="Bomenwacht", origin="planted")


@dataclass(frozen=True)
class Pair:
    """Two passages, and the words of both sides that must be reported; none of a lookalike."""

    topic: str
    passages: tuple[str, str]
    sides: tuple[str, ...] = ()
    between: bool = True
    """Whether the passages stand in two documents, not in one."""


def list_pairs(half: str) -> Iterator[Pair]:
    """Yield the contradictions and, in two documents and in one, the lookalikes of a half."""
    rows = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))["case"]
    for row in rows:
        topic = row["topic"]
        for name in ("between", "within"):
            for one, other, *sides in row[name]:
                yield Pair(topic, (one, other), tuple(sides), name == "between")
        for one, other in row["lookalikes"]:
            yield Pair(topic, (one, other))


def find_in(pair: Pair, *, between: bool | None = None) -> tuple[Contradiction, ...]:
    """Return what is found when the passages are read from files of text."""
    apart = pair.between if between is None else between
    texts = pair.passages if apart else ("\n\n".join(pair.passages),)
    readings = [read_passage(text, at) for at, text in enumerate(texts)]
    return find_contradictions(DOSSIER, {reading.id: reading for reading in readings})


def is_found(pair: Pair, found: Sequence[Contradiction]) -> bool:
    """Return whether a finding on the pair's topic has the words of both sides apart."""
    return any(
        TOPICS.get(each.topic, each.topic) == pair.topic and _holds(each, pair) for each in found
    )


def is_false(pair: Pair) -> bool:
    """Return whether anything at all is reported of a lookalike, in one document or in two."""
    return bool(find_in(pair, between=True) or find_in(pair, between=False))


def _holds(found: Contradiction, pair: Pair) -> bool:
    texts = [
        " ".join(stated.answer.sentence.text for stated in side.statements) for side in found.sides
    ]
    places = [{at for at, text in enumerate(texts) if words in text} for words in pair.sides]
    return any(one != other for one in places[0] for other in places[1])


def read_passage(text: str, at: int, name: str | None = None) -> Reading:
    """Return the reading of a file of text below one heading; the number tells files apart."""
    content = f"# Beschrijving\n\n{text}\n".encode()
    sha256 = hashlib.sha256(content + bytes([at])).hexdigest()
    name = name or f"{at}.md"
    return read_text(content, Source(sha256=sha256, name=name, media_type="text/markdown"))
