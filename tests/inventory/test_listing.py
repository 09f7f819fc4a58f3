"""What became of each candidate: from the work, or because a person says so."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

import pytest

from extractor.errors import BronvastError, CandidateNotFound, OutcomeRefused
from extractor.inventory.choosing import (
    OutcomeForm,
    choose_outcome,
    label_kind,
    link_dossier,
    read_kind,
)
from extractor.inventory.listing import ListedCandidate, list_candidates
from extractor.inventory.overview import make_inventory
from extractor.models import (
    Absence,
    Coverage,
    Decision,
    Dossier,
    Draft,
    Origin,
    Proposal,
    Registration,
)
from extractor.published import Publication, PublishedEntry
from extractor.standard.catalogue import list_decided_fields, load_fields
from extractor.store import Store
from tests.inventory.conftest import NOON, ROWS, Keep

DAY = timedelta(days=1)
SCANAUTO = "Parkeercontrole scanauto"
NOTHING = Absence(kind="not_found", reason="niet gevonden in wat gelezen is")


def add_draft(store: Store, at: datetime) -> Draft:
    """Add a draft of the first candidate's dossier, in which nothing was found."""
    store.add_dossier(Dossier(id="scan", name=SCANAUTO, origin="/d/scan"), at)
    origin = Origin(drafter="offline", at=at)
    draft = Draft(
        id="a1b2c3d4",
        dossier="scan",
        documents=(),
        proposals=tuple(
            Proposal(field=field.key, absent=NOTHING, origin=origin) for field in load_fields()
        ),
        coverage=Coverage(pages_read=1),
        created_at=at,
    )
    store.add_draft(draft)
    return draft


def decide_all(store: Store, draft: Draft, at: datetime, **values: str) -> None:
    """Decide every field of the draft, empty but for these values."""
    for field in list_decided_fields():
        value = values.get(field.key)
        number = hashlib.sha256(field.key.encode()).hexdigest()[:8]
        decision = Decision(
            id=number,
            dossier=draft.dossier,
            draft=draft.id,
            subject=field.key,
            action="edit" if value else "empty",
            value=value,
            reviewer="x",
            decided_at=at,
        )
        store.add_decision(decision)


def choose(store: Store, candidate: str, kind: str, at: datetime = NOON, **told: str) -> None:
    """Let J. Vos choose an outcome."""
    form = OutcomeForm(candidate=candidate, kind=read_kind(kind), **told)
    choose_outcome(store, form, "J. Vos", at)


def find_first(store: Store, at: datetime | None = None) -> ListedCandidate:
    """Return the first candidate."""
    return list_candidates(store, at)[0]


def test_the_outcome_follows_from_the_work(store: Store, keep: Keep) -> None:
    """To do, draft, confirmed, delivered; and at each moment in between what was so then."""
    keep(*ROWS)
    draft = add_draft(store, NOON + DAY)
    decide_all(store, draft, NOON + 2 * DAY, publication_category="Overige algoritmes")
    done = Registration(dossier="scan", copied=(), lars="12345678", reviewer="x", at=NOON + 3 * DAY)
    store.add_registration(done.model_copy(update={"lars": None, "at": NOON + 2 * DAY}))
    store.add_registration(done)

    moments = [None, *(NOON + number * DAY for number in range(4))]
    found = [find_first(store, at) for at in moments]
    assert [each.outcome.kind for each in found] == [
        "delivered",
        "to do",
        "draft",
        "confirmed",
        "delivered",
    ]
    assert [each.dossier for each in found] == ["scan", None, "scan", "scan", "scan"]
    assert list_candidates(store, NOON - DAY) == ()
    assert {each.outcome.kind for each in list_candidates(store)[1:]} == {"to do"}


def test_what_a_download_of_the_register_holds_is_published(store: Store, keep: Keep) -> None:
    """Under the entry's own code, and from the day on that the download was read."""
    keep(*ROWS)
    add_draft(store, NOON)
    done = Registration(dossier="scan", copied=(), lars="12345678", reviewer="x", at=NOON)
    store.add_registration(done)
    for lars, at in (("87654321", NOON), ("12345678", NOON + DAY)):
        entry = PublishedEntry(lars=lars, standard_version="1.0", published_on=None, values={})
        publication = Publication(
            entry=entry,
            reading=store.list_candidates()[0].reading,
            places={},
            document="download.csv",
            downloaded_on=NOON.date(),
            added_at=at,
        )
        store.add_publication(publication)

    found = [find_first(store, at).outcome.kind for at in (NOON, NOON + DAY)]

    assert found == ["delivered", "published"]


def test_a_decision_that_was_replaced_since_counted_then(store: Store, keep: Keep) -> None:
    """Taking a field back opens the entry now, not on the day it was reported."""
    keep(*ROWS)
    draft = add_draft(store, NOON)
    decide_all(store, draft, NOON)
    first = store.list_decisions("scan")[0]
    taken = {"id": "anders", "action": "withdraw", "value": None, "replaces": first.id}
    store.add_decision(first.model_copy(update={**taken, "decided_at": NOON + DAY}))

    assert find_first(store, NOON).outcome.kind == "confirmed"
    assert find_first(store).outcome.kind == "draft"


def test_what_the_list_says_comes_along(store: Store, keep: Keep) -> None:
    """With the register's own words where they can be told."""
    keep(*ROWS)
    first = find_first(store)

    assert first.model_dump(exclude={"id", "outcome"}) == {
        "name": SCANAUTO,
        "service": "Toezicht",
        "process": "Parkeren",
        "supplier": None,
        "status": "In gebruik",
        "category": "Impactvolle algoritmes",
        "contact": None,
        "dossier": None,
    }


