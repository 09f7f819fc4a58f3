"""What is kept in memory is what the store would say, and only what changed is read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.errors import BronvastError, WorkspaceUnusable
from extractor.intake.reading import DocumentReader
from extractor.organisation import OrganisationProfile
from extractor.pipeline import draft_dossier
from extractor.review import keeping
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.keeping import WorkspaceKeeper, make_key
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


def test_a_new_program_starts_with_what_was_kept(
    store: Store, signed: Signature, read_again: list[str]
) -> None:
    """Nothing is read from the drafts, and the overview is the same."""
    today = signed.at.date()
    WorkspaceKeeper(store).list_summaries(today)
    read_again.clear()

    assert WorkspaceKeeper(store).list_summaries(today) == summarise_drafts(store, today)
    assert read_again == []
    assert is_same(WorkspaceKeeper(store), store, signed)


def test_what_is_damaged_or_of_other_rules_is_worked_out_again(
    store: Store, signed: Signature, read_again: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept is never the truth."""
    today = signed.at.date()
    one, *_ = store.list_states()
    store.add_summaries({make_key(one): '{"summary": "onzin"}'})
    assert WorkspaceKeeper(store).list_summaries(today) == summarise_drafts(store, today)
    read_again.clear()

    monkeypatch.setattr(keeping, "_hash_rules", lambda: "other rules")

    assert WorkspaceKeeper(store).list_summaries(today) == summarise_drafts(store, today)
    assert len(read_again) == 3


def test_the_files_that_judge_a_draft_are_among_the_rules() -> None:
    """A file that moves out of its room takes what is kept along with it."""
    folder = Path(keeping.__file__).parent
    judging = [folder / f"{name}.py" for name in ("loading", "profile_values", "keeping")]
    text = "".join(path.read_text(encoding="utf-8") for path in judging)
    imported = set(re.findall(r"^from extractor\.(\w+) import", text, re.MULTILINE))

    # What is refused, where the rows stand, and which object is the same count nothing.
    assert imported - {"errors", "store", "locators"} <= {*keeping.RULE_FILES, *keeping.RULE_ROOMS}


def test_who_may_only_look_sees_the_same(
    store: Store, signed: Signature, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that takes nothing is no reason to show nothing."""

    def refuse(_store: Store, _rows: object) -> bool:
        raise WorkspaceUnusable("de database is alleen te lezen")

    monkeypatch.setattr(Store, "add_summaries", refuse)

    assert is_same(WorkspaceKeeper(store), store, signed)


@given(st.lists(st.tuples(st.sampled_from("aewdrp"), st.integers(0, 2)), max_size=8))
@settings(max_examples=6)
def test_kept_overviews_are_those_worked_out_anew(
    tmp_path_factory: pytest.TempPathFactory,
    reader: DocumentReader,
    acts: list[tuple[str, int]],
) -> None:
    """After any sequence of choices, withdrawals, drafts, registrations and profiles."""
    folder = tmp_path_factory.mktemp("reeks")
    signed = Signature(reviewer="R. Lezer", at=datetime(2026, 11, 23, 12, tzinfo=UTC))
    with open_store(folder / "werkmap") as opened:
        for number in range(3):
            act(opened, reader, folder, signed, ("d", number))
        lasting = WorkspaceKeeper(opened)
        for each in acts:
            act(opened, reader, folder, signed, each)
            assert is_same(lasting, opened, signed)
            assert is_same(WorkspaceKeeper(opened), opened, signed)


def act(
    store: Store, reader: DocumentReader, folder: Path, signed: Signature, step: tuple[str, int]
) -> None:
    """Do one thing with one of the dossiers; what is refused changes nothing."""
    what, number = step
    path = folder / f"dossier {number}.md"
    today = signed.at.date()
    if what == "d":
        said = len(store.list_drafts())
        path.write_text(f"# Systeem\n\n## Doel\n\nHet doel is {said} schone sloten.\n", "utf-8")
        draft_dossier(
            find_dossiers(path)[0],
            store,
            reader,
            lambda readings: OfflineDrafter(readings, lambda: signed.at),
            lambda: signed.at,
        )
        return
    draft = store.list_states()[number].draft
    if what == "r":
        keep_registration(store, load_newest(store, draft, today), [], f"1234567{number}", signed)
    elif what == "p":
        profile = OrganisationProfile(name=f"Gemeente {len(store.list_drafts())}")
        store.add_profile(profile, signed.at)
    else:
        choices = {
            "a": ("goal", Choice(action="accept")),
            "e": ("publication_category", Choice(action="edit", typed="Impactvolle algoritmes")),
            "w": ("goal", Choice(action="withdraw")),
        }
        with suppress(BronvastError):
            decide_subject(store, draft, *choices[what], signed)
