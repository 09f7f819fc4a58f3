"""Turn the bytes of a web page into characters: by its mark, by what it says, or by what fits."""

from __future__ import annotations

import codecs
import re

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

SCANNED = 4096
"""Bytes in which a page may say how it is encoded; the standard asks for 1024."""

DECLARED = re.compile(
    rb"<meta[^>]{1,500}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})"
    rb"|^\s*<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([\w:.-]{1,40})",
    re.IGNORECASE,
)

ENCODINGS = frozenset(
    {
        "utf-8",
        *(f"cp125{page}" for page in range(9)),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *("koi8-r", "koi8-u", "mac-roman", "gbk", "gb18030", "big5"),
        *("euc_jp", "shift_jis", "euc_kr"),
    }
)
"""Encodings that browsers know, by their names in Python."""

WESTERN = frozenset({"ascii", "iso8859-1", "iso8859-9"})
"""What pages say and browsers read as Windows-1252, or its Turkish sister."""


def decode_page(content: bytes) -> str:
    """Return the characters of a page; bytes that stand for none become �."""
    for mark, name in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content.decode(name, "replace")
    declared = find_declared(content)
    for encoding in (declared, "utf-8", "cp1252"):
        try:
            return content.decode(encoding) if encoding else content.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return content.decode(declared or "cp1252", "replace")


def find_declared(content: bytes) -> str | None:
    """Return the encoding that a page says it has, or none when browsers know no such thing."""
    found = DECLARED.search(content[:SCANNED])
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    if name in WESTERN:
        return "cp1254" if name == "iso8859-9" else "cp1252"
    return name if name in ENCODINGS else None
