"""The pages that reportlab fills with a generated document."""

from __future__ import annotations

from functools import partial
from typing import Any, Protocol

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from generated.documents import Caption, Heading

MARGIN, TOP, BOTTOM, COLUMN_GAP = 68.0, 78.0, 70.0, 22.0


class Typesetter(Protocol):
    """Who knows what else stands on a page, and is told what landed there."""

    width: float
    room: dict[int, float]
    """By page: the points that its notes take."""

    def see_title(self, title: Heading | Caption, page: int) -> None:
        """Take down the page of a title."""

    def see_note(self, number: int, page: int) -> None:
        """Take down the page of a note."""

    def draw_notes(self, canvas: Canvas, page: int) -> None:
        """Draw the notes of a page."""

    def draw_running(self, canvas: Canvas, page: int, size: tuple[float, float]) -> None:
        """Draw the running lines of a page."""


class GeneratedPage(PageTemplate):  # type: ignore[misc]
    """A page with its columns, its notes and its running lines."""

    def __init__(
        self, typesetter: Typesetter, name: str, size: tuple[float, float], columns: int
    ) -> None:
        self.typesetter, self.size, self.columns = typesetter, size, columns
        super().__init__(id=name, frames=self._make_frames(0.0), pagesize=size)

    def beforeDrawPage(self, canvas: Canvas, document: Any) -> None:  # noqa: ANN401, N802
        """Leave room for the notes of this page."""
        canvas.setNamedCB("note", partial(self._note, document))
        self.frames = self._make_frames(self.typesetter.room[document.page])

    def afterDrawPage(self, canvas: Canvas, document: Any) -> None:  # noqa: ANN401, N802
        """Draw the notes and the running lines."""
        self.typesetter.draw_notes(canvas, document.page)
        self.typesetter.draw_running(canvas, document.page, self.size)

    def _note(self, document: Any, *drawn: Any) -> None:  # noqa: ANN401
        self.typesetter.see_note(int(drawn[-1]), document.page)

    def _make_frames(self, room: float) -> list[Frame]:
        wide = self.size[0] > self.size[1]
        whole = self.size[0] - 2 * MARGIN if wide else self.typesetter.width
        width = (whole - COLUMN_GAP * (self.columns - 1)) / self.columns
        height = self.size[1] - TOP - BOTTOM - room
        lefts = [MARGIN + place * (width + COLUMN_GAP) for place in range(self.columns)]
        return [Frame(left, BOTTOM + room, width, height, 0, 0, 0, 0) for left in lefts]


class GeneratedTemplate(BaseDocTemplate):  # type: ignore[misc]
    """Tells its typesetter on which page each title landed."""

    typesetter: Typesetter

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Remember the page of a title, and the chapter that begins with it."""
        named = getattr(flowable, "named", None)
        if named is not None:
            self.typesetter.see_title(named, self.page)
