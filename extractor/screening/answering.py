"""What a sentence or a row answers to a step of the screen; most answer nothing."""

from __future__ import annotations

from typing import Literal

from extractor.drafting.offline.answers import Answer
from extractor.screening.steps import Step, Steps
from extractor.sentences import cut_sentences

Said = Literal["yes", "no"]
_LONGEST = 60
"""Words: in a longer sentence the subject and the finding need not belong together."""


def read_answer(step: Step, answer: Answer, steps: Steps) -> Said | None:
    """Return what the answer says to the step; none where it does not say it for certain.

    The words of a questionnaire itself answer nothing, nor does a sentence that leaves it open.
    """
    if answer.is_sure(step.questions) or _is_asked(step, answer):
        # A form's row repeats the question before what was answered.
        said = answer.cells[-1].text if answer.cells else answer.sentence.text
        return _read_reply(said, steps) or _read_sentence(step, answer, steps)
    small = answer.sentence.text.lower()
    if not any(term in small for term in step.terms):
        return None
    label, value = answer.split_label()
    replied = _read_reply(value, steps) if label and step.label.search(label) else None
    return replied or _read_sentence(step, answer, steps)


def _is_asked(step: Step, answer: Answer) -> bool:
    """Return whether the heading right above asks the step, in whatever form."""
    heading = answer.headings[-1] if answer.headings else ""
    return "?" in heading and step.label.search(heading) is not None


def _read_reply(text: str, steps: Steps) -> Said | None:
    if steps.no.search(text):
        return "no"
    return "yes" if steps.yes.search(text) else None


def _read_sentence(step: Step, answer: Answer, steps: Steps) -> Said | None:
    """Return what the first sentence that says something says; a list item may hold several."""
    if answer.kind == "row" or answer.template or not answer.usable:
        return None
    text = answer.sentence.text
    parts = (text[start:end] for start, end in cut_sentences(text))
    return next((said for part in parts if (said := _read_part(step, part, steps))), None)


def _read_part(step: Step, text: str, steps: Steps) -> Said | None:
    if len(text.split()) > _LONGEST:
        return None
    if not step.hedged and any(pattern.search(text) for pattern in steps.open):
        return None
    if any(pattern.search(text) for pattern in step.no):
        return "no"
    return "yes" if any(pattern.search(text) for pattern in step.yes) else None
