"""What a command says: results to stdout, talk to stderr, errors as two lines."""

from __future__ import annotations

import json

import typer

from extractor.errors import BronvastError

PARTLY = 3
"""The exit code when some files or fields failed and are listed."""


def tell(line: str) -> None:
    """Print to stderr; results alone go to stdout."""
    typer.echo(line, err=True)


def tell_error(error: BronvastError, dossier: str = "") -> None:
    """Print what happened, with which dossier of several, and what to do, as two lines."""
    # A path a user typed may hold line ends; an error stays two lines.
    where = f"{dossier}: " if dossier else ""
    tell(f"fout: {' '.join(f'{where}{error}'.split())}")
    tell(f"tip: {error.hint}")


def print_json(value: object) -> None:
    """Write one JSON value on one line."""
    typer.echo(json.dumps(value, ensure_ascii=False))
