"""The number Word prints before a paragraph stands in front of its text."""

from __future__ import annotations

import pytest

from tests.documents.docx.word_xml import ReadWord, level, outline, para, style, styled


def numbering(*levels: str, more: str = "") -> str:
    """Return one list definition with these levels, and lists on it."""
    lines = "".join(
        f'<w:lvl w:ilvl="{depth}">{level}</w:lvl>' for depth, level in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{lines}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def item(text: str, depth: int, list_id: int = 1) -> str:
    """Return a paragraph in a list."""
    return para(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_printed_numbers_stand_in_front(read_word: ReadWord) -> None:
    """Word prints 1.1 without having it in its text; a person who cites it reads it there."""
    levels = numbering(level("decimal", "%1."), level("decimal", "%1.%2"))
    body = item("A", 0) + item("B", 1) + item("C", 1) + item("D", 0) + item("E", 1)

    assert read_word(body, numbering=levels).text == "1. A\n1.1 B\n1.2 C\n2. D\n2.1 E\n"


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("lowerLetter", ["a)", "b)", "c)"]),
        ("upperRoman", ["I)", "II)", "III)"]),
        ("decimalZero", ["01)", "02)", "03)"]),
        ("onbekend", ["1)", "2)", "3)"]),
        ("none", [")", ")", ")"]),
        ("bullet", ["x", "x", "x"]),
    ],
)
def test_numbers_are_written_as_their_list_says(
    read_word: ReadWord, form: str, numbers: list[str]
) -> None:
    """Letters and Roman figures count as well; a bullet is no number."""
    reading = read_word(item("x", 0) * 3, numbering=numbering(level(form, "%1)")))

    assert [line.split(" ")[0] for line in reading.text.splitlines()] == numbers
    assert {block.kind for block in reading.blocks} == {"list_item"}


def test_a_list_that_starts_anew_counts_anew(read_word: ReadWord) -> None:
    """Lists on one definition count on, unless one says where it starts."""
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    levels = numbering(level("decimal", "%1."), more=anew)
    body = item("A", 0) + item("B", 0, 2) + item("C", 0, 3) + item("D", 0, 3)

    assert read_word(body, numbering=levels).text == "1. A\n2. B\n1. C\n2. D\n"


def test_a_heading_is_numbered_by_its_style(read_word: ReadWord) -> None:
    """The style names the list, the list names the style of its level."""
    numbered = style(
        "Kop1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    ) + style(
        "Kop2", "heading 2", '<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    )
    levels = numbering(
        level("decimal", "%1"), level("decimal", "%1.%2", '<w:pStyle w:val="Kop2"/>')
    )
    unnumbered = para("Bijlage", '<w:pStyle w:val="Kop1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body = styled("Doel", "Kop1") + styled("Wet", "Kop2") + unnumbered + styled("Slot", "Kop1")

    reading = read_word(body + para("Tekst."), styles=numbered, numbering=levels)

    assert outline(reading) == [(1, "1 Doel"), (2, "1.1 Wet"), (1, "Bijlage"), (1, "2 Slot")]


def test_unseen_paragraphs_take_no_number(read_word: ReadWord) -> None:
    """What was deleted or is hidden is not counted; an empty numbered line is."""
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    )
    hidden = item("weg", 0).replace("<w:rPr></w:rPr>", "<w:rPr><w:vanish/></w:rPr>")
    levels = numbering(level("decimal", "%1."))

    reading = read_word(item("A", 0) + gone + hidden + item("", 0) + item("B", 0), numbering=levels)

    assert reading.text == "1. A\n3. B\n"
