"""Keep other languages out of a Dutch register."""

from __future__ import annotations

from extractor.documents.language import tell_language


def is_dutch(text: str, *, in_doubt: bool = True) -> bool:
    """Return whether the text reads as Dutch; `in_doubt` answers for texts that do not tell."""
    told = tell_language(text)
    return in_doubt if told is None else told == "nl"
