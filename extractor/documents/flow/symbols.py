"""Read characters that a symbol font draws as something else, such as a ticked box."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

PRIVATE = 0xF000
"""Word stores symbol characters from here on, in a range that means nothing by itself."""

FONT_MASK = 0xFF


def read_symbol(font: str, code: str) -> str:
    """Return the character shown for a font and a hexadecimal code; empty for no code."""
    try:
        number = int(code, 16)
        plain = chr(number)
    except (ValueError, OverflowError):
        return ""
    if not plain.isprintable() and not PRIVATE <= number <= PRIVATE + FONT_MASK:
        return ""
    return _load_symbols().get(font.lower(), {}).get(f"{number & FONT_MASK:02X}", plain)


def read_in_font(font: str, text: str) -> str:
    """Return the text as the font draws it; fonts that draw letters change nothing."""
    drawn = _load_symbols().get(font.lower())
    if drawn is None:
        return text
    return "".join(
        drawn.get(f"{ord(each) & FONT_MASK:02X}", each) if _is_symbol(each) else each
        for each in text
    )


def _is_symbol(character: str) -> bool:
    """Return whether a symbol font draws the character as one of its own."""
    code = ord(character)
    plain = code <= FONT_MASK and not character.isspace()
    return plain or PRIVATE <= code <= PRIVATE + FONT_MASK


@cache
def _load_symbols() -> dict[str, dict[str, str]]:
    """Return the characters by font and code."""
    text = files("extractor.documents.flow").joinpath("symbols.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
