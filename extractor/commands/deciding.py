"""`bronvast decide` and `sign`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from extractor.commands.options import Database, DraftId, Quiet, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import tell

Reviewer = Annotated[str, typer.Option(help="Who decides.")]


def decide(  # noqa: PLR0913 - each argument is an option of the command
    draft_id: DraftId,
    field: Annotated[str, typer.Argument(help="A field key, `unread`, or `absent` with --empty.")],
    *,
    reviewer: Reviewer,
    accept: Annotated[bool, typer.Option("--accept", help="Take over the proposal.")] = False,
    value: Annotated[
        str | None, typer.Option(help="Use this value instead; of a list, a line is TITLE | LINK.")
    ] = None,
    choose: Annotated[int | None, typer.Option(help="Take the alternative of this number.")] = None,
    empty: Annotated[bool, typer.Option("--empty", help="Leave the field empty.")] = False,
    withhold: Annotated[
        str | None, typer.Option(help="Keep it out of the register, on this ground.")
    ] = None,
    part: Annotated[
        list[int] | None, typer.Option(help="With --withhold: only this claim, from 1.")
    ] = None,
    carry: Annotated[
        bool, typer.Option("--carry", help="Keep what was decided on an earlier draft.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Go back one decision.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the decision back.")] = False,
    note: Annotated[
        str | None,
        typer.Option(help="A remark for colleagues; the reason where there is an error."),
    ] = None,
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
        "withhold": withhold is not None,
        "carry": carry,
        "undo": undo,
        "withdraw": withdraw,
    }
    actions = [action for action, wanted in given.items() if wanted]
    if len(actions) != 1:
        message = (
            "give exactly one of --accept, --value, --choose, --empty, --withhold, --carry, "
            "--undo, --withdraw"
        )
        raise typer.BadParameter(message)
    choice = Choice.model_validate(
        {
            "action": actions[0],
            "typed": value or "",
            "number": choose or 0,
            "ground": withhold or "",
            "parts": tuple(part or ()),
        }
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


def sign(  # noqa: PLR0913 - each argument is an option of the command
    draft_id: DraftId,
    *,
    reviewer: Reviewer,
    name: Annotated[str, typer.Option(help="Who answers for the entry.")],
    role: Annotated[str, typer.Option(help="In which role.")],
    on_behalf_of: Annotated[str, typer.Option(help="On whose behalf.")],
    on: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="On which day.")],
    reference: Annotated[str | None, typer.Option(help="Of the letter or case.")] = None,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Sign off an entry as a whole; a later decision voids it."""
    from extractor.review.choices import Signature  # noqa: PLC0415
    from extractor.review.deciding import sign_reviewed  # noqa: PLC0415
    from extractor.review.loading import load_review  # noqa: PLC0415
    from extractor.review.signing import SignOffForm  # noqa: PLC0415

    form = SignOffForm(
        name=name, role=role, on_behalf_of=on_behalf_of, on=on.date(), reference=reference
    )
    with open_workspace(workspace, database) as store:
        review = load_review(store, draft_id, now().date(), with_readings=False)
        sign_reviewed(store, review, form, Signature(reviewer=reviewer, at=now()))
    if not quiet:
        tell(f"vastgesteld door {name}, {role}")
