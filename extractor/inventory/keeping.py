"""Keep a list: its bytes as a source, its sheet as a reading, its rows as candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from extractor.candidates import Candidate
from extractor.errors import ListUnusable
from extractor.inventory.columns import Chosen, Column, Header, find_header, fold_name, show_text
from extractor.inventory.grid import Grid, name_cell
from extractor.inventory.loading import LoadedList
from extractor.inventory.reading import read_sheet
from extractor.inventory.recognising import recognise_rows
from extractor.inventory.rows import ListRows, list_rows
from extractor.inventory.sheets import choose_sheet
from extractor.store import Store


@dataclass(frozen=True)
class ListChoices:
    """What a person says of a list."""

    name: str | None = None
    """What the list is called, where that is not the file's name: a new version of another file."""
    sheet: str | None = None
    columns: Chosen = field(default_factory=dict)


@dataclass(frozen=True)
class KeptList:
    """What became of reading a list."""

    name: str
    sheet: str
    columns: tuple[Column, ...]
    total: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    """What candidates were called before, and are called now."""
    gone: tuple[str, ...]
    """Candidates that the list has no more."""
    nameless: tuple[int, ...]
    continued: tuple[int, ...]
    hidden: tuple[int, ...]
    """Rows with a candidate that the spreadsheet program does not show."""
    unknown: tuple[str, ...]
    """Cells with a formula of which the file keeps no result."""
    doubles: tuple[tuple[str, tuple[int, ...]], ...]
    """Names that several rows have, with those rows."""
    other_sheets: tuple[str, ...]
    other_lists: tuple[str, ...]
    """Those of the other sheets that have a column with names too."""
    resembles: str | None
    """Another list that most names stand in too: perhaps this is a newer version of that one."""


def keep_list(store: Store, loaded: LoadedList, choices: ListChoices, at: datetime) -> KeptList:
    """Return what was kept of a list: new rows, changed ones, and which are gone from it.

    Refused where no column holds names, or no row has one; then nothing is kept.
    """
    grid, header = choose_sheet(loaded.grids, choices.sheet, choices.columns)
    sheet = read_sheet(loaded.source, grid)
    found = list_rows(sheet, grid, header)
    if not found.rows:
        raise ListUnusable("heeft kopjes, maar geen rij met een naam")
    name = show_text(choices.name or "") or loaded.source.name
    everything = store.list_candidates()
    known = {each.id: each for each in everything if _is_of(each, name, grid, loaded)}
    others = {each.id for each in everything} - known.keys()
    ids = recognise_rows(name, found.rows, tuple(known.values()), others | known.keys())
    made = [
        Candidate(
            id=ids[row.number],
            list=name,
            sheet=grid.name,
            reading=sheet.reading.id,
            row=row.number,
            name=row.name,
            cells=row.cells,
            added_at=at,
        )
        for row in found.rows
    ]
    gone = [
        each.model_copy(update={"is_listed": False, "added_at": at})
        for each in known.values()
        if each.is_listed and each.id not in ids.values()
    ]
    store.add_source(loaded.source, loaded.content)
    store.add_reading(sheet.reading)
    store.add_candidates([*(each for each in made if _is_new(each, known)), *gone])
    return _report(loaded, (grid, header, found), made, known, (gone, everything))


def _is_of(candidate: Candidate, name: str, grid: Grid, loaded: LoadedList) -> bool:
    """Return whether a candidate stands on this sheet of the list, under whatever name it had."""
    kept = {each.name for each in loaded.grids if each is not grid}
    return candidate.list == name and candidate.sheet not in kept


def _is_new(made: Candidate, known: Mapping[str, Candidate]) -> bool:
    before = known.get(made.id)
    return before is None or before != made.model_copy(update={"added_at": before.added_at})


def _report(
    loaded: LoadedList,
    seen: tuple[Grid, Header, ListRows],
    made: Sequence[Candidate],
    known: Mapping[str, Candidate],
    kept: tuple[Sequence[Candidate], Sequence[Candidate]],
) -> KeptList:
    grid, header, found = seen
    gone, everything = kept
    others = [each for each in loaded.grids if each is not grid and each.cells]
    before = [(known[each.id], each) for each in made if each.id in known]
    return KeptList(
        name=made[0].list,
        sheet=grid.name,
        columns=header.columns,
        total=len(made),
        added=tuple(each.name for each in made if each.id not in known),
        changed=tuple(new.name for old, new in before if _list_texts(old) != _list_texts(new)),
        renamed=tuple((old.name, new.name) for old, new in before if old.name != new.name),
        gone=tuple(each.name for each in gone),
        nameless=found.nameless,
        continued=found.continued,
        hidden=tuple(row.number for row in found.rows if row.number in grid.hidden_rows),
        unknown=tuple(name_cell(place) for place in sorted(grid.unknown)),
        doubles=_find_doubles(made),
        other_sheets=tuple(each.name for each in others),
        other_lists=tuple(
            each.name for each in others if not each.is_hidden and find_header(each, {})
        ),
        resembles=None if known else _find_resembling(made, everything),
    )


def _list_texts(candidate: Candidate) -> list[tuple[str, str]]:
    return [(cell.column, cell.text) for cell in candidate.cells]


def _find_doubles(made: Iterable[Candidate]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    rows: dict[str, list[Candidate]] = defaultdict(list)
    for each in made:
        rows[fold_name(each.name)].append(each)
    several = [group for group in rows.values() if len(group) > 1]
    return tuple((group[0].name, tuple(each.row for each in group)) for group in several)


def _find_resembling(made: Sequence[Candidate], everything: Iterable[Candidate]) -> str | None:
    """Return the list that holds more than half of the names too, or none."""
    own = {fold_name(each.name) for each in made}
    shared: dict[str, set[str]] = defaultdict(set)
    for each in everything:
        if each.is_listed and each.list != made[0].list and fold_name(each.name) in own:
            shared[each.list].add(fold_name(each.name))
    best = max(shared, key=lambda name: len(shared[name]), default=None)
    return best if best is not None and 2 * len(shared[best]) > len(own) else None
