"""`bronvast forget`: remove a dossier's texts from the workspace for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import Database, Quiet, Workspace
from extractor.commands.surroundings import name_user, now, open_workspace
from extractor.commands.telling import tell

if TYPE_CHECKING:
    from extractor.store import Store
    from extractor.store.forgetting import ForgetScope

DossierName = Annotated[str, typer.Argument(help="The dossier's id or its name.")]


def forget(  # noqa: PLR0913 - each argument is an option of the command
    dossier: DossierName,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for the name first.")] = False,
    dry_run: Annotated[bool, typer.Option(help="List what would go, and stop.")] = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Remove a dossier's documents, readings, texts and answers; counts and hashes stay."""
    from extractor.errors import DossierNotFound  # noqa: PLC0415 - not for --help
    from extractor.intake.naming import find_dossier  # noqa: PLC0415
    from extractor.review.forgetting import write_scope  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        forgetting = store.open_forgetting()
        try:
            found = find_dossier(store, dossier)
        except DossierNotFound as error:
            known = forgetting.find_forgotten(dossier)
            if known is None or error.matches:
                raise
            if not dry_run:
                finish(store, known.removal.dossier, quiet=quiet)
            return
        scope = forgetting.find_scope(found.id)
        if dry_run:
            typer.echo(write_scope(scope, cleans_database=forgetting.cleans_database))
            return
        if not yes:
            tell(write_scope(scope, cleans_database=forgetting.cleans_database))
            require_name(scope)
        forgetting.forget(found.id, name_user(), now())
    if not quiet:
        tell(f"Vergeten: {scope.name} ({scope.dossier}). `bronvast verify` noemt het voortaan zo.")


def finish(store: Store, dossier: str, *, quiet: bool) -> None:
    """Finish what was broken off, or do it once more."""
    store.open_forgetting().finish(name_user(), now())
    if not quiet:
        tell(f"Dossier {dossier} was al vergeten; de werkmap is nog eens schoongemaakt.")


def require_name(scope: ForgetScope) -> None:
    """Refuse unless the dossier's name is typed."""
    from extractor.errors import ForgettingRefused  # noqa: PLC0415

    try:
        typed = typer.prompt(
            "Typ de naam van het dossier", default="", show_default=False, err=True
        )
    except typer.Abort:
        typed = ""
    if typed.split() != scope.name.split():
        raise ForgettingRefused(f"de naam is niet bevestigd, dossier {scope.name} blijft")
