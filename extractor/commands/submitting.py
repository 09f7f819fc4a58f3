"""`bronvast submit`: confirmed entries to the register, as drafts there."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import Database, DraftIds, Json, Quiet, Workspace
from extractor.commands.surroundings import name_user, now, open_workspace
from extractor.commands.telling import PARTLY, print_json, tell

if TYPE_CHECKING:
    from extractor.store import Store
    from extractor.submitting.submitting import Handed, Submission

STATES = {
    "new": "nieuw in het register",
    "changed": "nieuwe versie in het register",
    "same": "staat er al zo",
    "failed": "niet gelukt",
}

_GOES_ON = "dezelfde opdracht gaat verder en maakt geen dubbele beschrijvingen"


def submit(  # noqa: PLR0913 - each argument is an option of the command
    draft_ids: DraftIds = None,
    *,
    org: Annotated[str, typer.Option(help="The organisation's code in the register: gm0000.")],
    register: Annotated[str, typer.Option(help="The ingest API, up to and with /v1_0.")],
    dry_run: Annotated[bool, typer.Option(help="Say what would be sent, and stop.")] = False,
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Hand confirmed entries over to the register as drafts; releasing them is done there.

    The token comes from BRONVAST_REGISTER_TOKEN, or is asked for; it is kept nowhere.
    """
    from extractor.submitting.client import Pace, Register, require_safe  # noqa: PLC0415 - loads httpx
    from extractor.submitting.submitting import submit_entries  # noqa: PLC0415

    require_safe(register)
    token = os.environ.get("BRONVAST_REGISTER_TOKEN") or typer.prompt("Token", hide_input=True)
    states: list[str] = []
    with open_workspace(workspace, database) as store:
        handed = list_handed(store, draft_ids or ())
        with Register(register, org, token, Pace(time.monotonic, time.sleep)) as api:
            try:
                for made in submit_entries(api, handed, dry_run=dry_run):
                    states.append(made.state)
                    if made.lars and not dry_run:
                        keep_code(store, made)
                    if as_json:
                        print_json(vars(made))
                    elif not quiet or made.state == "failed":
                        tell_made(made, f"{len(states)}/{len(handed)}")
            except KeyboardInterrupt:
                tell(f"onderbroken na {len(states)} van {len(handed)}; {_GOES_ON}")
                raise
    raise typer.Exit(PARTLY if "failed" in states else 0)


def list_handed(store: Store, references: list[str] | tuple[str, ...]) -> list[Handed]:
    """Return the confirmed entries to hand over, each with its code where that is known."""
    from extractor.review.exporting import collect_named  # noqa: PLC0415 - not for --help
    from extractor.standard.entry import to_body  # noqa: PLC0415
    from extractor.submitting.submitting import Handed  # noqa: PLC0415

    handed = []
    for dossier, entry in collect_named(store, references, now().date()):
        kept = store.find_registration(dossier)
        handed.append(Handed(dossier, to_body(entry), kept.lars if kept else None))
    return handed


def keep_code(store: Store, made: Submission) -> None:
    """Keep under which code the entry stands in the register, beside what was copied by hand."""
    from extractor.models import Registration  # noqa: PLC0415 - not for --help

    kept = store.find_registration(made.dossier)
    if kept is None or kept.lars != made.lars:
        store.add_registration(
            Registration(
                dossier=made.dossier,
                copied=kept.copied if kept else (),
                lars=made.lars,
                reviewer=name_user(),
                at=now(),
            )
        )


def tell_made(made: Submission, number: str) -> None:
    """Say what became of one entry."""
    code = f" (LARS {made.lars})" if made.lars else ""
    tell(f"[{number}] {made.name}: {STATES[made.state]}{code}")
    if made.kept:
        tell(f"  blijft zoals het in het register staat: {', '.join(made.kept)}")
    if made.reason:
        tell(f"  {made.reason}")
