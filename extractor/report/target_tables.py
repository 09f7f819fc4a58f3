"""Targets beside what was published: per category, and per quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from extractor.report.blocks import Block, Cell, Heading, Line, Table
from extractor.report.combining import TOTAL
from extractor.report.figures import PerQuarter, ServiceFigures
from extractor.report.periods import find_last_day, name_quarter, write_quarter
from extractor.report.states import CATEGORIES, Category
from extractor.report.words import NONE, load_words, name_service, write_share

QUARTERS_BESIDE = 6
"""So many quarters stand side by side on a page."""

Rows = tuple[tuple[Cell, ...], ...]


def write_targets(
    services: Sequence[ServiceFigures], total: ServiceFigures, day: date
) -> Iterator[Block]:
    """Yield what is published of each category, and of the targets per quarter."""
    yield Heading(text="Gepubliceerd per categorie, en de planning")
    rows = [row for each in services for row in _list_rows(each, total.targets, day)]
    head = ["Dienst", "Categorie", "Algoritmen", "Aangeleverd", "Gepubliceerd", "Aandeel"]
    if total.targets:
        head += ["Doel t/m nu", "Waarvan gehaald", "Doel in totaal"]
    yield Table(
        title="Gepubliceerd per categorie",
        head=tuple(head),
        rows=tuple(rows),
        labels=2,
        total=len(services) > 1 and bool(rows) and rows[-1][1] == "Alle",
    )
    if not total.targets:
        yield Line(text="Er is geen planning opgegeven; doelen per kwartaal ontbreken daarom.")
        return
    quarters = sorted(total.targets)
    for start in range(0, len(quarters), QUARTERS_BESIDE):
        yield from _write_quarters(services, quarters[start : start + QUARTERS_BESIDE], day)
    yield Line(
        text="Per kwartaal: eerst het aantal gepubliceerde beschrijvingen, dan het doel. Van een "
        "kwartaal dat nog moet komen, staat er alleen het doel."
    )


def list_due(targets: PerQuarter, day: date) -> list[str]:
    """Return the planned quarters that have begun by the day."""
    return [each for each in sorted(targets) if each <= name_quarter(day)]


def sum_quarters(counts: PerQuarter, quarters: Sequence[str], category: Category | None) -> int:
    """Return what the quarters count together, of one category or of all."""
    return sum(
        count
        for each in quarters
        for key, count in counts.get(each, {}).items()
        if category in {None, key}
    )


def _list_rows(
    service: ServiceFigures, planned: PerQuarter, day: date
) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each category of the service that has algorithms or a target."""
    if service.service == TOTAL:
        yield _write_row(service, None, planned, day)
        return
    for category in CATEGORIES:
        row = _write_row(service, category, planned, day)
        if any(isinstance(each, int) and each for each in row):
            yield row


def _write_row(
    service: ServiceFigures, category: Category | None, planned: PerQuarter, day: date
) -> tuple[Cell, ...]:
    wanted = CATEGORIES if category is None else (category,)
    phases = [service.progress.get(each, {}) for each in wanted]
    withdrawn = sum(each.get("withdrawn", 0) for each in phases)
    known = sum(sum(each.values()) for each in phases) - withdrawn
    published = sum(each.get("published", 0) for each in phases)
    row: tuple[Cell, ...] = (
        name_service(service.service),
        "Alle" if category is None else load_words().categories[category],
        known,
        sum(each.get("delivered", 0) for each in phases),
        published,
        write_share(published, known),
    )
    if not planned:
        return row
    due = list_due(planned, day)
    return (
        *row,
        sum_quarters(service.targets, due, category),
        sum_quarters(service.published, due, category),
        sum_quarters(service.targets, sorted(planned), category),
    )


def _write_quarters(
    services: Sequence[ServiceFigures], quarters: Sequence[str], day: date
) -> Iterator[Block]:
    rows = []
    for service in services:
        wanted: tuple[Category | None, ...] = (None,) if service.service == TOTAL else CATEGORIES
        for category in wanted:
            if category and not _has_any(service, quarters, category):
                continue
            name = load_words().categories[category] if category else "Alle"
            cells = (_write_quarter(service, each, category, day) for each in quarters)
            rows.append((name_service(service.service), name, *cells))
    heads = [
        f"{write_quarter(each)}{' (loopt nog)' if _is_running(each, day) else ''}"
        for each in quarters
    ]
    yield Table(
        title="Gepubliceerd en doel per kwartaal",
        head=("Dienst", "Categorie", *heads),
        rows=tuple(rows),
        labels=2,
        total=bool(rows) and rows[-1][1] == "Alle",
    )


def _has_any(service: ServiceFigures, quarters: Sequence[str], category: Category) -> bool:
    counted = (service.targets, service.published)
    return any(sum_quarters(each, quarters, category) for each in counted)


def _is_running(quarter: str, day: date) -> bool:
    return quarter == name_quarter(day) and day != find_last_day(quarter)


def _write_quarter(
    service: ServiceFigures, quarter: str, category: Category | None, day: date
) -> str:
    target = sum_quarters(service.targets, [quarter], category)
    done = sum_quarters(service.published, [quarter], category)
    if quarter > name_quarter(day):
        return f"doel {target}" if target else NONE
    return f"{done} van {target}" if target else (f"{done} (geen doel)" if done else NONE)
