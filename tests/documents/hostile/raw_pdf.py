"""Write PDFs object by object, also such as no program writes."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

PAGE_WORDS = "Een auto leest kentekens."
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def write_pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF with these objects; object 1 is its catalogue."""
    parts, places, at = [b"%PDF-1.7\n"], {}, len(b"%PDF-1.7\n")
    for number, body in objects.items():
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        places[number] = at
        parts.append(part)
        at += len(part)
    size = max(objects) + 1
    entries = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(size)
    )
    ending = b"xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    parts.append(ending % (size, entries, size, trailer, at))
    return b"".join(parts)


def make_page_objects(
    content: bytes = b"", *, page: bytes = b"", resources: bytes = b"", box: bytes = b"0 0 595 842"
) -> dict[int, bytes]:
    """Return the objects of a document of one page with some words, and with this content."""
    words = b"BT /F1 12 Tf 72 700 Td (%s) Tj ET\n" % PAGE_WORDS.encode()
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> %s >> %s >>" % (box, resources, page)
        ),
        4: make_stream(words + content),
        5: FONT,
    }


def make_stream(content: bytes, entries: bytes = b"", rounds: int = 1) -> bytes:
    """Return a stream object, compressed so many times over."""
    for _ in range(rounds):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * rounds
    return b"<< /Length %d /Filter [%s] %s >>\nstream\n%s\nendstream" % (
        len(content),
        filters,
        entries,
        content,
    )
