"""`bronvast serve` and `start`: the pages on which drafts are reviewed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.drafters import LlmChoice, choose_drafter
from extractor.commands.options import (
    BaseUrl,
    Concurrency,
    ContextTokens,
    Database,
    DrafterName,
    LlmName,
    MaxCost,
    MaxTokens,
    PriceIn,
    PriceOut,
    Redact,
    Timeout,
    Workspace,
)
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import tell

if TYPE_CHECKING:
    from extractor.review.web.adding import Drafters
    from extractor.store import Store

Port = Annotated[int, typer.Option(min=1, max=65535, help="Of this machine.")]


def serve(  # noqa: PLR0913 - each argument is an option of the command
    *,
    port: Port = 8020,
    reviewers: Annotated[
        list[str] | None,
        typer.Option("--reviewer", help="Make an address for this person; may be repeated."),
    ] = None,
    llm: LlmName = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = 4,
    context_tokens: ContextTokens = None,
    timeout: Timeout = 300.0,
    redact: Redact = False,
    price_in: PriceIn = 0.0,
    price_out: PriceOut = 0.0,
    max_tokens: MaxTokens = None,
    max_cost: MaxCost = None,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Serve the pages on which drafts are made and reviewed, on this machine alone.

    With --llm and --base-url the page offers that language model too; it is asked only when
    somebody chooses it there.
    """
    from extractor.review.web.serving import Served  # noqa: PLC0415 - loads FastAPI
    from extractor.review.web.serving import serve as serve_pages  # noqa: PLC0415

    chosen = LlmChoice(
        llm,
        base_url,
        context_tokens,
        concurrency,
        timeout,
        redact,
        None,
        price_in,
        price_out,
        max_tokens,
        max_cost,
    )
    with open_workspace(workspace, database) as store:
        serve_pages(
            Served(store, list_drafters(chosen, store), now), port, reviewers or (), tell_address
        )


def start(
    *,
    port: Port = 8020,
    llm: LlmName = None,
    base_url: BaseUrl = None,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Open the pages on which drafts are made and reviewed in your browser."""
    import webbrowser  # noqa: PLC0415 - not for --help

    from extractor.review.web.serving import Served  # noqa: PLC0415 - loads FastAPI
    from extractor.review.web.serving import serve as serve_pages  # noqa: PLC0415

    def open_page(reviewer: str | None, address: str) -> None:
        if not webbrowser.open(address):
            tell_address(reviewer, address)

    chosen = LlmChoice(llm, base_url, None, 4, 300.0, redact=False, fields_per_call=None)
    with open_workspace(workspace, database) as store:
        serve_pages(Served(store, list_drafters(chosen, store), now), port, (), open_page)


def list_drafters(chosen: LlmChoice, store: Store) -> Drafters:
    """Return the drafters that the page offers: rules, and a language model where one is named.

    An endpoint that the policy refuses is refused here, before anything is served.
    """
    offline = {"offline": lambda: choose_drafter(DrafterName.offline, chosen, store)}
    if not chosen.name or not chosen.endpoint:
        return offline
    tell(choose_drafter(DrafterName.llm, chosen, store).told)
    return {**offline, "llm": lambda: choose_drafter(DrafterName.llm, chosen, store)}


def tell_address(reviewer: str | None, address: str) -> None:
    """Print an address that opens the page once, and for whom it is."""
    typer.echo(f"{reviewer}: {address}" if reviewer else address)
    sys.stdout.flush()
