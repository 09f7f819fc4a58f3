"""Read what the runs of one paragraph show: every visible character, once, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from lxml.etree import _Element

from extractor.documents.docx.characters import CHARACTERS, UNSEEN
from extractor.documents.docx.fields import read_check_box, read_form_field
from extractor.documents.docx.formulas import write_formula
from extractor.documents.docx.line import NoteReference, RunLine
from extractor.documents.docx.look import FONTS, read_font, read_look
from extractor.documents.docx.names import VALUE, find, list_properties, qualify, read_switch
from extractor.documents.docx.notes import NoteNumbers
from extractor.documents.docx.package import Relation
from extractor.documents.docx.styles import Styles
from extractor.documents.flow.line import Line
from extractor.documents.flow.symbols import read_in_font, read_symbol

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

XML_WHITE = " \t\r\n"
"""White space to XML; a space that may not break is none."""

RUN_STYLE = qualify("w:rStyle")


class RunReader:
    """Reads one paragraph; made anew for each, on the fields and note numbers of its story."""

    def __init__(
        self,
        relations: Mapping[str, Relation],
        styles: Styles,
        numbers: NoteNumbers,
        line: RunLine,
    ) -> None:
        self.relations = relations
        self.styles = styles
        self.numbers = numbers
        self.line = line
        self.base = line.look
        self.own_number = ""
        self.font = ""
        self._own_sign: str | None = None
        """The id of a note whose sign is typed: the text that follows is the sign."""

    def read_paragraph(self, element: _Element, own_number: str = "") -> Line:
        """Return what the paragraph shows; `own_number` is the note's own, inside a note."""
        self.own_number = own_number
        self.read(element)
        self.line.fields.end_paragraph()
        return self.line.finish()

    def read(self, element: _Element) -> None:
        """Read the children; what is not known is walked through for the text inside it."""
        for child in element:
            tag = child.tag
            reader = READERS.get(tag)
            if reader is not None:
                reader(self, child)
            elif tag in CHARACTERS:
                self.line.write(CHARACTERS[tag])
            elif tag not in UNSEEN:
                self.read(child)

    def read_run(self, run: _Element) -> None:
        """Read a run in its own look, which its properties say first."""
        look, self.line.look = self.line.look, self.base
        self.read(run)
        self.line.look, self.font, self._own_sign = look, "", None

    def read_run_properties(self, properties: _Element) -> None:
        """Put on the look that a run has from here on."""
        said = list_properties(properties)
        named = said.get(RUN_STYLE)
        if named is None:
            self.line.look = read_look(said, self.base)
        else:
            style = self.styles.find_character(named.get(VALUE))
            self.line.look = read_look(said, style.look, self.base)
        if FONTS in said:
            self.font = read_font(said)

    def read_text(self, element: _Element) -> None:
        """Read literal text; white space at its ends counts only when the file says so."""
        text = element.text or ""
        if "\n" in text:
            text = text.replace("\n", " ")
        if element.get(XML_SPACE) != "preserve":
            text = text.strip(XML_WHITE)
        if self.font:
            text = read_in_font(self.font, text)
        if self._own_sign is None and self.line.fields:
            self.line.write_in_field(text)
        elif self._own_sign is None:
            self.line.write(text)
        else:
            self.line.refer(NoteReference(kind="footnote", note=self._own_sign, shown=text))
            self._own_sign = None

    def read_symbol(self, element: _Element) -> None:
        """Read a character of a symbol font."""
        font, code = element.get(qualify("w:font"), ""), element.get(qualify("w:char"), "")
        self.line.write(read_symbol(font, code))

    def read_break(self, element: _Element) -> None:
        """Read the end of a line; one that also ends a page turns it."""
        self.line.write("\n")
        if element.get(qualify("w:type")) == "page":
            self.line.pages.make_break()

    def read_page_break(self, _element: _Element) -> None:
        """Turn the page where Word last did."""
        self.line.pages.lay_break()

    def read_field_mark(self, element: _Element) -> None:
        """Open, turn or close a field."""
        kind = element.get(qualify("w:fldCharType"))
        if kind == "begin":
            self.line.write(read_form_field(element))
            self.line.fields.begin()
        elif kind == "separate":
            self.line.fields.separate(self.line.length)
        elif kind == "end":
            self._end_field()

    def read_instruction(self, element: _Element) -> None:
        """Take down a field's instruction, which Word does not show."""
        self.line.fields.instruct(element.text or "")

    def read_simple_field(self, element: _Element) -> None:
        """Read a field whose instruction is an attribute."""
        self.line.fields.begin()
        self.line.fields.instruct(element.get(qualify("w:instr"), ""))
        self.line.fields.separate(self.line.length)
        self.read(element)
        self._end_field()

    def read_hyperlink(self, element: _Element) -> None:
        """Read a link's words and remember where it goes."""
        start = self.line.length
        self.read(element)
        relation = self.relations.get(element.get(qualify("r:id"), ""))
        if relation is not None and relation.outside:
            self.line.link(start, relation.target)

    def read_control(self, element: _Element) -> None:
        """Read a content control; the prompt that an empty one shows is an instruction."""
        content = find(element, "w:sdtContent")
        if content is None:
            return
        properties = find(element, "w:sdtPr")
        box = find(properties, "w14:checkbox")
        if box is not None:
            self.line.write(read_check_box(box))
            return
        start = self.line.length
        self.read(content)
        if read_switch(properties, "w:showingPlcHdr"):
            self.line.mark("instruction", start)

    def read_alternatives(self, element: _Element) -> None:
        """Read the first of the forms in which something is stored; the others repeat it."""
        chosen = choose_alternative(element)
        if chosen is not None:
            self.read(chosen)

    def read_box(self, element: _Element) -> None:
        """Keep the content of a text box or a diagram for after the paragraph."""
        self.line.hang(element)

    def read_drawing(self, element: _Element) -> None:
        """Read the words in a drawing; even without any it fills the page."""
        self.line.pages.pass_content()
        self.read(element)

    def read_formula(self, element: _Element) -> None:
        """Read a formula on one line."""
        self.line.write(write_formula(element))

    def read_footnote(self, element: _Element) -> None:
        """Read a reference to a footnote."""
        self._read_note(element, "footnote")

    def read_endnote(self, element: _Element) -> None:
        """Read a reference to an endnote."""
        self._read_note(element, "endnote")

    def read_own_number(self, _element: _Element) -> None:
        """Read the place where a note shows its own number."""
        self.line.write_mark(self.own_number)

    def _read_note(self, element: _Element, kind: Literal["footnote", "endnote"]) -> None:
        """Read a reference to a note: its number becomes a mark in the text."""
        note = element.get(qualify("w:id"), "")
        if not self.line.visible:
            return
        if element.get(qualify("w:customMarkFollows"), "0") in {"1", "true", "on"}:
            self._own_sign = note
        else:
            shown = self.numbers.give(kind, note)
            self.line.refer(NoteReference(kind=kind, note=note, shown=shown))

    def _end_field(self) -> None:
        """Close a field, and remember where it goes when it was a link."""
        closed = self.line.fields.end()
        if closed is not None and closed.shown and closed.address:
            self.line.link(closed.start, closed.address)


