"""Which passages each group of questions is asked about, when not all of them fit."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.rules import load_rules
from extractor.drafting.offline.scope import find_scope
from extractor.drafting.offline.voices import speaks_for_itself
from extractor.evidence import CHARACTERS_PER_TOKEN, choose_passages, measure_passage
from extractor.models import Chunk, Dossier, Proposal, Reading, Span
from extractor.presenting import present
from extractor.relevance import RelevanceIndex
from extractor.standard.catalogue import Field

_PRIMARY, _SUPPORTING = 1.0, 0.3
"""What an answer to a question that feeds the field counts for, beside a relevance of at most 1."""
_OWN = 0.2
"""What the organisation's own account counts for."""
_ELSEWHERE = 0.2
"""What is left of the worth of a passage about another system than the dossier's."""
_REFUSED = 10.0
"""What a passage counts for from which a quote was refused: it is asked about again."""


class PassageChooser:
    """Chooses from the passages of one dossier; ranks them once, and only when they do not fit."""

    def __init__(
        self, readings: Mapping[str, Reading], passages: Sequence[Chunk], dossier: Dossier
    ) -> None:
        self._readings = readings
        self._dossier = dossier
        self._passages = tuple(passages)

    def choose(
        self, fields: Sequence[Field], tokens: int, refused: Sequence[Proposal] = ()
    ) -> tuple[Chunk, ...]:
        """Return the passages worth asking these fields about, in order, within so many tokens.

        First those under the questions that feed the fields, then by the fields' words, each with
        its neighbours; of refused quotes the passages that come nearest before all others.
        """
        return self._choose(
            range(len(self._passages)), tokens * CHARACTERS_PER_TOKEN, fields, refused
        )

    def halve(
        self, chosen: Sequence[Chunk], fields: Sequence[Field], refused: Sequence[Proposal] = ()
    ) -> tuple[Chunk, ...]:
        """Return the best of what was chosen, in order, in half of its room; of two or more fewer.

        One always stays.
        """
        wanted = set(chosen)
        places = [at for at, chunk in enumerate(self._passages) if chunk in wanted]
        return self._choose(places, sum(self._sizes[at] for at in places) // 2, fields, refused)

    def _choose(
        self,
        places: Sequence[int],
        room: int,
        fields: Sequence[Field],
        refused: Sequence[Proposal],
    ) -> tuple[Chunk, ...]:
        """Return what fits of the passages at these places; of any the best where none does."""
        sizes = [self._sizes[at] for at in places]
        if sum(sizes) <= room:
            return tuple(self._passages[at] for at in places)
        scored = self._score(fields, refused)
        scores = [scored[at] for at in places]
        documents = [self._passages[at].reading for at in places]
        taken = choose_passages(sizes, scores, documents, room)
        # A question about nothing would only invite an answer from elsewhere.
        best = max(range(len(places)), key=lambda at: (scores[at], -sizes[at]))
        return tuple(self._passages[places[at]] for at in taken or (best,))

    @cached_property
    def _sizes(self) -> list[int]:
        return [measure_passage(self._readings[each.reading], each) for each in self._passages]

    @cached_property
    def _index(self) -> RelevanceIndex:
        return RelevanceIndex(
            [present(self._readings[each.reading], each.span).text for each in self._passages]
        )

    @cached_property
    def _shown(self) -> list[Reading]:
        return [self._readings[each] for each in dict.fromkeys(c.reading for c in self._passages)]

    @cached_property
    def _said(self) -> list[Answer]:
        """Return all that the passages say, in reading order."""
        spans = [[c.span for c in self._passages if c.reading == each.id] for each in self._shown]
        return list_answers(self._shown, spans)

    @cached_property
    def _answers(self) -> list[list[Answer]]:
        """Return what each passage says."""
        within: dict[str, list[Answer]] = defaultdict(list)
        for answer in self._said:
            within[answer.reading].append(answer)
        return [list(_list_touched(within[each.reading], each.span)) for each in self._passages]

    @cached_property
    def _elsewhere(self) -> frozenset[int]:
        """Return the places of the passages of which every sentence is about another system."""
        scope = find_scope(load_rules().scope, self._dossier, self._shown, self._said)
        return frozenset(
            at
            for at, answers in enumerate(self._answers)
            if answers and not any(map(scope.is_near, answers))
        )

    def _score(self, fields: Sequence[Field], refused: Sequence[Proposal]) -> list[float]:
        scores = [0.0] * len(self._passages)
        for field in fields:
            for rank, at in enumerate(self._rank(field.key), start=1):
                scores[at] = max(scores[at], 1 / rank)
        nearest = [
            rejected.nearest
            for proposal in refused
            for claim in proposal.withheld
            for rejected in claim.rejected
            if rejected.nearest
        ]
        return [
            score
            + _REFUSED
            * any(n.reading == chunk.reading and n.span.touches(chunk.span) for n in nearest)
            for chunk, score in zip(self._passages, scores, strict=True)
        ]

    def _rank(self, key: str) -> list[int]:
        """Return the places of the passages that have to do with a field, the best first."""
        relevance = self._index.rank(key)
        most = max(relevance, default=0.0) or 1.0
        worth = {
            at: (weight + _OWN * (self._passages[at].reading in self._own))
            * (_ELSEWHERE if at in self._elsewhere else 1.0)
            for at, found in enumerate(relevance)
            if (weight := self._weigh_place(key, at) + found / most)
        }
        return sorted(worth, key=lambda at: -worth[at])

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(each.id for each in self._readings.values() if speaks_for_itself(each))

    def _weigh_place(self, key: str, at: int) -> float:
        if any(answer.feeds(key, primary=True) for answer in self._answers[at]):
            return _PRIMARY
        supports = any(answer.feeds(key, primary=False) for answer in self._answers[at])
        return _SUPPORTING if supports else 0.0


def _list_touched(answers: Sequence[Answer], span: Span) -> Iterator[Answer]:
    """Yield the answers of one document, in its order, that share characters with the span."""
    first = bisect_left(answers, span.start, key=lambda each: each.sentence.span.end)
    for answer in answers[first:]:
        if answer.sentence.span.start >= span.end:
            return
        if answer.sentence.span.touches(span):
            yield answer
