"""An export appears whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import OutputRefused
from extractor.exports.file import write_export


def test_the_file_holds_the_content_and_nothing_stands_beside_it(tmp_path: Path) -> None:
    """An earlier file at the path is replaced."""
    path = tmp_path / "uit.json"
    path.write_text("oud")

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
    path.write_text("oud")

    def run_full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", run_full)
    with pytest.raises(OutputRefused, match="No space left"):
        write_export(path, b"nieuw")

    assert path.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [path]
