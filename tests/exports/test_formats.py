"""Formats are chosen by name."""

from __future__ import annotations

from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from extractor.errors import OutputRefused
from extractor.exports.file import write_export
from extractor.exports.formats import FORMATS, render_entries
from extractor.standard.entry import RegisterEntry


def read_all(content: bytes) -> str:
    """Return all words of an export, of an office file those in its parts."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig")
    with ZipFile(BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
        return unescape("".join(archive.read(name).decode("utf-8") for name in parts))


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_may_be_replaced_by_the_next(
    name: str, entry: RegisterEntry, tmp_path: Path
) -> None:
    """Whatever its format; any other file of that kind is left alone."""
    out = tmp_path / "uit"
    write_export(out, render_entries(name, [entry]))
    write_export(out, render_entries(name, [entry, entry]))

    assert out.read_bytes() == render_entries(name, [entry, entry])


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_entries_give_the_same_file(name: str, entry: RegisterEntry) -> None:
    """An export holds no clock and no chance."""
    assert render_entries(name, [entry, entry]) == render_entries(name, [entry, entry])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_every_entry(
    name: str, entry: RegisterEntry, least: RegisterEntry
) -> None:
    """The names of both are in the file."""
    text = read_all(render_entries(name, [entry, least]))

    assert "café" in text
    assert least.name in text


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    """The hint lists what can be chosen."""
    with pytest.raises(OutputRefused) as refused:
        render_entries("xml", [])

    assert "xml" in str(refused.value)
    assert "api, csv" in refused.value.hint
