"""Text, blocks and chunks of real PDFs: how fast, in how much memory, and with which words."""

from __future__ import annotations

import io
import re
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path
from statistics import geometric_mean
from typing import Any

import pypdf
from markdown import make_table
from pdf_readers import (
    BLOCKS_AND_CHUNKS,
    READERS,
    list_readers,
    read_with_pdftotext,
    run_python,
)
from processes import DOCUMENTS, python, run_measured

ROUNDS = 3
"""The least of so many runs counts; the readers take turns."""

PAGES = 300
"""Pages of the document of which memory is measured."""

BROKEN = re.compile(r"\ufffe\s*|\xad\s*|(?<=\w)[-‐]\s*\n\s*(?=\w)|(?<=\w)[-‐](?=\w)")
"""A hyphen within a word or at the end of a line: readers join or keep the halves differently."""

TEXT = (
    BLOCKS_AND_CHUNKS
    + """
import sys
from pathlib import Path
content = Path(sys.argv[1]).read_bytes()
reading = reader.read_pdf(content, source)
chunks = split_reading(reading)
"""
)


def measure() -> dict[str, Any] | None:
    """Return seconds, memory and words found; none where the real documents are not there."""
    paths = sorted(DOCUMENTS.rglob("*.pdf"))
    if not paths:
        return None
    seconds = {path.stem: _take_seconds(path) for path in paths}
    return {
        "seconds": seconds,
        "times_faster_than_pypdf": {
            name: round(geometric_mean(each["pypdf"] / each[name] for each in seconds.values()), 2)
            for name in list_readers()
        },
        "peak_mb": _take_peak(max(paths, key=lambda path: path.stat().st_size)),
        "recall": _count_words(paths),
    }


def _take_seconds(path: Path) -> dict[str, float]:
    """Return the CPU seconds of each reader on a document."""
    readers = list_readers()
    taken = [{name: take(path) for name, take in readers.items()} for _ in range(ROUNDS)]
    return {name: round(min(each[name] for each in taken), 4) for name in readers}


def _take_peak(path: Path) -> int:
    """Return the memory, in MB, that this many pages take from file to chunks."""
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    writer = pypdf.PdfWriter()
    for number in range(PAGES):
        writer.add_page(pages[number % len(pages)])
    with tempfile.NamedTemporaryFile(suffix=".pdf") as target:
        writer.write(target)
        target.flush()
        return round(run_measured(python(TEXT, target.name)).peak_mb)


def _count_words(paths: list[Path]) -> dict[str, float | int] | None:
    """Return how many of pdftotext's words the readings have, each as often as it has it."""
    found = total = 0
    for path in paths:
        theirs = read_with_pdftotext(path)
        if theirs is None:
            return None
        ours = run_python(
            TEXT + "sys.stdout.reconfigure(encoding='utf-8', newline='')\nprint(reading.text)",
            str(path),
        )
        words = _list_words(theirs)
        found += (words & _list_words(ours)).total()
        total += words.total()
    return {"words": total, "found": found, "part": round(found / total, 4)}


def _list_words(text: str) -> Counter[str]:
    """Return the words of a text in small letters, ligatures undone and hyphens out."""
    plain = BROKEN.sub("", unicodedata.normalize("NFKC", text).casefold())
    return Counter(re.findall(r"\w+", plain))


def describe(measured: dict[str, Any]) -> str:
    """Return how the readers compare on each document, and what else was measured."""
    names = [
        name for name in (*READERS, "pdftotext") if name in measured["times_faster_than_pypdf"]
    ]
    rows = [
        [
            document,
            *(f"{each[name]:.3f} s" for name in names),
            f"{each['pypdf'] / each['bronvast']:.1f}",
        ]
        for document, each in measured["seconds"].items()
    ]
    factors = measured["times_faster_than_pypdf"]
    means = [
        "geometric mean",
        *(f"{factors[name]:.1f} ×" for name in names),
        f"{factors['bronvast']:.1f}",
    ]
    table = make_table(["document", *names, "pypdf / bronvast"], [*rows, means])
    return (
        f"{table}\n\nCPU time in a fresh process, libraries loaded: text, blocks and chunks by"
        f" bronvast, the text alone by the others.\n{PAGES} pages take {measured['peak_mb']} MB"
        f" from file to chunks.{_describe_words(measured['recall'])}"
    )


def _describe_words(recall: dict[str, float] | None) -> str:
    """Return how many words were found, nothing where there was nothing to compare with."""
    if recall is None:
        return ""
    part = f"{100 * recall['part']:.2f} %"
    return f" Of {recall['words']:,} words that pdftotext reads, {part} are read too."
