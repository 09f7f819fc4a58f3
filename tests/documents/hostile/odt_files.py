"""OpenDocument texts made to unpack, expand or nest beyond measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZipFile

Make = Callable[[], bytes]

NAMES = "urn:oasis:names:tc:opendocument:xmlns"
MEDIA = b"application/vnd.oasis.opendocument.text"
WORDS = "Een auto leest kentekens."
PARAGRAPH = f"<text:p>{WORDS}</text:p>"


def wrap(body: str) -> str:
    """Return a main document with this body."""
    spaces = " ".join(f'xmlns:{name}="{NAMES}:{name}:1.0"' for name in ("office", "text", "table"))
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:document-content {spaces}>{inner}</office:document-content>"


def pack(
    document: str, others: Mapping[str, str | bytes] | None = None, media: bytes = MEDIA
) -> bytes:
    """Return a package with this main document and these other members."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in {"mimetype": media, "content.xml": document, **(others or {})}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def declare(entities: str, body: str) -> bytes:
    """Return a package whose main document declares entities."""
    return pack(f"<!DOCTYPE o [{entities}]>{wrap(body)}")


def laugh() -> bytes:
    """Return a package in which a few entities stand for a million million laughs."""
    doubled = (f'<!ENTITY {name} "{f"&{one};" * 10}">' for one, name in pairwise("abcdefghijklm"))
    return declare(f'<!ENTITY a "ha">{"".join(doubled)}', "<text:p>&m;</text:p>")


READ: dict[str, Make] = {
    "names that climb out": lambda: pack(wrap(PARAGRAPH), {"../../x": "x", "/etc/passwd": "x"}),
}
"""Documents of which all words are read, whatever else is in them."""

REFUSED: dict[str, tuple[Make, str]] = {
    "a zip bomb": (lambda: pack(wrap(PARAGRAPH), {"bom": bytes(60_000_000)}), "too_large"),
    "a bomb for who asks what it is": (
        lambda: pack(wrap(PARAGRAPH), media=MEDIA + bytes(100_000_000)),
        "too_large",
    ),
    "a milliard laughs": (laugh, "unreadable"),
    "an entity from the disk": (
        lambda: declare('<!ENTITY a SYSTEM "file:///etc/passwd">', "<text:p>&a;</text:p>"),
        "unreadable",
    ),
    "elements in elements": (
        lambda: pack(wrap("<text:section>" * 50_000 + "</text:section>" * 50_000)),
        "unreadable",
    ),
}
"""Documents with one of these problems, found at once."""

ENDLESS: dict[str, Make] = {}
GREEDY: dict[str, Make] = {
    "two million paragraphs": lambda: pack(wrap("<text:p/>" * 2_000_000)),
}
"""Documents that ask for more memory than there is."""
