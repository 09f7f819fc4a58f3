"""`bronvast draft`: a draft for each dossier in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.attending import require_place
from extractor.commands.drafters import LlmChoice, choose_drafter
from extractor.commands.options import (
    AttentionOut,
    BaseUrl,
    Concurrency,
    ContextTokens,
    Database,
    DrafterName,
    Drafters,
    DraftPart,
    FieldsPerCall,
    Folder,
    Json,
    LlmName,
    MaxCost,
    MaxTokens,
    PriceIn,
    PriceOut,
    Quiet,
    Redact,
    Timeout,
    With,
    Workspace,
)
from extractor.commands.printing import Printer, PrintForm
from extractor.commands.progress import Progress, heed_interrupts, open_reader, show_progress
from extractor.commands.scanning import find_here, print_scan
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import PARTLY, print_json, tell, tell_error
from extractor.errors import NothingToSend

if TYPE_CHECKING:
    from extractor.batch import ChosenDrafter
    from extractor.documents.folders import FoundDossier
    from extractor.drafting.llm.planning import Plan
    from extractor.intake.reading import DocumentReader
    from extractor.models import Draft
    from extractor.store import Store


def draft(  # noqa: PLR0913 - each argument is an option of the command
    folder: Folder,
    *,
    drafter: Drafters = DrafterName.offline,
    llm: LlmName = None,
    base_url: BaseUrl = None,
    concurrency: Concurrency = 4,
    context_tokens: ContextTokens = None,
    timeout: Timeout = 300.0,
    redact: Redact = False,
    fields_per_call: FieldsPerCall = None,
    price_in: PriceIn = 0.0,
    price_out: PriceOut = 0.0,
    max_tokens: MaxTokens = None,
    max_cost: MaxCost = None,
    wanted: With = None,
    only: Annotated[
        DraftPart | None, typer.Option(help="Make this part alone; nothing is kept or sent.")
    ] = None,
    attention: AttentionOut = None,
    dry_run: Annotated[bool, typer.Option(help="Say what would be drafted, and stop.")] = False,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Propose an entry for each dossier in the folder, every sentence with its citation."""
    from extractor.intake.wanted import want_documents  # noqa: PLC0415 - not for --help
    from extractor.review.grouped import draft_grouped  # noqa: PLC0415

    if attention:
        require_place(attention)
    dossiers = want_documents(find_here(folder, workspace, database), wanted or ())
    if dry_run and drafter is DrafterName.offline:
        raise typer.Exit(print_scan(dossiers, as_json=as_json, quiet=quiet))
    if only is DraftPart.screen:
        raise typer.Exit(print_screens(dossiers, as_json=as_json, quiet=quiet))
    chosen = LlmChoice(
        llm,
        base_url,
        context_tokens,
        concurrency,
        timeout,
        redact,
        fields_per_call,
        price_in,
        price_out,
        max_tokens,
        max_cost,
    )
    with (
        show_progress(quiet=quiet) as progress,
        heed_interrupts(progress),
        open_reader(progress) as reader,
        open_workspace(workspace, database) as store,
    ):
        drafting = choose_drafter(drafter, chosen, store)
        if not quiet:
            tell(drafting.told)
        if drafting.plan and (dry_run or not quiet):
            kept = None if dry_run else store
            plan = print_plan(drafting, dossiers, reader, kept, as_json=as_json and dry_run)
            progress.expect(plan.dossiers, plan.calls)
        code = 0
        if not dry_run:
            form = PrintForm(as_json=as_json, quiet=quiet, is_alone=len(dossiers) == 1)
            printer = Printer(store, now(), form, attention)
            draft_one = partial(
                draft_grouped, store=store, reader=reader, drafting=drafting, clock=now
            )
            code = print_drafts(drafting, dossiers, draft_one, progress, printer)
    raise typer.Exit(code)


