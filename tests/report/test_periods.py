"""Days and quarters."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.report.periods import (
    end_day,
    find_last_day,
    list_quarters,
    name_quarter,
    write_day,
    write_quarter,
)

days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(days)
def test_a_day_ends_at_midnight_in_the_netherlands(day: date) -> None:
    """By rule the same as by the table of time zones."""
    try:
        zone = ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        pytest.skip("this machine has no table of time zones")
    after = day + timedelta(days=1)

    assert end_day(day) == datetime(after.year, after.month, after.day, tzinfo=zone)


def test_the_nights_on_which_the_clock_changes_are_known() -> None:
    """29 March 2026 ends in summer time, 25 October in winter time."""
    assert end_day(date(2026, 3, 28)) == datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert end_day(date(2026, 3, 29)) == datetime(2026, 3, 29, 22, tzinfo=UTC)
    assert end_day(date(2026, 10, 24)) == datetime(2026, 10, 24, 22, tzinfo=UTC)
    assert end_day(date(2026, 10, 25)) == datetime(2026, 10, 25, 23, tzinfo=UTC)


@given(days)
def test_a_quarter_holds_its_days(day: date) -> None:
    """Its last day is in it, and the day after that is not."""
    quarter = name_quarter(day)
    last = find_last_day(quarter)

    assert day <= last
    assert name_quarter(last) == quarter != name_quarter(last + timedelta(days=1))


@given(days, st.integers(1, 12))
def test_quarters_follow_each_other(day: date, count: int) -> None:
    """So many, up to that of the day; sorting keeps their order."""
    quarters = list_quarters(day, count)

    assert quarters[-1] == name_quarter(day)
    assert list(quarters) == sorted(set(quarters))
    for earlier, later in itertools.pairwise(quarters):
        assert name_quarter(find_last_day(earlier) + timedelta(days=1)) == later
    assert len(quarters) == count


def test_days_and_quarters_are_written_in_dutch() -> None:
    """As a letter to parliament does."""
    assert write_day(date(2026, 3, 1)) == "1 maart 2026"
    assert write_quarter("2026-Q4") == "4e kwartaal 2026"
