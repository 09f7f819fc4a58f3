"""Count pages as a word processor last laid them out, where it left its page breaks in the file.

The count is the program's of that moment, on that printer, and not every break is left: it is
near, and no more than that. A file without the program's own breaks tells nothing, for breaks
made by hand are only some of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


class PageCount:
    """The page at a place in a story while it is read from front to back."""

    def __init__(self, number: int | None = None) -> None:
        self.number = number
        """From 1; none where no breaks were left."""
        self._turned = True
        """Whether the page was just turned: the program's own mark of that may still follow."""

    def make_break(self) -> None:
        """Turn the page at a break that the author made."""
        if self.number is not None:
            self.number += 1
            self._turned = True

    def lay_break(self) -> None:
        """Turn the page where the program did; with nothing shown since the last one it is that."""
        if not self._turned:
            self.make_break()

    def pass_content(self) -> None:
        """Go past text or a picture: a break laid after it is another one."""
        self._turned = False

    def stand_still(self) -> PageCount:
        """Return a count that stays on this page, for a note or a box."""
        return PageStill(self.number)

    def go_beside(self, cells: Iterable[_T]) -> Iterator[_T]:
        """Yield the cells of a row as they are read: side by side they turn the same pages."""
        begun = reached = self.number
        for cell in cells:
            yield cell
            if self.number is not None:
                reached = max(reached or 0, self.number)
            self.number, self._turned = begun, False
        self.number = reached


class PageStill(PageCount):
    """A page that no break turns."""

    def make_break(self) -> None:
        """Stay."""

    def lay_break(self) -> None:
        """Stay."""
