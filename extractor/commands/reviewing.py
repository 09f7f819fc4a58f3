"""`bronvast drafts` and `show`."""

from __future__ import annotations

from dataclasses import asdict

import typer

from extractor.commands.attending import write_list
from extractor.commands.options import AttentionOut, Database, DraftId, Json, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import print_json


def drafts(
    *,
    attention: AttentionOut = None,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """List the drafts and how far their review is, high-risk AI systems first."""
    from extractor.review.keeping import WorkspaceKeeper  # noqa: PLC0415
    from extractor.review.overview import write_drafts  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        if attention:
            write_list(store, attention, now().date())
        rows = WorkspaceKeeper(store).list_summaries(now().date())
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
