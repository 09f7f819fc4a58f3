"""`bronvast export`: confirmed entries as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import (
    Database,
    DraftIds,
    ExportFormat,
    ExportVariant,
    Quiet,
    Workspace,
)
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import tell

if TYPE_CHECKING:
    from extractor.exports.export import Variant


def export(  # noqa: PLR0913 - each argument is an option of the command
    draft_ids: DraftIds = None,
    *,
    format_: Annotated[ExportFormat, typer.Option("--format", help="The form to write.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    variant: Annotated[
        ExportVariant,
        typer.Option(help="Of html and docx: extern for all, intern with sources and decisions."),
    ] = ExportVariant.extern,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Write confirmed entries in one of the register's own formats."""
    from extractor.exports import formats  # noqa: PLC0415 - not for --help
    from extractor.exports.file import write_export  # noqa: PLC0415
    from extractor.exports.provenance import find_companion, render_provenance  # noqa: PLC0415
    from extractor.review.exporting import collect_export  # noqa: PLC0415

    name = format_.value
    wanted: Variant = "intern" if variant is ExportVariant.intern else "extern"
    formats.require_format(name, wanted)
    with open_workspace(workspace, database) as store:
        collected = collect_export(
            store,
            draft_ids or (),
            now().date(),
            variant=wanted,
            with_background=formats.needs_background(name, wanted),
        )
    content, losses = formats.render_export(name, collected), formats.tell_losses(name, collected)
    if name in formats.CLOSED:
        # Written first: where the file itself stands, its provenance stands too.
        write_export(find_companion(out), render_provenance(collected, content, losses))
    write_export(out, content)
    if not quiet:
        for loss in losses:
            tell(loss)
        tell(f"{len(collected.entries)} algoritmebeschrijving(en) geschreven naar {out}")
        tell(collected.write_head())
