"""`bronvast serve` and `start`: the pages on which drafts are reviewed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from extractor.commands.options import Database, Workspace
from extractor.commands.surroundings import now, open_workspace


def serve(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Of this machine.")] = 8020,
    reviewers: Annotated[
        list[str] | None,
        typer.Option("--reviewer", help="Make an address for this person; may be repeated."),
    ] = None,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Serve the pages on which drafts are reviewed, on this machine alone."""
    from extractor.review.web.serving import serve as serve_pages  # noqa: PLC0415 - loads FastAPI

    with open_workspace(workspace, database) as store:
        serve_pages(store, port, reviewers or (), now, tell_address)


def start(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Of this machine.")] = 8020,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Open the pages on which drafts are reviewed in your browser."""
    import webbrowser  # noqa: PLC0415 - not for --help

    from extractor.review.web.serving import serve as serve_pages  # noqa: PLC0415 - loads FastAPI

    def open_page(reviewer: str | None, address: str) -> None:
        if not webbrowser.open(address):
            tell_address(reviewer, address)

    with open_workspace(workspace, database) as store:
        serve_pages(store, port, (), now, open_page)


def tell_address(reviewer: str | None, address: str) -> None:
    """Print an address that opens the page once, and for whom it is."""
    typer.echo(f"{reviewer}: {address}" if reviewer else address)
    sys.stdout.flush()
