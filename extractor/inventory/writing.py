"""The inventory as plain lines for a terminal, in Dutch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extractor.inventory.choosing import KINDS, label_kind
from extractor.inventory.grid import name_column
from extractor.inventory.keeping import KeptList
from extractor.inventory.overview import Inventory, InventoryRow

_MOST = 10
"""Names or rows shown of a longer enumeration."""
_NAME, _SERVICE = 44, 24


def write_inventory(inventory: Inventory) -> Iterator[str]:
    """Yield a line a candidate with its outcome, then the counts and what no list names."""
    if not inventory.rows:
        yield "Er is nog geen lijst. Geef er een: bronvast inventory LIJST.xlsx"
        return
    yield f"{'NUMMER':<14}{'UITKOMST':<21}{'KANDIDAAT':<46}{'DIENST':<26}DOSSIER"
    names = {row.listed.id: row.listed.name for row in inventory.rows}
    for row in inventory.rows:
        yield from _write_row(row, names)
    counts = Counter(row.listed.outcome.kind for row in inventory.rows)
    told = ", ".join(f"{counts[kind]} {label_kind(kind)}" for kind in KINDS if counts[kind])
    total = len(inventory.rows)
    yield f"{total} {'kandidaat' if total == 1 else 'kandidaten'}: {told}"
    if inventory.unlisted:
        yield f"Dossiers die in geen lijst staan: {join(d.name for d in inventory.unlisted)}"
    if inventory.unlisted_folders:
        folders = join(place.name for place in inventory.unlisted_folders)
        yield f"Mappen zonder kandidaat van die naam: {folders}"


def write_kept(kept: KeptList) -> Iterator[str]:
    """Yield what became of reading a list: its columns, what changed, and what to look at."""
    where = f", tabblad {kept.sheet}" if kept.sheet else ""
    yield f"{kept.name}{where}: {kept.total} kandidaten, {len(kept.added)} nieuw"
    for column in kept.columns:
        if column.role:
            yield f"  {column.role}: {column.heading} (kolom {name_column(column.number)})"
    rest = [column.heading for column in kept.columns if column.role is None]
    if rest:
        yield f"  bewaard zonder betekenis: {join(rest)}; geef een rol met --column ROL=KOPJE"
    for old, new in kept.renamed:
        yield f"  hernoemd: {old} heet nu {new}"
    if kept.changed:
        yield f"  veranderd: {join(kept.changed)}"
    if kept.gone:
        yield f"  ! staat niet meer in de lijst en telt niet meer: {join(kept.gone)}"
    yield from _write_remarks(kept)
    if kept.resembles:
        yield f"  ! lijkt op de lijst {kept.resembles}. Is dit een nieuwe versie daarvan?"
        yield f'    Geef dan: --list "{kept.resembles}". Nu tellen beide lijsten.'


def _write_remarks(kept: KeptList) -> Iterator[str]:
    """Yield what of the sheet nobody may overlook."""
    if kept.hidden:
        yield f"  ! verborgen rijen tellen mee: {join(map(str, kept.hidden))}"
    if kept.nameless:
        yield f"  ! rijen zonder naam, niet overgenomen: {join(map(str, kept.nameless))}"
    if kept.continued:
        under = join(map(str, kept.continued))
        yield f"  ! rijen onder een samengevoegde naam horen bij die erboven: {under}"
    if kept.unknown:
        yield f"  ! formules zonder bewaarde uitkomst: {join(kept.unknown)}"
        yield "    Open de lijst in Excel en sla deze op; Bronvast rekent formules niet uit."
    for name, rows in kept.doubles:
        yield f"  ! {len(rows)} rijen heten {name}: {join(map(str, rows))}"
    if kept.other_sheets:
        yield f"  andere tabbladen, niet gelezen: {join(kept.other_sheets)}"
    if kept.other_lists:
        yield f"    ook met een kolom met namen: {join(kept.other_lists)}; lees dat met --sheet"


def _write_row(row: InventoryRow, names: dict[str, str]) -> Iterator[str]:
    listed = row.listed
    name, service = _cut(listed.name, _NAME), _cut(listed.service or "", _SERVICE)
    outcome = label_kind(listed.outcome.kind)
    line = f"{listed.id:<14}{outcome:<21}{name:<46}{service:<26}{row.dossier_name or ''}"
    yield line.rstrip()
    yield from _write_choice(row, names)
    for suggestion in row.suggestions:
        words = ", ".join(suggestion.words)
        yield f"    lijkt op dossier {suggestion.place.name} (woorden: {words})"
        yield f'    Klopt dat? --link "{listed.id}={suggestion.place.id}" --reviewer UW-NAAM'
    if row.folder:
        yield f"    map zonder concept: {row.folder.id}"
    for suggestion in row.folders:
        yield f"    lijkt op map {suggestion.place.id} (woorden: {', '.join(suggestion.words)})"


def _write_choice(row: InventoryRow, names: dict[str, str]) -> Iterator[str]:
    """Yield who chose the outcome, and on what."""
    outcome = row.listed.outcome
    if outcome.reviewer is None or outcome.at is None:
        return
    parts = [f"gekozen door {outcome.reviewer} op {outcome.at:%d-%m-%Y}"]
    if outcome.part_of:
        parts.append(f"deel van {names.get(outcome.part_of, outcome.part_of)}")
    if outcome.ground:
        parts.append(f"grond: {outcome.ground}")
    if outcome.note:
        parts.append(" ".join(outcome.note.split()))
    yield f"    {'; '.join(parts)}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 2]} …"


def join(words: Iterable[str]) -> str:
    """Return the words with commas, the first few of many."""
    listed: Sequence[str] = list(words)
    more = f" en nog {len(listed) - _MOST}" if len(listed) > _MOST else ""
    return ", ".join(listed[:_MOST]) + more
