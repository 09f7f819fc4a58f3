"""A document that was read and kept is not read again, in the same run or in a later one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.documents.files import load_file
from extractor.documents.folders import find_dossiers
from extractor.documents.identity import READERS
from extractor.documents.workers import Workers
from extractor.intake.documents import read_documents
from extractor.intake.reading import DocumentReader
from extractor.intake.recalling import find_kept
from extractor.store import Store

ROOT = Path(__file__).parents[2] / "extractor" / "documents"
TEXT = "# Brugwacht\n\nBrugwacht voorspelt onderhoud.\n"


def test_what_was_kept_is_not_read_again(tmp_path: Path, store: Store) -> None:
    """No worker is left to read it; two names of one content keep their own."""
    folder = tmp_path / "Brugwacht"
    folder.mkdir()
    for name in ("a.md", "b.md"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    (found,) = find_dossiers(folder)
    with Workers() as workers:
        reader = DocumentReader(workers, lambda _: None)
        once = read_documents(found, store, reader)

    again = read_documents(found, store, reader)

    assert [each.reading.source.name for each in again] == ["a.md", "b.md"]
    assert [each.reading for each in again] == [each.reading for each in once]


def test_a_document_that_changed_is_read_again(
    tmp_path: Path, store: Store, reader: DocumentReader
) -> None:
    """Its content is what counts."""
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    (found,) = find_dossiers(path)
    read_documents(found, store, reader)
    path.write_text(TEXT + "\nNu ook sluizen.\n", encoding="utf-8")

    (again,) = read_documents(found, store, reader)

    assert "sluizen" in again.reading.text


def test_a_later_run_reads_nothing_again(tmp_path: Path, store: Store) -> None:
    """Also under another name with the same ending; the reading keeps that name."""
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    with Workers() as workers:
        (once,) = read_documents(
            find_dossiers(path)[0], store, DocumentReader(workers, lambda _: None)
        )
    renamed = path.rename(tmp_path / "b.md")

    (again,) = read_documents(
        find_dossiers(renamed)[0], store, DocumentReader(workers, lambda _: None)
    )

    assert again.reading.source.name == "b.md"
    assert again.reading.model_copy(update={"source": once.reading.source}) == once.reading


@pytest.mark.parametrize("name", ["a.html", "a", "~$a.md", "a.md.part"])
def test_a_name_that_may_be_read_otherwise_is_read_again(
    tmp_path: Path, store: Store, reader: DocumentReader, name: str
) -> None:
    """What a file is, its name tells too."""
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    read_documents(find_dossiers(path)[0], store, reader)
    assert find_kept(store, load_file(path)) is not None

    assert find_kept(store, load_file(path.rename(tmp_path / name))) is None


def test_what_was_refused_or_read_by_an_older_reader_is_read_again(
    tmp_path: Path, store: Store, reader: DocumentReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer program may read more of it."""
    empty, text = tmp_path / "leeg.md", tmp_path / "a.md"
    empty.write_bytes(b"\0\0\0\0")
    text.write_text(TEXT, encoding="utf-8")
    for path in (empty, text):
        read_documents(find_dossiers(path)[0], store, reader)

    assert find_kept(store, load_file(empty)) is None
    monkeypatch.setattr("extractor.intake.recalling.READERS", READERS - {"text@3"})
    assert find_kept(store, load_file(text)) is None


def test_the_readers_of_today_are_named() -> None:
    """A reader that got a new number is found by it."""
    sources = (path.read_text(encoding="utf-8") for path in ROOT.glob("*/*.py"))
    found = re.compile(r'^READER = "(.+)"', re.MULTILINE)
    named = {name for text in sources for name in found.findall(text)}

    assert named == READERS
