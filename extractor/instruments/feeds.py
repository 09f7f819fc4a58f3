"""Which questions answer a register field; the reverse stands in each question itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from extractor.instruments.questions import Instrument, Question


class Feeds(NamedTuple):
    """The questions whose answers fill a field, and those whose answers add to it."""

    primary: tuple[Question, ...]
    supporting: tuple[Question, ...]


def list_questions_for(field: str, instrument: Instrument) -> Feeds:
    """Return the questions that feed the field, in the order of the form (register.md 3.3).

    Headings are left out where a question below them feeds the field; the questions' own
    `primary` and `supporting` say the reverse, headings included.
    """
    return Feeds(
        _list_lowest(instrument, lambda question: field in question.primary),
        _list_lowest(instrument, lambda question: field in question.supporting),
    )


def _list_lowest(instrument: Instrument, feeds: Callable[[Question], bool]) -> tuple[Question, ...]:
    found = [question for question in instrument.questions if feeds(question)]
    above = {question.parent for question in found}
    return tuple(question for question in found if question.id not in above)
