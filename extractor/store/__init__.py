"""Keep sources, readings, dossiers, drafts and decisions; rows are only ever added.

`forgetting` alone removes texts, of one dossier at a person's request.
"""

from extractor.store.decisions import NO_DECISIONS
from extractor.store.dossiers import DossierDocument
from extractor.store.drafts import DraftRow
from extractor.store.forgotten import Forgotten
from extractor.store.store import Store
from extractor.store.summaries import DossierState
from extractor.store.verification import Finding
from extractor.store.workspace import open_store

__all__ = [
    "NO_DECISIONS",
    "DossierDocument",
    "DossierState",
    "DraftRow",
    "Finding",
    "Forgotten",
    "Store",
    "open_store",
]
