"""Word files made to unpack, expand or nest beyond measure."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

Make = Callable[[], bytes]

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="{{}}"/></Relationships>'
)
WORDS = "Een auto leest kentekens."
PARAGRAPH = f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"


def wrap(body: str) -> str:
    """Return a main document with this body."""
    return f'<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>'


def pack(
    document: str | bytes,
    others: Mapping[str, str | bytes] | None = None,
    *,
    target: str = "word/document.xml",
    method: int = ZIP_DEFLATED,
) -> bytes:
    """Return a package with this main document and these other members."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", method) as archive:
        archive.writestr("_rels/.rels", RELATIONS.format(target))
        archive.writestr("word/document.xml", document)
        for name, content in (others or {}).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def declare(entities: str, body: str) -> bytes:
    """Return a package whose main document declares entities."""
    return pack(f"<!DOCTYPE w [{entities}]>" + wrap(body))


def laugh() -> bytes:
    """Return a package in which a few entities stand for a million million laughs."""
    names = "abcdefghijklm"
    doubled = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    return declare(f'<!ENTITY a "ha">{doubled}', "<w:p><w:r><w:t>&m;</w:t></w:r></w:p>")


def lie_about_size(claimed: int) -> bytes:
    """Return a package of which the directory gives another size for the main document."""
    document = wrap("<w:p/>" * 1_000_000)
    content = pack(document)
    place = content.rindex(struct.pack("<I", len(document)))
    return content[:place] + struct.pack("<I", claimed) + content[place + 4 :]


def hide_in_noise(document: str) -> bytes:
    """Return a package with a picture that nothing packs smaller, so that it looks honest."""
    return pack(document, {"word/media/ruis.png": random.Random(7).randbytes(300_000)})  # noqa: S311


def nest_archives() -> bytes:
    """Return a package with a package in it that holds a bomb."""
    bomb = zlib.compress(zlib.compress(bytes(30_000_000)))
    return pack(wrap(PARAGRAPH), {"word/embeddings/in.docx": pack(wrap(""), {"bom": bomb})})


READ: dict[str, Make] = {
    "an archive in an archive": nest_archives,
    "tens of thousands of members": lambda: pack(
        wrap(PARAGRAPH), {f"word/{number}.xml": "" for number in range(20_000)}
    ),
    "names that climb out": lambda: pack(
        wrap(PARAGRAPH), {"../../etc/cron.d/x": "x", "/etc/passwd": "x", "C:\\x": "x"}
    ),
    "tables in tables": lambda: pack(
        wrap("<w:tbl><w:tr><w:tc>" * 60 + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 60)
    ),
    "the same member twice": lambda: pack(wrap(PARAGRAPH), {"word/styles.xml": "<a/>" * 2}),
}
"""Documents of which all words are read, whatever else is in them."""

REFUSED: dict[str, tuple[Make, str]] = {
    "a zip bomb": (lambda: pack(wrap(PARAGRAPH), {"bom": bytes(60_000_000)}), "too_large"),
    "a milliard laughs": (laugh, "unreadable"),
    "one long entity many times": (
        lambda: declare(f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 10_000),
        "unreadable",
    ),
    "an entity from the disk": (
        lambda: declare('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
        "unreadable",
    ),
    "an entity from elsewhere": (
        lambda: declare('<!ENTITY % a SYSTEM "http://127.0.0.1:9/x">%a;', PARAGRAPH),
        "unreadable",
    ),
    "elements in elements": (
        lambda: pack(wrap("<w:x>" * 100_000 + "</w:x>" * 100_000)),
        "unreadable",
    ),
    "a size smaller than the truth": (lambda: lie_about_size(1000), "unreadable"),
    "a size larger than the truth": (lambda: lie_about_size(100_000_000), "too_large"),
    "a main document outside": (
        lambda: pack(wrap(PARAGRAPH), target="../../../etc/passwd"),
        "unreadable",
    ),
    "a main document that is its own folder": (
        lambda: pack(wrap(PARAGRAPH), target="/"),
        "unreadable",
    ),
    "a text of forty million letters": (
        lambda: hide_in_noise(wrap(PARAGRAPH.replace(WORDS, "woord " * 7_000_000))),
        "unreadable",
    ),
    "an endless attribute": (lambda: pack(wrap(f'<w:p a="{"x" * 20_000_000}"/>')), "unreadable"),
    "ends of archives": (lambda: b"PK\x03\x04" + b"PK\x05\x06" * 1_000_000, "unreadable"),
}
"""Documents with a problem that is found at once."""

ENDLESS: dict[str, Make] = {
    "five million paragraphs": lambda: pack(wrap("<w:p/>" * 5_000_000), method=ZIP_LZMA),
}
"""Documents that are not read before their deadline."""

GREEDY: dict[str, Make] = {
    "two million paragraphs": lambda: pack(wrap("<w:p/>" * 2_000_000)),
}
"""Documents that ask for more memory than there is."""
