"""Say what a reader of a Word file's text should know: what is open, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml.etree import _Element

from extractor.documents.docx.names import qualify
from extractor.documents.docx.package import WordPackage
from extractor.documents.problems import describe_problem
from extractor.models import Problem

WORDS = {"kind": "Word-bestand", "program": "Word"}
"""What the texts of problems call such a file, and the program it is mended in."""

TRACKED = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel")

DOCUMENT_OBJECT = re.compile(
    r"Package|AcroExch|Acrobat|Word\.|Excel\.|PowerPoint\.|Outlook|htmlfile", re.IGNORECASE
)
"""What the program behind an embedded object is called when the object is a file with text."""


def find_remarks(package: WordPackage, *, hidden: bool) -> Iterator[Problem]:
    """Yield what a reader of the text should know; `hidden` says that hidden text was met."""
    root = package.document.root
    if _holds(root, TRACKED):
        yield describe_problem("office_tracked_changes", **WORDS)
    comments = count_comments(package)
    if comments:
        yield describe_problem("office_comments", count=str(comments), **WORDS)
    if hidden:
        yield describe_problem("office_hidden_text", **WORDS)
    if _holds(root, ("w:altChunk", "w:subDoc")):
        yield describe_problem("office_embedded", **WORDS)
    if holds_documents(root):
        yield describe_problem("office_attachment", **WORDS)


def count_comments(package: WordPackage) -> int:
    """Return how many comments the file keeps, answers to a comment included."""
    part = package.find_part(RELATIONSHIP_TYPE.COMMENTS)
    return 0 if part is None else sum(1 for _ in part.root.iterfind(qualify("w:comment")))


def holds_documents(root: _Element) -> bool:
    """Return whether another file with text was put into the document as an object."""
    objects = root.iter(qualify("o:OLEObject"))
    return any(DOCUMENT_OBJECT.match(each.get("ProgID", "")) for each in objects)


def _holds(root: _Element, names: Iterable[str]) -> bool:
    """Return whether the document has one of these elements."""
    return next(root.iter(*map(qualify, names)), None) is not None
