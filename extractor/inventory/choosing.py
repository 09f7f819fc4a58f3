"""What a person says of a candidate: what became of it, and which dossier is about it."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import get_args

from extractor.candidates import Candidate, CandidateLink, OutcomeChoice, OutcomeKind
from extractor.errors import CandidateNotFound, OutcomeRefused
from extractor.grounds import find_ground
from extractor.inventory.columns import fold_words, show_text
from extractor.inventory.listing import list_current
from extractor.models import Record
from extractor.store import Store

KINDS: tuple[OutcomeKind, ...] = get_args(OutcomeKind)
LONGEST_NOTE = 2000


class OutcomeForm(Record):
    """What a person fills in: an outcome, and what belongs to it."""

    candidate: str
    """Its name, its number, or how that starts."""
    kind: OutcomeKind | None
    """None to let the outcome follow from the work again."""
    part_of: str | None = None
    ground: str | None = None
    note: str | None = None


def choose_outcome(store: Store, form: OutcomeForm, reviewer: str, at: datetime) -> OutcomeChoice:
    """Return what was kept: what a person says became of a candidate.

    Refused without a name, without the candidate it is a part of, and without a ground where it
    stays out of the register.
    """
    candidates = list_current(store)
    candidate = find_candidate(candidates, form.candidate)
    choice = OutcomeChoice(
        candidate=candidate.id,
        kind=form.kind,
        part_of=_find_whole(store, candidates, candidate, form),
        ground=_find_ground(form),
        note=_read_note(form.note),
        reviewer=_require_reviewer(reviewer),
        at=at,
    )
    store.add_outcome(choice)
    return choice


def link_dossier(
    store: Store, named: str, dossier: str | None, reviewer: str, at: datetime
) -> CandidateLink:
    """Return what was kept: the dossier that a person says is about a candidate, or that none is.

    The dossier is named by its id or its name.
    """
    candidate = find_candidate(list_current(store), named)
    link = CandidateLink(
        candidate=candidate.id,
        dossier=None if dossier is None else _find_dossier(store, dossier),
        reviewer=_require_reviewer(reviewer),
        at=at,
    )
    store.add_candidate_link(link)
    return link


def find_candidate(candidates: Sequence[Candidate], named: str) -> Candidate:
    """Return the candidate with this name or number; refused where there is none, or several."""
    wanted = fold_words(named)
    found = [each for each in candidates if each.id == named.strip()]
    found = found or [each for each in candidates if wanted and fold_words(each.name) == wanted]
    found = found or [each for each in candidates if wanted and each.id.startswith(wanted)]
    if len(found) != 1:
        raise CandidateNotFound(named, len(found))
    return found[0]


def read_kind(text: str) -> OutcomeKind | None:
    """Return the outcome in English or Dutch; none where it shall follow from the work again."""
    words = _load_words()
    told = fold_words(text)
    if told not in words:
        listed = ", ".join(KINDS)
        raise OutcomeRefused(
            f"uitkomst {text} is er niet",
            f"Kies uit: {listed}; of derived om een keuze terug te nemen.",
        )
    return words[told]


def label_kind(kind: OutcomeKind) -> str:
    """Return what an outcome is called on the page."""
    return _load_labels()[kind][0]


def _find_whole(
    store: Store, candidates: Sequence[Candidate], candidate: Candidate, form: OutcomeForm
) -> str | None:
    """Return the candidate that this one is a part of; a whole is no part of another itself."""
    if form.kind != "part of":
        if form.part_of:
            raise OutcomeRefused("alleen “part of” noemt een andere kandidaat")
        return None
    if not form.part_of:
        raise OutcomeRefused(
            f"er staat niet waar {candidate.name} een deel van is", "Noem dat met --part-of."
        )
    whole = find_candidate(candidates, form.part_of)
    chosen = {each.candidate: each for each in store.list_outcomes()}
    if whole.id == candidate.id:
        raise OutcomeRefused(f"{candidate.name} kan geen deel van zichzelf zijn")
    if whole.id in chosen and chosen[whole.id].kind == "part of":
        raise OutcomeRefused(
            f"{whole.name} is zelf een deel van een andere kandidaat", "Noem die andere."
        )
    if any(each.kind == "part of" and each.part_of == candidate.id for each in chosen.values()):
        raise OutcomeRefused(
            f"van {candidate.name} zijn al andere kandidaten een deel", "Verander die eerst."
        )
    return whole.id


def _find_ground(form: OutcomeForm) -> str | None:
    if form.kind == "not published":
        return find_ground(form.ground).key
    if form.ground:
        raise OutcomeRefused("alleen “not published” heeft een grond")
    return None


def _read_note(note: str | None) -> str | None:
    told = show_text(note or "")
    if len(told) > LONGEST_NOTE:
        raise OutcomeRefused(f"de opmerking is langer dan {LONGEST_NOTE} tekens")
    return told or None


def _require_reviewer(reviewer: str) -> str:
    name = show_text(reviewer)
    if not name:
        raise OutcomeRefused("er staat niet wie kiest", "Geef uw naam met --reviewer.")
    return name


def _find_dossier(store: Store, named: str) -> str:
    dossiers = store.list_dossiers()
    found = [each.id for each in dossiers if each.id == named.strip()]
    wanted = fold_words(named)
    found = found or [
        each.id
        for each in dossiers
        if wanted in {fold_words(name) for name in (each.name, *each.aliases)}
    ]
    if len(found) != 1:
        what = "is er niet" if not found else f"is niet eenduidig: {len(found)} heten zo"
        raise OutcomeRefused(f"dossier {named} {what}", "Bekijk de dossiers: `bronvast drafts`.")
    return found[0]


@cache
def _load_labels() -> dict[OutcomeKind, list[str]]:
    """Return the Dutch words for each outcome, the one that is shown first."""
    text = Path(__file__).with_name("outcomes.toml").read_text(encoding="utf-8")
    listed = tomllib.loads(text)
    return {kind: listed[kind] for kind in KINDS}


@cache
def _load_words() -> dict[str, OutcomeKind | None]:
    words: dict[str, OutcomeKind | None] = {"derived": None, "afgeleid": None}
    for kind, listed in _load_labels().items():
        words |= {fold_words(word): kind for word in (kind, *listed)}
    return words
