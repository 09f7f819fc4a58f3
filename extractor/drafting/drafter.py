"""The seam between the pipeline and whoever proposes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from extractor.models import Chunk, Dossier, Proposal
from extractor.standard.catalogue import Field


@dataclass(frozen=True)
class Drafted:
    """What a drafter proposed, and which passages it was not shown for want of room."""

    proposals: tuple[Proposal, ...]
    left_out: tuple[Chunk, ...] = ()


class Drafter(Protocol):
    """Anything that proposes values, with quotes, from the passages it is shown."""

    @property
    def fingerprint(self) -> str:
        """Return what tells two ways of drafting apart; it goes into the draft's id."""
        ...

    @property
    def kept_back(self) -> Mapping[str, str]:
        """Return the readings it may not be shown, each with the reason in one sentence."""
        ...

    def propose(
        self, dossier: Dossier, fields: Sequence[Field], passages: Sequence[Chunk]
    ) -> Drafted:
        """Return one proposal a field, in the order of the fields; its quotes are unchecked."""
        ...

    def repair(
        self, dossier: Dossier, refused: Sequence[Proposal], passages: Sequence[Chunk]
    ) -> tuple[Proposal, ...]:
        """Return new proposals for fields of which claims were withheld; none if it cannot."""
        ...
