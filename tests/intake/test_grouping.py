"""Documents grouped by a person, over what the folders suggest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.errors import DocumentNotFound, GroupingRefused
from extractor.intake.grouping import (
    find_grouped,
    keep_grouping,
    list_groups,
    move_documents,
    undo_grouping,
)
from extractor.intake.reading import DocumentReader
from extractor.intake.scanning import scan_dossiers
from extractor.pipeline import draft_dossier
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WHO = ("J. Vos", NOON)
PARKEREN = ["Parkeren/systeem.txt", "Parkeren/DPIA/dpia.txt"]
FILES = ("Parkeren/DPIA/dpia.txt", "Parkeren/systeem.txt", "Sloten/dpia.txt", "los.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two dossiers in sub-folders and a document beside them."""
    for at, name in enumerate(FILES):
        path = tmp_path / "map" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Document {at}\n\nHet doel van systeem {at} is rust.\n", "utf-8")
    return tmp_path / "map"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


def show(folder: Path, store: Store) -> dict[str, list[str]]:
    """Return the documents of each dossier by path inside the folder."""
    return list_groups(find_grouped(folder, store), folder)


def move(folder: Path, store: Store, documents: list[str], name: str, **how: bool) -> None:
    """Put documents in a dossier."""
    keep_grouping(
        store, folder, move_documents(folder, show(folder, store), documents, name, **how), WHO
    )


def test_the_folders_count_until_somebody_says_otherwise(folder: Path, store: Store) -> None:
    """And again when it is taken back."""
    before = show(folder, store)
    move(folder, store, ["los.txt"], "Parkeren")
    undo_grouping(store, folder, WHO)

    assert before == {
        "Map": ["los.txt"],
        "Sloten": ["Sloten/dpia.txt"],
        "Parkeren": PARKEREN,
    }
    assert show(folder, store) == before


def test_dossiers_are_merged_and_split(folder: Path, store: Store) -> None:
    """A dossier that loses all its documents is gone, a new name makes a new one."""
    move(folder, store, ["Sloten/dpia.txt"], "Parkeren")
    move(folder, store, ["Parkeren/systeem.txt", "los.txt"], "Losse systemen")

    assert show(folder, store) == {
        "Parkeren": ["Parkeren/DPIA/dpia.txt", "Sloten/dpia.txt"],
        "Losse systemen": ["Parkeren/systeem.txt", "los.txt"],
    }


def test_one_document_serves_several_dossiers(
    folder: Path, store: Store, reader: DocumentReader
) -> None:
    """It is in both, and each tells of the other."""
    move(folder, store, ["Parkeren/DPIA/dpia.txt"], "Sloten", also=True)

    scanned = {each.name: each for each in scan_dossiers(find_grouped(folder, store), reader)}
    assert [each.also_in for each in scanned["Parkeren"].documents] == [(), ("Sloten",)]
    assert [each.also_in for each in scanned["Sloten"].documents] == [(), ("Parkeren",)]


def test_each_dossier_is_drafted_on_its_own_documents_and_keeps_its_id(
    folder: Path, store: Store, reader: DocumentReader
) -> None:
    """A dossier that keeps its name keeps its id; a new one gets one, and keeps that too."""

    def draft_all() -> dict[str, tuple[str, list[str]]]:
        made = {}
        for found in find_grouped(folder, store):
            draft = draft_dossier(
                found, store, reader, lambda r: OfflineDrafter(r, lambda: NOON), lambda: NOON
            )
            paths = [each.path for each in draft.documents]
            made[found.name] = (draft.dossier, paths)
        return made

    first = draft_all()
    move(folder, store, ["Parkeren/systeem.txt"], "Nieuw")
    second, third = draft_all(), draft_all()

    assert second["Parkeren"] == (first["Parkeren"][0], ["DPIA/dpia.txt"])
    assert second["Nieuw"][1] == ["Parkeren/systeem.txt"]
    assert len({dossier for dossier, _ in second.values()}) == len(second)
    assert third == second


def test_a_document_that_is_gone_is_left_out(folder: Path, store: Store) -> None:
    """And one that came later stands where its folder puts it."""
    move(folder, store, ["los.txt"], "Parkeren")
    (folder / "los.txt").unlink()
    (folder / "Sloten" / "later.txt").write_text("Later.", "utf-8")

    assert show(folder, store) == {
        "Sloten": ["Sloten/dpia.txt", "Sloten/later.txt"],
        "Parkeren": PARKEREN,
    }


@pytest.mark.parametrize(
    ("documents", "name", "error"),
    [
        (["nergens.txt"], "Parkeren", DocumentNotFound),
        ([], "Parkeren", GroupingRefused),
        (["los.txt"], " ", GroupingRefused),
    ],
)
def test_what_cannot_be_grouped_is_refused(
    folder: Path, store: Store, documents: list[str], name: str, error: type[Exception]
) -> None:
    """A document that is not there, none at all, or a dossier without a name."""
    with pytest.raises(error):
        move(folder, store, documents, name)


def test_nothing_to_undo_is_said(folder: Path, store: Store) -> None:
    """The folders themselves cannot be taken back."""
    with pytest.raises(GroupingRefused, match="niet veranderd"):
        undo_grouping(store, folder, WHO)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    moves=st.lists(
        st.tuples(
            st.lists(st.sampled_from(FILES), min_size=1, max_size=3, unique=True),
            st.sampled_from(("Parkeren", "Sloten", "Nieuw", "Ander")),
        ),
        max_size=5,
    )
)
def test_no_document_is_lost_or_doubled_by_moving(
    folder: Path, moves: list[tuple[list[str], str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """However documents are moved, each is in one dossier."""
    with open_store(tmp_path_factory.mktemp("werkmap")) as store:
        for documents, name in moves:
            move(folder, store, documents, name)
        listed = [path for documents in show(folder, store).values() for path in documents]

    assert sorted(listed) == sorted(FILES)
    assert len(find_dossiers(folder)) == 3
