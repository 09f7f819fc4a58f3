"""The offline drafter: one proposal a field, from what the documents literally say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from extractor.composing import LIST_KINDS
from extractor.drafting.constants import find_constant
from extractor.drafting.drafter import Drafted
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.closed import find_closed
from extractor.drafting.offline.facts import find_absence, find_denial
from extractor.drafting.offline.material import Material, gather_material
from extractor.drafting.offline.prose import Found, choose_text
from extractor.drafting.offline.rules import load_rules
from extractor.drafting.offline.scoring import Hints
from extractor.drafting.offline.themes import THEME, find_themes
from extractor.locators import locate
from extractor.models import (
    NOT_FOUND,
    Absence,
    Chunk,
    Citation,
    Dossier,
    Origin,
    Proposal,
    Reading,
    Span,
)
from extractor.standard.catalogue import Field


class OfflineDrafter:
    """Quotes and does not rewrite; needs no account, no network and no language model."""

    def __init__(self, readings: Mapping[str, Reading], clock: Callable[[], datetime]) -> None:
        self._readings = readings
        self._clock = clock
        self._rules = load_rules()

    @property
    def fingerprint(self) -> str:
        """Return the version of the offline rules."""
        return self._rules.fingerprint

    @property
    def kept_back(self) -> Mapping[str, str]:
        """Return nothing: what it is shown stays on this machine."""
        return {}

    def propose(
        self, dossier: Dossier, fields: Sequence[Field], passages: Sequence[Chunk]
    ) -> Drafted:
        """Return one proposal a field, in the order of the fields; its quotes are unchecked."""
        shown: dict[str, list[Span]] = defaultdict(list)
        for chunk in passages:
            shown[chunk.reading].append(chunk.span)
        readings = [self._readings[reading_id] for reading_id in shown]
        material = gather_material(self._rules, dossier, readings, shown)
        denial = find_denial(self._rules.values.denial, material.said)
        found = {
            field.key: Found()
            if denial and field.decided_by_person
            else self._find(field, dossier, material)
            for field in fields
        }
        if THEME in found and not found[THEME].claims and not denial:
            proposed = {key: each.claims for key, each in found.items()}
            found[THEME] = Found(tuple(find_themes(self._rules.themes, proposed)))
        origin = Origin(drafter="offline", prompt=self.fingerprint, at=self._clock())
        return Drafted(
            tuple(
                self._make_proposal(field, found[field.key], denial, material, origin)
                for field in fields
            )
        )

    def repair(
        self, _dossier: Dossier, _refused: Sequence[Proposal], _passages: Sequence[Chunk]
    ) -> tuple[Proposal, ...]:
        """Return nothing: what the rules find does not change by asking again."""
        return ()

    def _find(self, field: Field, dossier: Dossier, material: Material) -> Found:
        constant = find_constant(field, dossier)
        if constant is not None:
            return Found((constant,))
        if field.key in self._rules.text:
            hints = Hints(relevance=material.measure_relevance(field.key), scope=material.scope)
            return choose_text(field, self._rules, material.list_offered(field.key), hints)
        return Found(tuple(find_closed(field, self._rules, material)))

    def _make_proposal(
        self,
        field: Field,
        found: Found,
        denial: Absence | None,
        material: Material,
        origin: Origin,
    ) -> Proposal:
        together = field.key in self._rules.text or field.kind in LIST_KINDS
        if found.claims and (together or len(found.claims) == 1):
            left = tuple(self._cut(answer) for answer in found.left_out)
            return Proposal(field=field.key, claims=found.claims, suggestions=left, origin=origin)
        if found.claims:
            return Proposal(field=field.key, alternatives=found.claims, origin=origin)
        absent = denial or find_absence(field.key, self._rules.values.absences, material.said)
        return Proposal(
            field=field.key,
            absent=absent or Absence(kind="not_found", reason=NOT_FOUND),
            origin=origin,
        )

    def _cut(self, answer: Answer) -> Citation:
        reading = self._readings[answer.reading]
        span = answer.sentence.span
        place = locate(reading, span)
        return Citation(reading=reading.id, span=span, quote=span.of(reading.text), locator=place)