def print_screens(dossiers: Sequence[FoundDossier], *, as_json: bool, quiet: bool) -> int:
    """Print the quick screen of each dossier and return the exit code."""
    from extractor.review.screens import describe_screened, write_screened  # noqa: PLC0415
    from extractor.screening.dossiers import screen_dossier  # noqa: PLC0415

    partly = False
    with show_progress(quiet=quiet) as progress, open_reader(progress) as reader:
        for found in dossiers:
            screened = screen_dossier(found, reader)
            if as_json:
                print_json(describe_screened(screened))
            else:
                typer.echo(write_screened(screened))
            partly = partly or bool(screened.unread)
    return PARTLY if partly else 0


def print_drafts(
    drafting: ChosenDrafter,
    dossiers: Sequence[FoundDossier],
    draft_one: Callable[[FoundDossier], Draft],
    progress: Progress,
    printer: Printer,
) -> int:
    """Draft the dossiers side by side, print each when it is done, and return the exit code.

    A dossier that fails leaves the others alone; once a limit is reached none is begun, and one of
    which nothing could be asked counts as not begun.
    """
    from extractor.batch import Course, draft_all  # noqa: PLC0415 - not for --help

    purse = drafting.purse
    failed = partly = done = 0
    course = Course(
        may_begin=lambda: not progress.stopped.is_set() and (purse is None or not purse.refusal),
        is_stopped=progress.stopped.is_set,
        stop_asking=lambda: purse.stop() if purse else None,
    )
    outcomes = draft_all(dossiers, draft_one, drafting.at_once, course)
    with closing(outcomes):
        for outcome in outcomes:
            if purse and purse.refusal and outcome.is_refused(purse.refusal):
                continue
            done += 1
            progress.show_done(done, purse)
            if outcome.error is not None:
                tell_error(outcome.error, outcome.found.name if len(dossiers) > 1 else "")
                failed += 1
                continue
            if outcome.draft is not None:
                with progress.aside():
                    printer.print_drafted(outcome.draft)
                coverage = outcome.draft.coverage
                partly += bool(coverage.pages_unread or coverage.calls_failed)
    if progress.stopped.is_set():
        raise KeyboardInterrupt
    printer.print_run(failed, len(dossiers) - done)
    if purse and purse.refusal and done < len(dossiers):
        tell_stopped(purse.refusal, len(dossiers) - done)
        return PARTLY
    if failed == len(dossiers):
        return 1
    return PARTLY if partly or failed else 0


def tell_stopped(refusal: str, left: int) -> None:
    """Say that a limit was reached, and what a new run does."""
    dossiers = "1 dossier is" if left == 1 else f"{left} dossiers zijn"
    tell(f"Gestopt: {refusal}; {dossiers} niet begonnen.")
    tell("Wat klaar is, is bewaard; een nieuwe keer gaat verder en vraagt niets dubbel.")


def print_plan(
    drafting: ChosenDrafter,
    dossiers: Sequence[FoundDossier],
    reader: DocumentReader,
    store: Store | None,
    *,
    as_json: bool,
) -> Plan:
    """Say what drafting these dossiers will take, before anything is sent, and return it.

    What is read for it is kept in the store, where one is given.
    """
    from extractor.drafting.llm.planning import Plan, add_plans, write_plan  # noqa: PLC0415

    if drafting.plan is None or drafting.purse is None:
        return Plan()
    prices = drafting.purse.prices
    plans = []
    for found in dossiers:
        reader.step(f"{found.name}: tellen wat het vraagt")
        # What may not be sent is told when its turn comes.
        with suppress(NothingToSend):
            plans.append(drafting.plan(found, reader, store))
    plan = add_plans(plans)
    if as_json:
        tokens = plan.tokens.model_dump(include={"prompt", "completion"})
        counts = {"dossiers": plan.dossiers, "calls": plan.calls, "tokens": tokens}
        print_json({**counts, "cost": prices.count(plan.tokens)})
    else:
        tell(write_plan(plan, prices))
    return plan
