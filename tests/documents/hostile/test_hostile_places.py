"""What lies in a folder need not be a file, need not stay, and may have any name."""

from __future__ import annotations

import hashlib
import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from extractor.documents import files
from extractor.documents.files import LARGEST_FILE, load_file
from extractor.documents.folders import find_dossiers
from extractor.intake.reading import DocumentReader
from extractor.models import Reading

WORDS = "Een auto leest kentekens."
ODD_NAMES = (
    "regel\neinde.txt",
    "\x1b[31mrood.txt",
    "a\\..\\..\\x.txt",
    "C:\\Windows\\x.txt",
    "tekst\u202etxt.exe.txt",
    "\u2066isolaat.txt",
    "nul\u200bbreed.txt",
    "-rf.txt",
    "$(touch gevolgd).txt",
    "%s%n{0}.txt",
    "é" * 100 + ".txt",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder beside a secret, with one ordinary document."""
    (tmp_path / "geheim.txt").write_text("Geheim.", encoding="utf-8")
    folder = tmp_path / "Scanauto"
    folder.mkdir()
    (folder / "goed.txt").write_text(WORDS, encoding="utf-8")
    return folder


def read(reader: DocumentReader, folder: Path) -> dict[str, Reading]:
    """Return the readings of the one dossier in a folder, by path."""
    (found,) = find_dossiers(folder)
    return {file.shown: reading for file, _, reading in reader.read(found)}


def read_codes(reader: DocumentReader, folder: Path) -> dict[str, list[str]]:
    """Return the problems of what lies beside the ordinary document, which is read."""
    readings = read(reader, folder)
    assert readings.pop("goed.txt").text == WORDS
    assert not any(reading.text for reading in readings.values())
    return {path: [p.code for p in reading.problems] for path, reading in readings.items()}


def test_links_lead_nowhere(reader: DocumentReader, folder: Path) -> None:
    """Out of the folder, to themselves, to each other or to nothing."""
    (folder / "uit.txt").symlink_to(folder.parent / "geheim.txt")
    (folder / "omhoog.txt").symlink_to("../geheim.txt")
    (folder / "map").symlink_to(folder.parent, target_is_directory=True)
    (folder / "rond").symlink_to(folder, target_is_directory=True)
    (folder / "zelf.txt").symlink_to("zelf.txt")
    (folder / "een.txt").symlink_to("ander.txt")
    (folder / "ander.txt").symlink_to("een.txt")
    (folder / "weg.txt").symlink_to("nergens.txt")

    assert read_codes(reader, folder) == {
        "uit.txt": ["not_regular"],
        "omhoog.txt": ["not_regular"],
        "map": ["not_regular"],
        "rond": ["not_regular"],
        "zelf.txt": ["unreadable"],
        "een.txt": ["unreadable"],
        "ander.txt": ["unreadable"],
        "weg.txt": ["unreadable"],
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_not_opened(reader: DocumentReader, folder: Path) -> None:
    """A pipe without a writer would keep us waiting, and a device may do something."""
    os.mkfifo(folder / "pijp.txt")
    (folder / "nul.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as endpoint:
        endpoint.bind(str(folder / "s"))

    assert read_codes(reader, folder) == {
        "pijp.txt": ["not_regular"],
        "nul.txt": ["not_regular"],
        "s": ["not_regular"],
    }


@pytest.mark.skipif(not hasattr(os, "mknod"), reason="this system makes no devices")
def test_a_device_in_the_folder_is_not_opened(reader: DocumentReader, folder: Path) -> None:
    """One that gives zeros for ever."""
    try:
        os.mknod(folder / "nul.pdf", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except OSError:
        pytest.skip("this user may make no devices")

    assert read_codes(reader, folder) == {"nul.pdf": ["not_regular"]}


def test_a_file_of_half_a_gigabyte_is_not_read(reader: DocumentReader, folder: Path) -> None:
    """Its size is enough, whether it takes that room on the disk or not."""
    with (folder / "groot.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(LARGEST_FILE + 1)
    (folder / "niets.pdf").write_bytes(b"")

    assert read_codes(reader, folder) == {"groot.pdf": ["too_large"], "niets.pdf": ["empty"]}


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_is_read_and_can_be_shown(reader: DocumentReader, folder: Path, name: str) -> None:
    """A name steers neither the screen nor where we read or write."""
    try:
        (folder / name).write_text("Ook gelezen.", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    before = sorted(folder.parent.rglob("*"))

    readings = read(reader, folder)
    (shown,) = set(readings) - {"goed.txt"}

    assert readings[shown].text == "Ook gelezen."
    assert shown.isprintable()
    assert readings[shown].source.name.isprintable()
    assert sorted(folder.parent.rglob("*")) == before


def test_a_file_that_is_gone_since_the_listing_is_a_problem(
    reader: DocumentReader, folder: Path
) -> None:
    """Between looking at a folder and reading it anything can happen."""
    (folder / "weg.txt").write_text("Weg.", encoding="utf-8")
    (folder / "wordt map.txt").write_text("Weg.", encoding="utf-8")
    (found,) = find_dossiers(folder)
    (folder / "weg.txt").unlink()
    (folder / "wordt map.txt").unlink()
    (folder / "wordt map.txt").mkdir()

    read = {file.shown: reading for file, _, reading in reader.read(found)}

    assert [p.code for p in read["weg.txt"].problems] == ["unreadable"]
    assert [p.code for p in read["wordt map.txt"].problems] == ["not_regular"]
    assert read["goed.txt"].text == WORDS


def test_what_changed_since_the_listing_is_read_as_it_is(
    reader: DocumentReader, folder: Path
) -> None:
    """The reading is of the bytes whose hash it carries."""
    (found,) = find_dossiers(folder)
    (folder / "goed.txt").write_text("Nieuw.", encoding="utf-8")

    ((_, loaded, reading),) = reader.read(found)

    assert (loaded.content, reading.text) == (b"Nieuw.", "Nieuw.")
    assert reading.source.sha256 == hashlib.sha256(b"Nieuw.").hexdigest()


@pytest.fixture
def written_while_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[bytes]]:
    """Return a file to which something is added each time that it has just been read."""
    path, waiting = folder / "goed.txt", [b"!"]
    read_bytes = files._read  # noqa: SLF001 - the moment at which another program writes

    def read_and_write(handle: int) -> bytes:
        content = read_bytes(handle)
        with suppress(IndexError), path.open("ab") as file:
            file.write(waiting.pop())
        return content

    monkeypatch.setattr(files, "_read", read_and_write)
    return path, waiting


def test_a_file_that_changed_while_it_was_loaded_is_loaded_again(
    written_while_read: tuple[Path, list[bytes]],
) -> None:
    """A copy that was nearly done is done the second time."""
    path, _ = written_while_read
    loaded = load_file(path)

    assert loaded.problem is None
    assert loaded.content == WORDS.encode() + b"!"
    assert loaded.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_that_goes_on_changing_is_not_read(
    written_while_read: tuple[Path, list[bytes]],
) -> None:
    """Half of one version and half of another is no document."""
    path, waiting = written_while_read
    waiting.append(b"?")

    loaded = load_file(path)

    assert loaded.content == b""
    assert loaded.problem is not None
    assert loaded.problem.code == "changed"
    assert "opnieuw" in loaded.problem.hint
