"""`bronvast inventory`: the list that an organisation starts from, and what became of each row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import Database, Json, Quiet, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import PARTLY, print_json, tell

if TYPE_CHECKING:
    from extractor.candidates import Role
    from extractor.inventory.choosing import OutcomeForm
    from extractor.inventory.keeping import ListChoices
    from extractor.store import Store


def inventory(  # noqa: PLR0913 - each argument is an option of the command
    list_file: Annotated[
        Path | None,
        typer.Argument(metavar="LIST", help="An .xlsx or .csv file; without it: as it stands."),
    ] = None,
    *,
    column: Annotated[
        list[str] | None,
        typer.Option(
            help="ROLE=HEADING: the column with the name, identifier, service, process, supplier, "
            "status, category or contact; ROLE= for none."
        ),
    ] = None,
    sheet: Annotated[str | None, typer.Option(help="The sheet that holds the list.")] = None,
    as_list: Annotated[
        str | None,
        typer.Option("--list", help="Read the file as a new version of the list called so."),
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="Match the folders below this one too.")
    ] = None,
    outcome: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            help="CANDIDATE=OUTCOME: to do, draft, confirmed, delivered, published, no algorithm, "
            "part of, not published, prohibited practice; derived takes a choice back.",
        ),
    ] = None,
    part_of: Annotated[str | None, typer.Option(help="The candidate it is a part of.")] = None,
    ground: Annotated[str | None, typer.Option(help="Why it is not published.")] = None,
    note: Annotated[str | None, typer.Option(help="A remark with the outcome.")] = None,
    link: Annotated[
        list[str] | None,
        typer.Option(help="CANDIDATE=DOSSIER: which dossier is about it; CANDIDATE= for none."),
    ] = None,
    reviewer: Annotated[str, typer.Option(help="Who chooses the outcome or the dossier.")] = "",
    as_json: Json = False,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Read the list of what may be algorithms, and show what became of each candidate."""
    forms = [_read_form(each, part_of, ground, note) for each in outcome or ()]
    links = [_split(each, "--link") for each in link or ()]
    choices = _read_choices(as_list, sheet, column or [])
    with open_workspace(workspace, database) as store:
        is_whole = list_file is None or _keep(store, list_file, choices, quiet=quiet)
        _choose(store, forms, links, reviewer)
        _show(store, folder, as_json=as_json)
    raise typer.Exit(0 if is_whole else PARTLY)


def _keep(store: Store, path: Path, choices: ListChoices, *, quiet: bool) -> bool:
    """Keep the list, say what became of it, and return whether every row was taken."""
    from extractor.inventory.keeping import keep_list  # noqa: PLC0415 - not for --help
    from extractor.inventory.loading import load_list  # noqa: PLC0415
    from extractor.inventory.writing import write_kept  # noqa: PLC0415

    kept = keep_list(store, load_list(path), choices, now())
    for line in () if quiet else write_kept(kept):
        tell(line)
    return not kept.nameless


def _choose(
    store: Store, forms: list[OutcomeForm], links: list[tuple[str, str]], reviewer: str
) -> None:
    from extractor.inventory.choosing import choose_outcome, link_dossier  # noqa: PLC0415

    for form in forms:
        choose_outcome(store, form, reviewer, now())
    for candidate, dossier in links:
        link_dossier(store, candidate, dossier or None, reviewer, now())


def _show(store: Store, folder: Path | None, *, as_json: bool) -> None:
    from extractor.inventory.describing import describe_inventory  # noqa: PLC0415
    from extractor.inventory.overview import make_inventory  # noqa: PLC0415
    from extractor.inventory.writing import write_inventory  # noqa: PLC0415

    made = make_inventory(store, folder)
    if as_json:
        print_json(describe_inventory(made))
    else:
        typer.echo("\n".join(write_inventory(made)))


def _read_form(
    given: str, part_of: str | None, ground: str | None, note: str | None
) -> OutcomeForm:
    from extractor.inventory.choosing import OutcomeForm, read_kind  # noqa: PLC0415

    candidate, kind = _split(given, "--set")
    return OutcomeForm(
        candidate=candidate, kind=read_kind(kind), part_of=part_of, ground=ground, note=note
    )


def _read_choices(name: str | None, sheet: str | None, columns: list[str]) -> ListChoices:
    from extractor.inventory.columns import ROLES  # noqa: PLC0415 - not for --help
    from extractor.inventory.keeping import ListChoices  # noqa: PLC0415

    chosen: dict[Role, str | None] = {}
    for given in columns:
        word, sign, heading = given.partition("=")
        role = next((each for each in ROLES if each == word.strip()), None)
        if role is None or not sign:
            message = f"give --column ROLE=HEADING, with ROLE one of: {', '.join(ROLES)}"
            raise typer.BadParameter(message)
        chosen[role] = heading.strip() or None
    return ListChoices(name=name, sheet=sheet, columns=chosen)


def _split(given: str, option: str) -> tuple[str, str]:
    """Return both sides of the last sign of equality: a name may hold one."""
    left, sign, right = given.rpartition("=")
    if not sign or not left.strip():
        message = f"give {option} CANDIDATE=…"
        raise typer.BadParameter(message)
    return left.strip(), right.strip()
