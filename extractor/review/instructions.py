"""Warn of words in a document that speak to a language model."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.instructions import list_instructing, show_instruction
from extractor.documents.problems import describe_problem
from extractor.locators import SameReading, locate
from extractor.models import Problem, Reading
from extractor.review.labels import name_place

_MOST = 3
"""Places named of one document: who reads those sees what is the matter."""


def list_instructions(reading: Reading) -> Iterator[Problem]:
    """Yield a problem for each of the first places where the document speaks to a language model.

    Recomputed each time, as the checks are, so that a reading made earlier is searched too.
    """
    for span, block in list_instructing(SameReading(reading))[:_MOST]:
        words = show_instruction(reading.text, span, block)
        place = locate(reading, span)
        problem = describe_problem("instruction", words=words, place=name_place(place))
        pages = (int(place.label),) if place.kind == "page" else ()
        yield problem.model_copy(update={"pages": pages})
