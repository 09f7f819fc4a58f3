"""A PDF becomes a reading, whatever is wrong with it."""

from __future__ import annotations

import pytest

PLAIN = "Helvetica"


def test_text_is_pdfium_text_page_after_page(draw: Draw, read: Read) -> None:
    """The text is the pages' own, joined by a form feed that no page holds."""
    reading = read(draw([[(70, 100, "Eerste", PLAIN, 11)], [(70, 100, "Tweede", PLAIN, 11)]]))

    assert reading.text == "Eerste\fTweede"
    assert [page.span.of(reading.text) for page in reading.pages] == ["Eerste", "Tweede"]


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "empty"), (b"%PDF-1.7 kapot", "unreadable"), (b"x", "unreadable")]
)
def test_what_is_no_pdf_says_why(read, content: bytes, code: str) -> None:
    """Bytes that are no PDF give an empty reading with the reason."""
    reading = read(content)

    assert (reading.text, reading.pages, reading.blocks) == ("", (), ())
    assert [problem.code for problem in reading.problems] == [code]
