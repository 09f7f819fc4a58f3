"""Text files made of one sign, without end, or of very many small parts."""

from __future__ import annotations

from collections.abc import Callable

Make = Callable[[], bytes]

WORDS = "Een auto leest kentekens."
LENGTH = 40_000


def repeat(piece: bytes) -> Make:
    """Return what makes a text of such pieces, after some words."""
    return lambda: WORDS.encode() + b"\n\n" + piece * (LENGTH // len(piece))


SIGNS = b"a #|-*_`~<>[]().=+1:\\\t\r\f"

LETTERS = "".join(filter(str.isprintable, map(chr, range(0xA0, 0xD7FF))))

READ: dict[str, Make] = {
    **{f"nothing but {chr(sign)!r}": repeat(bytes([sign])) for sign in SIGNS},
    "lists in lists": lambda: (
        WORDS.encode() + b"\n" + b"".join(b" " * (n % 900) + b"- a\n" for n in range(2000))
    ),
    "dots as in a table of contents": repeat(b"x" + b"." * 250 + b"\n"),
    "links": repeat(b"[a](b) "),
    "quotations in quotations": repeat(b"> "),
    "every letter": f"{WORDS}{LETTERS}".encode,
}
"""Documents of which all words are read, whatever else is in them."""

REFUSED: dict[str, tuple[Make, str]] = {
    "nothing": (lambda: b"", "empty"),
    "nothing but blanks": (lambda: b" \n\t" * 1000, "no_text"),
    "half a letter": (lambda: b"\xff\xfe" + b"a\0" * 1000 + b"b", "unreadable"),
    "bytes that are no text": (lambda: bytes(range(256)) * 100, "unreadable"),
    "a log of a year": (lambda: b"2026-01-01 regel\n" * 1_500_000, "too_large"),
}
"""Documents with a problem that is found at once."""

ENDLESS: dict[str, Make] = {
    "a contents table without end": lambda: (b"x" + b"." * 250 + b"\n") * 75_000,
}
"""Documents that are not read before their deadline."""

GREEDY: dict[str, Make] = {
    "a million list items": lambda: b"- a\n" * 1_000_000,
}
"""Documents that ask for more memory than there is."""
