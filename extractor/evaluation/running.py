"""Draft the dossiers of which the truth is known, and count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from extractor.documents.folders import FoundDossier, find_dossiers
from extractor.errors import GoldUnusable
from extractor.evaluation.counting import evaluate_draft
from extractor.evaluation.gold import Gold
from extractor.evaluation.reporting import DossierEvaluation
from extractor.models import Draft, Reading
from extractor.store import Store


def evaluate_folder(
    folder: Path, golds: Sequence[Gold], store: Store, draft: Callable[[FoundDossier], Draft]
) -> tuple[DossierEvaluation, ...]:
    """Return the evaluation of every dossier in the folder that a gold file is about.

    `draft` makes the draft of a dossier and keeps it in the store.
    """
    evaluations = []
    for found in find_dossiers(folder):
        gold = _find_gold(found, golds)
        if gold is not None:
            drafted = draft(found)
            evaluations.append(_evaluate(drafted, gold, _load_readings(drafted, store)))
    if not evaluations:
        raise GoldUnusable(str(folder), "over geen van deze dossiers zijn antwoorden bekend")
    return tuple(evaluations)


def _find_gold(found: FoundDossier, golds: Sequence[Gold]) -> Gold | None:
    """Return the gold file whose documents these are, by their paths in the dossier."""
    paths = {file.shown for file in found.files}
    return next((g for g in golds if {document.file for document in g.documents} <= paths), None)


def _load_readings(draft: Draft, store: Store) -> dict[str, Reading]:
    loaded = (store.get_reading(document.reading) for document in draft.documents)
    return {reading.id: reading for reading in loaded if reading is not None}


def _evaluate(draft: Draft, gold: Gold, readings: dict[str, Reading]) -> DossierEvaluation:
    origins = [proposal.origin for proposal in draft.proposals]
    spent = max(origin.at for origin in origins) - draft.created_at
    return DossierEvaluation(
        dossier=gold.dossier,
        draft=draft.id,
        drafter=" ".join(filter(None, (origins[0].drafter, origins[0].llm, origins[0].prompt))),
        fields=evaluate_draft(draft, gold, readings),
        calls=0 if origins[0].llm is None else len({origin.at for origin in origins}),
        tokens=sum(origin.tokens.prompt + origin.tokens.completion for origin in origins),
        seconds=spent.total_seconds(),
    )
