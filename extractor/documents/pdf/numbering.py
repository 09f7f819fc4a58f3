"""Read the number or bullet a line begins with: of a heading, of an item in a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLET = r"[•▪●■○◦‣∙·✓➢➔➤❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d]"
DASH = r"[-–—‐]"
COUNTER = r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\([a-z0-9]{1,3}\)|[A-Z]{1,2}\d{1,3}[.:]"
DECIMAL = r"\d{1,2}(?:\.\d{1,2}){0,4}"
PART = r"(?:bijlage|annex|appendix|deel|hoofdstuk|onderdeel)\s+(?:\d{1,2}|[a-z]|[ivx]{1,4})"

CAPTION = re.compile(
    r"(?:tabel|figuur|grafiek|afbeelding|kader|diagram|table|figure)\s+\d{1,3}(?:[.:–—-]|\s|$)",
    re.IGNORECASE,
)

MARKER = re.compile(rf"(?:{BULLET}|{DASH}|o|{COUNTER}|{DECIMAL}\.?|[A-Z]\.)")
ITEM = re.compile(rf"(?P<bullet>{BULLET}|{DASH}(?=\s)|o(?=\s))\s*|(?P<count>{COUNTER})\s+")
GLUED_DASH = re.compile(rf"{DASH}(?=\w)")

HEADING_NUMBER = re.compile(
    rf"(?P<part>(?i:{PART}))(?=[\s.:]|$)[.:]?\s*"
    rf"|(?P<decimal>{DECIMAL})(?:[.):]?\s+(?=[^\W\d_a-z]|[(‘“\"']\w)|\.(?=[A-Z])|[.):]?$)"
    r"|(?P<letter>[A-Z])(?:\.\s*(?=[A-Z][^.\s])|\.$)"
    r"|(?P<small>[a-z])[.)](?:\s+(?=[^\W\d_a-z])|$)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """The number before a heading's title."""

    label: str
    kind: str
    """`part`, `decimal`, `letter` or `small`: the name of the way of counting."""
    depth: int
    """1 for "3" and "Bijlage 1", 2 for "3.1"."""
    end: int
    """Where the title starts."""


def is_marker(text: str) -> bool:
    """Return whether the text is a bullet or a number and nothing else."""
    return MARKER.fullmatch(text.strip()) is not None


def is_caption(text: str) -> bool:
    """Return whether the text begins as the caption of a numbered table or picture does."""
    return CAPTION.match(text) is not None


def read_heading_number(text: str) -> Number | None:
    """Return the number a heading begins with, none when it has none."""
    found = HEADING_NUMBER.match(text)
    if found is None or found.lastgroup is None:
        return None
    label = " ".join(found[found.lastgroup].split())
    depth = label.count(".") + 1 if found.lastgroup == "decimal" else 1
    return Number(label, found.lastgroup, depth, found.end())


def read_item_marker(text: str) -> str | None:
    """Return the bullet or number an item of a list begins with, none when it has none."""
    found = ITEM.match(text)
    return (found["bullet"] or found["count"]) if found else None
