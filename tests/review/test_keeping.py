"""What is kept in memory is what the store would say, and only what changed is read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.organisation import OrganisationProfile
from extractor.pipeline import draft_dossier
from extractor.review import keeping
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.keeping import WorkspaceKeeper
from extractor.review.loading import load_newest, summarise_drafts, write_entries
from extractor.review.profile_values import list_profile_values
from extractor.review.registering import keep_registration
from extractor.review.reviewed import Review
from extractor.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path, reader: DocumentReader, signed: Signature) -> Iterator[Store]:
    """Return a store with three drafts."""
    with open_store(tmp_path / "werkmap") as opened:
        opened.add_profile(OrganisationProfile(name="Gemeente Duinrade"), signed.at)
        for name in ("Bomen", "Sloten", "Wegen"):
            path = tmp_path / f"{name}.md"
            path.write_text(
                f"# Systeem\n\n## Doel\n\nHet doel is schone {name.lower()}.\n", "utf-8"
            )
            draft_dossier(
                find_dossiers(path)[0],
                opened,
                reader,
                lambda readings: OfflineDrafter(readings, lambda: signed.at),
                lambda: signed.at,
            )
        yield opened


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the drafts that are read from the store, as they are."""
    read: list[str] = []

    def load(store: Store, draft: str, today: date) -> Review:
        read.append(draft)
        return load_newest(store, draft, today)

    monkeypatch.setattr(keeping, "load_newest", load)
    return read


def is_same(keeper: WorkspaceKeeper, store: Store, signed: Signature) -> bool:
    """Return whether all that is kept is what the store says now."""
    today = signed.at.date()
    return (
        keeper.list_summaries(today) == summarise_drafts(store, today)
        and keeper.write_entries(today) == write_entries(store, today)
        and keeper.list_profile_values(today) == list_profile_values(store, signed)
    )


def test_a_decision_makes_its_own_dossier_be_read_again(
    store: Store, signed: Signature, read_again: list[str]
) -> None:
    """Not the others, and nothing where nothing changed."""
    keeper = WorkspaceKeeper(store)
    assert is_same(keeper, store, signed)
    assert len(read_again) == 3
    chosen = keeper.list_summaries(signed.at.date())[1].draft

    decide_subject(store, chosen, "organization", Choice(action="accept"), signed)

    assert is_same(keeper, store, signed)
    assert read_again[3:] == [chosen]


def test_a_code_and_another_day_are_seen(store: Store, signed: Signature) -> None:
    """What stands in the register, and what a day makes of a date."""
    keeper = WorkspaceKeeper(store)
    draft = keeper.list_summaries(signed.at.date())[0].draft
    keep_registration(store, load_newest(store, draft, signed.at.date()), [], "12345678", signed)

    assert keeper.list_summaries(signed.at.date())[0].lars == "12345678"
    later = date(2027, 1, 1)
    assert keeper.list_summaries(later) == summarise_drafts(store, later)


def test_a_new_draft_takes_the_place_of_the_old(
    store: Store, signed: Signature, reader: DocumentReader, tmp_path: Path
) -> None:
    """The dossier stands once in the list, with its newest draft."""
    keeper = WorkspaceKeeper(store)
    before = keeper.list_summaries(signed.at.date())
    path = tmp_path / "Bomen.md"
    path.write_text("# Systeem\n\n## Doel\n\nHet doel is oude bomen sparen.\n", "utf-8")
    draft = draft_dossier(
        find_dossiers(path)[0],
        store,
        reader,
        lambda readings: OfflineDrafter(readings, lambda: signed.at),
        lambda: signed.at,
    )

    after = keeper.list_summaries(signed.at.date())
    assert len(after) == len(before)
    assert draft.id in {row.draft for row in after}
    assert is_same(keeper, store, signed)
