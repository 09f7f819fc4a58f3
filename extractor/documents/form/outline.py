"""Know where a question stands in its questionnaire, also one that is not in it."""

from __future__ import annotations

import re

from extractor.documents.folder_names import sort_key
from extractor.instruments.questions import (
    Instrument,
    find_by_name,
    find_by_urn,
    find_question,
    list_ancestors,
)

PRINTED = re.compile(r"\d{1,2}[A-C]?(?:\.(?:\d{1,2}[A-C]?|[A-C]))*")
"""An id that a person reads as a number; others only name a place in the tool."""


class Outline:
    """The questions in the order of the form; those that no form has stand behind them."""

    def __init__(self, name: str) -> None:
        exact = find_by_urn(name)
        self.instrument: Instrument | None = exact or find_by_name(name)
        self.exact = exact is not None or ":" not in name
        """Whether this is the version that the export names, or it names none."""
        questions = self.instrument.questions if self.instrument else ()
        self._order = {question.id: place for place, question in enumerate(questions)}

    def list_above(self, question: str) -> tuple[str, ...]:
        """Return the ids of the headings above a question, outermost first."""
        found = self.instrument and find_question(question, self.instrument)
        return tuple(each.id for each in list_ancestors(found)) if found else ()

    def find_group(self, question: str) -> str:
        """Return the id of the group in whose table a question is a column."""
        found = self.instrument and find_question(question, self.instrument)
        return (found.parent if found else question.rpartition(".")[0]) or question

    def read_title(self, question: str) -> str:
        """Return the official title, or the id of a question that is not in the form."""
        found = self.instrument and find_question(question, self.instrument)
        return found.title if found else f"Vraag {question}"

    def read_heading(self, question: str) -> str:
        """Return the title with the number in front."""
        title = self.read_title(question)
        known = question in self._order and PRINTED.fullmatch(question)
        return f"{question} {title}" if known else title

    def read_level(self, question: str) -> int:
        """Return the depth of a question's heading, from 1."""
        found = self.instrument and find_question(question, self.instrument)
        return found.level if found else 1

    def sort(self, question: str) -> tuple[int, tuple[tuple[int, int, str], ...]]:
        """Return the key by which questions stand in the order of the form."""
        return self._order.get(question, len(self._order)), sort_key(question)
