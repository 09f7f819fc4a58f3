"""What is exported in the register's layouts is read back, up to what the layouts lose."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.downloads import read_download
from extractor.exports.register_csv import render_register_csv
from extractor.exports.register_xlsx import render_register_xlsx
from extractor.models import LinkedTitle
from extractor.published import PublishedEntry
from extractor.standard.addresses import list_link_objections
from extractor.standard.catalogue import find_field, load_fields
from extractor.standard.values import PlainValue, build_entry, list_objections
from tests.exports.exported import make_export

WORDS = st.text(st.sampled_from("abéR1.,;:'\"<>&()/-=€%"), min_size=1, max_size=8)
LINKS = st.sampled_from(["https://wetten.example/a?b=1,2&c=3.%20", "http://duinrade.example"])


def write_text(words: list[str]) -> str:
    """Return the words on one line."""
    return " ".join(words)


def is_kept(key: str, text: str) -> bool:
    """Return whether the field takes the text, and neither layout loses any of it.

    A mark of a list goes with its tag, and Excel cannot tell `&lt;` that is typed from `<`.
    """
    listed = re.match(r"[-•]|\d+\.", text) is not None
    return not listed and unescape(text) == text and not list_objections(key, text)


def make_texts(key: str) -> st.SearchStrategy[PlainValue]:
    """Return texts for the field."""
    field = find_field(key)
    if field.choices and field.kind == "choice":
        return st.sampled_from(field.choices)
    texts = st.lists(WORDS, min_size=1, max_size=12).map(write_text)
    return texts.filter(lambda text: is_kept(key, text))


def is_one_item(title: str) -> bool:
    """Return whether a title cannot be taken for two items, or for a title with a link."""
    last = title.rpartition(", ")[2]
    return not re.search(r"\. \d+: ", f"{title}. ") and bool(list_link_objections(last))


def make_links(key: str) -> st.SearchStrategy[PlainValue]:
    """Return items for a grouping, with and without a link."""
    titles = st.lists(WORDS, min_size=1, max_size=5).map(write_text).filter(is_one_item)
    items = st.builds(LinkedTitle, title=titles, link=st.none() | LINKS)
    lists = st.lists(items, min_size=1, max_size=4).map(tuple)
    return lists.filter(lambda value: not list_objections(key, value))


THEMES = st.lists(
    st.sampled_from(find_field("category").choices), min_size=1, max_size=16, unique=True
).map(tuple)

ENTRIES = st.fixed_dictionaries(
    {key: make_texts(key) for key in ("name", "description_short", "status")}
    | {
        "organization": st.just("Gemeente Duinrade"),
        "contact_email": st.just("algoritmes@duinrade.example"),
        "publication_category": make_texts("publication_category"),
    },
    optional={
        "category": THEMES,
        "goal": make_texts("goal"),
        "methods_and_models": make_texts("methods_and_models"),
        "provider": make_texts("provider"),
        "begin_date": st.just("2023-01"),
        "lawful_basis_grouping": make_links("lawful_basis_grouping"),
        "impacttoetsen_grouping": make_links("impacttoetsen_grouping"),
    },
)


@pytest.mark.parametrize("render", [render_register_csv, render_register_xlsx])
@settings(max_examples=30)
@given(values=ENTRIES)
def test_what_is_written_is_read_back(render: object, values: dict[str, PlainValue]) -> None:
    """Every value of every kind comes back equal, and nothing is left over."""
    assert callable(render)
    content = render(make_export(build_entry(values)))

    ((_, found),) = read_download(content).entries

    assert found == PublishedEntry(
        lars=None, standard_version="1.0", published_on=None, values=values
    )


def test_no_official_choice_has_a_comma() -> None:
    """So that a list of themes can be read back at its commas."""
    assert not [one for field in load_fields() for one in field.choices if "," in one]
