"""Draw tables of contents, and what looks like one, and count what is taken for contents."""

from __future__ import annotations

import hashlib
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from extractor.documents.pdf import read_pdf
from extractor.models import Reading, Source
from generated.composing import Composer, make_plain
from generated.counting import Tally
from generated.running_lines import squash

FORMS = Path(__file__).with_name("contents_forms.toml")
SEEDS = range(101, 111)
"""Each form is drawn once a seed."""

FONT, BOLD, SIZE, LEADING = "Helvetica", "Helvetica-Bold", 10.5, 15.0
LEFT, RIGHT, TOP = 72.0, 520.0, 110.0
TITLE_WIDTH, NARROW = 360.0, 200.0
"""Points that a title may take, and may take where entries are to wrap."""

ON_PAGE, TITLES_ON_PAGE = 40, 4
ROMAN = ("i", "iii", "v", "vii")


class Form(BaseModel):
    """How a table of contents looks, or a page that is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    contents: bool = True
    title: str = "Inhoudsopgave"
    rule: str = "paragraaf"
    leader: str = "."
    numbered: bool = True
    label: str = ""
    """What stands before the number, such as `Figuur`."""
    tail: Literal["right", "before", "none", "leader"] = "right"
    """Where the number of the page stands; only leaders where there is none behind them."""
    numbers: Literal["rising", "any"] = "rising"
    roman: int = 0
    """How many entries come first with roman numbers."""
    wrapped: bool = False
    count: int = 14


@dataclass(frozen=True)
class Entry:
    """A line of the form, with the number of a page or what looks like one."""

    title: str
    number: str


def count_forms() -> dict[str, dict[str, Tally]]:
    """Return the counts of contents, of lookalikes and of the text around both, by form."""
    tallies: dict[str, dict[str, Tally]] = {"contents": {}, "lookalikes": {}, "text around": {}}
    for form in read_forms():
        told = tallies["contents" if form.contents else "lookalikes"].setdefault(form.name, Tally())
        around = tallies["text around"].setdefault(form.name, Tally())
        for seed in SEEDS:
            counted = count_form(form, seed)
            told.join(counted[0])
            around.join(counted[1])
    return tallies


def read_forms() -> tuple[Form, ...]:
    """Return all forms."""
    listed = tomllib.loads(FORMS.read_text(encoding="utf-8"))
    return tuple(Form.model_validate(card) for card in listed["form"])


def count_form(form: Form, seed: int) -> tuple[Tally, Tally]:
    """Return how many lines of the form, and of the sentences around it, are told rightly.

    Lines of contents are to be marked as such, all others are not.
    """
    composer = Composer(seed)
    entries = list(_write_entries(form, composer))
    sentences = [make_plain(composer.compose("zin")) for _ in range(2 * len(entries))]
    marked = _list_marked(_read(draw_form(form, entries, sentences)))
    told, around = Tally(), Tally()
    for entry in entries:
        told.add(entry.title, found=(squash(entry.title) in marked) is form.contents)
    for sentence in sentences:
        around.add(sentence, found=squash(sentence) not in marked)
    return told, around


def _read(content: bytes) -> Reading:
    digest = hashlib.sha256(content).hexdigest()
    return read_pdf(content, Source(sha256=digest, name="", media_type="application/pdf"))


def _list_marked(reading: Reading) -> str:
    """Return all that is marked as contents, squashed."""
    spans = (block.span for block in reading.blocks if block.kind == "contents")
    return squash("".join(span.of(reading.text) for span in spans))


def draw_form(form: Form, entries: list[Entry], sentences: list[str]) -> bytes:
    """Return a document with the form, and pages of sentences below the titles it lists."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for first in range(0, len(entries), ON_PAGE):
        if first == 0:
            canvas.setFont(BOLD, 16)
            canvas.drawString(LEFT, A4[1] - TOP + 24, form.title)
        _draw_entries(canvas, form, entries[first : first + ON_PAGE])
        _end_page(canvas)
    titles = [entry.title if form.contents else "" for entry in entries]
    for first in range(0, len(entries), TITLES_ON_PAGE):
        last = first + TITLES_ON_PAGE
        _draw_text(canvas, titles[first:last], sentences[2 * first : 2 * last])
        _end_page(canvas)
    canvas.save()
    return target.getvalue()


def _write_entries(form: Form, composer: Composer) -> Iterator[Entry]:
    """Yield the lines of the form."""
    front = 1 + (form.count - 1) // ON_PAGE
    for place in range(form.count):
        text = make_plain(composer.compose(form.rule))
        number = f"{place + 1}." if form.label else f"{1 + place // 4}.{1 + place % 4}"
        lead = f"{form.label} {number} ".lstrip() if form.label or form.numbered else ""
        page = str(front + 1 + place // TITLES_ON_PAGE)
        if form.numbers == "any":
            page = str(composer.dice.randint(2, 900))
        yield Entry(lead + text, ROMAN[place] if place < form.roman else page)


def _draw_entries(canvas: Canvas, form: Form, entries: list[Entry]) -> None:
    """Draw entries below each other, as the form has them."""
    canvas.setFont(FONT, SIZE)
    top = TOP
    for entry in entries:
        left = LEFT + 40 if form.tail == "before" else LEFT
        room = NARROW if form.wrapped else TITLE_WIDTH
        lines = simpleSplit(entry.title, FONT, SIZE, room)
        if form.tail == "before":
            canvas.drawString(LEFT, A4[1] - top, entry.number)
        for line in lines:
            canvas.drawString(left, A4[1] - top, line)
            top += LEADING
        if form.tail in {"right", "leader"}:
            _draw_tail(canvas, form, lines[-1], entry.number, A4[1] - top + LEADING)


def _draw_tail(canvas: Canvas, form: Form, line: str, number: str, height: float) -> None:
    """Draw the leaders behind a line and the number at its end."""
    left = LEFT + canvas.stringWidth(f"{line} ", FONT, SIZE)
    right = RIGHT - canvas.stringWidth(f" {number}", FONT, SIZE)
    if form.leader:
        times = int((right - left) / canvas.stringWidth(form.leader, FONT, SIZE))
        canvas.drawString(left, height, form.leader * times)
    if form.tail == "right":
        canvas.drawRightString(RIGHT, height, number)


def _draw_text(canvas: Canvas, titles: list[str], sentences: list[str]) -> None:
    """Draw a page of sentences, two below each title."""
    top = TOP
    for place, title in enumerate(titles):
        for line in simpleSplit(title, BOLD, SIZE + 2, RIGHT - LEFT):
            canvas.setFont(BOLD, SIZE + 2)
            canvas.drawString(LEFT, A4[1] - top, line)
            top += LEADING
        canvas.setFont(FONT, SIZE)
        text = " ".join(sentences[2 * place : 2 * place + 2])
        for line in simpleSplit(text, FONT, SIZE, RIGHT - LEFT):
            canvas.drawString(LEFT, A4[1] - top, line)
            top += LEADING
        top += 2 * LEADING


def _end_page(canvas: Canvas) -> None:
    """Draw the running lines and begin a new page."""
    canvas.setFont(FONT, 8)
    canvas.drawString(LEFT, A4[1] - 40, "DPIA Afvalplanner")
    canvas.drawRightString(RIGHT, 40, str(canvas.getPageNumber()))
    canvas.showPage()
