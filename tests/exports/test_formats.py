"""Formats are chosen by name."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from extractor.errors import OutputRefused
from extractor.exports.export import EntryBackground, Evidence, FieldBackground
from extractor.exports.file import write_export
from extractor.exports.formats import CLOSED, FORMATS, WITH_VARIANTS, render_export
from extractor.standard.entry import RegisterEntry
from tests.exports.exported import HEAD, make_export


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
    write_export(out, render_export(name, make_export(entry)))
    write_export(out, render_export(name, make_export(entry, entry)))

    assert out.read_bytes() == render_export(name, make_export(entry, entry))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_entries_give_the_same_file(name: str, entry: RegisterEntry) -> None:
    """An export holds no clock and no chance."""
    assert render_export(name, make_export(entry, entry)) == render_export(
        name, make_export(entry, entry)
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_every_entry(
    name: str, entry: RegisterEntry, least: RegisterEntry
) -> None:
    """The names of both are in the file."""
    text = read_all(render_export(name, make_export(entry, least)))

    assert "café" in text
    assert least.name in text


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    """The hint lists what can be chosen."""
    with pytest.raises(OutputRefused) as refused:
        render_export("xml", make_export())

    assert "xml" in str(refused.value)
    assert "api, csv" in refused.value.hint


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - CLOSED))
def test_a_format_with_room_names_the_head(name: str, entry: RegisterEntry) -> None:
    """So that a file tells which decisions it holds."""
    assert HEAD in read_all(render_export(name, make_export(entry)))


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - set(WITH_VARIANTS)))
def test_only_documents_for_people_have_an_internal_variant(
    name: str, entry: RegisterEntry
) -> None:
    """A file for the register never holds what stands behind an entry."""
    with pytest.raises(OutputRefused, match="interne variant"):
        render_export(name, replace(make_export(entry), variant="intern"))


@pytest.mark.parametrize("name", WITH_VARIANTS)
def test_the_internal_variant_tells_what_stands_behind(name: str, entry: RegisterEntry) -> None:
    """Who decided, on which words, and what stays out; the other variant holds none of it."""
    field = FieldBackground(
        decided="Overgenomen door A. Jansen op 01-03-2026",
        note="nog eens nakijken",
        left_out="opsporing (Woo 5.1)",
        evidence=(Evidence("dpia.pdf, pagina 3", "de wachttijd <b>per laadpaal</b>"),),
    )
    behind = EntryBackground(fields={"goal": field, "tags": field}, signed=("Vastgesteld door P.",))
    full = replace(make_export(entry), backgrounds=(behind,), variant="intern")
    told = ("Jansen", "nakijken", "Woo 5.1", "dpia.pdf", "per laadpaal", "Vastgesteld door P.")

    intern = unescape(read_all(render_export(name, full)))
    extern = unescape(read_all(render_export(name, replace(full, variant="extern"))))

    assert [words for words in told if words not in intern] == []
    assert [words for words in told if words in extern] == []
    assert "Zoektermen" in intern
    assert "<b>per" not in render_export("html", full).decode()
