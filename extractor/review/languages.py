"""Say which documents gave nothing because of their language."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from extractor.review.reviewed import Review

_WIDTH = 100
_MOST = 3
"""Documents named; who reads those knows what is the matter."""


def write_foreign(review: Review) -> Iterator[str]:
    """Yield which documents the offline drafter takes nothing from, for they are not Dutch."""
    if review.draft.proposals[0].origin.drafter != "offline":
        return
    foreign = [
        each.path
        for each in review.draft.documents
        if each.replaced_by is None
        and each.reading in review.profiles
        and review.profiles[each.reading].language == "en"
    ]
    if foreign:
        more = f" en nog {len(foreign) - _MOST}" if len(foreign) > _MOST else ""
        yield textwrap.fill(
            f"  ~ in het Engels: {', '.join(foreign[:_MOST])}{more}. Zonder taalmodel neemt "
            "Bronvast alleen Nederlandse zinnen over.",
            _WIDTH,
            subsequent_indent="    ",
            break_on_hyphens=False,
        )
