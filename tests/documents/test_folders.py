"""A folder of documents is a dossier; folders named for kinds and steps belong to it."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.folder_names import is_part_of_dossier, make_readable, sort_key
from extractor.documents.folders import find_dossiers
from extractor.documents.reading import read_file
from extractor.errors import FolderNotFound, NothingToRead


def fill(root: Path, *paths: str) -> Path:
    """Return the folder with a small file at each of these paths."""
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Tekst.", encoding="utf-8")
    return root


def list_found(root: Path) -> dict[str, list[str]]:
    """Return the names of the dossiers with the files of each."""
    return {each.name: [file.shown for file in each.files] for each in find_dossiers(root)}


def test_every_folder_with_documents_is_a_dossier(tmp_path: Path) -> None:
    """They come in natural order, with their files in natural order."""
    root = fill(
        tmp_path, "10 Bijstand/dpia.docx", "9 Parkeren/deel 10.pdf", "9 Parkeren/Deel 2.pdf"
    )

    assert list_found(root) == {
        "9 Parkeren": ["Deel 2.pdf", "deel 10.pdf"],
        "10 Bijstand": ["dpia.docx"],
    }
    assert list(list_found(root)) == ["9 Parkeren", "10 Bijstand"]


def test_folders_for_kinds_and_steps_belong_to_their_dossier(tmp_path: Path) -> None:
    """Whatever lies deeper in them belongs to it too."""
    root = fill(
        tmp_path,
        "Parkeren/DPIA/dpia.docx",
        "Parkeren/01 IAMA/concept v0.1/iama.docx",
        "Parkeren/Systeem/Leverancier X/ontwerp.pdf",
        "Parkeren/bijlagen bij de DPIA/a.pdf",
        "Parkeren/2023/b.pdf",
    )

    assert list_found(root) == {
        "Parkeren": [
            "01 IAMA/concept v0.1/iama.docx",
            "2023/b.pdf",
            "bijlagen bij de DPIA/a.pdf",
            "DPIA/dpia.docx",
            "Systeem/Leverancier X/ontwerp.pdf",
        ]
    }


def test_a_folder_of_dossiers_named_for_a_kind_is_no_dossier(tmp_path: Path) -> None:
    """An archive of DPIAs, one folder for each algorithm, is many dossiers."""
    root = fill(tmp_path, "DPIA's/Parkeren/a.docx", "DPIA's/Bijstand/b.docx")

    assert list_found(root) == {"Bijstand": ["b.docx"], "Parkeren": ["a.docx"]}


def test_a_folder_may_be_a_dossier_and_hold_others(tmp_path: Path) -> None:
    """A folder with a name of its own is a dossier of its own."""
    root = fill(tmp_path / "Team Parkeren", "beleid.pdf", "Scanauto/dpia.docx")

    assert list_found(root) == {"Team Parkeren": ["beleid.pdf"], "Scanauto": ["dpia.docx"]}


@pytest.mark.parametrize("name", ["algoritme.doc", "algoritmes.xlsx", "scan.png", "los.onbekend"])
def test_a_file_that_is_not_read_stays_in_sight(tmp_path: Path, name: str) -> None:
    """Beside folders with dossiers it makes one of its own, so that its problem is told."""
    root = fill(tmp_path / "Team Parkeren", name, "Scanauto/dpia.docx")

    assert list_found(root) == {"Team Parkeren": [name], "Scanauto": ["dpia.docx"]}


@given(
    st.lists(
        st.lists(st.sampled_from(["DPIA", "Concept", "Parkeren", "Bijstand"]), max_size=3),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["a.doc", "a.md", "a.xlsx", "a"]),
)
def test_every_file_is_in_exactly_one_dossier(folders: list[list[str]], name: str) -> None:
    """Wherever it lies and whatever it is."""
    paths = {"/".join([*parts, name]) for parts in folders}
    with TemporaryDirectory() as root:
        fill(Path(root), *paths)
        found = [file.path for each in find_dossiers(Path(root)) for file in each.files]

        assert sorted(found) == sorted(Path(root) / path for path in paths)


def test_what_systems_leave_behind_is_no_document(tmp_path: Path) -> None:
    """Hidden files, thumbnails, and the lock Word puts beside an open file."""
    root = fill(
        tmp_path / "Parkeren",
        "dpia.docx",
        "~$dpia.docx",
        ".DS_Store",
        ".git/config",
        "Thumbs.db",
        "desktop.ini",
        "__MACOSX/dpia.docx",
    )

    assert list_found(root) == {"Parkeren": ["dpia.docx"]}


@pytest.mark.parametrize(
    ("stand_in", "document"),
    [
        ("~$dpia.docx", "dpia.docx"),
        ("~$IA parkeren.docx", "DPIA parkeren.docx"),
        ("~$ia1234.docx", "dpia1234.docx"),
        (".~lock.dpia.odt#", "dpia.odt"),
        (".dpia.pdf.icloud", "dpia.pdf"),
    ],
)
def test_what_stands_for_a_document_is_named_without_it(
    tmp_path: Path, stand_in: str, document: str
) -> None:
    """Who sees it would think that the document was read; beside the document it says nothing."""
    with_it = fill(tmp_path / "Parkeren", stand_in, document)
    without = fill(tmp_path / "Bijstand", stand_in, "ander stuk.docx")

    assert list_found(with_it) == {"Parkeren": [document]}
    assert sorted(list_found(without)["Bijstand"]) == sorted([stand_in, "ander stuk.docx"])
    assert [p.code for p in read_file(without / stand_in, without).problems] == ["unsupported"]


def test_two_owner_files_do_not_stand_for_each_other(tmp_path: Path) -> None:
    """Neither is a document."""
    root = fill(tmp_path / "Parkeren", "~$dpia.docx", "~$~$dpia.docx")

    assert len(list_found(root)["Parkeren"]) == 2


def test_one_file_is_a_dossier(tmp_path: Path) -> None:
    """Who has one document needs no folder."""
    (found,) = find_dossiers(fill(tmp_path, "DPIA_scanauto_v1.1.docx") / "DPIA_scanauto_v1.1.docx")

    assert found.name == "DPIA scanauto v1.1"
    assert [file.shown for file in found.files] == ["DPIA_scanauto_v1.1.docx"]
    assert read_file(found.files[0].path, found.path).problems


def test_what_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    """The error says which, in Dutch."""
    with pytest.raises(FolderNotFound, match="is er niet"):
        find_dossiers(tmp_path / "weg")
    (tmp_path / "leeg").mkdir()
    with pytest.raises(NothingToRead, match="geen documenten"):
        find_dossiers(tmp_path / "leeg")


def test_links_stay_in_sight_and_are_not_followed(tmp_path: Path) -> None:
    """A link to a folder cannot lead the search out of the tree, or round in it."""
    root = fill(tmp_path / "Parkeren", "dpia.docx")
    (root / "rond").symlink_to(root)

    (found,) = find_dossiers(root)

    assert [file.shown for file in found.files] == ["dpia.docx", "rond"]
    assert [p.code for p in read_file(found.files[1].path, found.path).problems] == ["not_regular"]


def test_odd_names_work(tmp_path: Path) -> None:
    """Quotes, line ends, undecodable bytes and very long names are found and can be opened."""
    names = ["dpia 'x' \"y\".txt", "regel\neinde.txt", "\udcff.txt", "é.txt", "l" * 250 + ".txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path / name))).write_text("Tekst.", encoding="utf-8")

    (found,) = find_dossiers(tmp_path)

    assert len(found.files) == len(names)
    for file in found.files:
        assert file.shown.isprintable()
        assert read_file(file.path, found.path).text == "Tekst."


def test_a_very_deep_tree_is_searched(tmp_path: Path) -> None:
    """The search goes down without running out of room."""
    deep = tmp_path
    for _ in range(150):
        deep = deep / "a"
    fill(deep, "dpia.txt")

    assert list(list_found(tmp_path).values()) == [["dpia.txt"]]


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("DPIA", True),
        ("01 IAMA", True),
        ("02_DPIA_definitief", True),
        ("Bijlagen bij DPIA v1.2", True),
        ("concept", True),
        ("2023", True),
        ("2023-11-21", True),
        ("pre-scan DPIA", True),
        ("DPIA's", True),
        ("DPIA parkeren", False),
        ("Parkeren", False),
        ("van de", False),
        ("", False),
    ],
)
def test_a_name_tells_what_belongs_to_a_dossier(name: str, part: bool) -> None:  # noqa: FBT001 - a table
    """Every word in it is a kind, a step, a number, or stands between them."""
    assert is_part_of_dossier(name) is part


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("parkeercontrole-scanauto", "Parkeercontrole scanauto"),
        ("01 Parkeren", "Parkeren"),
        ("3. Bijstand_uitkering", "Bijstand uitkering"),
        ("E-mail-sortering Den Haag", "E-mail-sortering Den Haag"),
        ("2023 herijking", "2023 herijking"),
        ("iDIN", "IDIN"),
        ("12", "12"),
    ],
)
def test_a_folders_name_is_made_readable(name: str, shown: str) -> None:
    """Without what stands there to sort by."""
    assert make_readable(name) == shown


@given(st.lists(st.text(max_size=12), max_size=6))
def test_names_have_one_order(names: list[str]) -> None:
    """The same names sort the same way on every disk."""
    backwards = names[::-1]

    assert sorted(names, key=sort_key) == sorted(backwards, key=sort_key)
