"""Know a candidate again in a list that was changed since: moved, renamed, or filled in further.

In order: by its number in the list, by everything that is told of it, by name with service and
process, by name alone; and, with another name, by all other cells where no other row has those.
Where several would do none is taken: a candidate that gets another's outcome is worse than one
that has none.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Sequence

from extractor.candidates import Candidate
from extractor.inventory.columns import fold_name
from extractor.inventory.rows import ListRow

_ID = 12
_FEWEST_CELLS = 2
"""Other cells that a renamed row must share with what it was."""

Told = ListRow | Candidate
Key = Callable[[Told], Hashable | None]


def recognise_rows(
    name: str, rows: Sequence[ListRow], known: Sequence[Candidate], taken: Container[str]
) -> dict[int, str]:
    """Return the id of the candidate that each row is about, by the row's number.

    `known` are those of the same list, `taken` the ids that no new candidate may get.
    """
    ids: dict[int, str] = {}
    for key, among_all in _KEYS:
        left = [row for row in rows if row.number not in ids]
        free = [each for each in known if each.id not in ids.values()]
        pairs = _pair(key, left, free)
        if among_all:
            pairs = _keep_unique(key, pairs, rows, known)
        ids |= {row.number: each.id for row, each in pairs}
    made: set[str] = set()
    for row in rows:
        if row.number not in ids:
            ids[row.number] = _make_id(name, row, taken, made)
            made.add(ids[row.number])
    return ids


def _pair(
    key: Key, rows: Iterable[ListRow], known: Iterable[Candidate]
) -> list[tuple[ListRow, Candidate]]:
    """Return rows with the known candidate that has the same key, where both are the only ones."""
    groups: dict[Hashable, tuple[list[ListRow], list[Candidate]]] = defaultdict(lambda: ([], []))
    for row in rows:
        groups[key(row)][0].append(row)
    for each in known:
        groups[key(each)][1].append(each)
    groups.pop(None, None)
    pairs = ((own[0], other[0]) for own, other in groups.values() if len(own) == len(other) == 1)
    return [(row, each) for row, each in pairs if _may_be(row, each)]


def _keep_unique(
    key: Key,
    pairs: Sequence[tuple[ListRow, Candidate]],
    rows: Sequence[ListRow],
    known: Sequence[Candidate],
) -> list[tuple[ListRow, Candidate]]:
    """Return the pairs whose key no other row or candidate has, told apart already or not."""
    counts: dict[Hashable, int] = defaultdict(int)
    everybody: tuple[Told, ...] = (*rows, *known)
    for told in everybody:
        counts[key(told)] += 1
    return [(row, each) for row, each in pairs if counts[key(row)] == 2]  # noqa: PLR2004 - a pair


def _may_be(row: ListRow, each: Candidate) -> bool:
    """Return whether their numbers in the list do not tell them apart."""
    own, other = _read_identifier(row), _read_identifier(each)
    return own is None or other is None or own == other


def _read_identifier(told: Told) -> Hashable | None:
    return (told.get("identifier") or "").strip().casefold() or None


def _read_all(told: Told) -> Hashable:
    return tuple((cell.column, cell.text) for cell in told.cells)


def _read_place(told: Told) -> Hashable:
    return fold_name(told.name), told.get("service"), told.get("process")


def _read_name(told: Told) -> Hashable:
    return fold_name(told.name)


def _read_others(told: Told) -> Hashable | None:
    others = tuple(cell.text for cell in told.cells if cell.role not in ("name", "identifier"))
    return others if len(others) >= _FEWEST_CELLS else None


_KEYS: tuple[tuple[Key, bool], ...] = (
    (_read_identifier, False),
    (_read_all, False),
    (_read_place, False),
    (_read_name, False),
    (_read_others, True),
)
"""By what a candidate is known again, with whether no other row at all may have the same."""


def _make_id(name: str, row: ListRow, taken: Container[str], made: Container[str]) -> str:
    """Return an id that the same row of the same list gets in every workspace."""
    known_by = _read_identifier(row) or fold_name(row.name)
    number = 0
    while True:
        parts = f"{name}\n{known_by}\n{number}"
        found = hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:_ID]
        if found not in taken and found not in made:
            return found
        number += 1
