"""A law is the same by every name, and an article in every way to write it."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from extractor import facts
from extractor.facts import Law, find_laws

AVG = "Algemene verordening gegevensbescherming"
LAWS = tomllib.loads((Path(facts.__file__).parent / "laws.toml").read_text(encoding="utf-8"))["law"]
NAMES = [
    (name, law["title"])
    for law in LAWS
    for name in (law["title"], *law.get("also", ()), *law.get("short", ()))
]

Read = tuple[str, list[str], list[str]]


def read(law: Law) -> Read | None:
    """Return the number, paragraphs and letters of the article that is named."""
    article = law.article
    if article is None:
        return None
    return article.number, sorted(article.paragraphs), sorted(article.letters)


@pytest.mark.parametrize(("name", "title"), NAMES)
def test_a_law_is_found_by_each_of_its_names(name: str, title: str) -> None:
    """No name of one law is taken for another or for a part of itself."""
    (law,) = find_laws(f"Dit mag volgens de {name}.")

    assert title in law.titles


def test_only_abbreviations_are_of_two_laws() -> None:
    """A title says which law is meant; 'Wpg' is of the police and of public health."""
    names = Counter(name for name, _ in NAMES)
    shared = {name for name, count in names.items() if count > 1}
    (police,) = find_laws("Wet politiegegevens")
    (health,) = find_laws("Wet publieke gezondheid")
    (either,) = find_laws("Wpg")

    assert shared == {"Pw", "WVO", "Wgs", "Wpg"}
    assert either.may_be(police)
    assert either.may_be(health)
    assert not police.may_be(health)


@pytest.mark.parametrize(
    "text",
    [
        "artikel 6, eerste lid, onder e, van de Algemene verordening gegevensbescherming",
        "artikel 6, eerste lid, aanhef en onderdeel e, AVG",
        "art. 6 lid 1 onder e AVG",
        "art. 6 lid 1 sub e van de AVG",
        "artikel 6(1)(e) GDPR",
        "artikel 6.1.e AVG",
        "artikel 6, 1e lid, onder e, van Verordening (EU) 2016/679",
        "de AVG (artikel 6, eerste lid, onder e)",
        "artikel 6, eerste lid, onder e, van de Algemene\nverordening gegevensbescherming",
    ],
)
def test_an_article_is_the_same_in_every_way_to_write_it(text: str) -> None:
    """With its paragraph, its letter and its law."""
    assert [(law.titles, read(law)) for law in find_laws(text)] == [
        (frozenset({AVG}), ("6", ["1"], ["e"]))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("artikelen 225 en 234 van de Gemeentewet", [("225", [], []), ("234", [], [])]),
        ("artikel 5.1, tweede lid, onder e en f", [("5.1", ["2"], ["e", "f"])]),
        ("artikel 2:4 Awb", [("2:4", [], [])]),
        ("artikel 22a", [("22a", [], [])]),
        ("artikel 30, eerste en derde lid", [("30", ["1", "3"], [])]),
        ("artikel 6 van de wet en 30 dagen", [("6", [], [])]),
        ("het artikel in de krant", []),
    ],
)
def test_of_an_article_its_parts_are_read(text: str, found: list[Read]) -> None:
    """Several articles, paragraphs or letters at once, and none where none is named."""
    assert [read(law) for law in find_laws(text)] == found


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("de Bomenverordening 2021", ["bomenverordening 2021"]),
        ("de Wet op de bomen", ["wet op de bomen"]),
        ("de Subsidieregeling zonnedaken", ["subsidieregeling zonnedaken"]),
        ("volgens de wet mag dit", []),
        ("een besluit van het college", []),
    ],
)
def test_a_law_that_is_not_listed_has_a_capital(text: str, titles: list[str]) -> None:
    """It is known by its own words; a law in general is none."""
    assert [law.titles for law in find_laws(text)] == [{title} for title in titles]
