"""All that is known of the inventory at one moment: candidates, suggestions, what is left over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extractor.candidates import Candidate, ListedCandidate
from extractor.documents.files import show_name
from extractor.documents.folders import FoundDossier
from extractor.intake.dossiers import write_path
from extractor.intake.grouping import find_grouped
from extractor.inventory.deriving import Memory, ProgressFinder
from extractor.inventory.listing import list_current, list_matched
from extractor.inventory.matching import (
    Place,
    Suggestion,
    list_places,
    make_place,
    match_candidates,
    suggest_places,
)
from extractor.models import Dossier
from extractor.store import Store


@dataclass(frozen=True)
class InventoryRow:
    """A candidate with its row in the list, and which dossiers or folders may be about it."""

    listed: ListedCandidate
    candidate: Candidate
    dossier_name: str | None
    suggestions: tuple[Suggestion, ...]
    folder: Place | None = None
    """A folder of the same name, of which no draft was made yet."""
    folders: tuple[Suggestion, ...] = ()


@dataclass(frozen=True)
class Inventory:
    """The candidates, and the dossiers and folders that no list names."""

    rows: tuple[InventoryRow, ...]
    unlisted: tuple[Dossier, ...]
    unlisted_folders: tuple[Place, ...] = ()


def make_inventory(
    store: Store, folder: Path | None = None, memory: Memory | None = None
) -> Inventory:
    """Return the inventory as it is now; with a folder also what lies there without a draft.

    A memory spares judging drafts again on which nothing was decided since.
    """
    candidates = list_current(store)
    dossiers = store.list_dossiers()
    places, links = list_places(dossiers), store.list_candidate_links()
    certain = match_candidates(candidates, places, links)
    without = [each for each in candidates if each.id not in certain]
    settled = {link.candidate for link in links}
    suggested = suggest_places([each for each in without if each.id not in settled], places)
    folders = _list_folders(store, folder) if folder else ()
    lying = match_candidates(without, folders)
    likely = suggest_places([each for each in without if each.id not in lying], folders)
    finder = ProgressFinder(store, None, memory)
    listed_ones = list_matched(store, candidates, certain, finder)
    rows = tuple(
        InventoryRow(
            listed=listed,
            candidate=candidate,
            dossier_name=certain[candidate.id].name if candidate.id in certain else None,
            suggestions=suggested.get(candidate.id, ()),
            folder=lying.get(candidate.id),
            folders=likely.get(candidate.id, ()),
        )
        for listed, candidate in zip(listed_ones, candidates, strict=True)
    )
    used = {place.id for place in (*certain.values(), *lying.values())}
    return Inventory(
        rows=rows,
        unlisted=tuple(each for each in dossiers if each.id not in used),
        unlisted_folders=tuple(place for place in folders if place.id not in used),
    )


def _list_folders(store: Store, folder: Path) -> tuple[Place, ...]:
    """Return the dossiers of a tree of which the workspace has no draft."""
    return tuple(
        make_place(show_name(str(each.path)), each.name, (each.name, show_name(each.path.name)))
        for each in find_grouped(folder, store)
        if store.find_dossier_by_origin(_write_origin(each)) is None
    )


def _write_origin(found: FoundDossier) -> str:
    return write_path(found.path.resolve()) + (f"//{found.part}" if found.part else "")
