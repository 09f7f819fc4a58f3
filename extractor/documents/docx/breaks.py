"""Say where a Word file tells of its pages."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from extractor.documents.docx.names import qualify, read_value
from extractor.documents.flow.pages import PageCount


def start_pages(root: _Element) -> PageCount:
    """Return the count at the front of a document."""
    laid = next(root.iter(qualify("w:lastRenderedPageBreak")), None)
    return PageCount(None if laid is None else 1)


def list_section_breaks(sections: Sequence[_Element]) -> list[bool]:
    """Return, for each section after the first, whether it begins on a new page."""
    kinds = [read_value(section, "w:type") for section in sections[1:]]
    return [kind not in {"continuous", "nextColumn"} for kind in kinds]
