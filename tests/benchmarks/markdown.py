"""Write tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def make_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with a head and a line a row."""
    head = [make_line(columns), "|--" * len(columns) + "|"]
    return "\n".join([*head, *map(make_line, rows)])


def make_line(cells: Sequence[str]) -> str:
    """Return a line of a table."""
    return f"| {' | '.join(cells)} |"
