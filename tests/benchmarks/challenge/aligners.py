"""Align quotes with the two libraries that others use for it; run by their own interpreter.

Reads JSON from stdin: the text of a reading and questions with the window that was shown. Writes
JSON to stdout: per library, per question, the span it found or null, and the milliseconds of CPU.
Thresholds are what their users set: rapidfuzz's partial ratio at 90 over the whole text;
langextract's aligner as it is, over the window, since it takes seconds over a whole document.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

CUTOFF = 90
"""Percent, of rapidfuzz."""

Align = Callable[[str, str], "list[int] | None"]


def main() -> None:
    """Answer the questions with every library that can be imported."""
    asked = json.load(sys.stdin)
    answers = {
        name: list(_answer(asked, load(), windowed=windowed))
        for name, module, load, windowed in ALIGNERS
        if find_spec(module)
    }
    json.dump(answers, sys.stdout)


def _answer(
    asked: dict[str, Any], align: Align, *, windowed: bool
) -> Iterator[tuple[list[int] | None, float]]:
    for quote, start, end in asked["questions"]:
        first = start if windowed else 0
        text = asked["text"][first:end] if windowed else asked["text"]
        began = time.process_time()
        found = align(quote, text)
        took = (time.process_time() - began) * 1000
        yield found and [found[0] + first, found[1] + first], took


def _load_rapidfuzz() -> Align:
    from rapidfuzz import fuzz  # noqa: PLC0415 - there or not

    def align(quote: str, text: str) -> list[int] | None:
        found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=CUTOFF)
        return [found.dest_start, found.dest_end] if found else None

    return align


def _load_langextract() -> Align:
    return _load_aligner(exact=False)


def _load_exact_langextract() -> Align:
    return _load_aligner(exact=True)


def _load_aligner(*, exact: bool) -> Align:
    from langextract.core.data import AlignmentStatus, Extraction  # noqa: PLC0415 - there or not
    from langextract.resolver import WordAligner  # noqa: PLC0415

    aligner = WordAligner()

    def align(quote: str, text: str) -> list[int] | None:
        asked = Extraction(extraction_class="quote", extraction_text=quote)
        (found,) = aligner.align_extractions([[asked]], text)[0]
        interval = found.char_interval
        if interval is None or (exact and found.alignment_status != AlignmentStatus.MATCH_EXACT):
            return None
        return [interval.start_pos, interval.end_pos]

    return align


ALIGNERS = (
    ("rapidfuzz", "rapidfuzz", _load_rapidfuzz, False),
    ("langextract", "langextract", _load_langextract, True),
    ("langextract, exact only", "langextract", _load_exact_langextract, True),
)
"""By name: what is imported, how it is made ready, and whether it gets only the window."""


if __name__ == "__main__":
    main()
