"""PDFs made to keep a reader busy, to fill its memory or to lead it in a circle."""

from __future__ import annotations

from collections.abc import Callable

from tests.documents.hostile.raw_pdf import make_page_objects, make_stream, write_pdf

Make = Callable[[], bytes]

FORM = (
    b"/Type /XObject /Subtype /Form /BBox [0 0 99 99]"
    b" /Resources << /Font << /F1 5 0 R >> /XObject << /X %d 0 R >> >>"
)
WORDS = b"BT /F1 12 Tf 10 10 Td (diep) Tj ET "


def change_pages(pages: bytes) -> bytes:
    """Return a document of one page with this page tree."""
    return write_pdf({**make_page_objects(), 2: b"<< /Type /Pages %s >>" % pages})


def loop_page_tree() -> bytes:
    """Return a document whose page tree holds itself, below another node."""
    node = b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 2 >>"
    tree = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 3 >>"
    return write_pdf({**make_page_objects(), 2: tree, 6: node})


def loop_cross_references() -> bytes:
    """Return a document whose cross-reference table is said to follow on itself."""
    content = write_pdf(make_page_objects(), b"/Prev 999")
    return content.replace(b"/Prev 999", b"/Prev %d" % content.index(b"xref\n"))


def loop_bookmarks() -> bytes:
    """Return a document with bookmarks that are each other's next and each other's first."""
    mark = b"<< /Title (x) /Dest [3 0 R /Fit] /Next %d 0 R /First %d 0 R >>"
    return write_pdf(
        {
            **make_page_objects(),
            1: b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
            6: b"<< /First 7 0 R /Last 7 0 R >>",
            7: mark % (8, 6),
            8: mark % (7, 7),
        }
    )


def write_bookmarks(count: int) -> bytes:
    """Return a document with so many bookmarks."""
    mark = b"<< /Title (x) /Dest [3 0 R /Fit] /Next %d 0 R >>"
    return write_pdf(
        {
            **make_page_objects(),
            1: b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
            6: b"<< /First 7 0 R /Last 7 0 R >>",
            **{number: mark % (number + 1) for number in range(7, 7 + count)},
        }
    )


def nest_forms(depth: int, times: int, words: bytes) -> bytes:
    """Return a page with a form that shows another so many times, down to the words."""
    forms = {6 + n: make_stream(b"/X Do " * times, FORM % (7 + n)) for n in range(depth)}
    last = make_stream(words, FORM % 3)
    page = make_page_objects(b"/X Do", resources=b"/XObject << /X 6 0 R >>")
    return write_pdf({**page, **forms, 6 + depth: last})


def show_form_in_itself() -> bytes:
    """Return a page with a form that shows itself."""
    page = make_page_objects(b"/X Do", resources=b"/XObject << /X 6 0 R >>")
    return write_pdf({**page, 6: make_stream(WORDS + b"/X Do", FORM % 6)})


def write_content(content: bytes, rounds: int = 1) -> bytes:
    """Return a page with this content, compressed so many times over."""
    return write_pdf({**make_page_objects(), 4: make_stream(content, rounds=rounds)})


def nest_values(opening: bytes, closing: bytes, depth: int) -> bytes:
    """Return a document with a value in a value in a value, and so on."""
    nested = opening * depth + b"1" + closing * depth
    return write_pdf(make_page_objects(page=b"/Z " + nested))


def refer_in_a_circle() -> bytes:
    """Return a page whose content refers to what refers to it."""
    return write_pdf({**make_page_objects(), 4: b"6 0 R", 6: b"4 0 R"})


def lose_root(content: bytes) -> bytes:
    """Return the document as pdfium refuses it and pypdf reads it."""
    return content.replace(b"/Root", b"/Rest")


def repeat_page(count: int) -> bytes:
    """Return a document that shows one page so many times."""
    return change_pages(b"/Kids [%s] /Count %d" % (b"3 0 R " * count, count))


READ: dict[str, Make] = {
    "a page tree in a circle": loop_page_tree,
    "cross-references in a circle": loop_cross_references,
    "two milliard pages promised": lambda: change_pages(b"/Kids [3 0 R] /Count 2000000000"),
    "less than no pages promised": lambda: change_pages(b"/Kids [3 0 R] /Count -5"),
    "a page as large as a country": lambda: write_pdf(
        make_page_objects(box=b"0 0 1000000000 1000000000")
    ),
    "a page without end": lambda: write_pdf(make_page_objects(box=b"0 0 1e38 1e38")),
    "a page inside out": lambda: write_pdf(
        make_page_objects(box=b"-99999999999999 0 99999999999999999999 1")
    ),
    "a form in itself": show_form_in_itself,
    "a form in five thousand": lambda: nest_forms(5000, 1, WORDS),
    "bookmarks in a circle": loop_bookmarks,
    "many bookmarks": lambda: write_bookmarks(50_000),
    "an array in an array": lambda: nest_values(b"[", b"]", 400),
    "a dictionary in a dictionary": lambda: nest_values(b"<< /A ", b" >>", 100_000),
    "two hundred thousand states to restore": lambda: write_pdf(make_page_objects(b"q " * 200_000)),
    "a font that is no font": lambda: write_pdf({**make_page_objects(), 5: b"[5 0 R]"}),
}
"""Documents of which all words are read, whatever else is in them."""

REFUSED: dict[str, tuple[Make, str]] = {
    "a hundred thousand pages promised": (
        lambda: change_pages(b"/Kids [3 0 R] /Count 100000"),
        "too_large",
    ),
    "one page a hundred thousand times": (lambda: repeat_page(100_000), "too_large"),
    "content in a circle": (refer_in_a_circle, "no_text"),
    "a bomb in a bomb": (lambda: write_content(b" " * 50_000_000, rounds=2), "no_text"),
    "no pages at all": (lambda: write_pdf({1: b"<< /Type /Catalog >>"}), "unreadable"),
    "nothing but openings": (lambda: b"%PDF-1.7\n" + b"<<" * 1_000_000, "unreadable"),
    "nothing but objects": (lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 100_000, "unreadable"),
    "a bomb for the second reader": (
        lambda: lose_root(write_content(b" " * 100_000_000)),
        "empty unreadable",
    ),
}
"""Documents with one of these problems, found at once."""

ENDLESS: dict[str, Make] = {
    "forms that show each other": lambda: nest_forms(25, 9, b""),
}
"""Documents that are not read before their deadline."""

GREEDY: dict[str, Make] = {
    "forms that fill the memory": lambda: nest_forms(25, 2, WORDS),
    "a bomb larger than the memory": lambda: write_content(b" " * 200_000_000, rounds=2),
}
"""Documents that ask for more memory than there is."""
