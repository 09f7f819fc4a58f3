"""The official questionnaires: their questions, and the register fields these feed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from extractor.models import Record

DATA = Path(__file__).parent / "data"
"""What `.ci/instruments/build_instruments.py` makes, and the two lists kept by hand."""

InstrumentKey = Literal[
    "dpia_3_0",
    "dpia_2017",
    "iama_2_0",
    "iama_1",
    "aiia_2_0",
    "aiia_1",
    "prescan_2_0",
]
InstrumentKind = Literal["DPIA", "IAMA", "AIIA", "Pre-scan DPIA"]


class Question(Record):
    """One question or heading of a questionnaire (register.md 3.3 to 3.5).

    `primary` and `supporting` are the keys of the register fields its answer feeds; a heading
    feeds what the questions below it feed, since a document made by hand stops at the heading.
    """

    instrument: InstrumentKey
    id: str
    title: str
    aliases: tuple[str, ...] = ()
    """Other wordings of the title that documents use."""
    level: int
    """Its depth in the questionnaire, from 1."""
    parent: str | None = None
    official: str | None = None
    """Of an older version: the id of the same question in version 3.0 of the DPIA."""
    primary: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    never_copied: bool = False
    """Its answer holds names, internal places or security measures (register.md 3.5)."""


class Instrument(Record):
    """A questionnaire in one version, with its questions in the order of the form."""

    key: InstrumentKey
    kind: InstrumentKind
    title: str
    version: str
    urns: tuple[str, ...] = ()
    """How exports of form tools name it."""
    questions: tuple[Question, ...]


@cache
def load_instruments() -> tuple[Instrument, ...]:
    """Return all questionnaires, the newest version of each kind first; read from disk once."""
    adapter = TypeAdapter(tuple[Instrument, ...])
    return adapter.validate_python(json.loads((DATA / "instruments.json").read_text("utf-8")))


def load_instrument(key: InstrumentKey) -> Instrument:
    """Return one questionnaire."""
    return next(instrument for instrument in load_instruments() if instrument.key == key)


def find_by_urn(urn: str) -> Instrument | None:
    """Return the questionnaire that a form export names, or none when it is unknown."""
    return next((each for each in load_instruments() if urn.strip().lower() in each.urns), None)


def find_by_name(name: str) -> Instrument | None:
    """Return the newest questionnaire of the kind that an export names, or none.

    >>> found = find_by_name("urn:nl:dpia:9.9"), find_by_name("iama")
    >>> [each and each.key for each in found]
    ['dpia_3_0', 'iama_2_0']
    """
    parts = name.strip().lower().split(":")
    listed = ((each, urn.split(":")[-2]) for each in load_instruments() for urn in each.urns)
    return next((each for each, kind in listed if kind in parts), None)


@cache
def _index_ids(key: InstrumentKey) -> dict[str, Question]:
    return {question.id: question for question in load_instrument(key).questions}


def find_question(question_id: str, instrument: Instrument) -> Question | None:
    """Return the question with this id, or none; ids are those of the official form."""
    return _index_ids(instrument.key).get(question_id)


def list_ancestors(question: Question) -> tuple[Question, ...]:
    """Return the headings above a question, outermost first."""
    ids = _index_ids(question.instrument)
    above: list[Question] = []
    parent = question.parent
    while parent is not None:
        above.append(ids[parent])
        parent = ids[parent].parent
    return tuple(reversed(above))
