"""A ministry's own Word template: opened with care, and the place in it for the report."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from extractor.errors import TemplateUnusable
from extractor.exports.archive import freeze_archive

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

PLACE = "{{rapport}}"
"""What a paragraph of a template says where the report goes."""

_LARGEST = 60_000_000
"""Bytes that a template may unpack to."""
_TYPES = "[Content_Types].xml"
_TEMPLATE_KIND, _DOCUMENT_KIND = (
    b"wordprocessingml.template.main",
    b"wordprocessingml.document.main",
)


def open_template(name: str, content: bytes) -> Document:
    """Return the template as a document; refused when Word's format is broken or too large."""
    import docx  # noqa: PLC0415 - only where such a file is made

    try:
        return docx.Document(BytesIO(_make_document(name, content)))
    except TemplateUnusable:
        raise
    except Exception as broken:  # a package can be broken in more ways than python-docx names
        raise TemplateUnusable(name, "dit is geen Word-bestand dat te openen is") from broken


def find_place(document: Document) -> Paragraph | None:
    """Return the paragraph that says where the report goes, or none."""
    return next((each for each in document.paragraphs if each.text.strip() == PLACE), None)


def _make_document(name: str, content: bytes) -> bytes:
    """Return a template as a document, which is the same but for one word."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _LARGEST:
                raise TemplateUnusable(name, "het bestand is te groot")
            types = archive.read(_TYPES)
    except (BadZipFile, KeyError, RuntimeError, NotImplementedError) as broken:
        raise TemplateUnusable(name, "dit is geen Word-bestand (.docx of .dotx)") from broken
    if _TEMPLATE_KIND not in types:
        return content
    return _replace_member(content, _TYPES, types.replace(_TEMPLATE_KIND, _DOCUMENT_KIND))


def _replace_member(content: bytes, name: str, new: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w") as made:
        for member in old.namelist():
            made.writestr(member, new if member == name else old.read(member))
    return freeze_archive(out.getvalue())