def choose_alternative(element: _Element) -> _Element | None:
    """Return the newest form of something stored in several, or none when it is empty."""
    choice = find(element, "mc:Choice")
    return find(element, "mc:Fallback") if choice is None else choice


READERS: Mapping[str, Callable[[RunReader, _Element], None]] = {
    qualify("w:t"): RunReader.read_text,
    qualify("w:r"): RunReader.read_run,
    qualify("w:rPr"): RunReader.read_run_properties,
    qualify("w:br"): RunReader.read_break,
    qualify("w:lastRenderedPageBreak"): RunReader.read_page_break,
    qualify("w:sym"): RunReader.read_symbol,
    qualify("w:fldChar"): RunReader.read_field_mark,
    qualify("w:instrText"): RunReader.read_instruction,
    qualify("w:fldSimple"): RunReader.read_simple_field,
    qualify("w:hyperlink"): RunReader.read_hyperlink,
    qualify("w:sdt"): RunReader.read_control,
    qualify("mc:AlternateContent"): RunReader.read_alternatives,
    qualify("w:txbxContent"): RunReader.read_box,
    qualify("dgm:relIds"): RunReader.read_box,
    qualify("w:drawing"): RunReader.read_drawing,
    qualify("w:pict"): RunReader.read_drawing,
    qualify("w:object"): RunReader.read_drawing,
    qualify("m:oMath"): RunReader.read_formula,
    qualify("w:footnoteReference"): RunReader.read_footnote,
    qualify("w:endnoteReference"): RunReader.read_endnote,
    qualify("w:footnoteRef"): RunReader.read_own_number,
    qualify("w:endnoteRef"): RunReader.read_own_number,
}
"""What is done with each element that is more than a wrapping."""
