"""A dossier that did not change is known by its files alone; any change drafts it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extractor.batch import choose_offline, draft_found
from extractor.documents.folders import FoundDossier, find_dossiers
from extractor.documents.workers import Workers
from extractor.ingredients import find_unchanged
from extractor.intake.reading import DocumentReader
from extractor.intake.wanted import want_documents
from extractor.models import Draft
from extractor.organisation import OrganisationProfile
from extractor.pipeline import draft_dossier
from extractor.review.runs import explain_changes
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
GOAL = "Het doel van {name} is dat inwoners korter wachten op een {what}."


class Clock:
    """A clock that is a second further each time it is read."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        """Return the time."""
        self.at += timedelta(seconds=1)
        return self.at


CLOCK = Clock()
DRAFTING = choose_offline(CLOCK)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two dossiers, the second with two versions of one document."""
    folder = tmp_path / "dossiers"
    for name in ("Brugwacht", "Sluiswacht"):
        (folder / name).mkdir(parents=True)
        write(folder / name / "systeem.md", name, "brug")
    write(folder / "Sluiswacht" / "systeem concept.md", "Sluiswacht", "brug", "Versie 0.9")
    return folder


def write(path: Path, name: str, what: str, version: str = "Versie 1.0") -> None:
    """Write a small document on a system."""
    text = f"# Systeembeschrijving {name}\n\n{version}\n\n## Doel\n\n"
    path.write_text(text + GOAL.format(name=name, what=what) + "\n", encoding="utf-8")


def draft_whole(found: FoundDossier, store: Store, reader: DocumentReader) -> Draft:
    """Return the draft of a dossier by way of everything that is read of it."""
    return draft_dossier(found, store, reader, DRAFTING.make, CLOCK)


def test_what_did_not_change_is_not_read(root: Path, store: Store) -> None:
    """No worker is left to read with, as after a new start of the program."""
    with Workers() as workers:
        reader = DocumentReader(workers, lambda _: None)
        first = [draft_found(f, store, reader, DRAFTING, CLOCK) for f in find_dossiers(root)]
    gone = DocumentReader(workers, lambda _: None)

    again = [draft_found(f, store, gone, DRAFTING, CLOCK) for f in find_dossiers(root)]

    assert again == first
    assert len(store.list_drafts()) == 2


def test_a_change_drafts_its_own_dossier_alone(
    root: Path, store: Store, reader: DocumentReader
) -> None:
    """The other one keeps its draft, and why is told."""
    first = [draft_found(f, store, reader, DRAFTING, CLOCK) for f in find_dossiers(root)]
    write(root / "Brugwacht" / "systeem.md", "Brugwacht", "sluis")
    write(root / "Brugwacht" / "extra.md", "Brugwacht", "gemaal")

    again = [draft_found(f, store, reader, DRAFTING, CLOCK) for f in find_dossiers(root)]

    assert again[1] == first[1]
    changes = explain_changes(first[0], again[0], store)
    assert [(each.reason, each.documents) for each in changes] == [
        ("changed", ("systeem.md",)),
        ("added", ("extra.md",)),
    ]
    back = explain_changes(again[0], first[0], store)
    assert [each.reason for each in back] == ["changed", "removed"]


def change_content(folder: Path, _store: Store) -> None:
    """Write another sentence."""
    write(folder / "systeem.md", "Sluiswacht", "gemaal")


def add_document(folder: Path, _store: Store) -> None:
    """Put a document beside."""
    write(folder / "advies.md", "Sluiswacht", "kade")


def remove_document(folder: Path, _store: Store) -> None:
    """Take one away."""
    (folder / "systeem.md").unlink()


def rename_document(folder: Path, _store: Store) -> None:
    """Give one another name."""
    (folder / "systeem.md").rename(folder / "beschrijving.md")


def swap_documents(folder: Path, _store: Store) -> None:
    """Let two documents change places."""
    one, other = folder / "systeem.md", folder / "systeem concept.md"
    texts = one.read_bytes(), other.read_bytes()
    other.write_bytes(texts[0])
    one.write_bytes(texts[1])


def empty_document(folder: Path, _store: Store) -> None:
    """Leave nothing in one."""
    (folder / "systeem.md").write_bytes(b"")


def keep_profile(_folder: Path, store: Store) -> None:
    """Say who the organisation is."""
    store.add_profile(OrganisationProfile(name="Gemeente Duinrade"), NOON)


def touch_nothing(_folder: Path, _store: Store) -> None:
    """Change nothing."""


@pytest.mark.parametrize("wanted", [(), ("systeem concept.md",)])
@pytest.mark.parametrize(
    "change",
    [
        touch_nothing,
        change_content,
        add_document,
        remove_document,
        rename_document,
        swap_documents,
        empty_document,
        keep_profile,
    ],
)
def test_the_short_way_never_says_otherwise(
    root: Path,
    store: Store,
    reader: DocumentReader,
    change: Callable[[Path, Store], None],
    wanted: tuple[str, ...],
) -> None:
    """Where a draft is known by the files, drafting in full gives that very draft."""
    folder = root / "Sluiswacht"
    draft_whole(find_dossiers(folder)[0], store, reader)
    change(folder, store)
    (found,) = want_documents(find_dossiers(folder), wanted)
    assert DRAFTING.fingerprint is not None

    known = find_unchanged(found, DRAFTING.fingerprint, store)

    made = draft_whole(found, store, reader)
    assert known in (None, made)
    assert (known is not None) == (change is touch_nothing and not wanted)
    assert find_unchanged(found, DRAFTING.fingerprint, store) in (None, made)


def test_other_rules_draft_all_again(root: Path, store: Store, reader: DocumentReader) -> None:
    """A newer version of the program is no reason to leave an old draft."""
    found = find_dossiers(root)[0]
    draft_whole(found, store, reader)

    assert find_unchanged(found, "other rules", store) is None
