"""The tables of a report that have a row for each service."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extractor.report.blocks import Bar, Bars, Block, Cell, Heading, Items, Line, Segment, Table
from extractor.report.combining import TOTAL
from extractor.report.figures import Changes, ServiceFigures
from extractor.report.states import CATEGORIES, LEFT, PHASES, STATUSES, Known, Phase
from extractor.report.words import load_words, name_ground, name_service, write_share, write_span

Services = Sequence[ServiceFigures]
"""Of a report: each service, and where there are several their total as the last."""

_KNOWN: tuple[Known, ...] = ("yes", "no", "unknown")


def write_stand(services: Services) -> Iterator[Block]:
    """Yield how many algorithms are known, and how far their entries are."""
    words = load_words()
    yield Heading(text="Hoever de beschrijvingen zijn")
    yield _make(
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
    yield _make(
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
    yield _make(
        "Status van de algoritmen",
        tuple(words.statuses.values()),
        services,
        lambda each: tuple(each.statuses.get(status, 0) for status in STATUSES),
    )
    head = tuple(f"{test} {words.known[known]}" for test in ("DPIA", "IAMA") for known in _KNOWN)
    yield _make(
        "Impacttoetsen",
        head,
        services,
        lambda each: tuple(
            counts.get(known, 0) for counts in (each.dpia, each.iama) for known in _KNOWN
        ),
    )


def write_quality(services: Services) -> Iterator[Block]:
    """Yield how complete the confirmed entries are."""
    yield Heading(text="Volledigheid en inhoud")
    yield _make(
        "Volledigheid van de bevestigde beschrijvingen",
        (
            "Beschrijvingen",
            "Alle getoonde velden gevuld",
            "Aandeel daarvan",
            "Getoonde velden gevuld",
            "Inhoudscontroles geslaagd",
        ),
        services,
        _list_quality,
    )
    yield Line(
        text="Getoonde velden zijn de velden die het register altijd toont, ook als zij leeg zijn. "
        "Een inhoudscontrole gaat na of een tekst zegt wat erin hoort, zoals wie er met het "
        "algoritme te maken krijgt."
    )


def write_grounds(total: ServiceFigures) -> Iterator[Block]:
    """Yield what is not, or not wholly, published, and on which grounds."""
    words = load_words()
    yield Heading(text="Niet of niet volledig gepubliceerd")
    if not total.left and not total.partly:
        yield Line(text="Er is geen algoritme dat niet of niet volledig wordt gepubliceerd.")
        return
    rows: list[tuple[Cell, ...]] = []
    for each in LEFT:
        if total.left.get(each):
            rows.append((words.left[each], total.left[each]))
            grounds = total.grounds.items() if each == "not published" else ()
            rows += [(f"– {name_ground(key)}", count) for key, count in grounds]
    if total.partly:
        rows.append(("Een deel van de beschrijving wordt niet gepubliceerd", total.partly))
        rows += [(f"– {name_ground(key)}", count) for key, count in total.withheld.items()]
    yield Table(title="Redenen", head=("Reden", "Aantal"), rows=tuple(rows))
    if len(total.withheld) > 1:
        yield Items(items=("Eén beschrijving kan op meer gronden rusten.",))


def write_changes(services: Services, since: str) -> Iterator[Block]:
    """Yield what is different from the earlier reference date."""
    yield Heading(text=f"Wijzigingen sinds {since}")
    told = services[-1].changes is not None
    if told:
        yield _make(
            "Nieuw, gewijzigd en ingetrokken",
            ("Nieuw", "Gewijzigd", "Ingetrokken", "Alsnog afgevallen"),
            services,
            lambda each: tuple((each.changes or Changes()).model_dump().values()),
        )
    yield _make(
        f"Voortgang: nu, en het verschil met {since}",
        tuple(load_words().phases.values()),
        services,
        _list_progress,
    )
    yield Line(
        text="Gewijzigd: een beschrijving die op de vorige peildatum was bevestigd, is sindsdien "
        "anders bevestigd of weer opengezet."
        if told
        else "Alleen de aantallen zijn vergeleken; welke algoritmen nieuw of gewijzigd zijn, "
        "blijkt daar niet uit."
    )


def _make(
    title: str,
    head: tuple[str, ...],
    services: Services,
    read: Callable[[ServiceFigures], tuple[Cell, ...]],
) -> Table:
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


def _list_quality(service: ServiceFigures) -> tuple[Cell, ...]:
    found = service.quality
    return (
        found.entries,
        found.complete,
        write_share(found.complete, found.entries),
        write_share(found.filled, found.shown),
        write_share(found.passed, found.asked),
    )


def _list_progress(service: ServiceFigures) -> tuple[Cell, ...]:
    now = service.count_phases()
    return tuple(
        _write_difference(now[phase], now[phase] - service.before.get(phase, 0)) for phase in PHASES
    )


def _write_difference(now: int, difference: int) -> str:
    return f"{now} ({difference:+d})".replace("-", "−") if difference else str(now)


def _number(fewest: int, most: int) -> Cell:
    """Return one number as a number, so that a spreadsheet can count with it."""
    return fewest if fewest == most else write_span(fewest, most)
