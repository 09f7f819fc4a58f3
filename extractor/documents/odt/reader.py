"""Read an OpenDocument text; whatever is wrong with it becomes a problem of the reading."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from extractor.documents.flow.archive import DAMAGE, PackageTooLarge
from extractor.documents.flow.frames import lift_frames
from extractor.documents.flow.pages import PageCount
from extractor.documents.flow.parts import Paragraph, flatten
from extractor.documents.flow.stream import Stream, make_reading
from extractor.documents.flow.titles import find_titles
from extractor.documents.odt.controls import index_controls
from extractor.documents.odt.names import find, qualify, read
from extractor.documents.odt.numbering import ListStyles, Numbering
from extractor.documents.odt.package import OdtPackage, PackageEncrypted, open_package
from extractor.documents.odt.runs import Shown
from extractor.documents.odt.styles import Styles
from extractor.documents.odt.walk import Book, Story
from extractor.documents.problems import describe_problem
from extractor.models import Problem, Reading, Source

READER = "odt@2"

WORDS = {"kind": "OpenDocument-bestand", "program": "LibreOffice of Word"}
"""What the texts of problems call such a file, and the program it is mended in."""

FURNITURE = ("header", "header-first", "header-left", "footer", "footer-first", "footer-left")


def read_odt(content: bytes, source: Source) -> Reading:
    """Return the reading of an OpenDocument text; a file that cannot be read gives a problem."""
    stream = Stream()
    try:
        package = open_package(content)
        book = open_book(package)
        write_package(package, book, stream)
        problems = list(find_remarks(package, hidden=book.seen.hidden))
    except PackageEncrypted:
        return make_reading(source, READER, Stream(), [describe_problem("encrypted")])
    except PackageTooLarge:
        return make_reading(source, READER, Stream(), [describe_problem("office_bomb", **WORDS)])
    except DAMAGE:
        return make_reading(source, READER, Stream(), [describe_problem("office_damaged", **WORDS)])
    if not stream.text.strip():
        problems.append(describe_problem("office_no_text", **WORDS))
    return make_reading(source, READER, stream, problems)


def open_book(package: OdtPackage) -> Book:
    """Return what the stories of the document share."""
    lists = ListStyles(package.content, package.styles)
    shown = Shown(index_controls(package.body), package.find_formula)
    return Book(numbering=Numbering(lists), shown=shown)


def write_package(package: OdtPackage, book: Book, stream: Stream) -> None:
    """Write the whole document: the body with its notes, then headers and footers once."""
    body = package.body
    laid = next(body.iter(qualify("text:soft-page-break")), None)
    pages = PageCount(None if laid is None else 1)
    styles = Styles(package.content, package.styles)
    parts = tuple(lift_frames(Story(book, styles, pages).walk(body)))
    stream.write_parts(find_titles(parts))
    stream.write_furniture(read_furniture(package, book))


def read_furniture(package: OdtPackage, book: Book) -> Iterator[Paragraph]:
    """Yield the lines of headers and footers that are shown, each line once."""
    styles = Styles(package.styles)
    seen: set[str] = set()
    for element in find_furniture(package.styles):
        for paragraph in flatten(Story(book, styles, PageCount()).walk(element)):
            line = " ".join(paragraph.text.split())
            if line not in seen:
                seen.add(line)
                yield paragraph


def find_furniture(root: _Element | None) -> Iterator[_Element]:
    """Yield the headers and footers of the page layouts, without those that are switched off."""
    masters = find(root, "office:master-styles")
    for page in [] if masters is None else masters.iterchildren(qualify("style:master-page")):
        for name in FURNITURE:
            element = find(page, f"style:{name}")
            if element is not None and read(element, "style:display") != "false":
                yield element


def find_remarks(package: OdtPackage, *, hidden: bool) -> Iterator[Problem]:
    """Yield what a reader of the text should know; `hidden` says that hidden text was met."""
    body = package.body
    if next(body.iter(qualify("text:changed-region")), None) is not None:
        yield describe_problem("office_tracked_changes", **WORDS)
    comments = sum(1 for _ in body.iter(qualify("office:annotation")))
    if comments:
        yield describe_problem("office_comments", count=str(comments), **WORDS)
    if hidden:
        yield describe_problem("office_hidden_text", **WORDS)
    if package.holds_documents:
        yield describe_problem("office_attachment", **WORDS)
