"""A Word document with answer boxes, as plain steps: headings, lines, boxes."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml.etree import _Element

from extractor.standard.characters import HARMFUL

_INK, _QUIET, _ALARM = RGBColor(0x1B, 0x1B, 0x1B), RGBColor(0x55, 0x55, 0x55), RGBColor(0xA0, 0, 0)
_FONT = "Calibri"
LONGEST_TAG = 64
"""Characters of a control's tag and title that Word keeps."""


class Paper:
    """Grows from top to bottom; `to_bytes` gives the file."""

    def __init__(self, title: str, banner: str) -> None:
        self._document = Document()
        self._boxes = 0
        self._set_up(title, banner)

    def _set_up(self, title: str, banner: str) -> None:
        properties = self._document.core_properties
        properties.title, properties.author = _clean(title), "Bronvast"
        properties.comments, properties.language = "", "nl-NL"
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.header.paragraphs[0].add_run(banner).font.color.rgb = _ALARM
        normal = self._document.styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(11)
        self._add_style("Bron", Pt(9.5), _QUIET, indent=Cm(0.8))
        self._add_style("Vakregel", Pt(8), _QUIET)
        _draw_box(self._add_style("Antwoord", Pt(11), _INK, indent=Cm(0.2)))

    def _add_style(
        self, name: str, size: Pt, colour: RGBColor, indent: Cm | None = None
    ) -> ParagraphStyle:
        style: ParagraphStyle = self._document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.size, style.font.color.rgb = size, colour
        style.font.name = _FONT
        style.paragraph_format.left_indent = indent
        style.paragraph_format.space_after = Pt(3)
        return style

    def add_heading(self, text: str, level: int) -> None:
        """Add a heading; level 0 is the title."""
        self._document.add_heading(_clean(text), level)

    def add_line(self, text: str, *, bold: bool = False) -> None:
        """Add a paragraph."""
        self._document.add_paragraph().add_run(_clean(text)).bold = bold or None

    def add_item(self, text: str) -> None:
        """Add an item of a list."""
        self._document.add_paragraph(_clean(text), style="List Bullet")

    def add_source(self, text: str) -> None:
        """Add where something stands, smaller and indented."""
        self._document.add_paragraph(_clean(text), style="Bron")

    def add_box(self, label: str, tag: str, prompt: str, choices: Sequence[str] = ()) -> None:
        """Add an empty answer box below its label; with choices one of them can be picked."""
        line = self._document.add_paragraph(label, style="Vakregel")
        line.paragraph_format.keep_with_next = True
        self._boxes += 1
        control = _make_control(self._boxes, tag, label, choices)
        control.append(_make_content(prompt))
        line._p.addnext(control)  # noqa: SLF001 - python-docx has no other way to add a control

    def to_bytes(self) -> bytes:
        """Return the document as a file."""
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()


def _clean(text: str) -> str:
    """Return the text without characters that no XML can hold."""
    return HARMFUL.sub("", text)


def _make(name: str, **attributes: str) -> _Element:
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _make_control(number: int, tag: str, title: str, choices: Sequence[str]) -> _Element:
    control, properties = _make("sdt"), _make("sdtPr")
    properties.append(_make("alias", val=title[:LONGEST_TAG]))
    properties.append(_make("tag", val=tag[:LONGEST_TAG]))
    properties.append(_make("id", val=str(number)))
    properties.append(_make("showingPlcHdr"))
    if choices:
        listed = _make("comboBox")
        for choice in choices:
            listed.append(_make("listItem", displayText=choice, value=choice))
        properties.append(listed)
    control.append(properties)
    return control


def _make_content(prompt: str) -> _Element:
    content, paragraph = _make("sdtContent"), _make("p")
    properties = _make("pPr")
    properties.append(_make("pStyle", val="Antwoord"))
    run, look, text = _make("r"), _make("rPr"), _make("t")
    look.append(_make("color", val="767676"))
    text.text = prompt
    run.extend((look, text))
    paragraph.extend((properties, run))
    content.append(paragraph)
    return content


def _draw_box(style: ParagraphStyle) -> None:
    """Give the style a line on every side: consecutive paragraphs share one box."""
    borders = _make("pBdr")
    for side in ("top", "left", "bottom", "right"):
        borders.append(_make(side, val="single", sz="6", space="4", color="7A7A7A"))
    style.element.get_or_add_pPr().append(borders)
