"""Count what becomes of planted gaps, titles that name questions, and rows of data."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from markdown import make_table

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.drafting.offline.sections import find_instruments
from extractor.drafting.open_places import list_open_places
from extractor.instruments.questions import Question
from extractor.models import Dossier, Reading, Span
from extractor.standard.catalogue import load_fields

HALVES = {"seen": "While building", "held_out": "Set apart, counted before and after"}
PLANTED = Path(__file__).parents[1] / "drafting" / "planted_places"
DOSSIER = Dossier(id="toets-1a2b3c4d", name="Toets", origin="toets")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TITLES = (
    "Voorstel",
    "Persoonsgegevens",
    "Gegevensverwerkingen",
    "Technieken en methoden van de gegevensverwerkingen",
    "Verwerkingsdoeleinden",
    "Betrokken partijen",
    "Belangen bij de gegevensverwerkingen",
    "Verwerkingslocaties",
    "Juridisch en beleidsmatig kader",
    "Bewaartermijnen",
    "Rechtsgrond",
)


@dataclass(frozen=True)
class Outcome:
    """What became of one planted case."""

    kind: str
    right: bool
    where: str


def measure() -> dict[str, Any]:
    """Return per half and kind how much came out right, of how much that was planted."""
    measured = {}
    for half in HALVES:
        outcomes = list(list_outcomes(half))
        planted = Counter(each.kind for each in outcomes)
        right = Counter(each.kind for each in outcomes if each.right)
        measured[half] = {kind: [right[kind], planted[kind]] for kind in planted}
    return measured


def describe(measured: dict[str, Any]) -> str:
    """Return a row a kind, a column a half."""
    kinds = dict.fromkeys(kind for counts in measured.values() for kind in counts)
    rows = [
        [kind, *("{} of {}".format(*measured[half].get(kind, (0, 0))) for half in HALVES)]
        for kind in kinds
    ]
    return make_table(("Planted", *HALVES.values()), rows)


def list_outcomes(half: str) -> Iterator[Outcome]:
    """Yield what becomes of every case of one half."""
    planted: dict[str, Any] = tomllib.loads((PLANTED / f"{half}.toml").read_text("utf-8"))
    for text in planted["gaps"]:
        yield Outcome("gap", _is_open(text) and not _is_claimed(text), text)
    for text in planted["answers"]:
        yield Outcome("answer", not _is_open(text) and _is_usable(text), text)
    for case in planted["titled"]:
        yield from _try_titles(case)
    for case in planted["column"]:
        yield from _try_column(case)
    for case in planted["tables"]:
        yield from _try_table(case)


def write_dpia(title: str, text: str) -> str:
    """Return a DPIA that has the text below one of its titles, and nothing below the others."""
    parts = ["# DPIA dijkkeuring"]
    for number, each in enumerate(TITLES, start=1):
        parts += [f"## {number}. {each}", text if each == title else ""]
    return "\n\n".join(parts) + "\n"


def _read(text: str) -> Reading:
    return read_document(text.encode(), "stuk.md")


def _answers(reading: Reading) -> list[Answer]:
    return list_answers([reading], [[Span(start=0, end=len(reading.text))]])


def _propose(reading: Reading, key: str) -> list[str]:
    drafter = OfflineDrafter({reading.id: reading}, lambda: NOON)
    fields = [field for field in load_fields() if field.key == key]
    (proposal,) = drafter.propose(DOSSIER, fields, split_reading(reading)).proposals
    return [str(claim.value) for claim in (*proposal.claims, *proposal.alternatives)]


def _is_open(text: str) -> bool:
    return bool(list(list_open_places(_read(write_dpia("Rechtsgrond", text)))))


def _is_usable(text: str) -> bool:
    answers = _answers(_read(write_dpia("Rechtsgrond", text)))
    return [each.sentence.text for each in answers if each.usable] == [text]


def _is_claimed(text: str) -> bool:
    """Return whether any of the words is in a claim."""
    value = " ".join(_propose(_read(write_dpia("Rechtsgrond", text)), "lawful_basis"))
    return bool(value) and value[:30] in text


def _name(question: Question) -> str:
    kind = "DPIA" if question.instrument.startswith("dpia") else question.instrument[:4].upper()
    return f"{kind}:{question.official or question.id}"


def _name_all(answers: list[Answer], text: str) -> str:
    found = next(answer for answer in answers if text in answer.sentence.text)
    return " ".join(sorted(map(_name, found.questions)))


def _try_titles(case: dict[str, Any]) -> Iterator[Outcome]:
    for mark in ("## {}", "**{}**"):
        texts = [f"De dijk met nummer {n} is gekeurd." for n in range(len(case["titles"]))]
        parts = ["# Gecombineerde toets dijkkeuring"]
        for (title, _), text in zip(case["titles"], texts, strict=True):
            parts += [mark.format(title), text]
        reading = _read("\n\n".join(parts) + "\n")
        kinds = sorted(each.kind for each in find_instruments(reading))
        yield Outcome("kinds", kinds == case["kinds"], f"{case['name']}: {mark} {kinds}")
        answers = _answers(reading)
        for (title, wanted), text in zip(case["titles"], texts, strict=True):
            found = _name_all(answers, text)
            yield Outcome("title", found == wanted, f"{mark.format(title)}: {found}")


def _try_column(case: dict[str, Any]) -> Iterator[Outcome]:
    header = case["header"]
    lines = [header, "|".join("---" for _ in header.split("|")), *(row for row, _ in case["rows"])]
    text = "# Gecombineerde toets dijkkeuring\n\n" + "\n".join(f"| {line} |" for line in lines)
    answers = _answers(_read(text + "\n"))
    for row, wanted in case["rows"]:
        said = max((cell.strip() for cell in row.split("|")), key=len)
        found = _name_all(answers, said)
        yield Outcome("column", found == wanted, f"{row}: {found}")


def _try_table(case: dict[str, Any]) -> Iterator[Outcome]:
    header = case["header"]
    lines = [header, "|".join("---" for _ in header.split("|")), *case["rows"]]
    reading = _read(write_dpia("Persoonsgegevens", "\n".join(f"| {each} |" for each in lines)))
    values = _propose(reading, "source_data")
    for name in case["used"]:
        yield Outcome("used", any(name in value for value in values), f"{header}: {name}")
    for name in case["unused"]:
        yield Outcome("unused", not any(name in value for value in values), f"{header}: {name}")
    for name in case["limited"]:
        row = next(row for row in case["rows"] if name in row)
        said = row.rpartition("|")[2].strip()
        shown = [value for value in values if name in value]
        yield Outcome("limited", all(said in value for value in shown), f"{header}: {name}")
