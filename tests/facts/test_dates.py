"""Dates are found in every shape, as far as they are given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts import StatedDate, find_dates

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
SHAPES = (
    "{d} {name} {y}",
    "{d:02}-{m:02}-{y}",
    "{d}-{m}-{y}",
    "{d}/{m}/{y}",
    "{d}.{m}.{y}",
    "{y}-{m:02}-{d:02}",
    "{d}e {name} {y}",
)

Read = tuple[int | None, int | None, int | None]


def read(found: StatedDate) -> Read:
    """Return the year, the month and the day a date says."""
    return found.year, found.month, found.day


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(SHAPES))
def test_a_day_is_the_same_in_every_shape(day: date, shape: str) -> None:
    """The sentence around it changes nothing."""
    written = shape.format(d=day.day, m=day.month, y=day.year, name=MONTHS[day.month - 1])

    found = find_dates(f"Het systeem is op {written} in gebruik genomen.")

    assert [read(each) for each in found] == [(day.year, day.month, day.day)]


@given(st.integers(1, 12), st.integers(1900, 2099))
def test_a_month_is_the_same_in_words_and_digits(month: int, year: int) -> None:
    """As the register writes it and as people do."""
    shapes = (f"{MONTHS[month - 1]} {year}", f"{year}-{month:02}")

    assert [read(each) for shape in shapes for each in find_dates(shape)] == [
        (year, month, None)
    ] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sinds 2024", [(2024, None, None)]),
        ("van 2019-2021", [(2019, None, None), (2021, None, None)]),
        ("schooljaar 2023/2024", [(2023, None, None), (2024, None, None)]),
        ("12 tot 15 maart 2024", [(2024, 3, 12), (2024, 3, 15)]),
        ("vanaf 1 april", [(None, 4, 1)]),
        ("in mei", [(None, 5, None)]),
        ("March 1, 2024", [(2024, 3, 1)]),
        ("it may be", []),
        ("31 februari 2024", []),
        ("versie 1.2.2024.3", []),
        ("€ 2024", []),
        ("12.024 foto's", []),
    ],
)
def test_a_date_says_no_more_than_its_words(text: str, found: list[Read]) -> None:
    """A year without a month, a day without a year; what no calendar has is none."""
    assert [read(each) for each in find_dates(text)] == found


@pytest.mark.parametrize(
    "text", ["Q3 2024", "het derde kwartaal van 2024", "3e kwartaal 2024", "third quarter of 2024"]
)
def test_a_quarter_has_many_names(text: str) -> None:
    """Of the year that is named with it."""
    (found,) = find_dates(text)

    assert (found.year, found.quarter, found.month) == (2024, 3, None)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("in 2024 werden bomen geplant", True),
        ("sinds 2024.", True),
        ("2000 foto's", False),
        ("getest op 2090 foto's", False),
    ],
)
def test_four_digits_are_a_year_by_the_words_beside_them(text: str, certain: bool) -> None:  # noqa: FBT001 - a case
    """A count of things is as well a number."""
    assert find_dates(text)[0].certain is certain


@pytest.mark.parametrize(
    ("narrow", "wide", "lies"),
    [
        ("1 maart 2024", "maart 2024", True),
        ("1 maart 2024", "2024", True),
        ("1 maart 2024", "Q1 2024", True),
        ("1 maart 2024", "1 maart", True),
        ("maart 2024", "1 maart 2024", False),
        ("Q1 2024", "maart 2024", False),
        ("2023", "maart 2024", False),
    ],
)
def test_a_day_lies_in_its_month_and_not_the_other_way(narrow: str, wide: str, lies: bool) -> None:  # noqa: FBT001 - a case
    """What is less precise is carried by what is more."""
    assert find_dates(narrow)[0].lies_in(find_dates(wide)[0]) is lies


@given(st.text(alphabet="0123456789-/. mei2024Q", max_size=30))
def test_any_digits_are_read(text: str) -> None:
    """No run of digits is a date that cannot be, or an error."""
    assert all(each.month in {None, *range(1, 13)} for each in find_dates(text))
