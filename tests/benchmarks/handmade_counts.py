"""Count what becomes of the planted sentences in hand-made documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from handmade_documents import Planted, Printed, list_printed, print_bytes
from markdown import make_table

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.drafting.llm.material import write_material
from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.drafting.offline.sections import find_instrument
from extractor.drafting.open_places import OpenPlace, list_open_places
from extractor.instruments.questions import Question, load_instrument
from extractor.models import Dossier, Reading, Span
from extractor.standard.catalogue import load_fields

DOSSIER = Dossier(id="toets-1a2b3c4d", name="Toets", origin="toets")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HALVES = {
    "seen": "While building",
    "held_out": "Set apart, then looked at",
    "later": "Written later",
}
ABOUT = "sentences about the document"
"""Documents of which what is no answer may still be read by a drafter."""


@dataclass(frozen=True)
class Outcome:
    """What became of one planted sentence, or of the recognising of one document."""

    kind: str
    right: bool
    where: str


def measure() -> dict[str, Any]:
    """Return per half and kind how much came out right, of how much that was planted."""
    measured = {}
    for half in HALVES:
        planted, right, _ = count_outcomes(half)
        measured[half] = {kind: [right[kind], planted[kind]] for kind in sorted(planted)}
    return measured


def describe(measured: dict[str, Any]) -> str:
    """Return a row a kind, a column a half."""
    kinds = dict.fromkeys(kind for counts in measured.values() for kind in counts)
    rows = [
        [kind, *("{} of {}".format(*measured[half].get(kind, (0, 0))) for half in HALVES)]
        for kind in kinds
    ]
    return make_table(("Planted", *HALVES.values()), rows)


def count_outcomes(half: str) -> tuple[Counter[str], Counter[str], list[Outcome]]:
    """Return by kind how many were planted and how many came out right, and those that did not."""
    outcomes = [each for printed in list_printed(half) for each in judge(printed)]
    planted = Counter(each.kind for each in outcomes)
    right = Counter(each.kind for each in outcomes if each.right)
    return planted, right, [each for each in outcomes if not each.right]


def judge(printed: Printed) -> Iterator[Outcome]:
    """Yield what became of the document, and of every sentence planted in it."""
    reading = read_document(*print_bytes(printed))
    instrument = find_instrument(reading)
    known = instrument is not None and instrument.key == printed.instrument
    yield Outcome("instrument", known, printed.name)
    answers = list_answers([reading], [[Span(start=0, end=len(reading.text))]])
    places = list(list_open_places(reading))
    drafted = _fold(_write_drafts(reading))
    sent = _fold(write_material({reading.id: reading}, split_reading(reading)).text)
    for planted in printed.planted:
        where = f"{printed.name}: {planted.text}"
        usable = [each for each in answers if each.usable and _holds(each, planted)]
        if planted.mark == "-":
            yield Outcome("never", not usable and _fold(planted.text) not in drafted, where)
            if ABOUT not in printed.document:
                yield Outcome("sent", _fold(planted.text) not in sent, where)
        elif planted.mark.startswith("?"):
            taken = any(_fold(each.sentence.text) == _fold(planted.text) for each in usable)
            yield Outcome("open", not taken and _is_shown(planted, places), where)
        elif planted.mark != "~":
            right = any(_names(each.question, planted.mark) for each in usable)
            yield Outcome("answer", right, where)


def _write_drafts(reading: Reading) -> str:
    drafter = OfflineDrafter({reading.id: reading}, lambda: NOON)
    proposals = drafter.propose(DOSSIER, load_fields(), split_reading(reading)).proposals
    claims = [claim for each in proposals for claim in (*each.claims, *each.alternatives)]
    quotes = [quote.text for claim in claims for quote in claim.quotes]
    return " ".join([*quotes, *(place.quote for each in proposals for place in each.suggestions)])


def _is_shown(planted: Planted, places: list[OpenPlace]) -> bool:
    return any(
        _fold(planted.text) in _fold(place.text) and _names(place.question, planted.mark[1:])
        for place in places
    )


def _holds(answer: Answer, planted: Planted) -> bool:
    return _fold(planted.text) in _fold(answer.sentence.text)


def _names(question: Question | None, mark: str) -> bool:
    if question is None:
        return False
    name = f"{load_instrument(question.instrument).kind}:{question.official or question.id}"
    return name == mark or name.startswith(f"{mark}.")


def _fold(text: str) -> str:
    joined = " ".join(text.split()).lower()
    return joined.rstrip(".") or joined
