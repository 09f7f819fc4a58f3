"""Entries as a Word document to review, in the shape of the register's own (register.md 1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from extractor.exports.archive import MAKER, freeze_archive
from extractor.exports.tabs import EMPTY, list_tabs
from extractor.standard.entry import RegisterEntry

_MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - Word's properties know no time zone
"""A moment that stays the same: the same entries give the same file."""


def render_document(entries: Sequence[RegisterEntry]) -> bytes:
    """Return a Word file: a heading for each entry, its tabs and its fields."""
    from docx import Document  # noqa: PLC0415 - only where such a file is made

    document = Document()
    properties = document.core_properties
    properties.author = MAKER
    properties.title = "Algoritmebeschrijvingen"
    properties.language, properties.comments = "nl-NL", ""
    properties.created = properties.modified = _MADE
    document.add_heading("Algoritmebeschrijvingen", 0)
    for entry in entries:
        document.add_heading(entry.name, 1)
        document.add_paragraph(f"Publicatiestandaard: {entry.standard_version}")
        for tab, fields in list_tabs(entry):
            document.add_heading(tab, 2)
            for field in fields:
                document.add_heading(field.title, 3)
                if not field.blocks:
                    document.add_paragraph().add_run(EMPTY).italic = True
                for block in field.blocks:
                    style = "List Bullet" if block.kind == "item" else None
                    words = f"{block.text} ({block.link})" if block.link else block.text
                    document.add_paragraph(words, style=style)
    out = BytesIO()
    document.save(out)
    return freeze_archive(out.getvalue())
