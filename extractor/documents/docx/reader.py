"""Read a Word document; whatever is wrong with it becomes a problem of the reading."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from zipfile import BadZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml.etree import LxmlError, _Element

from extractor.documents.docx.frames import lift_frames
from extractor.documents.docx.names import find, qualify, read_switch
from extractor.documents.docx.notes import NoteNumbers, index_notes
from extractor.documents.docx.numbering import read_numbering
from extractor.documents.docx.package import (
    PackageBroken,
    PackageTooLarge,
    Part,
    WordPackage,
    open_package,
)
from extractor.documents.docx.parts import Paragraph, flatten
from extractor.documents.docx.stream import Stream
from extractor.documents.docx.styles import read_styles
from extractor.documents.docx.titles import find_titles
from extractor.documents.docx.walk import Book, Story
from extractor.documents.identity import make_reading_id
from extractor.documents.problems import describe_problem
from extractor.models import Problem, Reading, Source

READER = "docx@1"

DAMAGE = (
    BadZipFile,
    EOFError,
    KeyError,
    LxmlError,
    NotImplementedError,
    OSError,
    PackageBroken,
    RecursionError,
    RuntimeError,
    UnicodeError,
    ValueError,
    zlib.error,
)
"""What a damaged or hostile package makes the zip, XML and text machinery raise."""

TRACKED = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")


def read_docx(content: bytes, source: Source) -> Reading:
    """Return the reading of a Word document; a file that cannot be read gives a problem."""
    stream = Stream()
    try:
        package = open_package(content)
        write_package(package, stream)
        problems = list(find_problems(package))
    except PackageTooLarge:
        return _make_reading(source, Stream(), [describe_problem("docx_bomb")])
    except DAMAGE:
        return _make_reading(source, Stream(), [describe_problem("docx_damaged")])
    if not stream.text.strip():
        problems.append(describe_problem("docx_no_text"))
    return _make_reading(source, stream, problems)


def write_package(package: WordPackage, stream: Stream) -> None:
    """Write the whole document: the body with its notes, then headers and footers once."""
    book = open_book(package)
    body = find(package.document.root, "w:body")
    if body is None:
        message = "the document has no body"
        raise PackageBroken(message)
    parts = tuple(lift_frames(Story(book, package.document).walk(body)))
    stream.write_parts(find_titles(parts))
    stream.write_furniture(read_furniture(package, book))


def open_book(package: WordPackage) -> Book:
    """Return what the stories of the document share."""
    styles = read_styles(_find_root(package, RELATIONSHIP_TYPE.STYLES))
    parts = {
        "footnote": package.find_part(RELATIONSHIP_TYPE.FOOTNOTES),
        "endnote": package.find_part(RELATIONSHIP_TYPE.ENDNOTES),
    }
    notes: dict[tuple[str, str], _Element] = {}
    for kind, part in parts.items():
        notes.update(index_notes(None if part is None else part.root, kind))
    return Book(
        package=package,
        styles=styles,
        numbering=read_numbering(_find_root(package, RELATIONSHIP_TYPE.NUMBERING), styles),
        numbers=NoteNumbers(_find_root(package, RELATIONSHIP_TYPE.SETTINGS)),
        notes=notes,
        note_parts={kind: part for kind, part in parts.items() if part is not None},
    )


def read_furniture(package: WordPackage, book: Book) -> Iterator[Paragraph]:
    """Yield the lines of headers and footers that are shown, each line once."""
    seen: set[str] = set()
    for part in find_furniture(package):
        for paragraph in flatten(Story(book, part).walk(part.root)):
            line = " ".join(paragraph.text.split())
            if line not in seen:
                seen.add(line)
                yield paragraph


def find_furniture(package: WordPackage) -> Iterator[Part]:
    """Yield the header and footer parts the sections use, each once.

    The one for first pages counts only where a section has a first page of its own.
    """
    relations = package.document.relations
    used: dict[str, str] = {}
    for section in package.document.root.iter(qualify("w:sectPr")):
        for name in ("w:headerReference", "w:footerReference"):
            for reference in section.iterfind(qualify(name)):
                first = reference.get(qualify("w:type")) == "first"
                key = reference.get(qualify("r:id"), "")
                if key in relations and (not first or read_switch(section, "w:titlePg")):
                    used.setdefault(relations[key].target, key)
    parts = (package.follow(package.document, key) for key in used.values())
    yield from (part for part in parts if part is not None)


def find_problems(package: WordPackage) -> Iterator[Problem]:
    """Yield what a reader of the text should know: open changes, and parts not read."""
    root = package.document.root
    if _holds(root, TRACKED):
        yield describe_problem("docx_tracked_changes")
    if _holds(root, ("w:altChunk", "w:subDoc")):
        yield describe_problem("docx_embedded")


def _holds(root: _Element, names: Iterable[str]) -> bool:
    """Return whether the document has one of these elements."""
    return next(root.iter(*map(qualify, names)), None) is not None


def _find_root(package: WordPackage, kind: str) -> _Element | None:
    """Return the root of the document's part of this kind, or none without it."""
    part = package.find_part(kind)
    return None if part is None else part.root


def _make_reading(source: Source, stream: Stream, problems: list[Problem]) -> Reading:
    """Return the reading of what was written."""
    return Reading(
        id=make_reading_id(source.sha256, READER),
        source=source,
        reader=READER,
        text=stream.text,
        blocks=tuple(stream.blocks),
        problems=tuple(problems),
    )
