"""The place of a citation is shown with exactly its words marked."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.reading import read_document
from extractor.models import Citation, Span
from extractor.presenting import present
from extractor.review.web.sources import PlaceUnknown, SourceRoom, list_around
from tests.review.web.site_server import Site

TEXT = "# Kop\n\nEerste zin van de alinea. Tweede zin <b>vet</b> & meer.\n\n- een punt\n\nSlot.\n"
READING = read_document(TEXT.encode(), "stuk.md")


def list_citations(site: Site) -> Iterator[Citation]:
    """Yield the citations of all drafts."""
    for draft in site.drafts:
        for proposal in draft.proposals:
            for claim in (*proposal.claims, *proposal.alternatives):
                yield from claim.citations


def is_pdf(site: Site, citation: Citation) -> bool:
    """Return whether the citation stands in a PDF."""
    reading = site.store.get_reading(citation.reading)
    return reading is not None and bool(reading.pages)


def test_every_citation_of_a_pdf_has_boxes_on_its_page(site: Site) -> None:
    """The page is that of the locator, and no box lies outside it."""
    room = SourceRoom(site.store)
    cited = [each for each in list_citations(site) if is_pdf(site, each)]

    assert cited
    for citation in cited:
        view = room.show(citation.reading, citation.span)
        assert str(view.page) == citation.locator.label
        assert view.marks
        for mark in view.marks:
            assert 0 <= mark.left < mark.left + mark.width <= view.width
            assert 0 <= mark.top < mark.top + mark.height <= view.height


def test_marked_words_of_a_text_are_the_cited_ones(site: Site) -> None:
    """Of every citation in a document without pages."""
    room = SourceRoom(site.store)
    cited = [each for each in list_citations(site) if not is_pdf(site, each)]

    assert cited
    for citation in cited:
        view = room.show(citation.reading, citation.span)
        marked = " ".join(p.text for b in view.blocks for p in b.pieces if p.marked)
        shown = present(room.find_reading(citation.reading), citation.span).text
        assert re.sub(r"\W+", "", marked) == re.sub(r"\W+", "", shown)


@given(st.integers(0, len(READING.text)), st.integers(0, len(READING.text)))
def test_pieces_make_the_text_whatever_is_marked(one: int, other: int) -> None:
    """Marking changes no word."""
    span = Span(start=min(one, other), end=max(one, other))
    plain = ["".join(p.text for p in b.pieces) for b in list_around(READING, Span(start=0, end=0))]
    cut = ["".join(p.text for p in b.pieces) for b in list_around(READING, span)]

    assert cut == plain


def test_a_page_is_a_picture_of_its_size(entered: Site) -> None:
    """And stays in the browser, as a page never changes."""
    citation = next(each for each in list_citations(entered) if is_pdf(entered, each))
    path = f"/api/sources/{citation.reading}/pages/{citation.locator.label}.png"
    answer = entered.ask("GET", path)
    view = SourceRoom(entered.store).show(citation.reading, citation.span)
    width, height = struct.unpack(
        ">II", SourceRoom(entered.store).draw(citation.reading, view.page or 0)[16:24]
    )

    assert answer.status == 200
    assert answer.headers["content-type"] == "image/png"
    assert "immutable" in answer.headers["cache-control"]
    assert abs(width / height - view.width / view.height) < 0.01


@pytest.mark.parametrize("span", [Span(start=0, end=10**9), Span(start=10**8, end=10**8)])
def test_a_place_outside_the_text_is_refused(site: Site, span: Span) -> None:
    """No page is made up for it."""
    citation = next(list_citations(site))
    with pytest.raises(PlaceUnknown):
        SourceRoom(site.store).show(citation.reading, span)
