"""Tell the link of a law that the table of laws gives from one that stands in a document."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.drafting.cited_addresses import is_cited
from extractor.facts.law_links import is_table_link
from extractor.models import Claim, LinkedTitle, Reading
from extractor.presenting import present


def is_from_law_table(claim: Claim, readings: Mapping[str, Reading]) -> bool:
    """Return whether no citation holds the claim's link, and the table gives it to a cited law."""
    if not isinstance(claim.value, LinkedTitle) or not claim.value.link:
        return False
    link = claim.value.link
    if any(is_cited(link, each, readings[each.reading].text) for each in claim.citations):
        return False
    shown = [present(readings[each.reading], each.span).text for each in claim.citations]
    return is_table_link(claim.value.title, link, shown)
