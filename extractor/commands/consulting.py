"""`bronvast concept`: drafts to colleagues in Word, and their answers back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.options import Database, DraftIds, Quiet, Workspace
from extractor.commands.surroundings import now, open_workspace
from extractor.commands.telling import PARTLY, tell

if TYPE_CHECKING:
    from extractor.concept.taking import TakenAnswers
    from extractor.review.reviewed import Review
    from extractor.store import Store


def concept(  # noqa: PLR0913 - each argument is an option of the command
    draft_ids: DraftIds = None,
    *,
    out: Annotated[
        Path | None, typer.Option(help="The Word file to write; with --questions a folder.")
    ] = None,
    questions: Annotated[
        bool,
        typer.Option("--questions", help="Only open questions: a file for each contact person."),
    ] = False,
    read: Annotated[
        list[Path] | None,
        typer.Option(
            help="A Word file that came back; its answers become suggestions.", readable=False
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="Who answered, where the file does not say.")
    ] = None,
    workspace: Workspace = None,
    database: Database = None,
    quiet: Quiet = False,
) -> None:
    """Make a Word document of a draft for colleagues, or read their answers back."""
    if bool(read) == bool(out):
        message = "give either --out, to make a document, or --read, to take answers"
        raise typer.BadParameter(message)
    with open_workspace(workspace, database) as store:
        if read:
            _take_all(store, read, name, quiet=quiet)
        elif out and questions:
            _ask(store, _load(store, draft_ids or _list_newest(store)), out, quiet=quiet)
        elif out:
            _write(_load(store, draft_ids or ()), out, quiet=quiet)


def _list_newest(store: Store) -> list[str]:
    newest = (store.latest_draft(dossier.id) for dossier in store.list_dossiers())
    return [draft.id for draft in newest if draft is not None]


def _load(store: Store, references: Iterable[str]) -> Iterator[Review]:
    from extractor.review.loading import load_review  # noqa: PLC0415

    return (load_review(store, reference, now().date()) for reference in references)


def _write(reviews: Iterator[Review], out: Path, *, quiet: bool) -> None:
    from extractor.concept.writing import write_concept  # noqa: PLC0415
    from extractor.exports.file import write_export  # noqa: PLC0415

    loaded = list(reviews)
    if len(loaded) != 1:
        message = "name one draft; for several use --questions"
        raise typer.BadParameter(message)
    write_export(out, write_concept(loaded[0]))
    if not quiet:
        tell(f"concept van {loaded[0].name} geschreven naar {out}")


def _ask(store: Store, reviews: Iterator[Review], folder: Path, *, quiet: bool) -> None:
    from extractor.concept.contacts import list_contacts, list_question_files  # noqa: PLC0415
    from extractor.exports.file import write_export  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    for name, content in list_question_files(reviews, list_contacts(store)):
        write_export(folder / name, content)
        if not quiet:
            tell(f"vragenlijst geschreven naar {folder / name}")


def _take_all(store: Store, paths: list[Path], name: str | None, *, quiet: bool) -> None:
    from extractor.concept.taking import take_answers  # noqa: PLC0415
    from extractor.documents.workers import Workers  # noqa: PLC0415

    complete = True
    with Workers(1) as workers:
        for loaded, reading in workers.read_files((path, None) for path in paths):
            taken = take_answers(store, loaded, reading, name, now())
            complete = complete and not taken.unused
            if not quiet:
                _tell_taken(loaded.name, taken)
    if not complete:
        raise typer.Exit(PARTLY)


def _tell_taken(document: str, taken: TakenAnswers) -> None:
    who = f" van {taken.answers[0].name}" if taken.answers else ""
    tell(f"{document}: {len(taken.answers)} antwoord(en){who} bewaard als suggestie")
    for unused in taken.unused:
        tell(f"niet overgenomen bij {unused.field}: {unused.reason}")
