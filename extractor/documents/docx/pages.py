"""Count pages as Word last laid them out, where it left its page breaks in the file.

The count is Word's of that moment, on that printer: near, and no more than that. A file without
Word's own breaks tells nothing, for breaks made by hand are only some of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from extractor.documents.docx.names import qualify, read_value


class PageCount:
    """The page at a place in a story while it is read from front to back."""

    def __init__(self, number: int | None = None) -> None:
        self.number = number
        """From 1; none where Word left no breaks."""
        self._turned = False
        """Whether the page was just turned: Word's own mark of that may still follow."""

    def make_break(self) -> None:
        """Turn the page at a break that the author made."""
        if self.number is not None:
            self.number += 1
            self._turned = True

    def lay_break(self) -> None:
        """Turn the page where Word did; with nothing shown since the last break it is the same."""
        if not self._turned:
            self.make_break()

    def pass_content(self) -> None:
        """Go past text or a picture: a break that Word lays after it is another one."""
        self._turned = False

    def stand_still(self) -> PageCount:
        """Return a count that stays on this page, for a note or a box."""
        return PageStill(self.number)

    def go_to(self, number: int | None) -> None:
        """Go to a page: cells of a row stand beside each other and turn the same pages."""
        self.number = number
        self._turned = False


class PageStill(PageCount):
    """A page that no break turns."""

    def make_break(self) -> None:
        """Stay."""

    def lay_break(self) -> None:
        """Stay."""


def start_pages(root: _Element) -> PageCount:
    """Return the count at the front of a document."""
    laid = next(root.iter(qualify("w:lastRenderedPageBreak")), None)
    return PageCount(None if laid is None else 1)


def list_section_breaks(sections: Sequence[_Element]) -> list[bool]:
    """Return, for each section after the first, whether it begins on a new page."""
    kinds = [read_value(section, "w:type") for section in sections[1:]]
    return [kind not in {"continuous", "nextColumn"} for kind in kinds]
