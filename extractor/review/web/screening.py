"""The quick screen as the page shows it: each step with its answer and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.review.description import Review
from extractor.review.screens import name_answer, write_outcome
from extractor.review.web.lines import Place, PlaceWriter
from extractor.screening.steps import find_question


@dataclass(frozen=True)
class StepView:
    """One step of the screen."""

    question: str
    answer: str
    places: tuple[Place, ...]
    suggestions: tuple[Place, ...]
    """What others than the organisation say to it."""


@dataclass(frozen=True)
class ScreenView:
    """The outcome and the steps it follows from."""

    outcome: str
    steps: tuple[StepView, ...]
    others: tuple[str, ...]
    """Other systems that the documents name."""


def make_screen(review: Review) -> ScreenView | None:
    """Return the quick screen of a draft; none of a draft made before there was one."""
    screen = review.draft.screen
    if screen is None:
        return None
    writer = PlaceWriter(review)
    asked = screen.answers[:1] if screen.rests_on == ("algorithm",) else screen.answers
    steps = tuple(
        StepView(
            question=find_question(each.step),
            answer=name_answer(each),
            places=writer.write_all(each.citations),
            suggestions=writer.write_all(each.suggestions),
        )
        for each in asked
    )
    return ScreenView(write_outcome(screen), steps, tuple(other.name for other in screen.others))