def test_a_decided_category_goes_before_the_list(store: Store, keep: Keep) -> None:
    """What a person decided on the documents is later and better than a cell."""
    keep(*ROWS)
    decide_all(store, add_draft(store, NOON), NOON, publication_category="Overige algoritmes")

    assert find_first(store).category == "Overige algoritmes"


@pytest.mark.parametrize("kind", ["no algorithm", "published", "prohibited practice", "to do"])
def test_a_person_goes_before_the_work(store: Store, keep: Keep, kind: str) -> None:
    """Their choice counts until they take it back; at a moment only what was chosen by then."""
    keep(*ROWS)
    add_draft(store, NOON)
    choose(store, SCANAUTO, kind, NOON + DAY, note="  gezien\n")

    outcome = find_first(store).outcome
    assert (outcome.kind, outcome.reviewer, outcome.note) == (kind, "J. Vos", "gezien")
    assert outcome.at == NOON + DAY
    assert find_first(store, NOON).outcome.kind == "draft"
    choose(store, SCANAUTO, "derived", NOON + 2 * DAY)
    assert find_first(store).outcome.kind == "draft"


def test_a_part_names_its_whole(store: Store, keep: Keep) -> None:
    """One level deep, and never round in a circle."""
    keep(*ROWS)
    choose(store, "slootschouw", "deel van", part_of=SCANAUTO)

    assert list_candidates(store)[1].outcome.part_of == find_first(store).id
    with pytest.raises(OutcomeRefused, match="zelf een deel"):
        choose(store, "Documenten lakken", "part of", part_of="Slootschouw")
    with pytest.raises(OutcomeRefused, match="al andere kandidaten"):
        choose(store, SCANAUTO, "part of", part_of="Documenten lakken")
    with pytest.raises(OutcomeRefused, match="geen deel van zichzelf"):
        choose(store, SCANAUTO, "part of", part_of=SCANAUTO)
    with pytest.raises(OutcomeRefused, match=f"waar {SCANAUTO} een deel van is"):
        choose(store, SCANAUTO, "part of")
    with pytest.raises(OutcomeRefused, match="noemt een andere"):
        choose(store, SCANAUTO, "published", part_of="Slootschouw")


def test_what_is_not_published_has_a_ground(store: Store, keep: Keep) -> None:
    """One of those of the law, and no other outcome has one."""
    keep(*ROWS)
    choose(store, SCANAUTO, "niet publiceren", ground="opsporing")

    assert find_first(store).outcome.ground == "opsporing"
    with pytest.raises(BronvastError, match="waarom dit niet mag"):
        choose(store, SCANAUTO, "not published")
    with pytest.raises(BronvastError, match="grond geheim is er niet"):
        choose(store, SCANAUTO, "not published", ground="geheim")
    with pytest.raises(OutcomeRefused, match="heeft een grond"):
        choose(store, SCANAUTO, "draft", ground="opsporing")


@pytest.mark.parametrize("reviewer", ["", "  ", "\u200b"])
def test_nobody_chooses_without_a_name(store: Store, keep: Keep, reviewer: str) -> None:
    """An outcome that is chosen has somebody to ask."""
    keep(*ROWS)
    with pytest.raises(OutcomeRefused, match="wie kiest"):
        choose_outcome(store, OutcomeForm(candidate=SCANAUTO, kind="draft"), reviewer, NOON)
    with pytest.raises(OutcomeRefused, match="wie kiest"):
        link_dossier(store, SCANAUTO, None, reviewer, NOON)


def test_a_candidate_is_found_by_name_or_number_alone(store: Store, keep: Keep) -> None:
    """Never a guess: none and several are refused."""
    keep(ROWS[0], ROWS[0])
    first, second = list_candidates(store)
    for named, count in ((SCANAUTO, 2), ("Elders", 0), ("", 0)):
        with pytest.raises(CandidateNotFound) as refused:
            choose(store, named, "draft")
        assert (": 2 heten zo" in str(refused.value)) == (count == 2)
    choose(store, second.id[:8], "no algorithm")

    assert [each.outcome.kind for each in list_candidates(store)] == ["to do", "no algorithm"]
    assert first.id != second.id


def test_an_outcome_that_is_not_there_is_refused_with_those_that_are() -> None:
    """The hint lists them; Dutch words are taken too."""
    with pytest.raises(OutcomeRefused) as refused:
        read_kind("klaar")

    assert "prohibited practice" in refused.value.hint
    assert read_kind("Geen algoritme") == "no algorithm"
    assert label_kind("part of") == "deel van een andere"


def test_a_person_links_a_dossier(store: Store, keep: Keep) -> None:
    """By name or id; and takes it back by linking to none."""
    keep(*ROWS)
    add_draft(store, NOON)
    link_dossier(store, "Documenten lakken", SCANAUTO.upper(), "J. Vos", NOON + DAY)
    link_dossier(store, SCANAUTO, None, "J. Vos", NOON + DAY)

    assert [each.dossier for each in list_candidates(store)] == [None, None, "scan"]
    assert [each.dossier for each in list_candidates(store, NOON)] == ["scan", None, None]
    with pytest.raises(OutcomeRefused, match="dossier Elders is er niet"):
        link_dossier(store, SCANAUTO, "Elders", "J. Vos", NOON)


def test_dossiers_that_no_list_names_are_told(store: Store, keep: Keep) -> None:
    """An algorithm that the organisation forgot to list is not lost."""
    keep(ROWS[1])
    add_draft(store, NOON)

    assert [each.name for each in make_inventory(store).unlisted] == [SCANAUTO]
