"""A document that was read and kept is not read again in the same run."""

from __future__ import annotations

from pathlib import Path

from extractor.documents.folders import find_dossiers
from extractor.documents.workers import Workers
from extractor.intake.documents import read_documents
from extractor.intake.reading import DocumentReader
from extractor.store import Store

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
