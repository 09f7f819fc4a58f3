"""The quick screen as the page shows it: each step with its answer and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.models import StepAnswer
from extractor.review.reviewed import Review
from extractor.review.screens import name_answer, write_outcome
from extractor.review.web.lines import Place, PlaceWriter
from extractor.screening.steps import find_question


@dataclass(frozen=True)
class StepView:
    """One step of the screen."""

    id: str
    question: str
    said: StepAnswer
    """What the documents answer."""
    answer: str
    places: tuple[Place, ...]
    suggestions: tuple[Place, ...]
    """What others than the organisation say to it."""


@dataclass(frozen=True)
class ScreenView:
    """The outcome and the steps it follows from."""

    outcome: str
    steps: tuple[StepView, ...]
    every: tuple[StepView, ...]
    """All steps, those after a denial too."""
    others: tuple[str, ...]
    """Other systems that the documents name."""


def make_screen(review: Review) -> ScreenView | None:
    """Return the quick screen of a draft; none of a draft made before there was one."""
    screen = review.draft.screen
    if screen is None:
        return None
    writer = PlaceWriter(review)
    every = tuple(
        StepView(
            id=each.step,
            question=find_question(each.step),
            said=each.answer,
            answer=name_answer(each),
            places=writer.write_all(each.citations),
            suggestions=writer.write_all(each.suggestions),
        )
        for each in screen.answers
    )
    steps = every[:1] if screen.rests_on == ("algorithm",) else every
    named = tuple(other.name for other in screen.others)
    return ScreenView(write_outcome(screen), steps, every, named)
