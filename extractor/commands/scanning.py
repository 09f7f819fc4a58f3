"""`bronvast scan`: what is in a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extractor.commands.options import Database, Folder, Json, Quiet, Workspace
from extractor.commands.progress import open_reader, show_progress
from extractor.commands.surroundings import has_workspace, open_workspace
from extractor.commands.telling import PARTLY, print_json

if TYPE_CHECKING:
    from rich.console import Group

    from extractor.documents.folders import FoundDossier
    from extractor.intake.scanning import ScannedDossier
    from extractor.review.scan_rows import ScanRow


COLUMNS_FIT = 110
"""Characters of a line from which a scan's facts stand in columns beside the file's path."""


TONES = {"problem": "yellow", "remark": "", "replaced": "yellow", "hint": "dim"}
"""How the notes of a scan are painted."""


def paint_scan(scanned: tuple[ScannedDossier, ...]) -> None:
    """Print what is in the folder where somebody is looking: in columns where they fit."""
    from rich.console import Console  # noqa: PLC0415 - not for --help
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from extractor.review.scan_rows import COLUMNS, list_rows, sum_up  # noqa: PLC0415

    console = Console(highlight=False)
    wide = console.width >= COLUMNS_FIT
    listed = [list_rows(dossier) for dossier in scanned]
    facts = [COLUMNS, *(row.facts for rows in listed for row in rows)]
    widths = [max(map(len, column)) for column in zip(*facts, strict=True)]
    for dossier, rows in ((None, ()), *zip(scanned, listed, strict=True)):
        # The heads stand once, above all dossiers.
        table = Table(box=None, pad_edge=False, show_header=not dossier, header_style="dim")
        for column, width in zip(COLUMNS, widths, strict=True) if wide else ():
            table.add_column(column, min_width=width, no_wrap=True)
        table.add_column("Document", overflow="fold")
        for row in rows:
            table.add_row(*(row.facts if wide else ()), paint_document(row, with_facts=not wide))
        if dossier:
            console.print("", Text(dossier.name, style="bold"), sep="\n")
        if dossier or wide:
            console.print(Padding(table, (0, 0, 0, 2)))
    console.print("", Text(sum_up(scanned), style="bold"), sep="\n")


def paint_document(row: ScanRow, *, with_facts: bool) -> Group:
    """Return a document's path, its facts where they stand in no column, and its notes."""
    from rich.console import Group  # noqa: PLC0415 - not for --help
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from extractor.review.scan_rows import MARKS, write_facts  # noqa: PLC0415

    lines = Table.grid(padding=(0, 1))
    lines.add_column(min_width=1)
    lines.add_column(overflow="fold")
    if with_facts:
        lines.add_row("", Text(write_facts(row), style="cyan"))
    for note in row.notes:
        style = TONES[note.tone]
        lines.add_row(Text(MARKS[note.tone], style=style), Text(note.text, style=style))
    path = Text(row.path, style="dim" if row.replaced else "", overflow="fold")
    if row.about and not with_facts:
        path.append(f"  {row.about}", style="cyan")
    return Group(path, lines) if lines.rows else Group(path)


def print_scan(dossiers: Sequence[FoundDossier], *, as_json: bool, quiet: bool) -> int:
    """Print what these dossiers hold and return the exit code."""
    from extractor.intake.scanning import describe_scan, scan_dossiers  # noqa: PLC0415
    from extractor.review.scan_rows import write_scan  # noqa: PLC0415

    with show_progress(quiet=quiet) as progress, open_reader(progress) as reader:
        scanned = scan_dossiers(dossiers, reader)
    if as_json:
        print_json(describe_scan(scanned))
    elif sys.stdout.isatty():
        paint_scan(scanned)
    else:
        typer.echo(write_scan(scanned))
    return PARTLY if any(each.has_problems for each in scanned) else 0


def scan(
    folder: Folder,
    *,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Show what is there: dossiers, documents, kind, pages, problems. Nothing is kept."""
    dossiers = find_here(folder, workspace, database)
    raise typer.Exit(print_scan(dossiers, as_json=as_json, quiet=quiet))


def find_here(
    folder: Path, workspace: Path | None, database: str | None
) -> tuple[FoundDossier, ...]:
    """Return the dossiers of a folder, grouped as the workspace says where there is one."""
    from extractor.documents.folders import find_dossiers  # noqa: PLC0415 - not for --help
    from extractor.intake.grouping import find_grouped  # noqa: PLC0415

    if database is None and not has_workspace(workspace):
        return find_dossiers(folder)
    with open_workspace(workspace, database) as store:
        return find_grouped(folder, store)
