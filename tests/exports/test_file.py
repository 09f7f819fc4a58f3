"""An export appears whole, or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import OutputRefused
from extractor.exports.file import write_export
from extractor.exports.formats import FORMATS, render_export
from extractor.standard.entry import RegisterEntry
from tests.exports.exported import make_export

EARLIER = '{"name": "oud", "standard_version": "1.0"}'


def test_the_file_holds_the_content_and_nothing_stands_beside_it(tmp_path: Path) -> None:
    """An earlier export at the path is replaced."""
    path = tmp_path / "uit.json"
    path.write_text(EARLIER)

    write_export(path, b"nieuw \xef\xbb\xbf")

    assert path.read_bytes() == b"nieuw \xef\xbb\xbf"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """The message names the folder, the hint what to do."""
    with pytest.raises(OutputRefused, match=r"de map .*weg is er niet") as refused:
        write_export(tmp_path / "weg" / "uit.json", b"x")

    assert "--out" in refused.value.hint


@pytest.mark.parametrize("name", ["map", "map/..", "."])
def test_a_folder_is_no_file(name: str, tmp_path: Path) -> None:
    """What stands in the folder stays."""
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "inhoud").write_text("x")

    with pytest.raises(OutputRefused, match="dat is een map"):
        write_export(tmp_path / name, b"x")

    assert [path.name for path in tmp_path.rglob("*")] == ["map", "inhoud"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A path below a file cannot be written."""
    (tmp_path / "bestand").write_text("x")

    with pytest.raises(OutputRefused, match="is er niet"):
        write_export(tmp_path / "bestand" / "uit.json", b"x")


def test_what_stood_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs nothing that was there, and leaves no half file."""
    path = tmp_path / "uit.json"
    path.write_text(EARLIER)

    def run_full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", run_full)
    with pytest.raises(OutputRefused, match="No space left"):
        write_export(path, b"nieuw")

    assert path.read_text() == EARLIER
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("count", [0, 1, 2])
def test_an_earlier_export_is_replaced(
    name: str, count: int, tmp_path: Path, entry: RegisterEntry
) -> None:
    """In whichever format, with however many entries."""
    path = tmp_path / "uit"
    path.write_bytes(render_export(name, make_export(*[entry] * count)))

    write_export(path, b"nieuw")

    assert path.read_bytes() == b"nieuw"


def test_an_empty_file_is_replaced(tmp_path: Path) -> None:
    """Nothing is lost with it."""
    path = tmp_path / "uit.json"
    path.touch()

    write_export(path, b"nieuw")

    assert path.read_bytes() == b"nieuw"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 een Word-bestand",
        b"gewone tekst",
        b"\n",
        b'{"name": "van een ander"}',
        b'[{"standard_version": "1.0"}, 3]',
        b'{"standard_version": "1.0"',
        b"[" * 100_000,
        b'"standard_version"',
        b"name,organization\n",
        b"\xff\xfe",
    ],
)
def test_another_file_is_not_replaced(content: bytes, tmp_path: Path) -> None:
    """It may be the document itself; the hint says what to do."""
    path = tmp_path / "dpia.docx"
    path.write_bytes(content)

    with pytest.raises(OutputRefused, match="ander bestand") as refused:
        write_export(path, b"nieuw")

    assert "andere naam" in refused.value.hint
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("place", [lambda path: path, lambda path: path.with_name("wijzer")])
def test_a_pipe_is_not_replaced(place: Callable[[Path], Path], tmp_path: Path) -> None:
    """What is no regular file stays what it is, also behind a link."""
    path = tmp_path / "kanaal"
    os.mkfifo(path)
    (tmp_path / "wijzer").symlink_to(path)

    with pytest.raises(OutputRefused, match="geen gewoon bestand") as refused:
        write_export(place(path), b"nieuw")

    assert "--out" in refused.value.hint
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file behind it is replaced, and the link still points there."""
    (tmp_path / "map").mkdir()
    target, link = tmp_path / "map" / "echt.json", tmp_path / "wijzer.json"
    target.write_text(EARLIER)
    link.symlink_to(target)

    write_export(link, b"nieuw")

    assert link.is_symlink()
    assert target.read_bytes() == b"nieuw"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["echt.json", "map", "wijzer.json"]


def test_a_link_to_a_document_is_refused(tmp_path: Path) -> None:
    """The document behind it stays."""
    target, link = tmp_path / "dpia.md", tmp_path / "uit.json"
    target.write_text("# DPIA")
    link.symlink_to(target)

    with pytest.raises(OutputRefused, match="ander bestand"):
        write_export(link, b"nieuw")

    assert target.read_text() == "# DPIA"


def test_a_link_to_nothing_makes_the_file(tmp_path: Path) -> None:
    """A link that goes round is refused."""
    link, around = tmp_path / "uit.json", tmp_path / "rond.json"
    link.symlink_to(tmp_path / "echt.json")
    around.symlink_to(around)

    write_export(link, b"nieuw")

    assert (tmp_path / "echt.json").read_bytes() == b"nieuw"
    with pytest.raises(OutputRefused, match="niet geschreven"):
        write_export(around, b"nieuw")


def test_a_dash_is_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere it means the terminal; here it would make a file that is hard to remove."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(OutputRefused, match="geen bestandsnaam") as refused:
        write_export(Path("-"), b"nieuw")

    assert "uitvoer.json" in refused.value.hint
    assert list(tmp_path.iterdir()) == []
