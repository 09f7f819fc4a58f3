"""Formats are chosen by name."""

from __future__ import annotations

import pytest

from extractor.errors import OutputRefused
from extractor.exports.formats import FORMATS, render_entries
from extractor.standard.entry import RegisterEntry


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_entries_give_the_same_file(name: str, entry: RegisterEntry) -> None:
    """An export holds no clock and no chance."""
    assert render_entries(name, [entry, entry]) == render_entries(name, [entry, entry])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_every_entry(
    name: str, entry: RegisterEntry, least: RegisterEntry
) -> None:
    """The names of both are in the file."""
    text = render_entries(name, [entry, least]).decode("utf-8-sig")

    assert "café" in text
    assert least.name in text


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    """The hint lists what can be chosen."""
    with pytest.raises(OutputRefused) as refused:
        render_entries("xml", [])

    assert "xml" in str(refused.value)
    assert "api, csv" in refused.value.hint
