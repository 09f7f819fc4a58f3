"""`bronvast verify`: what is kept, checked against what was added."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.commands.options import Database, Json, Workspace
from extractor.commands.surroundings import open_workspace
from extractor.commands.telling import print_json

SOUND = "Geen afwijkingen gevonden in documenten, concepten, citaten en keuzen."
LIMIT = (
    "Wijzigingen die na het bewaren van een kenmerk zijn gemaakt in de keuzen tot daar, komen aan "
    "het licht met --head KENMERK. Die in latere keuzen niet altijd: wie het bestand kan "
    "schrijven, kan de keten ook opnieuw berekenen."
)


def verify(
    *,
    heads: Annotated[
        list[str] | None,
        typer.Option("--head", help="A head printed earlier and kept elsewhere; may be repeated."),
    ] = None,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Check sources, citations and the chain of decisions; exit 1 and name what is changed."""
    with open_workspace(workspace, database) as store:
        findings, head = store.verify(heads or ()), store.head()
    if as_json:
        found = [finding.model_dump() for finding in findings]
        print_json({"format": 1, "head": head, "findings": found})
    else:
        for finding in findings:
            typer.echo(f"{finding.kind}: {finding.message}")
        if not findings:
            typer.echo(SOUND)
        typer.echo(f"Kenmerk van het logboek: {head}")
        typer.echo(LIMIT)
    raise typer.Exit(1 if findings else 0)
