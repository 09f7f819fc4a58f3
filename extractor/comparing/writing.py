"""A comparison as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from extractor.comparing.changes import PROPOSED, Change, Why
from extractor.comparing.comparison import ComparedEntry, Comparison
from extractor.comparing.due import Due
from extractor.comparing.wording import EMPTY, HOWS, name_day, name_why, tell_why
from extractor.documents.files import show_name
from extractor.published import Publication
from extractor.review.labels import count_things
from extractor.review.values import write_typed

WIDTH = 100
_QUOTE = 160
_LONGEST = 400
_MOST_PLACES = 2


def write_comparison(comparison: Comparison) -> str:
    """Return the comparison as text, old, new and why below each other."""
    lines = [line for each in comparison.compared for line in _write_entry(each)]
    lines += _write_alike(comparison)
    lines += _write_left(comparison)
    lines += _write_due(comparison)
    return "\n".join(lines).strip("\n")


def _write_entry(entry: ComparedEntry) -> Iterator[str]:
    published = entry.publication
    name = f"{published.entry.name} (LARS {published.entry.lars}, {_name_published(published)})"
    yield from _fill("", name)
    yield f"  concept {entry.draft} van {entry.dossier}, {HOWS[entry.how]}"
    proposed = [change for change in entry.changes if change.kind in PROPOSED]
    for change in proposed:
        yield from _write_change(change)
    older = len(entry.changes) - len(proposed)
    if older:
        told = count_things(older, "verschil", "verschillen")
        yield f"  en {told} met een ouder document (zie --json of --out)"
    if not entry.changes:
        yield "  het concept zegt niets anders dan het register"
    yield from _write_unmapped(published)
    yield ""


def _write_change(change: Change) -> Iterator[str]:
    yield f"  {change.field.title} [{change.field.key}]"
    yield from _fill("    oud:    ", _cut(write_typed(change.old) or EMPTY))
    yield from _fill("    nieuw:  ", _cut(write_typed(change.new) or EMPTY))
    yield from _fill("    waarom: ", tell_why(change))
    for why in change.why[:_MOST_PLACES]:
        yield from _fill("            ", _write_place(why))
    more = len(change.why) - _MOST_PLACES
    if more > 0:
        yield f"            en nog {count_things(more, 'plek', 'plekken')}"


def _cut(value: str) -> str:
    """Return the start of a long value; the whole of it stands in the tables."""
    return value if len(value) <= _LONGEST else textwrap.shorten(value, _LONGEST, placeholder=" …")


def _write_place(why: Why) -> str:
    return f"{name_why(why)}: “{textwrap.shorten(why.quote, _QUOTE, placeholder=' …')}”"


def _write_unmapped(published: Publication) -> Iterator[str]:
    if published.entry.unmapped:
        yield "  Staat in het register, en past niet in standaard 1.0:"
    for each in published.entry.unmapped:
        meant = f"; bedoelt u: {each.repair}" if each.repair else ""
        value = textwrap.shorten(each.value, _QUOTE, placeholder=" …")
        yield from _fill("    - ", f"{each.column}: {value} ({each.why}{meant})")


def _write_alike(comparison: Comparison) -> Iterator[str]:
    if not comparison.alike:
        return
    yield "Lijkt op elkaar; koppel met --link LARS=DOSSIER --reviewer NAAM:"
    for each in comparison.alike:
        entry = each.publication.entry
        told = f"{entry.lars} {entry.name}, en {each.candidate.review.name}"
        yield from _fill("  - ", f"{told}: {'; '.join(each.evidence)}")
    yield ""


def _write_left(comparison: Comparison) -> Iterator[str]:
    if comparison.entries_left:
        yield "Gepubliceerd, zonder dossier in deze werkmap:"
        for published in comparison.entries_left:
            entry = published.entry
            yield from _fill("  - ", f"{entry.lars} {entry.name}, {_name_published(published)}")
            yield from ("  " + line for line in _write_unmapped(published))
        yield ""
    if comparison.drafts_left:
        yield "Concept, zonder beschrijving in deze download:"
        for draft in comparison.drafts_left:
            code = f", LARS {draft.lars} staat er niet in" if draft.lars else ""
            yield from _fill("  - ", f"{draft.dossier} ({draft.draft}){code}")
        yield ""


def _write_due(comparison: Comparison) -> Iterator[str]:
    due = [each for each in comparison.due if each.day <= comparison.on]
    if due:
        yield f"Toe aan herziening op {name_day(comparison.on)}:"
        for each in due:
            yield from _fill("  - ", _name_due(each))
    elif comparison.due:
        first = comparison.due[0]
        yield f"Niets is toe aan herziening; de eerste is {first.name}, op {name_day(first.day)}."


def _name_due(due: Due) -> str:
    said = f": “{textwrap.shorten(due.quote, _QUOTE, placeholder=' …')}”" if due.quote else ""
    return f"{due.name} (LARS {due.lars}) sinds {name_day(due.day)}: {due.basis}{said}"


def _name_published(published: Publication) -> str:
    entry = published.entry
    told = "gepubliceerd op" if entry.published_on else "in de download van"
    return f"{told} {name_day(published.day)}, standaard {entry.standard_version or 'onbekend'}"


def _fill(lead: str, text: str) -> Iterator[str]:
    """Yield the text wrapped behind its lead, lines of its own below each other."""
    indent = " " * len(lead)
    for number, line in enumerate(filter(str.strip, text.splitlines())):
        yield textwrap.fill(
            # A download is a stranger's file: nothing in it may steer the terminal.
            show_name(line),
            WIDTH,
            initial_indent=indent if number else lead,
            subsequent_indent=indent,
            break_on_hyphens=False,
        )
