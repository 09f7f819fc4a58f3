"""What goes into a draft, and the id it gives: the same ingredients never make a second draft."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from extractor import intake
from extractor.contradictions import hash_rules
from extractor.documents import profile as profiles
from extractor.documents.files import load_file
from extractor.documents.folders import FoundDossier
from extractor.drafting.room import hash_room
from extractor.intake.dossiers import name_origin
from extractor.intake.recalling import find_kept
from extractor.models import Dossier, Draft
from extractor.organisation import OrganisationProfile
from extractor.screening.steps import load_steps
from extractor.store import Store
from extractor.suggesting import hash_suggesting


def list_ingredients(
    read: Iterable[tuple[str, str]],
    replaced: Mapping[str, str],
    wanted: Iterable[str],
    profile: OrganisationProfile | None,
) -> list[str]:
    """Return what goes into a draft beside a drafter: what is read, what feeds it, the screen.

    `read` holds the path and the reading of each document, `replaced` by path that of the version
    that counts instead, and `wanted` the paths that a person said count.
    """
    return [
        *(f"{path}\t{reading}" for path, reading in read),
        *(f"{path}\treplaced by {by}" for path, by in replaced.items()),
        *(f"{path}\twanted" for path in sorted(wanted)),
        load_steps().fingerprint,
        *([f"profile {profile.fingerprint}"] if profile else []),
    ]


def make_draft_id(
    dossier: Dossier, ingredients: Iterable[str], fingerprint: str, attempt: int = 0
) -> str:
    """Return a hash of what goes into a draft, with the fingerprint of its drafter."""
    rules = f"{hash_rules()} {hash_suggesting()} {_hash_intake()}"
    parts = [dossier.id, dossier.name, fingerprint, rules, str(attempt), *ingredients]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:12]


def find_draft(
    dossier: Dossier, ingredients: Iterable[str], fingerprint: str, store: Store
) -> tuple[str, Draft | None]:
    """Return the id of a draft made so, and the draft if it is there.

    A draft of which a question to the llm failed is not the last word: it is made again, and
    what was answered is not asked again.
    """
    stored = {row.id for row in store.list_drafts(dossier.id)}
    listed = list(ingredients)
    attempt = 0
    while True:
        draft_id = make_draft_id(dossier, listed, fingerprint, attempt)
        known = store.get_draft(draft_id) if draft_id in stored else None
        if known is None or not known.coverage.calls_failed:
            return draft_id, known
        attempt += 1


def find_unchanged(found: FoundDossier, fingerprint: str, store: Store) -> Draft | None:
    """Return the dossier's newest draft where making it again would give the same; else none.

    Looks at the bytes of the files and never at what was read of them: of many dossiers few have
    changed. None is no answer, the dossier may still turn out to be the same.
    """
    dossier = store.find_dossier_by_origin(name_origin(found))
    if dossier is None or dossier.name != found.name:
        return None
    made = store.latest_draft(dossier.id)
    if made is None or made.coverage.calls_failed:
        return None
    if [each.path for each in made.documents] != [file.shown for file in found.files]:
        return None
    if not _are_same_files(found, dossier, made, store):
        return None
    ingredients = list_ingredients(
        ((each.path, each.reading) for each in made.documents),
        {each.path: each.replaced_by for each in made.documents if each.replaced_by},
        found.wanted,
        store.get_profile(),
    )
    return made if make_draft_id(dossier, ingredients, fingerprint) == made.id else None


def _are_same_files(found: FoundDossier, dossier: Dossier, made: Draft, store: Store) -> bool:
    """Return whether each file still has the bytes of which the draft rests on the reading."""
    linked = {each.path: each.source.sha256 for each in store.list_documents(dossier.id)}
    for file, document in zip(found.files, made.documents, strict=True):
        loaded = load_file(file.path, file.within or found.path)
        if loaded.problem or linked.get(file.shown) != loaded.sha256:
            return False
        if find_kept(store, loaded) != document.reading:
            return False
    return True


@cache
def _hash_intake() -> str:
    """Return a hash of the rules by which one document replaces another."""
    rooms = (Path(room.__file__ or "").parent for room in (intake, profiles))
    return "-".join(hash_room(room) for room in rooms)
