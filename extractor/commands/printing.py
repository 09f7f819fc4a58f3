"""Print what was drafted of each dossier, and at the end what the run came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extractor.commands.attending import write_attention
from extractor.commands.telling import print_json, tell

if TYPE_CHECKING:
    from extractor.models import Draft
    from extractor.review.attention import Attention
    from extractor.review.reviewed import Review
    from extractor.review.runs import Change, Worked
    from extractor.store import Store


@dataclass(frozen=True)
class PrintForm:
    """In what form a run is told."""

    as_json: bool
    quiet: bool
    is_alone: bool
    """Whether one dossier is drafted, which then is shown also where it did not change."""


class Printer:
    """Prints dossiers as they are drafted, and remembers what the end of the run tells."""

    def __init__(
        self, store: Store, started: datetime, form: PrintForm, attention: Path | None
    ) -> None:
        self._store = store
        self._started = started
        self._form = form
        self._out = attention
        self._worked: list[Worked] = []
        self._attention: list[Attention] = []

    def print_drafted(self, made: Draft) -> None:
        """Print what was drafted of one dossier; one of many that did not change takes a line."""
        from extractor.review.attention import list_attention  # noqa: PLC0415 - not for --help
        from extractor.review.description import describe_review  # noqa: PLC0415
        from extractor.review.loading import load_newest  # noqa: PLC0415
        from extractor.review.overview import write_drafted  # noqa: PLC0415

        is_new = made.created_at >= self._started
        changes = self._explain(made) if is_new else None
        is_shown = is_new or self._form.is_alone
        needed = is_shown or self._form.as_json or self._out is not None
        today = self._started.date()
        review = load_newest(self._store, made.id, today, with_readings=needed)
        attention = list_attention(review, with_checks=self._out is not None)
        self._remember(review, changes, attention)
        if self._form.as_json:
            print_json(describe_review(review))
        elif is_shown:
            why = [f"  opnieuw gemaakt door {change.told}" for change in changes or ()]
            typer.echo("\n".join([write_drafted(review), *why]))
        else:
            typer.echo(f"{review.name}: concept {made.id}, ongewijzigd")

    def print_run(self, failed: int, left: int) -> None:
        """Print what the run over several dossiers came to, and write what needs a person."""
        from extractor.review.runs import write_run  # noqa: PLC0415 - not for --help

        if self._out is not None:
            told = write_attention(self._attention, self._out)
            if not self._form.quiet:
                tell(told)
        if self._form.is_alone:
            return
        lines = list(write_run(self._worked, failed, left))
        if not self._form.as_json:
            typer.echo("\n".join(["", *lines]))
        elif not self._form.quiet:
            tell("\n".join(lines))

    def _explain(self, made: Draft) -> tuple[Change, ...]:
        """Return why the dossier was drafted again; nothing where it has its first draft."""
        from extractor.review.runs import explain_changes  # noqa: PLC0415 - not for --help

        rows = [row.id for row in self._store.list_drafts(made.dossier)]
        place = rows.index(made.id)
        if place == 0:
            return ()
        return explain_changes(self._store.get_draft(rows[place - 1]), made, self._store)

    def _remember(
        self, review: Review, changes: tuple[Change, ...] | None, attention: list[Attention]
    ) -> None:
        from extractor.review.runs import Worked  # noqa: PLC0415 - not for --help

        new = "redrafted" if changes else "drafted"
        unread = {part.document for part in review.draft.coverage.pages_unread}
        self._worked.append(
            Worked(
                state="unchanged" if changes is None else new,
                changes=changes or (),
                unread=len(unread),
                attention=tuple(each.kind for each in attention),
            )
        )
        if self._out is not None:
            self._attention += attention
