"""The report in a few sentences, the work that remains, and what must be reserved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractor.report.blocks import Block, Heading, Items, Line
from extractor.report.figures import Changes, Figures, ServiceFigures
from extractor.report.periods import write_day
from extractor.report.states import CATEGORIES, Phase
from extractor.report.target_tables import list_due, sum_quarters
from extractor.report.timing import FEWEST_ENTRIES, tell_range
from extractor.report.words import (
    count_words,
    join_words,
    load_words,
    write_share,
    write_span,
)

ALGORITHM = ("algoritme", "algoritmen")
ENTRY = ("beschrijving", "beschrijvingen")


def write_summary(figures: Figures, total: ServiceFigures) -> Iterator[Block]:
    """Yield the figures that matter most, as sentences."""
    items = [_tell_known(total), _tell_progress(total), _tell_categories(total)]
    if total.targets:
        items.append(_tell_targets(figures, total))
    if figures.since and total.changes:
        items.append(_tell_changes(figures.since, total.changes))
    yield Heading(text="In het kort")
    yield Items(items=tuple(items))


def write_work(total: ServiceFigures, note: str) -> Iterator[Block]:
    """Yield what remains to be done, as a range of hours, and what is said of capacity."""
    yield Heading(text="Resterend werk en capaciteit")
    band = total.bandwidth
    left = count_words(total.remaining, *ALGORITHM)
    expected = write_span(band.open_fewest, band.open_most)
    yield Line(
        text=f"Van {left} is de beschrijving nog niet bevestigd. Dat zijn naar verwachting "
        f"{expected} {ENTRY[band.open_most != 1]}. {_tell_hours(total)}"
    )
    yield from (Line(text=each.strip()) for each in note.split("\n\n") if each.strip())


def _tell_known(total: ServiceFigures) -> str:
    left = sum(total.left.values())
    dropped = f", waarvan er {left} {'afvalt' if left == 1 else 'afvallen'}" if left else ""
    band = total.bandwidth
    span = write_span(band.fewest, band.most)
    noun = ENTRY[band.most != 1]
    return (
        f"Bekend: {count_words(total.known, *ALGORITHM)}{dropped}. Dat geeft naar verwachting "
        f"{span} {noun} in het register."
    )


def _tell_progress(total: ServiceFigures) -> str:
    words = load_words().phases
    counts = total.count_phases()
    aimed = total.included - counts["withdrawn"]
    share = write_share(counts["published"], aimed)
    order: tuple[Phase, ...] = ("delivered", "confirmed", "draft", "not started", "withdrawn")
    others = [f"{counts[each]} {words[each].lower()}" for each in order if counts[each]]
    rest = f" Verder: {join_words(others)}." if others else ""
    return f"Gepubliceerd: {counts['published']} van {aimed} ({share}).{rest}"


def _tell_categories(total: ServiceFigures) -> str:
    counts = total.count_categories()
    told = [f"{counts[each]} {each}" for each in CATEGORIES if each != "undetermined"]
    text = f"Categorie: {join_words(told)}"
    if counts["undetermined"]:
        text += f"; van {counts['undetermined']} is de categorie nog niet bepaald"
    return f"{text}."


def _tell_targets(figures: Figures, total: ServiceFigures) -> str:
    due = list_due(total.targets, figures.as_of)
    target = sum_quarters(total.targets, due, None)
    done = sum_quarters(total.published, due, None)
    later = sum_quarters(total.targets, sorted(total.targets), None) - target
    text = f"Planning: {done} gepubliceerd, waar er tot en met dit kwartaal {target} gepland waren"
    return f"{text} ({write_share(done, target)}); daarna staan er nog {later} gepland."


def _tell_changes(since: date, changes: Changes) -> str:
    told = [
        f"{changes.new} nieuw",
        f"{changes.changed} gewijzigd",
        f"{changes.withdrawn} ingetrokken",
    ]
    return f"Sinds {write_day(since)}: {join_words(told)}."


def _tell_hours(total: ServiceFigures) -> str:
    taken = tell_range(total.minutes)
    if taken is None:
        known = count_words(len(total.minutes), *ENTRY)
        return (
            "Hoeveel tijd dat vraagt, is nog niet te zeggen: van "
            f"{known} is gemeten hoe lang het kiezen duurde, en daarvoor zijn er minstens "
            f"{FEWEST_ENTRIES} nodig."
        )
    band = total.bandwidth
    low = _round_hours(band.open_fewest * taken.lower)
    high = _round_hours(band.open_most * taken.upper)
    return (
        f"Een bevestigde beschrijving kostte {taken.median:.0f} minuten keuzetijd (mediaan van "
        f"{len(total.minutes)}; de middelste helft {taken.lower:.0f} tot {taken.upper:.0f} "
        f"minuten). Daarmee vraagt de rest {_write_range(low, high)} uur keuzetijd. Documenten "
        "verzamelen, overleggen en vaststellen komen daar nog bij."
    )


def _write_range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} tot {high}"


def _round_hours(minutes: float) -> int:
    return -(-int(minutes) // 60)
