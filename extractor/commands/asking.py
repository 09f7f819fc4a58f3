"""`bronvast check-llm` and `sent`: the llm that is asked, and what it was sent."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.commands.options import BaseUrl, Database, Json, LlmName, Quiet, Timeout, Workspace
from extractor.commands.progress import show_progress
from extractor.commands.surroundings import find_key, find_route, name_user, now, open_workspace
from extractor.commands.telling import PARTLY, print_json, tell
from extractor.errors import LlmUnfit


def check_llm(  # noqa: PLR0913 - each argument is an option of the command
    *,
    llm: LlmName = None,
    base_url: BaseUrl = None,
    context_tokens: Annotated[
        int, typer.Option(min=1000, help="The longest question that is tried, in tokens.")
    ] = 100_000,
    timeout: Timeout = 300.0,
    again: Annotated[bool, typer.Option("--again", help="Measure, also what is known.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what it would take, and stop.")] = False,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Tell whether an llm can do the job: tried with an invented document, and remembered."""
    if not llm or not base_url:
        raise typer.BadParameter("check-llm needs both --llm NAME and --base-url URL")
    from extractor.llm import Form, OpenAILlm  # noqa: PLC0415 - loads openai
    from extractor.probing import LlmProbe  # noqa: PLC0415
    from extractor.review import llm_checks as telling  # noqa: PLC0415

    name, route, key = llm, find_route(base_url), find_key()

    def open_llm(form: Form) -> OpenAILlm:
        return OpenAILlm(name, route, key=key, timeout=timeout, form=form)

    with open_workspace(workspace, database) as store:
        probe = LlmProbe(open_llm, store, now, name_user(), context_tokens)
        check = None if again or dry_run else store.find_llm_check(route.address.shown, name)
        if not quiet:
            cost = telling.write_cost(route.describe(), probe.count_cost())
            tell(telling.REMEMBERED if check else cost)
        if dry_run:
            return
        if check is None:
            with show_progress(quiet=quiet) as progress:
                progress.step(f"{name} beproeven")
                check = probe.check()
    if as_json:
        print_json(telling.describe_llm_check(check))
    else:
        typer.echo(telling.write_llm_check(check))
    if check.verdict == "unfit":
        raise LlmUnfit(name, *telling.explain_unfit(check))
    raise typer.Exit(0 if check.is_flawless else PARTLY)


def sent(
    *,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """List every request to a language model: when, where to, with which documents, by whom."""
    from extractor.review.sent import describe_sendings, write_sendings  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        if as_json:
            print_json(describe_sendings(store.list_sendings()))
        else:
            typer.echo(write_sendings(store.list_sendings(), store.get_source))
