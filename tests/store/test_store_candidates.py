"""Rows of lists: the last one of a candidate counts, now or at a moment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from extractor.candidates import Candidate, CandidateLink, OutcomeChoice
from extractor.models import Registration
from extractor.store import Store
from tests.store.conftest import NOON

LATER = NOON + timedelta(hours=1)


def test_the_last_row_of_a_candidate_counts(filled: Store, candidate: Candidate) -> None:
    """Earlier rows stay, and count at the moment they were the last."""
    renamed = candidate.model_copy(update={"name": "Auto", "added_at": LATER})
    other = candidate.model_copy(update={"id": "ander"})
    filled.add_candidates([candidate, other])
    filled.add_candidates([renamed])

    assert filled.list_candidates() == (renamed, other)
    assert filled.list_candidates(NOON) == (candidate, other)
    assert filled.list_candidates(NOON - timedelta(seconds=1)) == ()


def test_a_list_is_kept_wholly_or_not_at_all(filled: Store, candidate: Candidate) -> None:
    """A row whose reading is not there takes the others with it."""
    stray = candidate.model_copy(update={"id": "ander", "reading": "nergens"})

    with pytest.raises(ValueError, match="is not there"):
        filled.add_candidates([candidate, stray])
    assert filled.list_candidates() == ()
    assert not filled.add_candidates([])


def test_the_last_word_of_a_person_counts(
    filled: Store, outcome: OutcomeChoice, candidate_link: CandidateLink
) -> None:
    """Outcomes and links are replaced by later ones, never overwritten."""
    undone = outcome.model_copy(update={"kind": None, "at": LATER})
    unlinked = candidate_link.model_copy(update={"dossier": None, "at": LATER})
    for choice in (outcome, undone):
        filled.add_outcome(choice)
    for link in (candidate_link, unlinked):
        filled.add_candidate_link(link)

    assert (filled.list_outcomes(), filled.list_outcomes(NOON)) == ((undone,), (outcome,))
    assert filled.list_candidate_links() == (unlinked,)
    assert filled.list_candidate_links(NOON) == (candidate_link,)


def test_registrations_and_dossiers_are_known_at_a_moment(
    filled: Store, registration: Registration
) -> None:
    """What was added since does not count then."""
    later = registration.model_copy(update={"lars": None, "at": LATER})
    for each in (registration, later):
        filled.add_registration(each)

    assert filled.list_registrations() == {registration.dossier: later}
    assert filled.list_registrations(NOON) == {registration.dossier: registration}
    assert len(filled.list_dossiers(NOON)) == 1
    assert filled.list_dossiers(NOON - timedelta(seconds=1)) == ()
