"""What a reader must know before building on the figures."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.report.blocks import Block, Heading, Items
from extractor.report.figures import Figures, ServiceFigures
from extractor.report.periods import write_day
from extractor.report.services import UNKNOWN
from extractor.report.summary import ALGORITHM
from extractor.report.timing import LONGEST_GAP
from extractor.report.words import count_words, join_words, write_share


def write_reservations(figures: Figures, total: ServiceFigures) -> Iterator[Block]:
    """Yield what a reader must know before building on the figures."""
    yield Heading(text="Voorbehouden")
    yield Items(items=tuple(_list_reservations(figures, total)))


def _list_reservations(figures: Figures, total: ServiceFigures) -> Iterator[str]:
    yield (
        f"Peildatum is het einde van {write_day(figures.as_of)}. De cijfers komen uit het logboek "
        "van keuzes; wat daarna is gekozen, telt niet mee."
    )
    yield from _reserve_reading(total)
    yield from _reserve_numbers(figures, total)
    yield from _reserve_review(total)
    yield (
        "Of het register een aangeleverde beschrijving heeft gepubliceerd, telt alleen mee als "
        "dat in de inventarisatie of in een vergeleken download van het register staat."
    )
    minutes = int(LONGEST_GAP.total_seconds()) // 60
    yield (
        "Keuzetijd is de tijd tussen twee keuzes van één persoon in één dossier; onderbrekingen "
        f"van meer dan {minutes} minuten tellen niet mee."
    )


def _reserve_reading(total: ServiceFigures) -> Iterator[str]:
    if total.drafted_from and total.drafted_until:
        first, last = write_day(total.drafted_from), write_day(total.drafted_until)
        days = f"op {first}" if first == last else f"tussen {first} en {last}"
        yield f"De documenten zijn gelezen {days}; latere versies zijn niet bekeken."
    if total.trail.unread:
        pages = count_words(
            total.trail.pages_unread, "pagina of document", "pagina's of documenten"
        )
        verb = "rust" if total.trail.unread == 1 else "rusten"
        concepts = count_words(total.trail.unread, "concept", "concepten")
        yield f"{concepts} {verb} niet op alle documenten: {pages} niet te lezen."


def _reserve_numbers(figures: Figures, total: ServiceFigures) -> Iterator[str]:
    band = total.bandwidth
    if band.waiting:
        waiting = count_words(band.waiting, *ALGORITHM)
        yield (
            f"Van {waiting} is nog niet bepaald of het er één, meer of geen is. Het definitieve "
            f"aantal ligt daarom tussen {band.fewest} en {band.most}. Het maximum telt elk ander "
            "systeem mee dat de documenten bij naam noemen, ook als dat geen algoritme blijkt."
        )
    open_ = total.count_categories()["undetermined"]
    if open_:
        proposed = [f"{n} {key}" for key, n in total.proposed.items() if key != "undetermined"]
        text = f"Van {count_words(open_, *ALGORITHM)} is de categorie niet bepaald."
        if proposed:
            text += f" De snelle toets stelt voor: {join_words(proposed)}; bij twijfel is dat B."
        yield text
    unknown = next((each for each in figures.services if each.service == UNKNOWN), None)
    if unknown:
        yield f"Van {count_words(unknown.known, *ALGORITHM)} is de dienst niet bekend."


def _reserve_review(total: ServiceFigures) -> Iterator[str]:
    trail = total.trail
    if trail.unreviewed:
        verb = "is" if trail.unreviewed == 1 else "zijn"
        concepts = count_words(trail.unreviewed, "concept", "concepten")
        yield f"{concepts} {verb} nog door niemand bekeken; daarin koos alleen de software."
    if trail.unchecked:
        share = write_share(trail.unchecked, trail.decisions)
        yield (
            f"Bij {trail.unchecked} van {trail.decisions} keuzes ({share}) is de naam van wie "
            "koos getypt en niet gecontroleerd."
        )
