"""Writing an export: the whole file appears at once, or nothing changes."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from extractor.errors import OutputRefused


def write_export(path: Path, content: bytes) -> None:
    """Put the content at the path; where that fails, what stood there still stands."""
    beside = path.parent / f".bronvast-{secrets.token_hex(8)}"
    try:
        _write_new(beside, content)
        beside.replace(path)
    except OSError as error:
        message = f"{path} is niet geschreven: {_explain(path, error)}"
        raise OutputRefused(message) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _write_new(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _explain(path: Path, error: OSError) -> str:
    if path.is_dir():
        return "dat is een map"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"de map {path.parent} is er niet"
    if isinstance(error, PermissionError):
        return "u mag daar niet schrijven"
    return error.strerror or "het bestandssysteem weigert"
