"""Read what the controls of a form on a web page show."""

from __future__ import annotations

from lxml.etree import _Element

from extractor.documents.flow.boxes import CHECKED, UNCHECKED
from extractor.documents.html.elements import read_name, read_words

TICKED = frozenset({"checkbox", "radio"})
SILENT = frozenset({"hidden", "password", "file", "image", "button", "submit", "reset", "color"})
"""Kinds of input that show no answer."""


def read_input(element: _Element) -> str:
    """Return what an input shows: a box by its state, or what was typed."""
    kind = element.get("type", "text").strip().lower()
    if kind in TICKED:
        return CHECKED if element.get("checked") is not None else UNCHECKED
    return "" if kind in SILENT else element.get("value", "")


def read_choice(element: _Element) -> str:
    """Return the chosen options of a list, or the first where none was chosen."""
    options = [option for option in element.iter() if read_name(option) == "option"]
    chosen = [option for option in options if option.get("selected") is not None]
    closed = element.get("multiple") is None and element.get("size") is None
    shown = chosen or options[: 1 if closed else 0]
    return ", ".join(" ".join(read_words(option).split()) for option in shown)
