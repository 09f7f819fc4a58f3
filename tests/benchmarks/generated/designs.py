"""The cards of the generated documents: what each one has, and how it looks."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

DESIGNS = Path(__file__).with_name("designs.toml")

Parts = tuple[str, str, str]
"""Left, middle and right part of a running line; they may hold {page}, {pages} and {chapter}."""


class Running(BaseModel):
    """The running lines of a document; on left pages and the first page they may differ."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    head: tuple[Parts, ...] = ()
    foot: tuple[Parts, ...] = ()
    left_head: tuple[Parts, ...] | None = None
    left_foot: tuple[Parts, ...] | None = None
    first_head: tuple[Parts, ...] | None = None
    first_foot: tuple[Parts, ...] | None = None
    size: float = 8.0

    def on_page(
        self, page: int, pages: int, chapter: str
    ) -> tuple[tuple[Parts, ...], tuple[Parts, ...]]:
        """Return the lines above and below a page, from 1."""
        head, foot = self.head, self.foot
        if page % 2 == 0:
            head = head if self.left_head is None else self.left_head
            foot = foot if self.left_foot is None else self.left_foot
        if page == 1:
            head = head if self.first_head is None else self.first_head
            foot = foot if self.first_foot is None else self.first_foot
        values: dict[str, int | str] = {"page": page, "pages": pages, "chapter": chapter}
        return _fill(head, values), _fill(foot, values)


class Design(BaseModel):
    """What a generated document has, and how it looks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    engine: Literal["reportlab", "writer"]
    seed: int
    chapters: int = 5
    sections: int = 3
    """In a chapter."""
    depth: Annotated[int, Field(ge=1, le=3)] = 2
    """Levels of headings."""
    numbered: bool = True
    columns: Literal[1, 2] = 1
    font: Literal["sans", "serif"] = "sans"
    size: float = 10.0
    heading_sizes: tuple[float, float, float] = (17.0, 13.0, 10.5)
    justified: bool = False
    hyphenated: bool = False
    indented: bool = False
    """Whether paragraphs begin with an indent instead of after white space."""
    bullet: str = "•"
    chapters_on_new_page: bool = True
    cover: bool = False
    contents: Literal["none", "dots", "tabs", "middots"] = "none"
    list_of_figures: bool = False
    notes: float = 0.0
    """The chance that a sentence has a footnote."""
    tables: float = 0.0
    """The chance that a section has a table."""
    rows_break: bool = False
    """Whether a row may run over the end of a page."""
    rules: bool = True
    """Whether tables have lines around their cells."""
    landscape: bool = False
    """Whether the table of one chapter stands on a landscape page."""
    boxes: bool = False
    """Whether text stands in boxes at the side."""
    running: Running = Running()


def read_designs() -> tuple[Design, ...]:
    """Return the designs of all generated documents."""
    listed = tomllib.loads(DESIGNS.read_text(encoding="utf-8"))
    return tuple(Design.model_validate(card) for card in listed["design"])


def _fill(lines: tuple[Parts, ...], values: dict[str, int | str]) -> tuple[Parts, ...]:
    """Return the running lines with their values."""
    filled = (tuple(part.format(**values) for part in line) for line in lines)
    return tuple((left, middle, right) for left, middle, right in filled)
