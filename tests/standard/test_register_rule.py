"""No accepted entry is one that the register refuses, fails on, or keeps other words of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from extractor.errors import ValueRefused
from extractor.standard.catalogue import load_fields
from extractor.standard.entry import RegisterEntry, to_body
from extractor.standard.rich_text import to_html
from extractor.standard.values import build_entry, list_entry_objections
from tests.standard.register_rule import (
    CHOICES,
    GROUPINGS,
    LINES,
    TEXTS,
    THEMES,
    find_eaten,
    find_refusals,
    is_month,
    store_value,
)
from tests.standard.test_register_cases import CASES, needs_cases, read_bodies

LEAST: dict[str, str] = {
    "name": "Berekenen van de wachttijd",
    "description_short": "Dit algoritme schat een wachttijd.",
    "organization": "Gemeente Duinwijck",
    "status": "Buiten gebruik",
    "contact_email": "algoritmes@duinwijck.example",
    "publication_category": "Overige algoritmes",
    "lang": "nld",
    "standard_version": "1.0",
}
PIECES = st.sampled_from(
    [
        *(
            "a",
            "woord",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            "\u00a0",
            "- punt",
            "• punt",
            "=1+1",
        ),
        *("<", ">", "< 5", "a<b", "a < b", "&", "R&D", "&amp;", "&lt;", "&#39;", "&copy", "&copy;"),
        *("<p>", "</p>", "<br>", "<ul>", "<li>", "</li>", "</ul>", "<div>", "</div>", "<P>"),
        *("<script>x</script>", "<b>", "</b>", "<!-- x -->", "<p class='x'>", "<?xml ?>", "]]>"),
        *("\x00", "\x07", "\x1b[31m", "\x85", "\ufffe", "\ud800", "\u200b", "\u202e", "’", "é"),
        *("{x}", "https://a.example/?a=1&b=2", "javascript:alert(1)", "a@b.example"),
        *("2023-01", "2023-13", "morgen", "=1+1"),
        *("x" * 99, "ja " * 700, "<p>ja</p>" * 300, "&amp;" * 400, "😀", "日本"),
    ]
)
VALUES = st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=40)
ITEMS = st.fixed_dictionaries({"title": VALUES}, optional={"link": VALUES | st.none()})
SHAPES: dict[str, st.SearchStrategy[object]] = {
    **dict.fromkeys([*TEXTS, *LINES], VALUES),
    **{key: st.sampled_from(sorted(known)) for key, known in CHOICES.items()},
    **dict.fromkeys(GROUPINGS, st.lists(ITEMS, max_size=2)),
    "category": st.lists(st.sampled_from(sorted(THEMES)), max_size=3),
}
BODIES = (
    st.lists(st.sampled_from(sorted(SHAPES)), max_size=3, unique=True)
    .flatmap(lambda keys: st.fixed_dictionaries({key: SHAPES[key] for key in keys}))
    .map(lambda body: {**LEAST, **body})
)

thorough = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@needs_cases
def test_the_rule_gives_the_registers_own_verdicts() -> None:
    """Body by body: what was accepted with 200, and the values that came back changed."""
    verdicts = json.loads((CASES / "verdicts.json").read_text(encoding="utf-8"))["cases"]
    judged = [
        (body, entry)
        for case, verdict in verdicts.items()
        for body, entry in zip(read_bodies(case), verdict["entries"], strict=True)
        if isinstance(body, dict) and case != "bad/31_lone_surrogate.json"
    ]

    assert len(judged) > 60
    for body, entry in judged:
        assert (find_refusals(body) == []) == (entry["register"]["post"] == 200)
        for key, stored in list_changes(entry["notes"]):
            assert store_value(key, body[key]).startswith(stored)


def list_changes(notes: list[str]) -> list[tuple[str, str]]:
    """Return the fields that the register changed, each with how what it keeps begins."""
    said = [note.partition("changed by the register: ")[2].partition(": ") for note in notes]
    return [(key, stored.rstrip(".…")[:60]) for key, _, stored in said if key in TEXTS | LINES]


@given(body=BODIES)
@thorough
def test_no_accepted_body_is_refused_or_eaten_by_the_register(body: Mapping[str, Any]) -> None:
    """Whatever is put together of words, markup, signs and addresses."""
    assume(list_entry_objections(body) == ())

    assert find_refusals(body) == []
    assert find_eaten(body) == []
    assert all(is_month(str(body[key])) for key in ("begin_date", "end_date") if body.get(key))


@given(key=st.sampled_from(sorted([*TEXTS, *LINES])), value=VALUES)
@thorough
def test_no_accepted_value_is_refused_or_eaten_by_the_register(key: str, value: str) -> None:
    """One field at a time, so that more of what is tried is accepted."""
    body = {**LEAST, key: value}
    assume(list_entry_objections(body) == ())

    assert find_refusals(body) == []
    assert find_eaten(body) == []


@given(typed=st.fixed_dictionaries({}, optional=dict.fromkeys(TEXTS, VALUES)))
@thorough
def test_typed_text_survives_the_registers_cleaning_unchanged(typed: dict[str, str]) -> None:
    """The html that is made of it comes back as it was sent, newlines between blocks included."""
    values = {field.key: typed.get(field.key, LEAST.get(field.key)) for field in load_fields()}
    try:
        entry = build_entry(values)
    except ValueRefused:
        return
    body = to_body(entry)

    assert find_refusals(body) == []
    for key, words in typed.items():
        html = to_html(words)
        assert (body.get(key) or "") == html
        assert not html or store_value(key, html) == html


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_the_longest_accepted_text_is_the_longest_the_register_takes(key: str) -> None:
    """No character is given away: one more is refused by both."""
    characters, column = TEXTS[key]
    longest = min(characters, column - len("<p></p>"))
    fits, more = ({**LEAST, key: f"<p>{'x' * n}</p>"} for n in (longest, longest + 1))

    assert (find_refusals(fits), find_refusals(more)) == ([], [key])
    assert list_entry_objections(fits) == ()
    assert list_entry_objections(more) != ()


def test_the_limits_written_out_here_are_the_catalogues() -> None:
    """Two lists made apart agree; a slip in one would show."""
    known = {field.key: (field.max_length, field.column_length) for field in load_fields()}

    assert {key: known[key] for key in TEXTS | LINES} == TEXTS | LINES
    assert RegisterEntry.model_validate(LEAST).name == LEAST["name"]
