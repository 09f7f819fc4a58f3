"""Turn the bytes of a text file into characters."""

from __future__ import annotations

import codecs
import unicodedata

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

MOST_CONTROLS = 0.02
"""The share of control characters above which bytes are no text."""


def decode_text(content: bytes) -> str | None:
    """Return the characters, or none for bytes that are no text.

    UTF-8 and UTF-16 by their mark, else UTF-8, else Windows-1252.
    """
    named = next(
        (name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark)), None
    )
    for encoding in (named,) if named else ("utf-8", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if _is_text(text) else None
    return None


def _is_text(text: str) -> bool:
    """Return whether the characters are those of a text and not of any other file."""
    if "\0" in text:
        return False
    controls = sum(map(_is_control, text[:100_000]))
    return controls <= MOST_CONTROLS * min(len(text), 100_000)


def _is_control(each: str) -> bool:
    """Return whether no text has the character: soft hyphens and joiners are those of a text."""
    return not (each.isprintable() or each.isspace() or unicodedata.category(each) == "Cf")
