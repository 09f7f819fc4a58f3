"""`bronvast evaluate`: drafts against known truth."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.drafters import LlmChoice, choose_drafter
from extractor.commands.options import (
    BaseUrl,
    Concurrency,
    ContextTokens,
    Database,
    DrafterName,
    Drafters,
    FieldsPerCall,
    Folder,
    Json,
    LlmName,
    Redact,
    Timeout,
    Workspace,
)
from extractor.commands.progress import open_reader, show_progress
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import print_json, tell


def evaluate(  # noqa: PLR0913 - each argument is an option of the command
    folder: Folder,
    *,
    gold: Annotated[Path, typer.Option(help="The folder with gold files, or one gold file.")],
    drafter: Drafters = DrafterName.offline,
    llm: LlmName = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = 4,
    context_tokens: ContextTokens = None,
    timeout: Timeout = 300.0,
    redact: Redact = False,
    fields_per_call: FieldsPerCall = None,
    beside: Annotated[
        list[Path] | None,
        typer.Option(help="What `evaluate --json` wrote of another drafter; may be repeated."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write an html page with this and those side by side.")
    ] = None,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Count what drafts get right, miss and make up against known truth."""
    from extractor.evaluation.gold import load_gold  # noqa: PLC0415
    from extractor.evaluation.reporting import (  # noqa: PLC0415
        describe_evaluation,
        write_evaluation,
    )
    from extractor.evaluation.running import evaluate_folder  # noqa: PLC0415
    from extractor.evaluation.side_by_side import (  # noqa: PLC0415
        load_evaluation,
        write_side_by_side,
    )
    from extractor.pipeline import draft_dossier  # noqa: PLC0415

    golds = load_gold(gold)
    earlier = [load_evaluation(path) for path in beside or ()]
    chosen = LlmChoice(llm, base_url, context_tokens, concurrency, timeout, redact, fields_per_call)
    with (
        show_progress(quiet=True) as progress,
        open_reader(progress) as reader,
        open_workspace(workspace, database) as store,
    ):
        drafting = choose_drafter(drafter, chosen, store)
        if drafter is DrafterName.llm:
            tell(drafting.told)
        counted = evaluate_folder(
            folder,
            golds,
            store,
            lambda found: draft_dossier(found, store, reader, drafting.make, now),
        )
    if out is not None:
        out.write_text(write_side_by_side([*earlier, counted]), encoding="utf-8")
        tell(f"Naast elkaar gezet in {out}.")
    if as_json:
        print_json(describe_evaluation(counted))
    else:
        typer.echo(write_evaluation(counted))
