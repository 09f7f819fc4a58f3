"""Figures as a file, for a ministry that never sees the workspaces."""

from __future__ import annotations

import json

from pydantic import ValidationError

from extractor.errors import FiguresUnusable
from extractor.exports.earlier import FIGURES_MARK
from extractor.report.figures import Figures

_LARGEST = 20_000_000
"""Bytes of the figures of a thousand services."""


def render_figures(figures: Figures) -> bytes:
    """Return the figures as JSON; the same figures give the same bytes."""
    return f"{figures.model_dump_json()}\n".encode()


def parse_figures(name: str, content: bytes) -> Figures:
    """Return the figures in a file; refused where they are none, of another format, or amiss."""
    if len(content) > _LARGEST:
        raise FiguresUnusable(name, "het bestand is te groot")
    if not content.lstrip().startswith(FIGURES_MARK[:1].encode()):
        raise FiguresUnusable(name, "dit zijn geen cijfers van een rapport")
    try:
        said = json.loads(content)
        if isinstance(said, dict) and said.get("format", 1) != 1:
            raise FiguresUnusable(name, "dit is een ander formaat dan deze Bronvast kent")
        return Figures.model_validate(said, strict=False)
    except ValidationError as refused:
        raise FiguresUnusable(name, _explain(refused)) from None
    except (ValueError, RecursionError):
        raise FiguresUnusable(name, "dit is geen leesbare JSON") from None


def _explain(refused: ValidationError) -> str:
    first = refused.errors()[0]
    key = ".".join(map(str, first["loc"])) or "het bestand"
    why = first["msg"].removeprefix("Value error, ")
    return f"{key}: {'kent Bronvast niet' if first['type'] == 'extra_forbidden' else why}"
