"""Find dates as documents write them, and make them comparable."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class FoundDate:
    """A date with the words it was read from."""

    iso: str
    """`2023-11-21`, or `2023-11` where no day is given."""
    words: str


@dataclass(frozen=True)
class DateFinder:
    """Finds dates, with the names of months in the languages it was given."""

    months: Mapping[str, int]

    @property
    def pattern(self) -> str:
        """Return the regex of a date, without groups."""
        months = "|".join(self.months)
        return (
            rf"(?:(?:\d{{1,2}}(?:e|st|nd|rd|th)?\s+)?(?:{months})\s+(?:19|20)\d\d"
            r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d"
            r"|(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01]))(?!\.?\d)"
        )

    def find(self, text: str) -> FoundDate | None:
        """Return the first real date in the text, or none."""
        for matched in re.finditer(rf"(?<![\d.]){self.pattern}", text, re.IGNORECASE):
            iso = self._read(matched[0].lower())
            if iso is not None:
                return FoundDate(iso=iso, words=" ".join(matched[0].split()))
        return None

    def _read(self, words: str) -> str | None:
        """Return a date in the order of ISO 8601, or none when there is no such day."""
        numbers = [int(number) for number in re.findall(r"\d+", words)]
        month = next((self.months[name] for name in self.months if name in words), None)
        if month is not None:
            year = numbers[-1]
            return _write(year, month, numbers[0]) if len(numbers) > 1 else f"{year}-{month:02}"
        digits = re.sub(r"\D", "", words)
        if re.match(r"(?:19|20)\d\d", words):
            return _write(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        return _write(numbers[2], numbers[1], numbers[0])


def _write(year: int, month: int, day: int) -> str | None:
    """Return the date in ISO 8601, or none when the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
