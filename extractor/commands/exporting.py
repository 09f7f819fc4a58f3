"""`bronvast export`: confirmed entries as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.options import Database, DraftIds, ExportFormat, Quiet, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import tell


def export(  # noqa: PLR0913 - each argument is an option of the command
    draft_ids: DraftIds = None,
    *,
    format_: Annotated[ExportFormat, typer.Option("--format", help="The form to write.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Write confirmed entries in one of the register's own formats."""
    from extractor.exports.file import write_export  # noqa: PLC0415
    from extractor.exports.formats import render_entries  # noqa: PLC0415
    from extractor.review.exporting import collect_entries  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        entries = collect_entries(store, draft_ids or (), now().date())
    write_export(out, render_entries(format_.value, entries))
    if not quiet:
        tell(f"{len(entries)} algoritmebeschrijving(en) geschreven naar {out}")
