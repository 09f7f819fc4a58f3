"""Any file gives a reading: of its text, or of why there is none and what the user can do."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents import files, reading
from extractor.documents.files import load_file, show_name
from extractor.documents.formats import load_formats
from extractor.documents.reading import read_document, read_file
from extractor.models import Reading, Source

SHORTCUT = (
    b"L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00F" + b"\0" * 56
)
PLIST = b"<?xml version='1.0'?><plist><dict><key>URL</key></dict></plist>"
PROTECTED = b"%PDF-1.7\n<</Type/Filespec/F(MicrosoftIRMServices Protected PDF.pdf)>>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def pack(*names: str, mimetype: str = "") -> bytes:
    """Return a zip with these members, and a mimetype when one is given."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<a/>")
    return buffer.getvalue()


def write_word(*paragraphs: str) -> bytes:
    """Return a Word file as python-docx writes it."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pack_ole(*streams: str) -> bytes:
    """Return what stands in an OLE file with these streams: the names in its directory."""
    entries = (name.encode("utf-16-le").ljust(64, b"\0") + b"\0" * 64 for name in streams)
    return OLE + b"".join(entries)


LABELLED = pack_ole("EncryptedPackage", "\x06DataSpaces", "DRMEncryptedTransform", "\x06Primary")
LABELLED_DOC = pack_ole("\x06DataSpaces", "\tDRMTransform", "\tDRMContent", "WordDocument")
LOCKED = pack_ole("EncryptionInfo", "EncryptedPackage", "StrongEncryptionDataSpace")


def code_of(read: Reading) -> str:
    """Return the code of the one problem of a reading without text."""
    assert (read.text, read.blocks) == ("", ())
    (problem,) = read.problems
    return problem.code


def test_content_goes_before_the_name() -> None:
    """A Word file that was called a PDF is still a Word file."""
    read = read_document(write_word("Scanauto's."), "dpia.pdf")

    assert (read.reader, read.text) == ("docx@3", "Scanauto's.\n")
    assert read.source.media_type.endswith("wordprocessingml.document")


def test_text_and_markdown_are_told_by_their_name() -> None:
    """They look alike from the inside."""
    assert read_document(b"# Doel", "a.md").source.media_type == "text/markdown"
    assert read_document(b"# Doel", "LEESMIJ").source.media_type == "text/plain"


@pytest.mark.parametrize(
    ("content", "name", "code", "word"),
    [
        (b"", "dpia.docx", "empty", "leeg"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "dpia.docx", "encrypted", "wachtwoord"),
        (OLE + "WordDocument".encode("utf-16-le"), "dpia.doc", "unsupported", ".doc"),
        (OLE + "__substg1.0_001A".encode("utf-16-le"), "mail", "unsupported", "Outlook"),
        (OLE, "oud.xls", "unsupported", "Excel"),
        (OLE, "iets", "unsupported", "onbekend"),
        (pack("xl/workbook.xml"), "a.xlsx", "unsupported", "Excel"),
        (pack("ppt/presentation.xml"), "a.pptx", "unsupported", "PowerPoint"),
        (
            pack("x", mimetype="application/vnd.oasis.opendocument.text"),
            "a",
            "unreadable",
            "OpenDocument",
        ),
        (
            pack("x", mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "a",
            "unsupported",
            "OpenDocument",
        ),
        (pack("dpia.docx"), "alles.zip", "unsupported", "archief"),
        (b"PK\x03\x04 afgebroken", "dpia.docx", "unreadable", "beschadigd"),
        (b"PK\x03\x04 afgebroken", "alles.zip", "unsupported", "archief"),
        (b"<!DOCTYPE html>", "pagina.txt", "no_text", "webpagina"),
        (b"MIME-Version: 1.0", "pagina.mht", "unsupported", "webpagina"),
        (b"  <?xml version='1.0'?>", "a.txt", "unsupported", "XML"),
        (b"{\\rtf1 x}", "a.txt", "unsupported", "RTF"),
        (b"\x89PNG\r\n", "a.txt", "unsupported", "afbeelding"),
        (b'{"a": 1}', "dpia.json", "unsupported", "gegevensbestand"),
        (b"[InternetShortcut]", "dpia.url", "unsupported", "snelkoppeling"),
        (b"tekst", "dpia.ppdf", "unsupported", "label"),
        (b"\x00\x01\x02", "dpia.txt", "unreadable", "tekens"),
        (b"\x05auteur", "~$dpia.docx", "unsupported", "tijdelijk"),
        (b",piet,pc1,", ".~lock.dpia.odt#", "unsupported", "LibreOffice"),
        (b"", "~$dpia.docx", "unsupported", "tijdelijk"),
        (LABELLED, "dpia.docx", "encrypted", "vertrouwelijkheidslabel"),
        (LABELLED, "lijst.xlsx", "encrypted", "vertrouwelijkheidslabel"),
        (LABELLED_DOC, "dpia.doc", "encrypted", "vertrouwelijkheidslabel"),
        (LOCKED, "dpia.docx", "encrypted", "met een wachtwoord"),
        (PROTECTED, "dpia.pdf", "unsupported", "label"),
        (SHORTCUT, "dpia - Snelkoppeling", "unsupported", "snelkoppeling"),
        (SHORTCUT, "dpia.docx.lnk", "unsupported", "snelkoppeling"),
        (PLIST, "dpia.webloc", "unsupported", "snelkoppeling"),
        (b"bplist00\xd1\x01\x02SURL", "dpia.webloc", "unsupported", "snelkoppeling"),
        (b'{"doc_id": "1a", "email": "x"}', "dpia.gdoc", "unsupported", "snelkoppeling"),
        (b"bplist00", ".dpia.pdf.icloud", "unsupported", "cloud"),
        (b"", ".dpia.pdf.icloud", "unsupported", "cloud"),
        (b"%PDF-1.7 half", "dpia.pdf.crdownload", "unsupported", "download"),
        (b"PK\x03\x04half", "dpia.docx.part", "unsupported", "download"),
        (OLE, "~WRL0003.tmp", "unsupported", "tijdelijk"),
        (b"\0" * 4096, "dpia.docx", "empty", "nullen"),
        (b"\0" * 4096, "dpia.pdf", "empty", "nullen"),
    ],
)
def test_what_is_not_read_says_why(content: bytes, name: str, code: str, word: str) -> None:
    """Every refusal is a problem in Dutch with something the user can do."""
    read = read_document(content, name)

    assert code_of(read) == code
    assert word in read.problems[0].message
    assert len(read.problems[0].hint) > 10


def test_a_label_and_a_password_ask_for_something_else() -> None:
    """Who has the password can take it off; a label only its owner can."""
    labelled = read_document(LABELLED, "dpia.docx").problems[0]
    locked = read_document(LOCKED, "dpia.docx").problems[0]
    either = read_document(pack_ole("EncryptedPackage"), "dpia.docx").problems[0]

    assert "eigenaar" in labelled.hint
    assert "maak het veld leeg" in locked.hint
    assert ("wachtwoord" in either.message, "label" in either.message) == (True, True)


def test_an_empty_file_may_still_be_in_the_cloud() -> None:
    """What OneDrive has not fetched may look empty; the hint says what to do then."""
    assert "OneDrive" in read_document(b"", "dpia.docx").problems[0].hint


@pytest.mark.parametrize(
    ("attributes", "flags", "away"),
    [
        (0x20, 0, False),
        (0x1620, 0, True),
        (0x0040_0020, 0, True),
        (0x0004_0020, 0, True),
        (0, 0x20, False),
        (0, 0x4000_0020, True),
    ],
    ids=["archive", "offline", "recall on access", "recall on open", "compressed", "dataless"],
)
def test_the_system_says_that_a_file_is_in_the_cloud(
    attributes: int,
    flags: int,
    away: bool,  # noqa: FBT001 - a table
) -> None:
    """Windows by a file's attributes, macOS by its flags."""
    assert files.is_recalled(attributes, flags) is away


