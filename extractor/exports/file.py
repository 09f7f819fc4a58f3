"""Writing an export: the whole file appears at once, or nothing changes.

Only an earlier export or an empty file is replaced; any other file may be somebody's document.
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from extractor.errors import OutputRefused
from extractor.exports.earlier import is_earlier_export

OTHER_NAME = "Kies met --out een andere naam, of haal het bestand dat er staat eerst weg."
NEW_FILE = "Geef met --out de naam van een nieuw bestand, zoals uitvoer.json."


def write_export(path: Path, content: bytes) -> None:
    """Put the content at the path; where that fails, what stood there still stands.

    A link is followed. OutputRefused where something stands that is no earlier export.
    """
    require_writable(path)
    beside: Path | None = None
    try:
        target = path.resolve()
        beside = target.parent / f".bronvast-{secrets.token_hex(8)}"
        _write_new(beside, content)
        beside.replace(target)
    except (OSError, RuntimeError) as error:
        message = f"{path} is niet geschreven: {_explain(path, error)}"
        raise OutputRefused(message) from error
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()


def require_writable(path: Path) -> None:
    """Pass where an export may be put; OutputRefused tells it before long work is begun."""
    if str(path) == "-":
        message = "- is geen bestandsnaam: Bronvast schrijft een uitvoer altijd in een bestand"
        raise OutputRefused(message, NEW_FILE)
    try:
        _refuse_to_replace(path)
        if not path.parent.is_dir():
            raise FileNotFoundError
    except (OSError, RuntimeError) as error:
        message = f"{path} is niet geschreven: {_explain(path, error)}"
        raise OutputRefused(message) from error


def _refuse_to_replace(path: Path) -> None:
    """Pass where nothing stands yet, or what may be replaced; a folder is refused by name."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not stat.S_ISREG(mode):
        message = f"{path} is niet geschreven: dat is een apparaat of kanaal, geen gewoon bestand"
        raise OutputRefused(message, NEW_FILE)
    if not is_earlier_export(path.read_bytes()):
        message = f"{path} is niet geschreven: daar staat al een ander bestand"
        raise OutputRefused(message, OTHER_NAME)


def _write_new(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _explain(path: Path, error: OSError | RuntimeError) -> str:
    if path.is_dir():
        return "dat is een map"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"de map {path.parent} is er niet"
    if isinstance(error, PermissionError):
        return "u mag daar niet schrijven"
    reason = error.strerror if isinstance(error, OSError) else None
    return reason or "het bestandssysteem weigert"
