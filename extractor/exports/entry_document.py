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
    document.add_heading(_TITLE, 0)
    for entry, background in list_behind(export):
        _write_entry(document, entry, background)
    document.add_paragraph(export.write_head(), style="Caption")
    out = BytesIO()
    document.save(out)
    return freeze_archive(out.getvalue())


def _write_entry(
    document: WordDocument, entry: RegisterEntry, background: EntryBackground | None
) -> None:
    document.add_heading(entry.name, 1)
    document.add_paragraph(f"Publicatiestandaard: {entry.standard_version}")
    if background is not None:
        document.add_paragraph().add_run("Intern: niet voor publicatie").bold = True
        for signed in background.signed:
            document.add_paragraph(signed)
    for tab, fields in list_tabs(entry, background.fields if background else ()):
        document.add_heading(tab, 2)
        for field in fields:
            _write_field(document, field, background)


def _write_field(
    document: WordDocument, field: ShownField, background: EntryBackground | None
) -> None:
    document.add_heading(field.title, 3)
    if not field.blocks:
        document.add_paragraph().add_run(EMPTY).italic = True
    for block in field.blocks:
        style = "List Bullet" if block.kind == "item" else None
        words = f"{block.text} ({block.link})" if block.link else block.text
        document.add_paragraph(words, style=style)
    for line in list_background(background, field.key):
        document.add_paragraph(line, style="Caption")
