"""Figures that come from elsewhere."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from extractor.errors import FiguresUnusable
from extractor.exports.earlier import is_earlier_export
from extractor.report.counting import count_figures
from extractor.report.figures_file import parse_figures, render_figures
from extractor.report.states import AlgorithmState

FIGURES = count_figures(
    date(2026, 6, 30),
    [AlgorithmState(id="1", service="Douane", phase="draft")],
    {"Douane": {"2026-Q2": {"B": 2}}},
)


def alter(**changes: Any) -> bytes:  # noqa: ANN401 - any JSON
    """Return the file with these values in the place of its own."""
    return json.dumps({**json.loads(render_figures(FIGURES)), **changes}).encode()


def alter_service(**changes: Any) -> bytes:  # noqa: ANN401 - any JSON
    """Return the file with these values of its service."""
    service = json.loads(render_figures(FIGURES))["services"][0]
    return alter(services=[{**service, **changes}])


def test_a_file_is_known_and_read_back() -> None:
    """A new report may replace it."""
    written = render_figures(FIGURES)

    assert parse_figures("cijfers.json", written) == FIGURES
    assert is_earlier_export(written)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04", "geen cijfers van een rapport"),
        (b"{", "geen leesbare JSON"),
        (b'{"a":' * 100_000, "geen leesbare JSON"),
        (b"\xff{", "geen cijfers"),
        (b'{"\xff": 1}', "geen leesbare JSON"),
        (alter(format=2), "ander formaat"),
        (alter(bronvast="iets anders"), "bronvast"),
        (alter(dossiers=["geheim"]), "dossiers: kent Bronvast niet"),
        (alter_service(statuses={"in use": 9}), "tellen niet op"),
        (alter_service(partly=-1), "partly"),
        (alter_service(partly=10**12), "partly"),
        (alter_service(published={"Q2": {"B": 1}}), "published"),
        (alter_service(service=""), "service"),
        (alter_service(bandwidth={"fewest": 2, "most": 1}), "minimum is hoger"),
        (alter(services=json.loads(render_figures(FIGURES))["services"] * 2), "een keer"),
    ],
)
def test_what_is_no_file_of_figures_is_refused(content: bytes, why: str) -> None:
    """In one line, with the key that is amiss."""
    with pytest.raises(FiguresUnusable, match=why) as refused:
        parse_figures("cijfers.json", content)

    assert str(refused.value).startswith("cijfers.json: ")
    assert "\n" not in str(refused.value)
