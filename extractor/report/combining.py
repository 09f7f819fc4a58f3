"""Add figures up: of services in one total, and of files in one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import TypeVar

from extractor.errors import FiguresUnusable
from extractor.models import Record
from extractor.report.figures import Figures, PerQuarter, ServiceFigures, drop_nothing
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


def compare_counts(figures: Figures, earlier: Figures) -> Figures:
    """Return the figures beside the counts of an earlier file; refused unless that is earlier.

    Counts do not tell which algorithms changed, only how many stand where.
    """
    if earlier.as_of >= figures.as_of:
        raise FiguresUnusable("cijfers", "de vorige peildatum ligt niet voor deze")
    phases = {each.service: drop_nothing(each.count_phases().items()) for each in earlier.services}
    gone = [
        ServiceFigures(service=name)
        for name in phases
        if name not in {each.service for each in figures.services}
    ]
    services = sorted([*figures.services, *gone], key=lambda each: each.service)
    compared = (
        each.model_copy(update={"before": phases.get(each.service, {}), "changes": None})
        for each in services
    )
    return figures.model_copy(update={"since": earlier.as_of, "services": tuple(compared)})


def set_targets(figures: Figures, targets: Mapping[str, PerQuarter]) -> Figures:
    """Return the figures with these targets in the place of their own."""
    known = {each.service: each for each in figures.services}
    names = sorted({*known, *targets})
    services = (known.get(name, ServiceFigures(service=name)) for name in names)
    planned = (
        each.model_copy(update={"targets": targets.get(each.service, {})}) for each in services
    )
    return figures.model_copy(update={"services": tuple(planned)})


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
    """Return the sums of all counts, at whatever depth; what is no count stays as it was."""
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
    return other if one is None else one


def _choose(pick: Callable[..., date], one: date | None, other: date | None) -> date | None:
    known = [each for each in (one, other) if each is not None]
    return pick(known) if known else None
