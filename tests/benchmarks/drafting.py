"""From file to draft: a real DPIA of 65 pages, beside pypdf's plain text of it."""

from __future__ import annotations

import tempfile
from statistics import median
from typing import Any

from processes import DOCUMENTS, PYPDF_TEXT, bronvast, python, run_measured

REAL_DPIA = DOCUMENTS / "coronamelder-vws/dpia-coronamelder.pdf"
ROUNDS = 5


def measure() -> dict[str, Any] | None:
    """Return seconds and peak memory, interleaved; none where the document is not there."""
    if not REAL_DPIA.exists():
        return None
    drafts, texts = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as workspace:
            drafts.append(run_measured([*bronvast(), "draft", str(REAL_DPIA)], workspace))
        texts.append(run_measured(python(PYPDF_TEXT, str(REAL_DPIA))))
    seconds = median(usage.seconds for usage in drafts)
    text_seconds = median(usage.seconds for usage in texts)
    return {
        "seconds": round(seconds, 2),
        "peak_mb": round(max(usage.peak_mb for usage in drafts)),
        "pypdf_text_seconds": round(text_seconds, 2),
        "ratio": round(seconds / text_seconds, 2),
    }


def describe(measured: dict[str, Any]) -> str:
    """Return what a draft of a real DPIA of 65 pages takes."""
    took = f"{measured['seconds']} s of one processor and {measured['peak_mb']} MB"
    ratio = f"{measured['ratio']} times what pypdf takes for its text alone"
    return f"A real DPIA of 65 pages, from file to draft: {took},\n{ratio}."
