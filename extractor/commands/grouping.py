"""`bronvast group`: say which documents are about one algorithm."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.commands.options import Database, Folder, Quiet, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import tell


def group(  # noqa: PLR0913 - each argument is an option of the command
    folder: Folder,
    documents: Annotated[
        list[str] | None, typer.Argument(help="Documents, as paths inside the folder.")
    ] = None,
    *,
    reviewer: Annotated[str, typer.Option(help="Who says so.")],
    dossier: Annotated[str | None, typer.Option(help="The dossier they belong to.")] = None,
    also: Annotated[
        bool, typer.Option("--also", help="Leave them in their own dossier too.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last correction back.")] = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Put documents in a dossier of one algorithm, whatever the folders suggest."""
    from extractor.intake.grouping import (  # noqa: PLC0415 - not for --help
        find_grouped,
        keep_grouping,
        list_groups,
        move_documents,
        undo_grouping,
    )

    if undo == bool(documents and dossier):
        message = "give documents and --dossier, or --undo"
        raise typer.BadParameter(message)
    who = (reviewer, now())
    with open_workspace(workspace, database) as store:
        if undo:
            undo_grouping(store, folder, who)
        else:
            groups = list_groups(find_grouped(folder, store), folder)
            moved = move_documents(folder, groups, documents or (), dossier or "", also=also)
            keep_grouping(store, folder, moved, who)
        found = find_grouped(folder, store)
    if not quiet:
        for each in found:
            tell(f"{each.name}: {len(each.files)} document(en)")
