"""Whether the dossier's system is used, and since and until when."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.drafting.offline.use_labels import Told
from extractor.models import Claim


def find_status(told: Sequence[Told]) -> list[Claim]:
    """Return the status; where documents differ, each.

    What is still being made says nothing beside use in the same document: a system that is used is
    worked on as well. A plan or a plain description counts only where nothing else is told.
    """
    ended = _list_readings(told, "stop")
    # What was taken into use and was stopped is out of use, unless it is said to be used now.
    used = [
        each
        for each in told
        if each.kind == "use" or (each.kind == "start" and each.answer.reading not in ended)
    ]
    making = [
        each
        for each in told
        if each.kind in ("making", "unused") and each.answer.reading not in _list_readings(used)
    ]
    values = {
        "In gebruik": used,
        "Buiten gebruik": [each for each in told if each.kind == "stop"],
        "In ontwikkeling": making,
    }
    if not any(values.values()):
        plans = [each for each in told if each.kind == "plan"]
        plain = [each for each in told if each.kind == "plain use"]
        values = {"In ontwikkeling": plans} if plans else {"In gebruik": plain}
    return [_claim(value, found) for value, found in values.items() if found]


def find_begin(told: Sequence[Told]) -> list[Claim]:
    """Return each month in which the system is said to have been taken into use."""
    return _list_months([each for each in told if each.kind in ("start", "use", "past use")])


def find_end(told: Sequence[Told]) -> list[Claim]:
    """Return each month in which its use is said to have ended."""
    return _list_months([each for each in told if each.kind == "stop"])


def _list_readings(told: Sequence[Told], kind: str | None = None) -> frozenset[str]:
    return frozenset(each.answer.reading for each in told if kind in (None, each.kind))


def _list_months(told: Sequence[Told]) -> list[Claim]:
    months = dict.fromkeys(each.month for each in told if each.month)
    return [_claim(month, [each for each in told if each.month == month]) for month in months]


def _claim(value: str, told: Sequence[Told]) -> Claim:
    quotes = (quote for each in told for quote in each.answer.quotes)
    return Claim(value=value, quotes=tuple(dict.fromkeys(quotes)))