def test_a_file_that_cannot_be_fetched_says_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening it fails as it does without a network, and the system says that it is away."""
    path = tmp_path / "dpia.docx"
    path.write_bytes(b"x")

    def fail(*_arguments: object) -> int:
        raise OSError

    monkeypatch.setattr(os, "open", fail)
    assert code_of(read_file(path)) == "unreadable"
    assert "cloud" not in read_file(path).problems[0].message

    monkeypatch.setattr(files, "is_recalled", lambda _attributes, _flags: True)

    assert "cloud" in read_file(path).problems[0].message


@pytest.mark.parametrize("name", load_formats())
def test_every_format_says_what_to_do(name: str) -> None:
    """What a format is called completes a sentence; the hint is one."""
    entry = load_formats()[name]

    assert entry.says[0].islower()
    assert entry.hint.endswith(".")
    assert entry.extensions == tuple(extension.lower() for extension in entry.extensions)


@pytest.mark.parametrize(
    ("failure", "code"), [(ZeroDivisionError, "unreadable"), (MemoryError, "too_large")]
)
def test_a_reader_that_fails_stops_nothing(
    failure: type[Exception], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a reader does not foresee becomes a problem of that one file."""

    def fail(_content: bytes, _source: Source) -> Reading:
        raise failure

    monkeypatch.setattr(reading, "_read", fail)

    assert code_of(read_document(b"tekst", "a.txt")) == code


