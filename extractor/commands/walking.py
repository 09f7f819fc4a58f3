"""`bronvast review`: decide field by field in the terminal."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import click
import typer

from extractor.commands.options import Database, DraftId, Workspace
from extractor.commands.surroundings import find_workspace, now, open_workspace
from extractor.commands.telling import tell


def review(
    draft_id: DraftId,
    *,
    reviewer: Annotated[str, typer.Option(help="Who decides.")],
    single_keys: Annotated[
        bool, typer.Option(help="Act on a key at once; otherwise type it and press Enter.")
    ] = True,
    workspace: Workspace = None,
    database: Database = None,
) -> None:
    """Review a draft field by field in the terminal, with the keys of the page."""
    from extractor.review.choices import Signature  # noqa: PLC0415 - not for --help
    from extractor.review.walking import HELP, Walk  # noqa: PLC0415

    with open_workspace(workspace, database) as store:
        person = TerminalPerson(find_workspace(workspace), single_keys=single_keys)

        def sign(note: str | None) -> Signature:
            return Signature(reviewer=reviewer, at=now(), note=note)

        walk = Walk(store, draft_id, person, sign, now)
        person.show(HELP)
        left = walk.run()
    tell(f"alles is bewaard; nog te kiezen: {left}")


class TerminalPerson:
    """Somebody at the terminal that this command runs in."""

    def __init__(self, folder: Path, *, single_keys: bool) -> None:
        self._folder = folder
        self._single_keys = single_keys and sys.stdin.isatty()

    def read_key(self) -> str:
        """Return the next key or the first letter of a line, `q` at the end of the input."""
        if self._single_keys:
            return click.getchar()
        line = sys.stdin.readline()
        return line.strip()[:1] or ("q" if not line else "")

    def read_line(self, question: str, given: str = "") -> str | None:
        """Return what was typed, none where it was broken off with Ctrl-C or at the end."""
        try:
            typed: str = typer.prompt(question, default=given, show_default=bool(given))
        except (click.Abort, EOFError):
            return None
        return typed

    def edit(self, text: str) -> str | None:
        """Return the text as changed in the person's editor; the file lies in the workspace."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(".txt", "bewerken-", self._folder, text=True)
        path = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            click.edit(filename=name)
            changed = path.read_text(encoding="utf-8").strip()
        except click.ClickException as failed:
            tell(f"fout: {failed.format_message()}")
            return None
        except FileNotFoundError:
            # Swept away because somebody forgets a dossier meanwhile.
            tell("fout: de tekst is weg, er is niets veranderd")
            return None
        finally:
            path.unlink(missing_ok=True)
        return changed if changed != text.strip() else None

    def show(self, text: str) -> None:
        """Print the lines."""
        typer.echo(text)
