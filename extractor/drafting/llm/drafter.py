"""The llm drafter: questions in groups, the passages first, every answer as claims with quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from extractor.documents.profile import list_markings
from extractor.drafting.constants import find_constant
from extractor.drafting.drafter import Drafted
from extractor.drafting.llm.asking import Asker
from extractor.drafting.llm.dossier_asking import (
    PROPOSE,
    REDACTED,
    REPAIR,
    DossierAsking,
    LlmOptions,
)
from extractor.drafting.llm.planning import Plan
from extractor.drafting.llm.questions import group_fields
from extractor.drafting.room import hash_room
from extractor.models import Chunk, Dossier, Origin, Proposal, Reading, Tokens
from extractor.policy import refuse_markings
from extractor.prompts import load_prompt
from extractor.standard.catalogue import Field

__all__ = ["LlmDrafter", "LlmOptions"]


class LlmDrafter:
    """Asks a language model; every claim must bring its quote."""

    def __init__(self, readings: Mapping[str, Reading], asker: Asker, options: LlmOptions) -> None:
        self._asker = asker
        self._options = options
        reasons = {each: self._refuse(reading) for each, reading in readings.items()}
        self._kept_back = {each: reason for each, reason in reasons.items() if reason}
        self._readings = {each: readings[each] for each in readings if each not in self._kept_back}

    @property
    def fingerprint(self) -> str:
        """Return the llm, its endpoint, the prompts, the context, what is kept back, the room."""
        llm = self._asker.llm
        names = (PROPOSE, REPAIR, REDACTED) if self._options.redact else (PROPOSE, REPAIR)
        prompts = " ".join(load_prompt(name).fingerprint for name in names)
        limits = f"{self._options.context_tokens} {self._options.fields_per_call}"
        asked = f"{llm.name} {llm.endpoint} {prompts} {limits} {hash_room()}"
        return " ".join((asked, *sorted(self._kept_back)))

    @property
    def kept_back(self) -> Mapping[str, str]:
        """Return why which readings may not be sent, by their markings."""
        return self._kept_back

    def propose(
        self, dossier: Dossier, fields: Sequence[Field], passages: Sequence[Chunk]
    ) -> Drafted:
        """Return one proposal a field, in the order of the fields; its quotes are unchecked."""
        constants = {f.key: claim for f in fields if (claim := find_constant(f, dossier))}
        asked = [field for field in fields if field.key not in constants]
        groups = group_fields(asked, self._options.fields_per_call)
        asking = self._start(dossier, passages)
        found: dict[str, Proposal] = {}
        for proposals in self._ask_all(asking, groups):
            found.update(proposals)
        for key, claim in constants.items():
            found[key] = Proposal(field=key, claims=(claim,), origin=self._sign(found.values()))
        return Drafted(tuple(found[field.key] for field in fields), asking.list_left_out())

    def plan(self, dossier: Dossier, fields: Sequence[Field], passages: Sequence[Chunk]) -> Plan:
        """Return what proposing would take; nothing is asked or sent."""
        asked = [field for field in fields if find_constant(field, dossier) is None]
        groups = group_fields(asked, self._options.fields_per_call)
        return self._start(dossier, passages).plan(groups)

    def repair(
        self, dossier: Dossier, refused: Sequence[Proposal], passages: Sequence[Chunk]
    ) -> tuple[Proposal, ...]:
        """Return new proposals for the fields of which something was refused; asked once.

        Shown are the passages that come nearest to what was refused, and the best for the fields.
        Where the question fails, each says so and proposes nothing.
        """
        found = self._start(dossier, passages).repair(refused)
        return tuple(found[proposal.field] for proposal in refused)

    def _start(self, dossier: Dossier, passages: Sequence[Chunk]) -> DossierAsking:
        """Return what asks about a dossier; what is kept back is never among its passages."""
        sendable = [chunk for chunk in passages if chunk.reading in self._readings]
        return DossierAsking(dossier, self._readings, sendable, self._asker, self._options)

    def _refuse(self, reading: Reading) -> str | None:
        markings = list_markings(reading, reading.source.name)
        return refuse_markings(markings, takes_confidential=self._options.takes_confidential)

    def _ask_all(
        self, asking: DossierAsking, groups: Sequence[Sequence[Field]]
    ) -> list[dict[str, Proposal]]:
        """Ask the first alone, so that its long beginning is remembered for the others."""
        if not groups:
            return []
        first = asking.ask(groups[0])
        with ThreadPoolExecutor(max_workers=self._options.concurrency) as pool:
            return [first, *pool.map(asking.ask, groups[1:])]

    def _sign(self, proposals: Iterable[Proposal]) -> Origin:
        """Return the origin of what was asked first, without its tokens."""
        first = next(iter(proposals)).origin
        return first.model_copy(update={"tokens": Tokens(), "failure": None})
