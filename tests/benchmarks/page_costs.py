"""What the review page costs on real documents, and whether its marks lie on the right words."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pypdfium2
from processes import DOCUMENTS, ROOT, bronvast, run_measured

from extractor.documents.pdf import boxes
from extractor.documents.reading import read_file
from extractor.models import Reading, Span
from extractor.presenting import present
from extractor.review.web.sources import find_page

FOLDER = DOCUMENTS / "coronamelder-vws"
REAL_DPIA = "dpia-coronamelder.pdf"
QUOTES, SEED = 1000, 20261127
_WORD = re.compile(r"\w+")
_SLACK = 1.0
"""Points by which a box is made wider and higher before its words are read."""


def measure() -> dict[str, Any] | None:
    """Return times, sizes and how many boxes are right; none where the documents are not there."""
    if not FOLDER.is_dir():
        return None
    return {**measure_serving(), "quotes": QUOTES, "boxes_right": count_right()}


def measure_serving() -> dict[str, Any]:
    """Return what showing a dossier of 279 pages takes, in a process of its own."""
    with tempfile.TemporaryDirectory() as workspace:
        run_measured([*bronvast(), "draft", str(FOLDER)], workspace)
        script = Path(__file__).with_name("page_serving.py")
        served = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, str(script), workspace, REAL_DPIA],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
        )
    measured: dict[str, Any] = json.loads(served.stdout)
    return measured


def count_right() -> int:
    """Return of how many quotes the boxes hold the quoted words, as pdfium reads the boxes."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    paths = sorted(FOLDER.glob("*.pdf"))
    documents = [
        (path.read_bytes(), read_file(path), pypdfium2.PdfDocument(path)) for path in paths
    ]
    right = 0
    for _ in range(QUOTES):
        content, reading, document = chance.choice(documents)
        span = choose_span(reading, chance)
        right += holds_words(content, reading, document, span)
    return right


def choose_span(reading: Reading, chance: random.Random) -> Span:
    """Return three to twelve words in a row somewhere in one paragraph of the document."""
    blocks = [block for block in reading.blocks if block.kind in ("paragraph", "list_item")]
    while True:
        block = chance.choice(blocks)
        words = list(_WORD.finditer(reading.text, block.span.start, block.span.end))
        if len(words) > 12:
            first = chance.randrange(len(words) - 12)
            return Span(
                start=words[first].start(), end=words[first + chance.randrange(2, 12)].end()
            )


def holds_words(
    content: bytes, reading: Reading, document: pypdfium2.PdfDocument, span: Span
) -> bool:
    """Return whether the text inside the boxes of a quote is the quote, letter for letter."""
    first, last = find_page(reading, span.start), find_page(reading, span.end - 1)
    inside = ""
    for page in range(first, last + 1):
        sheet = document[page - 1]
        text, height = sheet.get_textpage(), sheet.get_height()
        for box in boxes(content, reading, page, span):
            inside += text.get_text_bounded(
                left=box.left - _SLACK,
                right=box.right + _SLACK,
                top=height - box.top,
                bottom=height - box.bottom,
            )
    return fold(inside) == fold(present(reading, span).text)


def fold(text: str) -> str:
    """Return the letters and figures alone: what stands between them is a matter of setting."""
    return "".join(_WORD.findall(text.lower()))


def describe(measured: dict[str, Any]) -> str:
    """Return the measures as Markdown."""
    told = (
        f"A real dossier of 279 pages: opened in {measured['open_ms']} ms, a field shown anew in",
        f"{measured['card_ms']} ms, the page {measured['html_kb']} KB. Of its DPIA of",
        f"{measured['pages']} pages a page is drawn and marked in {measured['drawn_ms']} ms",
        f"(median; at most {measured['drawn_most_ms']}), again in {measured['kept_ms']} ms at",
        f"most. The server takes {measured['peak_mb']} MB at its peak. Of {measured['quotes']:,}",
        f"quotes of real PDFs the boxes of {measured['boxes_right']} hold exactly the quoted",
        "letters, as pdfium reads what lies inside them.",
    )
    return " ".join(told)
