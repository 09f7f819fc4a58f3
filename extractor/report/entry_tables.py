"""The tables of a report about entries: how complete, what is withheld, what changed."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.report.blocks import Block, Cell, Heading, Items, Line, Table
from extractor.report.figures import Changes, ServiceFigures
from extractor.report.service_tables import Services, make_table
from extractor.report.states import LEFT, PHASES
from extractor.report.words import load_words, name_ground, write_share


def write_quality(services: Services) -> Iterator[Block]:
    """Yield how complete the confirmed entries are."""
    yield Heading(text="Volledigheid en inhoud")
    yield make_table(
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
        yield make_table(
            "Nieuw, gewijzigd en ingetrokken",
            ("Nieuw", "Gewijzigd", "Ingetrokken", "Alsnog afgevallen"),
            services,
            lambda each: tuple((each.changes or Changes()).model_dump().values()),
        )
    yield make_table(
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
