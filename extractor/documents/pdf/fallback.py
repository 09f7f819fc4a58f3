"""Read with pypdf what pdfium cannot: slower, and without places of words."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from extractor.documents.pdf.words import WORD, Word

LETTER_WIDTH, SIZE, LEADING = 5.0, 10.0, 14.0
"""Points given to letters and lines whose places are unknown."""


def read_texts(content: bytes) -> dict[int, str] | None:
    """Return the text of the pages that pypdf can read, by number; none if it is no PDF to it."""
    import pypdf  # noqa: PLC0415 - takes a fifth of a second, for one file in a hundred

    _silence()
    try:
        document = pypdf.PdfReader(io.BytesIO(content), strict=False)
        count = len(document.pages)
    except Exception:  # noqa: BLE001 - broken files make pypdf raise what it did not foresee
        return None
    texts: dict[int, str] = {}
    for number in range(1, count + 1):
        try:
            text = document.pages[number - 1].extract_text()
        except Exception:  # noqa: BLE001, S112 - as above; the caller names the pages it misses
            continue
        texts[number] = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return texts


def _silence() -> None:
    """Keep pypdf out of the logs: its complaints quote the document."""
    logger = logging.getLogger("pypdf")
    logger.propagate = False
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def place_words(text: str, offset: int) -> Iterator[Word]:
    """Yield the words of a page line by line, as if typed in letters of one width."""
    begin = 0
    for row, line in enumerate(text.splitlines(keepends=True), start=1):
        for found in WORD.finditer(line):
            yield Word(
                start=offset + begin + found.start(),
                end=offset + begin + found.end(),
                left=LETTER_WIDTH * found.start(),
                right=LETTER_WIDTH * found.end(),
                baseline=LEADING * row,
                size=SIZE,
                bold=False,
                mark=-1,
                hidden=False,
            )
        begin += len(line)
