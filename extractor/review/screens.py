"""The quick screen as plain lines for a terminal and as JSON values."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractor.documents.profile import DocumentProfile, describe_reading
from extractor.models import NO_ALGORITHM, Reading, Screen, ScreenAnswer, StepAnswer
from extractor.review.cited import CitedDocuments, describe_citation
from extractor.review.places import WIDTH, write_source
from extractor.screening.dossiers import ScreenedDossier
from extractor.screening.steps import find_question

FORMAT = 1
_ANSWERS: dict[StepAnswer, str] = {"yes": "ja", "no": "nee", "unknown": "weet ik niet"}
_AGAINST = "weet ik niet, de bronnen spreken elkaar tegen"


@dataclass(frozen=True)
class ScreenedDocuments:
    """The documents of a screened dossier, to show citations from."""

    screened: ScreenedDossier

    @property
    def readings(self) -> Mapping[str, Reading]:
        """Return what was read, by id."""
        return self.screened.readings

    @cached_property
    def profiles(self) -> Mapping[str, DocumentProfile]:
        """Return what each document is, by its reading."""
        paths = self.screened.paths
        return {each: describe_reading(self.readings[each], path) for each, path in paths.items()}

    def name_document(self, reading: str) -> str:
        """Return the file's name of a reading."""
        return self.readings[reading].source.name


def write_screened(screened: ScreenedDossier) -> str:
    """Return the quick screen of a dossier, with what of its documents could not be read."""
    lines = [screened.name, *write_screen(screened.screen, ScreenedDocuments(screened))]
    for unread in screened.unread:
        pages = f" (pagina {', '.join(map(str, unread.pages))})" if unread.pages else ""
        lines.append(f"  ! niet gelezen: {unread.document}{pages}: {unread.reason}")
    return "\n".join(lines)


def write_screen(screen: Screen, cited: CitedDocuments) -> Iterator[str]:
    """Yield the category that follows, each step with its answer and source, other systems."""
    yield "Snelle toets"
    yield textwrap.fill(f"  {write_outcome(screen)}", WIDTH, subsequent_indent="  ")
    # Where there is no algorithm no other step was asked.
    asked = screen.answers[:1] if screen.rests_on == ("algorithm",) else screen.answers
    for answer in asked:
        yield from _write_answer(answer, cited)
    if screen.others:
        names = ", ".join(other.name for other in screen.others)
        line = f"  In deze documenten worden nog andere systemen genoemd: {names}. "
        line += "Ga na of een daarvan een eigen beschrijving nodig heeft."
        yield textwrap.fill(line, WIDTH, subsequent_indent="    ")


def describe_screened(screened: ScreenedDossier) -> dict[str, Any]:
    """Return the quick screen of a dossier as JSON values, with the paths of its documents."""
    return {
        "format": FORMAT,
        "dossier": screened.name,
        "documents": [{"id": each, "path": path} for each, path in screened.paths.items()],
        "pages_unread": [unread.model_dump() for unread in screened.unread],
        "screen": describe_screen(screened.screen),
    }


def describe_screen(screen: Screen) -> dict[str, Any]:
    """Return the screen as JSON values."""
    return {
        "category": screen.category,
        "in_doubt": screen.in_doubt,
        "rests_on": list(screen.rests_on),
        "answers": [
            {
                "step": each.step,
                "question": find_question(each.step),
                "answer": each.answer,
                "citations": [describe_citation(citation) for citation in each.citations],
                "suggestions": [describe_citation(citation) for citation in each.suggestions],
            }
            for each in screen.answers
        ],
        "others": [
            {"name": each.name, "citations": [describe_citation(c) for c in each.citations]}
            for each in screen.others
        ],
    }


def write_outcome(screen: Screen) -> str:
    """Return which category the answers lead to, in a Dutch sentence or two."""
    if screen.category is None and screen.rests_on == ("prohibited",):
        return "Geen voorstel: volgens de documenten is dit een verboden praktijk."
    if screen.category is None:
        return f"Geen voorstel: {NO_ALGORITHM}."
    if screen.in_doubt and not screen.rests_on:
        return (
            f"Bij twijfel geldt: {screen.category}. Geen document zegt hier iets over, dus het "
            "veld heeft geen voorstel."
        )
    if screen.in_doubt:
        return f"Voorstel bij twijfel: {screen.category}. Niet elke stap staat vast; kies zelf."
    return f"Voorstel: {screen.category}."


def name_answer(answer: ScreenAnswer) -> str:
    """Return the answer in Dutch; of an unknown one, whether sources contradict each other."""
    against = answer.answer == "unknown" and answer.citations
    return _AGAINST if against else _ANSWERS[answer.answer]


def _write_answer(answer: ScreenAnswer, cited: CitedDocuments) -> Iterator[str]:
    against = answer.answer == "unknown" and answer.citations
    yield f"  - {find_question(answer.step)} {name_answer(answer)}"
    for citation in answer.citations if against else answer.citations[:1]:
        yield from write_source(cited, citation, "      bron:", None)
    for citation in answer.suggestions[:1]:
        yield from write_source(cited, citation, "      een ander zegt:", None)
