"""A report as a Word document, in our own look or in a ministry's template."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from extractor.exports.archive import MAKER, freeze_archive
from extractor.report.blocks import Block, Heading, Items, Line, Report, Table
from extractor.report.word_page import WordPage
from extractor.report.word_template import find_place, open_template

if TYPE_CHECKING:
    from docx.document import Document

_MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - Word's properties know no time zone
"""A moment that stays the same: the same figures give the same file."""


def render_word(report: Report, template: tuple[str, bytes] | None = None) -> bytes:
    """Return a Word file; with a template, named with its content, in that template's styles.

    There the report takes the place of the paragraph `{{rapport}}`, or comes at the end.
    """
    if template is None:
        document = _make_document()
        page = WordPage(document, None)
        page.set_up()
    else:
        document = open_template(*template)
        page = WordPage(document, find_place(document))
    _describe(document, report.title)
    page.add_title(report.title, report.subtitle)
    for block in report.blocks:
        _write(page, block)
    page.finish()
    out = BytesIO()
    document.save(out)
    return freeze_archive(out.getvalue())


def _make_document() -> Document:
    import docx  # noqa: PLC0415 - only where such a file is made

    return docx.Document()


def _describe(document: Document, title: str) -> None:
    properties = document.core_properties
    properties.author, properties.title = MAKER, title[:255]
    properties.language, properties.comments = "nl-NL", ""
    properties.created = properties.modified = _MADE


def _write(page: WordPage, block: Block) -> None:
    if isinstance(block, Heading):
        page.add_heading(block.text)
    elif isinstance(block, Line):
        page.add_line(block.text)
    elif isinstance(block, Items):
        page.add_items(block.items)
    elif isinstance(block, Table):
        page.add_table(block)
    else:
        page.add_bars(block)
