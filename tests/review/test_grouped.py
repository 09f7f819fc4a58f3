"""Who put documents together stands in the decision log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extractor.batch import choose_offline
from extractor.intake.grouping import (
    find_grouped,
    keep_grouping,
    list_groups,
    move_documents,
    undo_grouping,
)
from extractor.intake.reading import DocumentReader
from extractor.models import Decision, Draft
from extractor.review.grouped import draft_grouped, write_grouped
from extractor.review.loading import load_review
from extractor.review.signing import has_unchecked
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two dossiers of one document each."""
    for name in ("Brug", "Sluis"):
        path = tmp_path / "map" / name / f"{name.lower()}.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"# {name}\n\nHet doel van {name} is doorstroming.\n", "utf-8")
    return tmp_path / "map"


def draft_all(folder: Path, store: Store, reader: DocumentReader) -> list[Draft]:
    """Return the drafts of the folder as it is grouped now."""
    drafting = choose_offline(lambda: LATER)
    found = find_grouped(folder, store)
    return [draft_grouped(each, store, reader, drafting, lambda: LATER) for each in found]


def list_logged(store: Store, dossier: str) -> list[Decision]:
    """Return what the log holds of a dossier's grouping."""
    return [each for each in store.list_decisions(dossier) if each.subject == "grouping"]


def put_together(folder: Path, store: Store) -> None:
    """Put both documents in one dossier."""
    groups = list_groups(find_grouped(folder, store), folder)
    moved = move_documents(folder, groups, ["Sluis/sluis.md"], "Brug")
    keep_grouping(store, folder, moved, ("J. Vos", NOON))


def test_a_grouping_is_logged_on_the_first_draft_that_rests_on_it(
    folder: Path, store: Store, reader: DocumentReader
) -> None:
    """Under who chose it and when; drafting again adds nothing, and the chain is sound."""
    put_together(folder, store)

    (draft,) = draft_all(folder, store, reader)
    draft_all(folder, store, reader)

    (logged,) = list_logged(store, draft.dossier)
    assert logged.value == ("Brug/brug.md", "Sluis/sluis.md")
    assert (logged.reviewer, logged.decided_at, logged.action) == ("J. Vos", NOON, "edit")
    assert store.verify() == ()


def test_a_grouping_taken_back_is_withdrawn_in_the_log(
    folder: Path, store: Store, reader: DocumentReader
) -> None:
    """And one made anew stands again; each is a row of its own."""
    put_together(folder, store)
    draft_all(folder, store, reader)
    undo_grouping(store, folder, ("M. de Wit", LATER))
    drafts = draft_all(folder, store, reader)
    put_together(folder, store)
    draft_all(folder, store, reader)

    logged = list_logged(store, drafts[0].dossier)

    assert [each.action for each in logged] == ["edit", "withdraw", "edit"]
    assert logged[1].reviewer == "M. de Wit"
    assert [each.replaces for each in logged[1:]] == [each.id for each in logged[:2]]


def test_folders_that_nobody_corrected_log_nothing(
    folder: Path, store: Store, reader: DocumentReader
) -> None:
    """What a person never said is no decision."""
    drafts = draft_all(folder, store, reader)

    assert [list_logged(store, each.dossier) for each in drafts] == [[], []]


def test_a_draft_tells_who_put_its_documents_together(
    folder: Path, store: Store, reader: DocumentReader
) -> None:
    """It decides no field, and no name has to be checked for it."""
    put_together(folder, store)
    (draft,) = draft_all(folder, store, reader)

    review = load_review(store, draft.id, LATER.date())

    (told,) = write_grouped(review)
    assert told.startswith("Documenten bijeengezet door J. Vos, ")
    assert not has_unchecked(review.standing)
