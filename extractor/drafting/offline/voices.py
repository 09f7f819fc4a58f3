"""Tell the organisation's own account from what others say, and from what it keeps inside."""

from __future__ import annotations

from extractor.documents.profile import describe_reading
from extractor.drafting.offline.rules import VoiceRules
from extractor.models import Reading

_OTHERS = frozenset({"advice", "policy"})
"""Kinds of document that say what somebody else thinks, or what should be."""


def speaks_for_itself(rules: VoiceRules, reading: Reading) -> bool:
    """Return whether a document is the organisation's own account, not advice, policy or sales."""
    name = reading.source.name
    if rules.names.search(name) or describe_reading(reading, name).kind in _OTHERS:
        return False
    return sum(bool(pattern.search(reading.text)) for pattern in rules.sales) <= rules.most


def is_closed(rules: VoiceRules, headings: tuple[str, ...]) -> bool:
    """Return whether a heading says that what stands below it is not for the public."""
    return any(rules.closed.search(heading) for heading in headings)
