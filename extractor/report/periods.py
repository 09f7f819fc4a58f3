"""Days and quarters as a report counts them: in the Netherlands, whatever clock a server has."""

from __future__ import annotations

from calendar import SUNDAY, monthrange, weekday
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from pydantic import Field

from extractor.standard.repairs import MONTHS

Quarter = Annotated[str, Field(pattern=r"^20[0-9]{2}-Q[1-4]$")]
"""Such as `2026-Q4`; these sort as they follow each other."""

_MONTH_NAMES = {number: name for name, number in MONTHS.items()}


def end_day(day: date) -> datetime:
    """Return the moment at which the day ends in the Netherlands."""
    after = day + timedelta(days=1)
    # By rule, not from a table of the machine: one date gives one answer everywhere.
    hours = 2 if _find_last_sunday(day.year, 3) < after <= _find_last_sunday(day.year, 10) else 1
    return datetime.combine(after, time(), UTC) - timedelta(hours=hours)


def name_quarter(day: date) -> str:
    """Return the quarter in which the day falls."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def find_last_day(quarter: str) -> date:
    """Return the last day of the quarter."""
    year, month = int(quarter[:4]), 3 * int(quarter[-1])
    return date(year, month, monthrange(year, month)[1])


def list_quarters(day: date, count: int) -> tuple[str, ...]:
    """Return so many quarters up to the one of the day, the first one first."""
    last = day.year * 4 + (day.month + 2) // 3 - 1
    return tuple(f"{each // 4}-Q{each % 4 + 1}" for each in range(last - count + 1, last + 1))


def write_day(day: date) -> str:
    """Return the day in Dutch words."""
    return f"{day.day} {_MONTH_NAMES[day.month]} {day.year}"


def write_quarter(quarter: str) -> str:
    """Return the quarter in Dutch words."""
    return f"{quarter[-1]}e kwartaal {quarter[:4]}"


def _find_last_sunday(year: int, month: int) -> date:
    last = monthrange(year, month)[1]
    return date(year, month, last - (weekday(year, month, last) - SUNDAY) % 7)
