"""Entries as a Word document to review, in the shape of the register's own (register.md 1.5)."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from extractor.exports.archive import MAKER, freeze_archive
from extractor.exports.behind import list_background, list_behind
from extractor.exports.export import EntryBackground, Export
from extractor.exports.tabs import EMPTY, ShownField, list_tabs
from extractor.standard.entry import RegisterEntry

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

_MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - Word's properties know no time zone
"""A moment that stays the same: the same entries give the same file."""
_TITLE = "Algoritmebeschrijvingen"


def render_document(export: Export) -> bytes:
    """Return a Word file: a heading for each entry, its tabs and its fields."""
    from docx import Document  # noqa: PLC0415 - only where such a file is made

    document = Document()
    properties = document.core_properties
    properties.author, properties.title = MAKER, _TITLE
    properties.language, properties.comments = "nl-NL", export.write_head()
    properties.created = properties.modified = _MADE
    pen = Pen(document, export.write_head())
    pen.write(_TITLE, "Title")
    for entry, background in list_behind(export):
        _write_entry(pen, entry, background)
    out = BytesIO()
    document.save(out)
    return freeze_archive(out.getvalue())


class Pen:
    """Writes paragraphs above a last line.

    At the end of a document each one would cost a search through all that stand there already,
    and python-docx looks a style up anew each time, at a hundred times the cost.
    """

    def __init__(self, document: WordDocument, last_line: str) -> None:
        """Note the styles of the document by name, and write the last line."""
        self._styles = {style.name: style.style_id for style in document.styles}
        self._last = document.add_paragraph(last_line, style="Caption")

    def write(self, words: str, style: str = "Normal") -> Paragraph:
        """Return a new paragraph in the style, below those written before."""
        paragraph = self._last.insert_paragraph_before(words)
        paragraph.paragraph_format.element.style = self._styles[style]
        return paragraph


def _write_entry(pen: Pen, entry: RegisterEntry, background: EntryBackground | None) -> None:
    pen.write(entry.name, "Heading 1")
    pen.write(f"Publicatiestandaard: {entry.standard_version}")
    if background is not None:
        pen.write("").add_run("Intern: niet voor publicatie").bold = True
        for signed in background.signed:
            pen.write(signed)
    for tab, fields in list_tabs(entry, background.fields if background else ()):
        pen.write(tab, "Heading 2")
        for field in fields:
            _write_field(pen, field, background)


def _write_field(pen: Pen, field: ShownField, background: EntryBackground | None) -> None:
    pen.write(field.title, "Heading 3")
    if not field.blocks:
        pen.write("").add_run(EMPTY).italic = True
    for block in field.blocks:
        words = f"{block.text} ({block.link})" if block.link else block.text
        pen.write(words, "List Bullet" if block.kind == "item" else "Normal")
    for line in list_background(background, field.key):
        pen.write(line, "Caption")
