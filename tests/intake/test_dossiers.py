"""A dossier is known again, whatever its folder is called."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.intake.dossiers import make_slug, read_path, write_path
from extractor.models import Dossier
from extractor.store import Store

Recognise = Callable[[Path], Dossier]


def fill(folder: Path, text: str = "Een auto leest kentekens.") -> Path:
    """Return the folder with one document in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dpia.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_renamed_folder_keeps_its_dossier(root: Path, recognise: Recognise) -> None:
    """Decisions hang on the id; the old name becomes an alias."""
    before = recognise(fill(root / "Scanauto"))
    (root / "Scanauto").rename(root / "Parkeercontrole")

    after = recognise(root / "Parkeercontrole")

    assert after.id == before.id
    assert (after.name, after.aliases) == ("Parkeercontrole", ("Scanauto",))


def test_a_folder_that_gets_its_old_name_back_has_it_no_longer_as_alias(
    root: Path, recognise: Recognise
) -> None:
    """A name is never its own alias."""
    recognise(fill(root / "Scanauto"))
    (root / "Scanauto").rename(root / "Parkeercontrole")
    recognise(root / "Parkeercontrole")
    (root / "Parkeercontrole").rename(root / "Scanauto")

    back = recognise(root / "Scanauto")

    assert (back.name, back.aliases) == ("Scanauto", ("Parkeercontrole",))


def test_a_folder_keeps_its_dossier_when_its_documents_change(
    root: Path, recognise: Recognise
) -> None:
    """The folder decides first."""
    before = recognise(fill(root / "Scanauto"))

    assert recognise(fill(root / "Scanauto", "Heel andere tekst.")).id == before.id


def test_two_folders_with_the_same_documents_are_two_dossiers(
    root: Path, recognise: Recognise
) -> None:
    """One DPIA may serve several algorithms, and a copy of a folder is another dossier."""
    first = recognise(fill(root / "Noord"))

    second = recognise(fill(root / "Zuid"))

    assert first.id != second.id


def test_folders_of_one_name_and_content_are_told_apart(root: Path, recognise: Recognise) -> None:
    """Also where nothing but the path differs."""
    first = recognise(fill(root / "noord" / "Scanauto"))

    second = recognise(fill(root / "zuid" / "Scanauto"))

    assert first.id != second.id


def test_an_empty_dossier_is_not_another_empty_one(root: Path, recognise: Recognise) -> None:
    """Folders without readable bytes have nothing by which one is the other."""
    for name in ("Eerste", "Tweede"):
        (root / name).mkdir()
        (root / name / "verwijzing.txt").symlink_to(root / "nergens")
    first = recognise(root / "Eerste")
    (root / "Eerste" / "verwijzing.txt").unlink()
    (root / "Eerste").rmdir()

    assert recognise(root / "Tweede").id != first.id


def test_the_id_is_the_same_on_every_machine(root: Path, recognise: Recognise) -> None:
    """It leaves in an entry, so no path of a machine is in it."""
    made = recognise(fill(root / "Scanauto"))

    assert re.fullmatch(r"scanauto-[0-9a-f]{8}", made.id)
    assert str(root) not in made.id


def test_a_dossier_keeps_its_documents(root: Path, recognise: Recognise, store: Store) -> None:
    """The path inside the folder is kept with each document."""
    folder = fill(root / "Scanauto")
    fill(folder / "DPIA", "Nog een document.")

    made = recognise(folder)

    assert sorted(document.path for document in store.list_documents(made.id)) == [
        "DPIA/dpia.txt",
        "dpia.txt",
    ]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Parkeercontrole (scanauto's), café", "parkeercontrole-scanauto-s-cafe"),
        ("  IJsland 2024  ", "ijsland-2024"),
        ("🚗", "dossier"),
        ("", "dossier"),
        ("a" * 39 + " bcd", "a" * 39),
    ],
)
def test_a_slug_is_fit_for_every_system(name: str, slug: str) -> None:
    """Lower-case letters, digits and hyphens, at most forty, never ending in a hyphen."""
    assert make_slug(name) == slug


@given(st.text(max_size=80))
def test_every_name_has_a_slug(name: str) -> None:
    """Whatever a folder is called."""
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?", make_slug(name))


@pytest.fixture
def odd(root: Path) -> Path:
    """Return a dossier's folder with a name that is no text; skips where a disk refuses it."""
    folder = root / os.fsdecode(b"scan\xfeauto")
    try:
        folder.mkdir()
    except (OSError, UnicodeError):
        pytest.skip("this disk takes no such name")
    return fill(folder)


def test_a_folder_whose_name_is_no_text_is_a_dossier_like_any_other(
    odd: Path, root: Path, recognise: Recognise
) -> None:
    """It is known again by its path, and its copy is another dossier."""
    first = recognise(odd)

    again = recognise(odd)
    copy = recognise(fill(root / "Kopie"))

    assert again == first
    assert copy.id != first.id
    first.origin.encode("utf-8")


def test_a_folder_whose_name_was_no_text_keeps_its_dossier(
    odd: Path, root: Path, recognise: Recognise
) -> None:
    """Also when it gets a proper name at last."""
    first = recognise(odd)
    odd.rename(root / "Scanauto")

    assert recognise(root / "Scanauto").id == first.id


@given(
    st.binary(min_size=1)
    .map(lambda name: name.translate(None, b"\0/"))
    .map(lambda name: Path("/a", os.fsdecode(name)))
)
def test_every_path_can_be_written_and_read_back(path: Path) -> None:
    """What is stored is text, and leads to the same place."""
    written = write_path(path)

    assert written.isprintable()
    assert read_path(written) == path
