"""Add figures up: of services in one total, and of files in one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import TypeVar

from extractor.errors import FiguresUnusable
from extractor.models import Record
from extractor.report.figures import Figures, ServiceFigures
from extractor.report.periods import write_day

Counted = TypeVar("Counted", bound=Record)
TOTAL = "Totaal"


def combine_figures(parts: Sequence[Figures]) -> Figures:
    """Return the figures of all parts together; refused unless they are of the same days."""
    first = parts[0]
    for other in parts[1:]:
        if other.as_of != first.as_of:
            days = " en ".join(write_day(each.as_of) for each in (first, other))
            raise FiguresUnusable("cijfers", f"de peildata verschillen: {days}")
        if other.since != first.since:
            raise FiguresUnusable("cijfers", "zij zijn met verschillende peildata vergeleken")
    if len({each.model_dump_json() for each in parts}) < len(parts):
        raise FiguresUnusable("cijfers", "dezelfde cijfers staan er twee keer")
    return first.model_copy(update={"services": _merge(parts)})


def add_total(figures: Figures) -> ServiceFigures:
    """Return the counts of all services together."""
    return reduce(add_services, figures.services, ServiceFigures(service=TOTAL)).model_copy(
        update={"service": TOTAL}
    )


def add_services(one: ServiceFigures, other: ServiceFigures) -> ServiceFigures:
    """Return the counts of both together, under the name of the first."""
    drafted = (
        _choose(min, one.drafted_from, other.drafted_from),
        _choose(max, one.drafted_until, other.drafted_until),
    )
    merged = _add(one.model_copy(update={"drafted_from": None, "drafted_until": None}), other)
    return merged.model_copy(
        update={
            "service": one.service,
            "drafted_from": drafted[0],
            "drafted_until": drafted[1],
            "minutes": tuple(sorted(one.minutes + other.minutes)),
        }
    )


def _merge(parts: Iterable[Figures]) -> tuple[ServiceFigures, ...]:
    merged: dict[str, ServiceFigures] = {}
    for service in (service for part in parts for service in part.services):
        known = merged.get(service.service)
        merged[service.service] = add_services(known, service) if known else service
    return tuple(merged[name] for name in sorted(merged))


def _add(one: Counted, other: Counted) -> Counted:
    """Return the sums of all counts, at whatever depth; what is no count stays that of the first."""
    return one.model_copy(
        update={
            name: _add_values(getattr(one, name), getattr(other, name))
            for name in type(one).model_fields
        }
    )


def _add_values(one: object, other: object) -> object:
    if isinstance(one, Record) and isinstance(other, Record):
        return _add(one, other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return {
            key: _add_values(one[key], other[key])
            if key in one and key in other
            else one.get(key, other.get(key))
            for key in sorted({*one, *other})
        }
    if isinstance(one, int) and isinstance(other, int):
        return one + other
    return one


def _choose(pick: Callable[..., date], one: date | None, other: date | None) -> date | None:
    known = [each for each in (one, other) if each is not None]
    return pick(known) if known else None
