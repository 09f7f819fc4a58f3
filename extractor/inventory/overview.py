"""All that is known of the inventory at one moment: candidates, suggestions, what is left over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extractor.candidates import Candidate, ListedCandidate
from extractor.documents.files import show_name
from extractor.documents.folders import FoundDossier
from extractor.intake.dossiers import write_path
from extractor.intake.grouping import find_grouped
from extractor.inventory.listing import list_candidates, list_current, match_dossiers
from extractor.inventory.matching import Matches, Place, Suggestion, match_candidates
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


def make_inventory(store: Store, folder: Path | None = None) -> Inventory:
    """Return the inventory as it is now; with a folder also what lies there without a draft."""
    candidates = list_current(store)
    matches = match_dossiers(store, candidates)
    dossiers = {each.id: each for each in store.list_dossiers()}
    without = [each for each in candidates if each.id not in matches.certain]
    places = _list_folders(store, folder) if folder else ()
    found = match_candidates(without, places)
    rows = tuple(
        _make_row(listed, candidate, dossiers, matches, found)
        for listed, candidate in zip(list_candidates(store), candidates, strict=True)
    )
    used = {row.listed.dossier for row in rows}
    taken = {place.id for place in found.certain.values()}
    return Inventory(
        rows=rows,
        unlisted=tuple(each for each in dossiers.values() if each.id not in used),
        unlisted_folders=tuple(place for place in places if place.id not in taken),
    )


def _make_row(
    listed: ListedCandidate,
    candidate: Candidate,
    dossiers: dict[str, Dossier],
    matches: Matches,
    found: Matches,
) -> InventoryRow:
    dossier = dossiers.get(listed.dossier or "")
    return InventoryRow(
        listed=listed,
        candidate=candidate,
        dossier_name=dossier.name if dossier else None,
        suggestions=matches.suggested.get(candidate.id, ()),
        folder=found.certain.get(candidate.id),
        folders=found.suggested.get(candidate.id, ()),
    )


def _list_folders(store: Store, folder: Path) -> tuple[Place, ...]:
    """Return the dossiers of a tree of which the workspace has no draft."""
    return tuple(
        Place(show_name(str(each.path)), each.name, (each.name, show_name(each.path.name)))
        for each in find_grouped(folder, store)
        if store.find_dossier_by_origin(_write_origin(each)) is None
    )


def _write_origin(found: FoundDossier) -> str:
    return write_path(found.path.resolve()) + (f"//{found.part}" if found.part else "")
