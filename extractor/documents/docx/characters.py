"""The elements of a run that stand for one character, and those that show nothing."""

from __future__ import annotations

from extractor.documents.docx.names import qualify

CHARACTERS = {
    qualify("w:tab"): "\t",
    qualify("w:ptab"): "\t",
    qualify("w:cr"): "\n",
    qualify("w:noBreakHyphen"): "\u2011",
    qualify("w:softHyphen"): "\u00ad",
}

UNSEEN = frozenset(
    qualify(name)
    for name in (
        "w:pPr",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:del",
        "w:moveFrom",
        "w:delText",
        "w:rt",
        "w:proofErr",
        "w:bookmarkStart",
        "w:bookmarkEnd",
    )
)
"""Properties, text that tracked changes took out, the small print above ruby text, and marks."""
