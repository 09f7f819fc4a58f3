"""Tell a claim that rests on the words of others alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extractor.checks.rules import Finding, make_finding
from extractor.models import Claim


def check_voices(claims: Sequence[Claim], others: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each claim, from 0, without a citation from an own document.

    `others` says in Dutch whose words the documents hold that are not the organisation's own, by
    reading.
    """
    for place, claim in enumerate(claims):
        cited = {citation.reading for citation in claim.citations}
        if cited and cited <= others.keys():
            names = " en ".join(sorted({others[reading] for reading in cited}))
            yield make_finding("other_voice", place, voice=names)
