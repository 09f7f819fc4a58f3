"""Pieces of the XML of Word files, and what is read of them."""

from __future__ import annotations

from collections.abc import Callable

from extractor.models import Reading

ReadWord = Callable[..., Reading]
ListBlocks = Callable[..., list[str]]


def para(text: str, properties: str = "", look: str = "") -> str:
    """Return a paragraph of one run."""
    shown = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{shown}</w:p>"


def styled(text: str, style: str) -> str:
    """Return a paragraph in a style."""
    return para(text, f'<w:pStyle w:val="{style}"/>')


def style(style_id: str, name: str, rest: str = "") -> str:
    """Return a paragraph style."""
    opening = f'<w:style w:type="paragraph" w:styleId="{style_id}">'
    return f'{opening}<w:name w:val="{name}"/>{rest}</w:style>'


def level(form: str, pattern: str, rest: str = "") -> str:
    """Return one level of a list."""
    return f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/>{rest}'


def cell(*content: str, properties: str = "") -> str:
    """Return a table cell around paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def outline(reading: Reading) -> list[tuple[int | None, str]]:
    """Return the levels and words of the headings."""
    return [(b.level, b.span.of(reading.text)) for b in reading.blocks if b.kind == "heading"]
