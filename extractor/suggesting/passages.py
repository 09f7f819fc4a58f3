"""The passages of a dossier that a person may be sent to: whole, quotable, of its own system."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from extractor.checks.signs import find_signs
from extractor.documents.profile import describe_reading
from extractor.drafting.offline.answer_reader import list_answers, list_withheld
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.facts import find_denial
from extractor.drafting.offline.material import gather_material, name_document
from extractor.drafting.offline.rules import load_rules
from extractor.drafting.offline.rules.patterns import matches_any
from extractor.drafting.offline.voices import is_closed, speaks_for_itself
from extractor.models import Dossier, Reading, Span
from extractor.presenting import present

_OFFICER = re.compile(r"\bFG\b|functionaris (?:voor )?(?:de )?gegevensbescherming", re.IGNORECASE)
_ONLY_TICKED = re.compile(r"(?:ja|nee|n\.?v\.?t\.?|[xX☒☐☑✓✗–—-])\.?", re.IGNORECASE)
_LABELLED = 2
"""Cells of a row that may be a label and its value; the first row of a wider table has titles."""


@dataclass(frozen=True)
class Passage:
    """A whole paragraph, item or row, with the answers in it."""

    reading: Reading
    span: Span
    answers: tuple[Answer, ...]
    is_own: bool
    """Whether the organisation itself says it, not a supplier, an adviser or a policy."""

    @cached_property
    def text(self) -> str:
        """Return it as shown."""
        return present(self.reading, self.span).text

    @cached_property
    def headed(self) -> str:
        """Return it below its own heading, which often says what it is about."""
        return " ".join((*self.answers[0].headings[-1:], self.text))

    @cached_property
    def words(self) -> frozenset[str]:
        """Return its words, to tell passages that say the same."""
        return frozenset(re.findall(r"\w+", self.text.lower()))


def list_passages(dossier: Dossier, readings: Mapping[str, Reading]) -> list[Passage]:
    """Return what may be suggested of a dossier's readings, in reading order.

    Nothing where they say that there is no algorithm. Left out: the form's own words, what may
    reach no entry (register.md 3.5), what a data protection officer advises, secrets, places in
    the network, other systems, and rows that are only titles or ticks.
    """
    rules = load_rules()
    whole = {each.id: [Span(start=0, end=len(each.text))] for each in readings.values()}
    material = gather_material(rules, dossier, list(readings.values()), whole)
    if find_denial(rules.values.denial, material.said):
        return []
    heard = [each for each in readings.values() if not _is_officers(each)]
    near = material.scope.withhold_others(list_answers(heard, [whole[each.id] for each in heard]))
    own = {each.id for each in heard if speaks_for_itself(each)}
    found = []
    for (reading_id, _), block in groupby(near, key=_name_block):
        reading = readings[reading_id]
        for span, answers in _list_runs(list(block), list_withheld(reading)):
            if any(map(_is_worth_reading, answers)):
                found.append(Passage(reading, span, answers, reading_id in own))
    return found


def _is_officers(reading: Reading) -> bool:
    """Return whether the document is what the data protection officer says of another."""
    profile = describe_reading(reading, reading.source.name)
    return profile.voice == "adviser" and bool(_OFFICER.search(name_document(reading)))


def _name_block(answer: Answer) -> tuple[str, Span]:
    return answer.reading, answer.sentence.block.span


def _list_runs(
    block: Sequence[Answer], withheld: Sequence[Span]
) -> Iterator[tuple[Span, tuple[Answer, ...]]]:
    """Yield the parts of a block that may be suggested, cut only between sentences."""
    for shown, run in groupby(block, key=lambda answer: _may_be_shown(answer, withheld)):
        answers = tuple(run)
        if shown and len(answers) == len(block):
            yield block[0].sentence.block.span, answers
        elif shown:
            first, last = answers[0].sentence.span, answers[-1].sentence.span
            yield Span(start=first.start, end=last.end), answers


def _may_be_shown(answer: Answer, withheld: Sequence[Span]) -> bool:
    rules, text = load_rules(), answer.sentence.text
    return not (
        answer.template
        or is_closed(rules.style, answer.headings)
        or any(span.touches(answer.sentence.span) for span in withheld)
        or matches_any(rules.fitness.secrets, text)
        or next(find_signs("internal_place", text), None) is not None
    )


def _is_worth_reading(answer: Answer) -> bool:
    """Return whether it says something by itself: no gap, no title row, no label with a tick."""
    if not answer.usable or answer.kind != "row":
        return answer.usable
    values = [cell.text for cell in answer.cells[1:]]
    titles = not answer.header and len(answer.cells) > _LABELLED
    return not titles and not all(_ONLY_TICKED.fullmatch(value) for value in values)
