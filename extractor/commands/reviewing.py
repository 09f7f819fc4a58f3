"""`bronvast drafts`, `show` and `decide`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from extractor.commands.options import Database, DraftId, Json, Quiet, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import print_json, tell


def drafts(
    *,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """List the drafts and how far their review is, high-risk AI systems first."""
    from extractor.review.loading import summarise_drafts  # noqa: PLC0415
    from extractor.review.overview import write_drafts  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        rows = summarise_drafts(store, now().date())
    if as_json:
        print_json([asdict(row) for row in rows])
    else:
        typer.echo(write_drafts(rows))


def show(
    draft_id: DraftId,
    *,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Show one draft: fields, claims, citations, checks."""
    from extractor.review.description import describe_review  # noqa: PLC0415
    from extractor.review.loading import load_among_others  # noqa: PLC0415
    from extractor.review.terminal import write_draft  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        review = load_among_others(store, draft_id, now().date())
    if as_json:
        print_json(describe_review(review))
    else:
        typer.echo(write_draft(review))


def decide(  # noqa: PLR0913 - each argument is an option of the command
    draft_id: DraftId,
    field: Annotated[str, typer.Argument(help="A field key, `unread`, or `absent` with --empty.")],
    *,
    reviewer: Annotated[str, typer.Option(help="Who decides.")],
    accept: Annotated[bool, typer.Option("--accept", help="Take over the proposal.")] = False,
    value: Annotated[
        str | None, typer.Option(help="Use this value instead; of a list, a line is TITLE | LINK.")
    ] = None,
    choose: Annotated[int | None, typer.Option(help="Take the alternative of this number.")] = None,
    empty: Annotated[bool, typer.Option("--empty", help="Leave the field empty.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the decision back.")] = False,
    note: Annotated[str | None, typer.Option(help="A remark for colleagues.")] = None,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Decide on one field, or leave all fields empty where nothing was found."""
    from extractor.review.choices import Choice, Signature  # noqa: PLC0415
    from extractor.review.deciding import decide_subject, review_choice  # noqa: PLC0415

    given = {
        "accept": accept,
        "edit": value is not None,
        "choose": choose is not None,
        "empty": empty,
        "withdraw": withdraw,
    }
    actions = [action for action, wanted in given.items() if wanted]
    if len(actions) != 1:
        message = "give exactly one of --accept, --value, --choose, --empty, --withdraw"
        raise typer.BadParameter(message)
    choice = Choice.model_validate(
        {"action": actions[0], "typed": value or "", "number": choose or 0}
    )
    signature = Signature(reviewer=reviewer, at=now(), note=note)
    with open_workspace(workspace, database) as store:
        taken = decide_subject(store, draft_id, field, choice, signature)
        outcome = review_choice(store, draft_id, taken, signature)
    if not quiet:
        subjects = ", ".join(decision.subject for decision in taken) or "niets"
        tell(f"vastgelegd: {subjects}; nog te kiezen: {outcome.undecided}")
        for warning in outcome.warnings:
            tell(f"let op: {warning}")
