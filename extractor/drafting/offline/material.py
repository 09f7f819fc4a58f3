"""What the offline drafter has of a dossier, and which of it a text may be made of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.fitness import (
    withhold_overtaken,
    withhold_persons,
    withhold_repeated,
    withhold_unfit,
)
from extractor.drafting.offline.rules import Rules
from extractor.drafting.offline.rules.text import ABOUT_DOCUMENTS, SUMMARY
from extractor.drafting.offline.scope import Scope, find_scope
from extractor.drafting.offline.sections import find_instrument
from extractor.drafting.offline.unused_data import mark_unused
from extractor.drafting.offline.usability import is_gap
from extractor.drafting.offline.voices import is_closed, is_foreign, speaks_for_itself
from extractor.instruments.template import is_template_sentence
from extractor.models import Dossier, Reading, Span
from extractor.relevance import RelevanceIndex


@dataclass(frozen=True)
class Material:
    """The organisation's own documents with what they answer."""

    readings: tuple[Reading, ...]
    said: tuple[Answer, ...]
    """Every answer that is not kept inside, holds no gap and is not only the form's text."""
    scope: Scope
    offered: tuple[Answer, ...]
    """All answers in their places; usable are those that a text of the entry may be made of."""
    documented: tuple[Answer, ...]
    """The same for a text about documents, where plans and advice are what is asked for."""
    summed_up: tuple[Answer, ...]
    """The same for a text that sums up, as the summaries do that feed no other."""

    @cached_property
    def _index(self) -> RelevanceIndex:
        return RelevanceIndex([answer.sentence.text for answer in self.offered])

    def measure_relevance(self, key: str) -> dict[int, float]:
        """Return by place how much a passage's words are those of the field, from 0 to 1."""
        scores = self._index.rank(key)
        most = max(scores, default=0.0) or 1.0
        return {
            answer.position: score / most
            for answer, score in zip(self.offered, scores, strict=True)
            if score
        }

    def list_offered(self, key: str) -> tuple[Answer, ...]:
        """Return what the text field may be made of."""
        if key == SUMMARY:
            return self.summed_up
        return self.documented if key == ABOUT_DOCUMENTS else self.offered


def name_document(reading: Reading) -> str:
    """Return what a document calls itself: its file's name, as words, and its first heading."""
    stem = reading.source.name.rpartition(".")[0]
    heading = next((block for block in reading.blocks if block.kind == "heading"), None)
    title = heading.span.of(reading.text) if heading else ""
    return f"{re.sub(r'[-_]+', ' ', stem)} {title}"


def gather_material(
    rules: Rules, dossier: Dossier, readings: Sequence[Reading], shown: Mapping[str, list[Span]]
) -> Material:
    """Return the answers that the organisation's own documents give in what was shown of them."""
    own = [reading for reading in readings if speaks_for_itself(reading)]
    answered = list_answers(own, [shown[reading.id] for reading in own], repeated=True)
    listed = mark_unused(rules.unused_data, answered)
    silent = {
        each.id
        for each in own
        if is_foreign(each) or rules.fitness.documents.search(name_document(each))
    }
    closed = [is_closed(rules.style, answer.headings) for answer in listed]
    said = (
        answer
        for answer, inside in zip(listed, closed, strict=True)
        if not (inside or answer.section.repeats or _is_template(answer) or _is_open(answer))
    )
    scope = find_scope(rules.scope, dossier, own, listed)
    near = scope.withhold_others(
        [
            replace(answer, usable=False)
            if inside or answer.reading in silent or answer.unused
            else answer
            for answer, inside in zip(listed, closed, strict=True)
        ]
    )
    instruments = (find_instrument(reading) for reading in own)
    kinds = frozenset(each.kind for each in instruments if each)
    summed_up = withhold_unfit(rules.fitness, near)
    offered = withhold_repeated(summed_up)
    documented = withhold_overtaken(rules.fitness, kinds, withhold_repeated(withhold_persons(near)))
    return Material(
        tuple(own), tuple(said), scope, tuple(offered), tuple(documented), tuple(summed_up)
    )


def _is_open(answer: Answer) -> bool:
    """Return whether a sentence or item holds a gap; in a row that says nothing of other cells."""
    return answer.kind != "row" and is_gap(answer.sentence.text)


def _is_template(answer: Answer) -> bool:
    """Return whether it is only the form's text; an answer in a row of the form is more."""
    if answer.kind == "sentence":
        return answer.template
    return answer.template and is_template_sentence(answer.sentence.text)
