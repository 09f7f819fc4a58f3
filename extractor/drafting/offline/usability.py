"""Tell answers that can be taken as they stand from gaps, captions and half sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.drafting.sentences import Sentence, ends_whole
from extractor.instruments.template import is_about_document, is_instruction, is_placeholder

_BULLET = re.compile(r"^(?:(?:[•▪●○◦–—*\-]|o\s|\(?(?:[a-z0-9]{1,2}|[ivx]{1,4})[).]\s)\s*)+")
_BROKEN = re.compile(
    r"[:?]$|\b(?:aan|als|bij|dat|de|die|door|een|en|het|in|met|of|om|op|te|van|voor)$",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(figuur|tabel|afbeelding|bron|zie|noot|voetnoot|bijlage)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\((?:zie|vgl\.?)\b(?!\.?[^()]{0,40}\)[.\s]*$)"
    r"|\b(?:zie|vgl\.?) (?:ook |verder )?(?:paragraaf|hoofdstuk|bijlage|onderdeel)\b"
    r"(?![^.()]{0,40}\)?[.\s]*$)"
)
"""A reference that goes on for long; a short one at the end of an answer is part of it."""

_SAYS_NOTHING = re.compile(r"[\W_]*")
_GAP = re.compile(r"\.{2,}|…|\?{2,}|_{2,}")


def is_gap(text: str) -> bool:
    """Return whether a sentence, item or cell holds a gap to fill in; a dash or a line is none."""
    if not text.strip() or not is_placeholder(text):
        return False
    return _SAYS_NOTHING.fullmatch(text) is None or _GAP.search(text) is not None


def is_usable(sentence: Sentence, kind: str) -> bool:
    """Return whether a sentence, item or row is whole, and no gap, caption or reference.

    A gap in a row is of its own cell, and keeps no other cell out; with gaps only behind its
    first cell, a row says nothing.
    """
    text = sentence.text
    holds = text.split("\t")[1:] if kind == "row" else [text]
    if (holds and all(map(is_placeholder, holds))) or is_about_document(text):
        return False
    if kind != "sentence":
        return len(text) > 2 and not _BROKEN.search(text)  # noqa: PLR2004 - a ditto mark
    return (
        ends_whole(sentence)
        and text[0].isupper()
        and not text.endswith("?")
        and not is_instruction(text)
        and not _CAPTION.match(text)
        and not _REFERENCE.search(text)
    )


def drop_bullet(sentence: Sentence) -> Sentence:
    """Return a list item without the signs or the number before it."""
    text = _BULLET.sub("", sentence.text)
    return replace(sentence, text=text)
