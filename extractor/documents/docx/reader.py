"""Read a Word document; whatever is wrong with it becomes a problem of the reading."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml.etree import _Element

from extractor.documents.docx.breaks import list_section_breaks, start_pages
from extractor.documents.docx.names import find, qualify, read_switch
from extractor.documents.docx.notes import NoteNumbers, index_notes
from extractor.documents.docx.numbering import Lists, Numbering
from extractor.documents.docx.package import Part, WordPackage, open_package
from extractor.documents.docx.remarks import WORDS, find_remarks
from extractor.documents.docx.styles import Styles
from extractor.documents.docx.walk import Book, Story
from extractor.documents.flow.archive import DAMAGE, PackageBroken, PackageTooLarge
from extractor.documents.flow.frames import lift_frames
from extractor.documents.flow.pages import PageCount
from extractor.documents.flow.parts import Paragraph, flatten
from extractor.documents.flow.stream import Stream, make_reading
from extractor.documents.flow.titles import find_titles
from extractor.documents.problems import describe_problem
from extractor.models import Reading, Source

READER = "docx@3"


def read_docx(content: bytes, source: Source) -> Reading:
    """Return the reading of a Word document; a file that cannot be read gives a problem."""
    stream = Stream()
    try:
        package = open_package(content)
        book = open_book(package)
        write_package(book, stream)
        problems = list(find_remarks(package, hidden=book.seen.hidden))
    except PackageTooLarge:
        return make_reading(source, READER, Stream(), [describe_problem("office_bomb", **WORDS)])
    except DAMAGE:
        return make_reading(source, READER, Stream(), [describe_problem("office_damaged", **WORDS)])
    if not stream.text.strip():
        problems.append(describe_problem("office_no_text", **WORDS))
    return make_reading(source, READER, stream, problems)


def write_package(book: Book, stream: Stream) -> None:
    """Write the whole document: the body with its notes, then headers and footers once."""
    document = book.package.document
    body = find(document.root, "w:body")
    if body is None:
        message = "the document has no body"
        raise PackageBroken(message)
    story = Story(book, document, start_pages(body))
    story.grounds += find(document.root, "w:background") is not None
    parts = tuple(lift_frames(story.walk(body)))
    stream.write_parts(find_titles(parts))
    stream.write_furniture(read_furniture(book))


def open_book(package: WordPackage) -> Book:
    """Return what the stories of the document share."""
    styles = Styles(_find_root(package, RELATIONSHIP_TYPE.STYLES))
    parts = {
        "footnote": package.find_part(RELATIONSHIP_TYPE.FOOTNOTES),
        "endnote": package.find_part(RELATIONSHIP_TYPE.ENDNOTES),
    }
    notes: dict[tuple[str, str], _Element] = {}
    for kind, part in parts.items():
        notes.update(index_notes(None if part is None else part.root, kind))
    sections = list(package.document.root.iter(qualify("w:sectPr")))
    return Book(
        package=package,
        styles=styles,
        numbering=Numbering(
            Lists(lambda: _find_root(package, RELATIONSHIP_TYPE.NUMBERING), styles)
        ),
        numbers=NoteNumbers(lambda: _find_root(package, RELATIONSHIP_TYPE.SETTINGS)),
        notes=notes,
        note_parts={kind: part for kind, part in parts.items() if part is not None},
        sections=sections,
        section_breaks=iter(list_section_breaks(sections)),
    )


def read_furniture(book: Book) -> Iterator[Paragraph]:
    """Yield the lines of headers and footers that are shown, each line once."""
    seen: set[str] = set()
    for part in find_furniture(book):
        for paragraph in flatten(Story(book, part, PageCount()).walk(part.root)):
            line = " ".join(paragraph.text.split())
            if line not in seen:
                seen.add(line)
                yield paragraph


def find_furniture(book: Book) -> Iterator[Part]:
    """Yield the header and footer parts the sections use, each once.

    The one for first pages counts only where a section has a first page of its own.
    """
    document = book.package.document
    used: dict[str, str] = {}
    for section in book.sections:
        for name in ("w:headerReference", "w:footerReference"):
            for reference in section.iterfind(qualify(name)):
                first = reference.get(qualify("w:type")) == "first"
                key = reference.get(qualify("r:id"), "")
                if key in document.relations and (not first or read_switch(section, "w:titlePg")):
                    used.setdefault(document.relations[key].target, key)
    parts = (book.package.follow(document, key) for key in used.values())
    yield from (part for part in parts if part is not None)


def _find_root(package: WordPackage, kind: str) -> _Element | None:
    """Return the root of the document's part of this kind, or none without it."""
    part = package.find_part(kind)
    return None if part is None else part.root
