"""What generated pages hold besides paragraphs and tables: boxes at the side, lines of contents."""

from __future__ import annotations

from typing import Any

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable, Paragraph

BOX_GAP = 14.0
NUMBER_ROOM = 40.0
"""Points at the right of a contents line that its title stays out of."""

ENTRY_LEADING = 1.45
BOX_LOWEST = 70.0
"""Points from the foot of the page that a box stays above."""


class SideBox(Flowable):  # type: ignore[misc]
    """A box beside the text, which goes on as if the box were not there."""

    def __init__(
        self, text: Paragraph, width: float, beside: float, taken: dict[int, float]
    ) -> None:
        super().__init__()
        self.text, self.beside, self.taken = text, beside, taken
        _, self.needed = text.wrap(width, 1000)

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        """Take no room in the text, but move to the next page where the box would not fit."""
        return 0.0, 0.0 if height > self.needed + BOX_GAP else height + 1

    def draw(self) -> None:
        """Draw the box right of the text, below the one before."""
        canvas: Any = self.canv
        _, up = canvas.absolutePosition(0, 0)
        page = canvas.getPageNumber()
        top = min(up, self.taken.get(page, up)) - BOX_GAP
        bottom = self.taken[page] = top - self.needed
        if bottom < BOX_LOWEST:
            message = f"no room for a box on page {page}"
            raise ValueError(message)
        self.text.drawOn(canvas, self.beside + BOX_GAP, bottom - up)


class ContentsEntry(Flowable):  # type: ignore[misc]
    """An entry of a table of contents: a title, leaders or nothing, and the number of a page."""

    def __init__(self, title: str, page: str, indent: float, look: tuple[str, float, str]) -> None:
        super().__init__()
        self.title, self.page, self.indent = title, page, indent
        self.font, self.size, self.leader = look

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the full width, and the lines that the title needs."""
        self.width = width
        room = width - self.indent - NUMBER_ROOM
        self.lines: list[str] = simpleSplit(self.title, self.font, self.size, room)
        return width, ENTRY_LEADING * self.size * len(self.lines)

    def draw(self) -> None:
        """Draw the title, the leaders and the number."""
        canvas: Any = self.canv
        canvas.setFont(self.font, self.size)
        *above, last = self.lines
        for up, line in enumerate(reversed(above), start=1):
            canvas.drawString(self.indent, up * ENTRY_LEADING * self.size, line)
        canvas.drawString(self.indent, 0, last)
        left = self.indent + canvas.stringWidth(f"{last} ", self.font, self.size)
        right = self.width - canvas.stringWidth(f" {self.page}", self.font, self.size)
        if self.leader:
            step = canvas.stringWidth(self.leader, self.font, self.size)
            canvas.drawString(left, 0, self.leader * max(0, int((right - left) / step)))
        canvas.drawRightString(self.width, 0, self.page)
