"""Typeset a generated document with LibreOffice Writer, from one flat OpenDocument file."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from generated.composing import make_plain
from generated.designs import Design
from generated.documents import (
    Block,
    Caption,
    Cell,
    Document,
    Heading,
    Prose,
    Sentence,
    Table,
)
from generated.writer_styles import BOX_LEFT, BOX_WIDTH, NAMESPACES, make_styles

LISTED_LEVELS = 2
SECONDS = 180


def find_writer() -> str | None:
    """Return where LibreOffice is installed, none where it is not."""
    return shutil.which("soffice")


def typeset(document: Document, design: Design) -> bytes:
    """Return the document as PDF; raises where LibreOffice does not make one."""
    writer = find_writer()
    if writer is None:
        message = "soffice is not installed"
        raise FileNotFoundError(message)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "document.fodt"
        source.write_text(_Markup(document, design).write(), encoding="utf-8")
        command = [writer, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - our own file
        return source.with_suffix(".pdf").read_bytes()


class _Markup:
    """Writes a document as flat OpenDocument."""

    def __init__(self, document: Document, design: Design) -> None:
        self.document, self.design = document, design
        self._tables = count(1)
        self._boxes = count(1)
        self._page = ""
        """The name of the master page that the next paragraph begins, if any."""

    def write(self) -> str:
        """Return the whole file."""
        body = "".join(self._write_all())
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES}>'
            f"{make_styles(self.document, self.design)}"
            f"<office:body><office:text>{body}</office:text></office:body></office:document>"
        )

    def _write_all(self) -> Iterator[str]:
        """Yield the paragraphs and tables."""
        if self.design.cover:
            self._page = "Cover"
            yield self._paragraph("Title", escape(make_plain(self.document.title)))
            yield self._paragraph("Subtitle", escape(make_plain(self.document.subtitle)))
        self._page = "Text"
        if self.design.contents != "none":
            yield from self._write_contents()
            self._page = "Text"
        for place, block in enumerate(self.document.blocks):
            yield from self._write_block(block, first=place == 0)

    def _write_contents(self) -> Iterator[str]:
        """Yield the table of contents, and that of the tables."""
        yield self._paragraph("ContentsTitle", "Inhoudsopgave")
        for place, heading in enumerate(self.document.headings):
            if heading.level <= LISTED_LEVELS:
                yield self._write_entry(heading.plain, f"h{place}", heading.level)
        if self.design.list_of_figures:
            yield self._paragraph("ContentsTitle", "Lijst van tabellen")
            for place, caption in enumerate(self.document.captions):
                yield self._write_entry(caption.plain, f"c{place}", 1)

    def _write_entry(self, title: str, name: str, level: int) -> str:
        page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{name}">0'
        return self._paragraph(
            f"Contents{level}", f"{escape(title)}<text:tab/>{page}</text:bookmark-ref>"
        )

    def _write_block(self, block: Block, *, first: bool) -> Iterator[str]:
        """Yield what a block is in OpenDocument."""
        match block:
            case Heading():
                yield self._write_heading(block, first=first)
            case Prose(kind="box"):
                yield self._paragraph("Paragraph", self._write_box(block))
            case Prose(kind="item"):
                text = f"{escape(block.marker)}<text:tab/>{self._sentences(block)}"
                yield self._paragraph("Item", text)
            case Prose():
                yield self._paragraph("Paragraph", self._sentences(block))
            case Caption():
                self._page = "Wide" if self._is_wide(block) else self._page
                name = f"c{self.document.captions.index(block)}"
                yield self._paragraph("Caption", _mark_place(name) + escape(block.plain))
            case Table():
                yield self._write_table(block)
                self._page = "Text" if block.landscape else self._page

    def _is_wide(self, caption: Caption) -> bool:
        """Return whether the table below the caption stands on a landscape page."""
        place = self.document.captions.index(caption)
        return self.document.tables[place].landscape

    def _write_heading(self, heading: Heading, *, first: bool) -> str:
        if heading.level == 1 and self.design.chapters_on_new_page and not first:
            self._page = "Text"
        name = f"h{self.document.headings.index(heading)}"
        return self._paragraph(
            f"Heading{heading.level}", _mark_place(name) + escape(heading.plain), heading.level
        )

    def _write_box(self, box: Prose) -> str:
        number = next(self._boxes)
        return (
            f'<draw:frame draw:style-name="Box" draw:name="b{number}" text:anchor-type="paragraph"'
            f' svg:x="{BOX_LEFT}pt" svg:y="0pt" svg:width="{BOX_WIDTH}pt" draw:z-index="{number}">'
            f'<draw:text-box fo:min-height="30pt">'
            f'<text:p text:style-name="BoxText">{self._sentences(box)}</text:p>'
            f"</draw:text-box></draw:frame>"
        )

    def _write_table(self, table: Table) -> str:
        number = next(self._tables)
        columns = "".join(
            f'<table:table-column table:style-name="W{round(100 * width)}"/>'
            for width in table.widths
        )
        head = "".join(_write_cell(cell, "CellHead") for cell in table.rows[0])
        rows = ["".join(_write_cell(cell, "CellText") for cell in row) for row in table.rows[1:]]
        row = '<table:table-row table:style-name="Row">'
        return (
            f'<table:table table:name="t{number}" table:style-name="Table">{columns}'
            f"<table:table-header-rows>{row}{head}</table:table-row></table:table-header-rows>"
            + "".join(f"{row}{cells}</table:table-row>" for cells in rows)
            + "</table:table>"
        )

    def _paragraph(self, style: str, content: str, level: int = 0) -> str:
        """Return a paragraph, at the top of a new page where one is due."""
        name, self._page = f"{style}{self._page}", ""
        tag = "h" if level else "p"
        depth = f' text:outline-level="{level}"' if level else ""
        return f"<text:{tag} text:style-name={quoteattr(name)}{depth}>{content}</text:{tag}>"

    def _sentences(self, prose: Prose) -> str:
        return " ".join(map(_write_sentence, prose.sentences))


def _mark_place(name: str) -> str:
    return f'<text:bookmark text:name="{name}"/>'


def _write_sentence(sentence: Sentence) -> str:
    """Return the sentence with its note directly behind a word."""
    words = [escape(word) for word in sentence.plain.split()]
    if sentence.note:
        number, text = sentence.note.number, escape(make_plain(sentence.note.text))
        words[sentence.noted_word] += (
            f'<text:note text:note-class="footnote"><text:note-citation>{number}'
            f'</text:note-citation><text:note-body><text:p text:style-name="Note">{text}'
            f"</text:p></text:note-body></text:note>"
        )
    return " ".join(words)


def _write_cell(cell: Cell | None, style: str) -> str:
    """Return a cell, or what stands where another goes on."""
    if cell is None:
        return "<table:covered-table-cell/>"
    text = f'<text:p text:style-name="{style}">{escape(make_plain(cell.text))}</text:p>'
    joined = (
        f'table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.columns}"'
    )
    return f'<table:table-cell table:style-name="Cell" {joined}>{text}</table:table-cell>'
