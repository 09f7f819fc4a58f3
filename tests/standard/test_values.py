"""What a person types is judged as the register will get it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import FieldUnknown, ValueRefused
from extractor.models import ClaimValue, LinkedTitle
from extractor.standard.catalogue import find_field, load_fields
from extractor.standard.entry import to_body
from extractor.standard.values import PlainValue, build_body, build_entry, list_objections

REQUIRED: dict[str, PlainValue] = {
    "name": "Berekenen van de wachttijd",
    "description_short": "Dit algoritme schat een wachttijd.",
    "organization": "Gemeente Duinwijck",
    "status": "In gebruik",
    "contact_email": "algoritmes@duinwijck.example",
    "publication_category": "Overige algoritmes",
}

TEXTS = st.text(max_size=30) | st.sampled_from(
    ["Verkeer", "In gebruik", "2023-01", "https://a.example", "a@b.example", "- een\n- twee", "nld"]
)
ITEMS = st.builds(LinkedTitle, title=TEXTS, link=st.none() | TEXTS)
VALUES: st.SearchStrategy[PlainValue] = st.one_of(
    TEXTS,
    st.lists(st.sampled_from(find_field("category").choices), max_size=3),
    st.lists(st.one_of(TEXTS, ITEMS), max_size=3),
)


def find_refused_field(values: dict[str, PlainValue]) -> str | None:
    """Return the field at which the entry is refused; none when it is accepted."""
    try:
        build_entry(values)
    except ValueRefused as refused:
        return refused.field
    return None


@settings(deadline=None, max_examples=300)
@given(st.sampled_from([field.key for field in load_fields() if field.key != "end_date"]), VALUES)
def test_no_objection_means_the_entry_is_accepted(key: str, value: PlainValue) -> None:
    """Judging one field and judging the entry are the same rules."""
    blank = value is not None and (not value or (isinstance(value, str) and not value.strip()))

    refused = find_refused_field({**REQUIRED, key: value})

    if not list_objections(key, value):
        assert refused is None
    elif not blank:
        assert refused == key


def test_rich_text_is_typed_as_plain_text() -> None:
    """The html is made of it, and what looks like markup stays text."""
    entry = build_entry({**REQUIRED, "goal": "Als x<y:\n- <b>toets</b> & wijs af"})

    assert entry.goal == (
        "<div><p>Als x&lt;y:</p>\n<ul><li>&lt;b&gt;toets&lt;/b&gt; &amp; wijs af</li></ul></div>"
    )


def test_rich_text_is_measured_as_the_html_it_becomes() -> None:
    """A second paragraph costs three characters: two joins and a newline (register.md 1.2)."""
    fitting = "x" * 1000 + "\n\n" + "y" * 1497

    assert list_objections("goal", fitting) == ()
    assert list_objections("goal", fitting + "y") == (
        "telt 2501 tekens en er passen er 2500: schrap er 1",
    )


def test_a_law_without_a_known_link_gets_an_empty_one() -> None:
    """The register wants the key, and a link is never invented."""
    laws = (LinkedTitle(title="Gemeentewet"),)

    assert list_objections("lawful_basis_grouping", laws) == ()
    assert build_body({"lawful_basis_grouping": laws})["lawful_basis_grouping"] == [
        {"title": "Gemeentewet", "link": ""}
    ]


def test_constants_are_filled_in() -> None:
    """Language and standard version are no one's decision."""
    body = to_body(build_entry(REQUIRED))

    assert body == {**REQUIRED, "lang": "nld", "standard_version": "1.0"}


@pytest.mark.parametrize(("key", "value"), [("goal", " \n"), ("website", ""), ("category", ())])
def test_a_blank_value_is_not_the_choice_to_leave_empty(
    key: str, value: str | Sequence[ClaimValue]
) -> None:
    """Leaving a field empty is a decision of its own."""
    assert "leeg" in list_objections(key, value)[0]
    assert list_objections(key, None) == ()


def test_a_required_field_cannot_be_left_empty() -> None:
    """Without it the register takes nothing."""
    assert list_objections("status", None) == ("is verplicht: vul dit veld in",)
    assert list_objections("name", "") == ("is verplicht: vul dit veld in",)


def test_an_entry_is_refused_at_its_first_field() -> None:
    """The error names the field and what to change."""
    with pytest.raises(ValueRefused) as refused:
        build_entry({**REQUIRED, "status": "Aan", "name": "<b>"})

    assert refused.value.field == "name"


def test_an_entry_is_refused_for_what_is_missing() -> None:
    """The first required field without a value is named."""
    with pytest.raises(ValueRefused, match="name: is verplicht"):
        build_entry({})


@pytest.mark.parametrize("key", ["theme", "", "GOAL"])
def test_an_unknown_field_is_no_field(key: str) -> None:
    """Keys are the ingest API's, to the letter."""
    with pytest.raises(FieldUnknown):
        list_objections(key, "x")
