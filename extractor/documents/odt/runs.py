"""Read what one paragraph of an OpenDocument text shows: every visible character, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from extractor.documents.flow.boxes import CHECKED, UNCHECKED
from extractor.documents.flow.line import Line
from extractor.documents.flow.look import Look, lay_over
from extractor.documents.flow.pages import PageCount
from extractor.documents.flow.symbols import read_in_font
from extractor.documents.flow.white import CollapsingLine
from extractor.documents.odt.names import NAMESPACES, find, qualify, read, read_count
from extractor.documents.odt.styles import Styles

MOST_SPACES = 100
"""Spaces that one element may stand for; a hostile file asks for a billion."""

DRAWN = f"{{{NAMESPACES['draw']}}}"

UNSEEN = frozenset(
    qualify(name)
    for name in (
        "office:annotation",
        "office:annotation-end",
        "text:ruby-text",
        "text:script",
        "text:tracked-changes",
        "svg:title",
        "svg:desc",
    )
)
"""Comments, the small print above ruby text, scripts, and what a picture is called."""


@dataclass(frozen=True)
class Note:
    """A note that a paragraph refers to."""

    body: _Element
    shown: str
    """Its number or sign in the text."""


@dataclass(frozen=True)
class Shown:
    """What stands elsewhere in the file and is shown in the text."""

    controls: Mapping[str, str]
    """What each control of a form shows, by its id."""
    find_formula: Callable[[str], str]
    """Gives the formula at an address inside the file, or nothing."""


class OdtLine(CollapsingLine):
    """Takes down what one paragraph shows, with the notes and boxes that hang on it."""

    def __init__(self, look: Look, pages: PageCount) -> None:
        super().__init__(look, pages)
        self.notes: list[Note] = []
        self.boxes: list[_Element] = []


class RunReader:
    """Reads one paragraph; made anew for each."""

    def __init__(self, styles: Styles, shown: Shown, line: OdtLine, font: str = "") -> None:
        self.styles = styles
        self.shown = shown
        self.line = line
        self.font = font

    def read_paragraph(self, element: _Element, own_number: str = "") -> Line:
        """Return what the paragraph shows; `own_number` is that of the note it begins."""
        if own_number:
            self.line.write_mark(own_number)
            self.line.write_collapsed(" ")
        self.read(element)
        return self.line.finish()

    def read(self, element: _Element) -> None:
        """Read the text and the children; what is not known is walked through for its text."""
        if element.text:
            self.write(element.text)
        for child in element:
            tag = child.tag
            reader = READERS.get(tag)
            if reader is not None:
                reader(self, child)
            elif tag.startswith(DRAWN):
                self.read_drawing(child)
            elif tag not in UNSEEN:
                self.read(child)
            if child.tail:
                self.write(child.tail)

    def write(self, text: str) -> None:
        """Write characters as their font draws them."""
        self.line.write_collapsed(read_in_font(self.font, text) if self.font else text)

    def read_span(self, element: _Element) -> None:
        """Read a stretch of text in its own look."""
        look, font = self.line.look, self.font
        style = self.styles.find("text", read(element, "text:style-name"))
        self.line.look, self.font = lay_over(style.look, look), style.font or font
        self.read(element)
        self.line.look, self.font = look, font

    def read_spaces(self, element: _Element) -> None:
        """Read spaces that count each for themselves."""
        self.line.write_kept(" " * read_count(element, "text:c", MOST_SPACES))

    def read_tab(self, _element: _Element) -> None:
        """Read a tab."""
        self.line.write_kept("\t")

    def read_line_break(self, _element: _Element) -> None:
        """Read the end of a line."""
        self.line.write_kept("\n")

    def read_page_break(self, _element: _Element) -> None:
        """Turn the page where the program last did."""
        self.line.pages.lay_break()

    def read_link(self, element: _Element) -> None:
        """Read a link's words and remember where it goes."""
        start = self.line.length
        self.read_span(element)
        self.line.link(start, read(element, "xlink:href"))

    def read_note(self, element: _Element) -> None:
        """Read a reference to a note: its number becomes a mark in the text."""
        citation, body = find(element, "text:note-citation"), find(element, "text:note-body")
        if citation is not None and body is not None and self.line.visible:
            shown = (citation.text or "").strip()
            self.line.write_mark(shown)
            self.line.notes.append(Note(body=body, shown=shown))

    def read_drawing(self, element: _Element) -> None:
        """Keep what is drawn for after the paragraph, and read a control where it stands."""
        if element.tag == qualify("draw:a"):
            self.read(element)
        elif element.tag == qualify("draw:control"):
            self.line.write_kept(self.shown.controls.get(read(element, "draw:control"), ""))
        elif formula := self.find_formula(element):
            self.line.write_kept(formula)
        elif self.line.visible:
            self.line.pages.pass_content()
            self.line.boxes.append(element)

    def find_formula(self, frame: _Element) -> str:
        """Return the formula in a frame on one line, or nothing when it holds no formula."""
        held = find(frame, "draw:object")
        return self.shown.find_formula(read(held, "xlink:href")) if held is not None else ""

    def read_prompt(self, element: _Element) -> None:
        """Read a place to fill in: its words are an instruction."""
        start = self.line.length
        self.read(element)
        self.line.mark("instruction", start)

    def read_content_control(self, element: _Element) -> None:
        """Read a content control: a box by its state, a prompt as an instruction."""
        if read(element, "loext:checkbox") == "true":
            ticked = read(element, "loext:checked") == "true"
            self.line.write_kept(CHECKED if ticked else UNCHECKED)
        elif read(element, "loext:showing-place-holder") == "true":
            self.read_prompt(element)
        else:
            self.read(element)

    def read_hidden(self, element: _Element) -> None:
        """Read a field that may be hidden."""
        look = self.line.look
        hidden = read(element, "text:is-hidden") == "true"
        self.line.look = look._replace(hidden=hidden or look.hidden)
        self.read(element)
        self.line.look = look


READERS: Mapping[str, Callable[[RunReader, _Element], None]] = {
    qualify("text:span"): RunReader.read_span,
    qualify("text:s"): RunReader.read_spaces,
    qualify("text:tab"): RunReader.read_tab,
    qualify("text:line-break"): RunReader.read_line_break,
    qualify("text:soft-page-break"): RunReader.read_page_break,
    qualify("text:a"): RunReader.read_link,
    qualify("text:note"): RunReader.read_note,
    qualify("text:placeholder"): RunReader.read_prompt,
    qualify("loext:content-control"): RunReader.read_content_control,
    qualify("text:hidden-text"): RunReader.read_hidden,
    qualify("text:hidden-paragraph"): RunReader.read_hidden,
}
"""What is done with each element that is more than a wrapping."""
