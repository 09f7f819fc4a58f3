"""`bronvast backup` and `restore`: a whole copy of the workspace, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.options import Database, Quiet, Workspace
from extractor.commands.placing import warn_of_place
from extractor.commands.surroundings import find_workspace
from extractor.commands.telling import tell

BackupPath = Annotated[Path, typer.Argument(help="The folder of the backup.")]


def backup(
    path: BackupPath,
    *,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Copy the workspace to a new folder, also while it is in use, and check the copy."""
    copied = _copy(find_workspace(workspace), path, database)
    if not quiet:
        tell(f"Reservekopie gemaakt en gecontroleerd: {path} ({copied} documenten)")


def restore(
    path: BackupPath,
    *,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Put a backup back in a workspace that is empty or not there yet, and check it."""
    folder = find_workspace(workspace)
    warn_of_place(folder)
    copied = _copy(path, folder, database)
    if not quiet:
        tell(f"Reservekopie teruggezet en gecontroleerd: {folder} ({copied} documenten)")


def _copy(folder: Path, target: Path, database: str | None) -> int:
    from extractor.errors import WorkspaceUnusable  # noqa: PLC0415 - not for --help
    from extractor.store.backup import copy_workspace  # noqa: PLC0415 - loads SQLAlchemy

    if database is not None:
        message = "een database met een eigen adres wordt hier niet gekopieerd"
        hint = (
            "Gebruik het gereedschap van die database (zoals pg_dump), en kopieer daarna sources/."
        )
        raise WorkspaceUnusable(message, hint)
    return copy_workspace(folder, target)
