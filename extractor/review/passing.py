"""The places of a field one after the other, each with the words around it, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.models import INNER_KINDS, Citation
from extractor.presenting import present
from extractor.review.basis import find_basis
from extractor.review.labels import name_place
from extractor.review.reviewed import Review
from extractor.standing import find_proposal, is_about_field


def list_places(review: Review, subject: str) -> list[Citation]:
    """Return where the value that counts stands, then its alternatives, then where else to look."""
    if not is_about_field(subject):
        return []
    proposal = find_proposal(review.draft, subject)
    decision = review.standing.get(subject)
    claims = (*find_basis(proposal, decision), *(() if decision else proposal.alternatives))
    found = [citation for claim in claims for citation in claim.citations]
    return list(dict.fromkeys([*found, *([] if decision else proposal.suggestions)]))


def write_passage(review: Review, citation: Citation, number: tuple[int, int]) -> Iterator[str]:
    """Yield which citation of how many it is, and the blocks it stands in, its words in arrows."""
    reading = review.readings[citation.reading]
    name = review.name_document(citation.reading)
    yield f"  citaat {number[0]} van {number[1]}: {name}, {name_place(citation.locator)}"
    for block in reading.blocks:
        if block.kind in INNER_KINDS or not block.span.touches(citation.span):
            continue
        shown = present(reading, block.span)
        inside = [citation.span.start <= at < citation.span.end for at in shown.sources]
        if True in inside:
            first, last = inside.index(True), len(inside) - inside[::-1].index(True)
            yield f"    {shown.text[:first]}»{shown.text[first:last]}«{shown.text[last:]}"
