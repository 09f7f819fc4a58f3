"""The tables of a report that have a row for each service."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extractor.report.blocks import Bar, Bars, Block, Cell, Heading, Line, Segment, Table
from extractor.report.combining import TOTAL
from extractor.report.figures import ServiceFigures
from extractor.report.states import CATEGORIES, PHASES, STATUSES, Known, Phase
from extractor.report.words import load_words, name_service, write_span

Services = Sequence[ServiceFigures]
"""Of a report: each service, and where there are several their total as the last."""

_KNOWN: tuple[Known, ...] = ("yes", "no", "unknown")


def write_stand(services: Services) -> Iterator[Block]:
    """Yield how many algorithms are known, and how far their entries are."""
    words = load_words()
    yield Heading(text="Hoever de beschrijvingen zijn")
    yield make_table(
        "Stand per dienst",
        ("Bekend", *words.phases.values(), "Valt af"),
        services,
        lambda each: (each.known, *each.count_phases().values(), sum(each.left.values())),
    )
    yield Bars(
        title="Voortgang per dienst",
        bars=tuple(_make_bar(each) for each in services if each.included and each.service != TOTAL),
    )
    yield Line(
        text="Bevestigd: een medewerker heeft over elk veld gekozen. Aangeleverd: de beschrijving "
        "staat als concept in het register. Valt af: krijgt geen eigen beschrijving. Achter de "
        "balk staat het totaal."
    )


def write_categories(services: Services) -> Iterator[Block]:
    """Yield the algorithms by publication category, with the range where that is open."""
    names = tuple(load_words().categories.values())
    yield Heading(text="Publicatiecategorie en aantal beschrijvingen")
    yield make_table(
        "Algoritmen naar publicatiecategorie",
        (*names, "Algoritmen", "Verwachte beschrijvingen"),
        services,
        _list_categories,
    )
    if any(each.count_categories()["undetermined"] for each in services):
        yield Line(
            text="Bij A, B en C staat een bandbreedte zolang van algoritmen de categorie niet is "
            "bepaald: het minimum is wat vaststaat, het maximum telt die algoritmen mee."
        )


def write_statuses(services: Services) -> Iterator[Block]:
    """Yield the algorithms by status, and how many have a DPIA and an IAMA."""
    words = load_words()
    yield Heading(text="Status en impacttoetsen")
    yield make_table(
        "Status van de algoritmen",
        tuple(words.statuses.values()),
        services,
        lambda each: tuple(each.statuses.get(status, 0) for status in STATUSES),
    )
    head = tuple(f"{test} {words.known[known]}" for test in ("DPIA", "IAMA") for known in _KNOWN)
    yield make_table(
        "Impacttoetsen",
        head,
        services,
        lambda each: tuple(
            counts.get(known, 0) for counts in (each.dpia, each.iama) for known in _KNOWN
        ),
    )


def make_table(
    title: str,
    head: tuple[str, ...],
    services: Services,
    read: Callable[[ServiceFigures], tuple[Cell, ...]],
) -> Table:
    """Return a table with a row for each service; their total is the last."""
    return Table(
        title=title,
        head=("Dienst", *head),
        rows=tuple((name_service(each.service), *read(each)) for each in services),
        total=len(services) > 1,
    )


def _make_bar(service: ServiceFigures) -> Bar:
    words = load_words()
    phases: dict[Phase, int] = service.count_phases()
    order: list[Phase] = [*reversed(PHASES[:-1]), "withdrawn"]
    return Bar(
        label=name_service(service.service),
        segments=tuple(
            Segment(
                label=words.phases[each],
                count=phases[each],
                colour=words.colours[each],
                sign=words.signs[each],
            )
            for each in order
        ),
    )


def _list_categories(service: ServiceFigures) -> tuple[Cell, ...]:
    counts = service.count_categories()
    open_ = counts["undetermined"]
    spans = [
        _number(counts[each], counts[each] + open_) for each in CATEGORIES if each != "undetermined"
    ]
    band = service.bandwidth
    return (*spans, open_, service.included, _number(band.fewest, band.most))


def _number(fewest: int, most: int) -> Cell:
    """Return one number as a number, so that a spreadsheet can count with it."""
    return fewest if fewest == most else write_span(fewest, most)
