"""`bronvast organisation`: what the organisation says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.options import Database, Quiet, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import tell


def organisation(
    file: Annotated[
        Path | None, typer.Argument(help="A TOML file; without it the kept one is shown.")
    ] = None,
    *,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Keep the organisation's name, contact, website and tags, for where documents say nothing."""
    from extractor.drafting.profile import require_usable  # noqa: PLC0415 - not for --help
    from extractor.organisation import parse_profile  # noqa: PLC0415

    profile = parse_profile(file.read_text(encoding="utf-8")) if file else None
    with open_workspace(workspace, database) as store:
        if profile is not None:
            require_usable(profile)
            store.add_profile(profile, now())
        kept = store.get_profile()
    if kept is None:
        tell("er is nog geen organisatie bekend; geef een TOML-bestand")
        return
    typer.echo(f"{kept.name}{f' ({kept.code})' if kept.code else ''}")
    for key, value in kept.list_values().items():
        typer.echo(f"  {key}: {value}")
    for service in kept.services:
        typer.echo(f"  dienst: {service.name}")
    if file and not quiet:
        tell("bewaard; nieuwe concepten gebruiken het waar documenten niets zeggen")
