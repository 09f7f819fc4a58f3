"""Tell the organisation's own account from what others say, and from what it keeps inside."""

from __future__ import annotations

from extractor.documents.profile import describe_reading
from extractor.drafting.offline.rules.text import StyleRules
from extractor.models import Reading

_NO_PRACTICE = frozenset({"policy", "decision"})
"""Kinds of document that say what should be, not what is."""
_NO_ACCOUNT = _NO_PRACTICE | {"work instruction"}
"""And those that speak to staff: what they tell to do is done, but in words for staff."""


def speaks_for_itself(reading: Reading) -> bool:
    """Return whether a document is the organisation's own account, not advice, policy or sales."""
    profile = describe_reading(reading, reading.source.name)
    return profile.voice == "own" and profile.kind not in _NO_ACCOUNT


def is_foreign(reading: Reading) -> bool:
    """Return whether a document is in English, of which the rules understand no sentence."""
    return describe_reading(reading, reading.source.name).language == "en"


def tells_practice(reading: Reading) -> bool:
    """Return whether a document tells what the organisation does, be it as an instruction."""
    profile = describe_reading(reading, reading.source.name)
    return profile.voice == "own" and profile.kind not in _NO_PRACTICE


def is_closed(rules: StyleRules, headings: tuple[str, ...]) -> bool:
    """Return whether a heading says that what stands below it is not for the public."""
    return any(rules.closed.search(heading) for heading in headings)
