"""`bronvast verify`: what is kept, checked against what was added."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import Database, Json, Workspace
from extractor.commands.surroundings import open_workspace
from extractor.commands.telling import print_json
from extractor.errors import WorkspaceUnusable

if TYPE_CHECKING:
    from extractor.store import Forgotten

SOUND = "Geen afwijkingen gevonden in documenten, concepten, citaten en keuzen."
LIMIT = (
    "Wijzigingen die na het bewaren van een kenmerk zijn gemaakt in de keuzen tot daar, komen aan "
    "het licht met --head KENMERK. Die in latere keuzen niet altijd: wie het bestand kan "
    "schrijven, kan de keten ook opnieuw berekenen."
)


FORGOTTEN_LIMIT = (
    "Van een vergeten dossier is na te gaan dat er keuzen waren, van wie, wanneer en in welke "
    "volgorde; niet meer wat er stond. Het vergeten staat zelf als regel in het logboek: met een "
    "kenmerk van daarna komt het aan het licht als iemand die regel wijzigt of weghaalt. Wie het "
    "bestand kan schrijven, kan ook een dossier vergeten; dat staat dan achteraan, na elk kenmerk "
    "dat u eerder bewaarde."
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
    from extractor.review.forgetting import write_forgotten  # noqa: PLC0415 - not for --help

    with open_workspace(workspace, database) as store:
        findings, head = store.verify(heads or ()), store.head()
        forgotten: tuple[Forgotten, ...] = ()
        with suppress(WorkspaceUnusable):  # a damaged one is among the findings
            forgotten = store.open_forgetting().list_forgotten()
    if as_json:
        found = [finding.model_dump() for finding in findings]
        told = [each.removal.model_dump(mode="json") for each in forgotten]
        print_json({"format": 1, "head": head, "findings": found, "forgotten": told})
    else:
        for finding in findings:
            typer.echo(f"{finding.kind}: {finding.message}")
        if not findings:
            typer.echo(SOUND)
        typer.echo(f"Kenmerk van het logboek: {head}")
        typer.echo(LIMIT)
        if forgotten:
            typer.echo(write_forgotten(forgotten))
            typer.echo(FORGOTTEN_LIMIT)
    raise typer.Exit(1 if findings else 0)
