"""What is there, before anything is drafted; nothing is kept."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from extractor.documents.workers import Workers
from extractor.errors import FolderNotFound, NothingToRead
from extractor.intake.reading import DocumentReader
from extractor.intake.scanning import ScannedSign, describe_scan, scan_folder

DPIA = "# DPIA parkeercontrole\n\nVersie: 1.1\n\nDatum: 21 november 2023\n\nEen auto leest.\n"


def test_a_scan_names_every_document_with_what_it_says_it_is(root: Path, workers: Workers) -> None:
    """Kind, date, version and size are told without a language model."""
    folder = root / "Scanauto"
    (folder / "DPIA").mkdir(parents=True)
    (folder / "DPIA" / "dpia.md").write_text(DPIA, encoding="utf-8")
    heard: list[str] = []

    scanned = scan_folder(root, DocumentReader(workers, heard.append))
    document = scanned[0].documents[0]

    assert [dossier.name for dossier in scanned] == ["Scanauto"]
    assert (document.path, document.kind) == ("DPIA/dpia.md", "DPIA")
    assert (document.date, document.version) == ("2023-11-21", "1.1")
    assert document.signs["date"] == ScannedSign(words="21 november 2023", place="page")
    assert document.pages is None
    assert document.words > 5
    assert heard == ["Scanauto: DPIA/dpia.md lezen"]


def test_a_document_that_cannot_be_read_is_listed_with_its_reason(
    root: Path, reader: DocumentReader
) -> None:
    """One bad file neither hides itself nor its neighbours."""
    (root / "goed.txt").write_text("Een auto leest kentekens.", encoding="utf-8")
    (root / "leeg.pdf").write_bytes(b"")

    scanned = scan_folder(root, reader)[0]
    problems = {document.path: document.problems for document in scanned.documents}

    assert problems["goed.txt"] == ()
    assert [problem.code for problem in problems["leeg.pdf"]] == ["empty"]
    assert scanned.has_problems


def test_a_scan_is_json(root: Path, reader: DocumentReader) -> None:
    """Every value can be written as JSON, problems included."""
    (root / "goed.txt").write_text("Een auto leest kentekens.", encoding="utf-8")

    described = describe_scan(scan_folder(root, reader))

    assert set(described[0]) == {"name", "path", "documents", "in_doubt"}
    assert set(described[0]["documents"][0]) == {
        "path",
        "sha256",
        "also_in",
        "name",
        "media_type",
        "kind",
        "voice",
        "status",
        "date",
        "version",
        "language",
        "marking",
        "signs",
        "replaced_by",
        "replaced_because",
        "pages",
        "words",
        "problems",
    }


def test_a_folder_without_documents_says_so(root: Path, reader: DocumentReader) -> None:
    """Nothing to read is told apart from a wrong path."""
    with pytest.raises(NothingToRead):
        scan_folder(root, reader)
    with pytest.raises(FolderNotFound):
        scan_folder(root / "nergens", reader)


def test_a_folder_whose_name_is_no_text_can_be_shown(root: Path, reader: DocumentReader) -> None:
    """A path that cannot be printed would break the JSON of the whole scan."""
    folder = root / os.fsdecode(b"scan\xfeauto")
    try:
        folder.mkdir()
    except (OSError, UnicodeError):
        pytest.skip("this disk takes no such name")
    (folder / "goed.txt").write_text("Een auto leest kentekens.", encoding="utf-8")

    described = describe_scan(scan_folder(root, reader))

    json.dumps(described, ensure_ascii=False).encode("utf-8")
    assert described[0]["name"] == "Scan\ufffdauto"
