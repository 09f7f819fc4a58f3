"""Word files: every construct in which Word keeps text, and the speed beside python-docx."""

from __future__ import annotations

import hashlib
import time
import tomllib
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import cycle, islice
from statistics import median
from typing import Any
from zipfile import ZipFile

import docx
from docx.table import Table
from markdown import make_table
from processes import DOCUMENTS, ROOT

from extractor.documents.docx import read_docx
from extractor.models import Source

CONSTRUCTS = ROOT / "tests/documents/docx/constructs"
REAL = DOCUMENTS / "coronamelder-vws/system-crypto-raamwerk.docx"
INVENTED = ROOT / "fixtures/dossiers"
ROUNDS = 11
PAGES = 200
WORDS = "De gemeente verwerkt gegevens van bewoners en bewaart deze niet langer dan nodig is"


def measure() -> dict[str, Any]:
    """Return how many constructs are found, and CPU time in ratio to python-docx's own walk."""
    expected = tomllib.loads((CONSTRUCTS / "constructs.toml").read_text(encoding="utf-8"))
    content = pack_constructs()
    readers = {"bronvast": read_text, "python-docx": iterate_text}
    return {
        "constructs": len(expected["shown"]),
        "unread": len(expected["unread"]),
        "found": {
            name: count_found(read(content).lower(), expected) for name, read in readers.items()
        },
        "speed": {name: compare_speed(document) for name, document in list_documents()},
    }


def describe(measured: dict[str, Any]) -> str:
    """Return what is found of the constructs, and how fast, as two tables."""
    of, out = measured["constructs"], measured["unread"]
    found = [
        (
            name,
            f"{each['once']} of {of}",
            "yes" if each["in_order"] else "no",
            f"{each['wrong']} of {out}",
        )
        for name, each in measured["found"].items()
    ]
    speed = [
        (name, f"{each['ms']:.0f} ms", f"{each['ratio']:.2f}")
        for name, each in measured["speed"].items()
    ]
    columns = ("reader", "constructs found once", "in order", "read though not shown")
    heads = ("document", "CPU time", "times as fast as python-docx")
    return f"{make_table(columns, found)}\n\n{make_table(heads, speed)}"


def count_found(text: str, expected: dict[str, Any]) -> dict[str, Any]:
    """Return how many constructs a text has once, whether in order, and what it should not have."""
    once = [words for words in expected["shown"] if text.count(words) == 1]
    places = [text.index(words) for words in once]
    return {
        "once": len(once),
        "in_order": places == sorted(places),
        "wrong": sum(words in text for words in expected["unread"]),
    }


def compare_speed(content: bytes) -> dict[str, float]:
    """Return milliseconds of CPU, and the median ratio to python-docx, measured in turns."""
    read_text(content)
    iterate_text(content)
    pairs = [
        (take_time(read_text, content), take_time(iterate_text, content)) for _ in range(ROUNDS)
    ]
    return {
        "ms": round(median(ours for ours, _ in pairs) * 1000, 1),
        "ratio": round(median(theirs / ours for ours, theirs in pairs), 2),
    }


def take_time(read: Callable[[bytes], str], content: bytes) -> float:
    """Return the seconds of CPU that one reading takes."""
    started = time.process_time()
    read(content)
    return time.process_time() - started


def read_text(content: bytes) -> str:
    """Return the text as Bronvast reads it, with blocks, numbers, notes and problems made."""
    digest = hashlib.sha256(content).hexdigest()
    return read_docx(content, Source(sha256=digest, name="a.docx", media_type="docx")).text


def iterate_text(content: bytes) -> str:
    """Return the text of python-docx's own walk over paragraphs and tables."""
    lines = []
    for part in docx.Document(BytesIO(content)).iter_inner_content():
        if isinstance(part, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in part.rows]
        else:
            lines.append(part.text)
    return "\n".join(lines)


def list_documents() -> Iterator[tuple[str, bytes]]:
    """Yield a real document where it is there, the invented ones, and a generated one."""
    if REAL.exists():
        yield "real system document, 27 pages", REAL.read_bytes()
    for path in sorted(INVENTED.rglob("*.docx")):
        yield path.name, path.read_bytes()
    yield f"generated, {PAGES} pages", generate_document()


def pack_constructs() -> bytes:
    """Return the invented file with all constructs."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for path in sorted(CONSTRUCTS.rglob("*")):
            if path.name.endswith((".xml", ".rels")):
                archive.write(path, path.relative_to(CONSTRUCTS).as_posix())
    return buffer.getvalue()


def generate_document() -> bytes:
    """Return a document of headings, paragraphs in several looks, lists and tables."""
    document = docx.Document()
    words = cycle(WORDS.split())
    for page in range(PAGES):
        document.add_heading(" ".join(islice(words, 4)), 1 + page % 3)
        for _ in range(5):
            paragraph = document.add_paragraph(" ".join(islice(words, 41)))
            paragraph.add_run(" ".join(islice(words, 7))).bold = True
            paragraph.add_run(" ".join(islice(words, 19)))
        for _ in range(4):
            document.add_paragraph(" ".join(islice(words, 13)), style="List Bullet")
        for row in document.add_table(6, 4).rows if page % 2 else ():
            for cell in row.cells:
                cell.text = " ".join(islice(words, 5))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
