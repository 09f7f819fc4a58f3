"""Count what drafting a dossier with an llm will take, without sending anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extractor.documents.folders import FoundDossier
from extractor.drafting.llm.drafter import LlmDrafter
from extractor.drafting.llm.planning import Plan
from extractor.intake.feeding import read_feeding
from extractor.intake.reading import DocumentReader
from extractor.models import Dossier, Reading
from extractor.pipeline import list_chunks
from extractor.standard.catalogue import load_fields
from extractor.store import Store


def plan_dossier(
    found: FoundDossier,
    reader: DocumentReader,
    make_drafter: Callable[[Mapping[str, Reading]], LlmDrafter],
    store: Store | None = None,
) -> Plan:
    """Return how many questions drafting would ask and what they take.

    What is read is kept in the store, where one is given, and need not be read again.
    """
    readings = read_feeding(found, reader, store).readings
    drafter = make_drafter(readings)
    dossier = Dossier(id=found.name, name=found.name, origin=found.name)
    return drafter.plan(dossier, load_fields(), list_chunks(readings, drafter.kept_back))