@given(
    st.binary(max_size=200),
    st.sampled_from(["a.docx", "a.pdf", "a.odt", "a.html", "a.txt", "é\udcff\n.md"]),
)
def test_no_bytes_make_reading_raise(content: bytes, name: str) -> None:
    """Any content under any name gives text or a problem."""
    read = read_document(content, name)

    assert read.text or read.problems


def test_a_file_on_disk_is_read(tmp_path: Path) -> None:
    """Loading and reading together are the same as reading the bytes."""
    path = tmp_path / "dpia v1.docx"
    path.write_bytes(write_word("Boetes."))

    assert read_file(path) == read_document(path.read_bytes(), "dpia v1.docx")


def test_a_file_too_large_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is asked before a byte is read."""
    monkeypatch.setattr(files, "LARGEST_FILE", 2_000_000)
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        file.truncate(2_000_001)

    loaded = load_file(path)

    assert loaded.content == b""
    assert loaded.problem is not None
    assert loaded.problem.code == "too_large"
    assert "2 MB" in loaded.problem.message
    assert code_of(read_file(path)) == "too_large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    """A folder, a pipe and a missing file give a problem; a pipe does not keep us waiting."""
    pipe = tmp_path / "pijp.txt"
    os.mkfifo(pipe)

    assert code_of(read_file(tmp_path)) == "not_regular"
    assert code_of(read_file(pipe)) == "not_regular"
    assert code_of(read_file(tmp_path / "weg.docx")) == "unreadable"


def test_a_link_is_followed_only_inside_the_folder(tmp_path: Path) -> None:
    """A link in a dossier cannot bring in a file from elsewhere on the disk."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    (tmp_path / "geheim.txt").write_text("Geheim.", encoding="utf-8")
    (folder / "eigen.txt").write_text("Eigen.", encoding="utf-8")
    (folder / "uit.txt").symlink_to(tmp_path / "geheim.txt")
    (folder / "in.txt").symlink_to(folder / "eigen.txt")
    (folder / "rond.txt").symlink_to(folder / "rond.txt")
    (folder / "map").symlink_to(tmp_path)

    assert code_of(read_file(folder / "uit.txt", folder)) == "not_regular"
    assert code_of(read_file(folder / "map" / "geheim.txt", folder)) == "not_regular"
    assert code_of(read_file(folder / "rond.txt", folder)) == "unreadable"
    assert read_file(folder / "in.txt", folder).text == "Eigen."
    assert read_file(folder / "uit.txt").text == "Geheim."


def test_unread_files_are_told_apart() -> None:
    """Two files that cannot be opened are two documents, each with its own reading."""
    first, second = read_file(Path("/geen/a.docx")), read_file(Path("/geen/b.docx"))

    assert first.id != second.id
    assert first.source.sha256 != second.source.sha256


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_file_name_can_be_shown(name: str) -> None:
    """Undecodable bytes and control characters do not reach a screen or a store."""
    shown = show_name(name)

    assert shown.isprintable()
    assert shown.encode("utf-8").decode() == shown
    assert len(shown) == len(name)
