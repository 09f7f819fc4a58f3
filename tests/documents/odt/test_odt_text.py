"""Every character LibreOffice shows is read once, in order; what it hides is not."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from extractor.models import Reading

ReadBody = Callable[..., Reading]
ListBlocks = Callable[..., list[str]]

HIDE = '<style:style style:name="{}" style:family="{}">{}</style:style>'
STYLES = (
    HIDE.format("Weg", "text", '<style:text-properties text:display="none"/>')
    + HIDE.format("Hoog", "text", '<style:text-properties style:text-position="super 58%"/>')
    + HIDE.format("Sectie", "section", '<style:section-properties text:display="none"/>')
)


def para(content: str) -> str:
    """Return a paragraph."""
    return f"<text:p>{content}</text:p>"


SHOWN = {
    "plain": "gewoon",
    "span": "<text:span>gewoon</text:span>",
    "white space of the file": "\n    gewoon",
    "field": "<text:user-field-get>gewoon</text:user-field-get>",
    "reference": "<text:bookmark-ref>gewoon</text:bookmark-ref>",
    "inserted": '<text:change-start/>gewoon<text:change-end text:change-id="c1"/>',
    "link without address": '<text:a xlink:href="#x">gewoon</text:a>',
    "ruby": "<text:ruby><text:ruby-base>gewoon</text:ruby-base>"
    "<text:ruby-text>klein</text:ruby-text></text:ruby>",
    "content control": "<loext:content-control>gewoon</loext:content-control>",
    "shown field": '<text:hidden-text text:is-hidden="false">gewoon</text:hidden-text>',
}
HIDDEN = {
    "by its style": '<text:span text:style-name="Weg">weg</text:span>',
    "a hidden field": '<text:hidden-text text:is-hidden="true">weg</text:hidden-text>',
    "a comment": "<office:annotation><text:p>weg</text:p></office:annotation>",
    "a script": "<text:script>weg</text:script>",
}


@pytest.mark.parametrize("content", SHOWN.values(), ids=SHOWN.keys())
def test_what_is_shown_is_read_once(read_body: ReadBody, content: str) -> None:
    """Whatever wraps a text, it stands in the reading once, between its neighbours."""
    assert read_body(para(f"voor {content} na")).text == "voor gewoon na\n"


@pytest.mark.parametrize("content", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_is_hidden_is_not_read(read_body: ReadBody, content: str) -> None:
    """Hidden text is out, and takes nothing of its neighbours along."""
    assert read_body(para(f"voor {content}na"), automatic=STYLES).text == "voor na\n"


def test_white_space_counts_once_unless_it_has_an_element(read_body: ReadBody) -> None:
    """The file may be laid out in lines; spaces in a row, tabs and line ends are elements."""
    body = para('\n een\t twee <text:s text:c="2"/>drie<text:tab/>vier<text:line-break/> vijf ')

    assert read_body(body).text == "een twee   drie\tvier\nvijf \n"


def test_a_billion_spaces_are_a_hundred(read_body: ReadBody) -> None:
    """A count in the file is no reason to fill the memory."""
    assert len(read_body(para('a<text:s text:c="999999999999"/>b')).text) == 103


def test_raised_digits_stay_apart_from_the_number_before(read_body: ReadBody) -> None:
    """Ten to the sixth is not 106."""
    body = para('10<text:span text:style-name="Hoog">6</text:span> keer')

    assert read_body(body, automatic=STYLES).text == "10⁶ keer\n"


def test_the_address_of_a_link_stands_behind_its_words(
    read_body: ReadBody, list_blocks: ListBlocks
) -> None:
    """An address that the words do not say is a mark, so that a quote may leave it out."""
    reading = read_body(para('de <text:a xlink:href="https://x.nl/1">wet</text:a>.'))

    assert reading.text == "de wet (https://x.nl/1).\n"
    assert list_blocks(reading, "footnote_mark") == [" (https://x.nl/1)"]


def test_deleted_text_is_out_and_told(read_body: ReadBody) -> None:
    """LibreOffice keeps what was deleted at the front of the file."""
    changes = (
        '<text:tracked-changes><text:changed-region xml:id="c1"><text:deletion>'
        "<text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )

    reading = read_body(changes + para('Er staat <text:change text:change-id="c1"/>iets.'))

    assert reading.text == "Er staat iets.\n"
    assert [problem.code for problem in reading.problems] == ["tracked_changes"]


def test_comments_are_counted(read_body: ReadBody) -> None:
    """They are no text of the document, and may hold an open question."""
    comment = "<office:annotation><text:p>vraag</text:p></office:annotation>"

    problems = read_body(para(f"Tekst{comment}.{comment}")).problems

    assert [problem.code for problem in problems] == ["comments"]
    assert problems[0].message.count("opmerkingen (2)")


def letters(name: str, properties: str) -> str:
    """Return a style of letters."""
    text = f"<style:text-properties {properties}/>"
    return f'<style:style style:name="{name}" style:family="text">{text}</style:style>'


LETTERS = "".join(
    [
        letters("Wit", 'fo:color="#FFFFFF"'),
        letters("Punt", 'fo:font-size="1pt"'),
        letters("Vlak", 'fo:color="#ffffff" fo:background-color="#154273"'),
    ]
)


@pytest.mark.parametrize(("look", "shown"), [("Wit", ""), ("Punt", ""), ("Vlak", "blijft")])
def test_text_that_nobody_sees_is_out_and_told(read_body: ReadBody, look: str, shown: str) -> None:
    """White letters on white paper, and those of a point; on a colour they are to be seen."""
    span = f'<text:span text:style-name="{look}">blijft</text:span>'
    reading = read_body(para("Tekst.") + para(span), automatic=LETTERS)

    assert reading.text.removeprefix("Tekst.\n").strip() == shown
    assert [problem.code for problem in reading.problems] == ([] if shown else ["hidden_text"])


@pytest.mark.parametrize(
    "section",
    [
        '<text:section text:display="none">{}</text:section>',
        '<text:section text:style-name="Sectie">{}</text:section>',
    ],
)
def test_a_hidden_section_is_out_and_told(read_body: ReadBody, section: str) -> None:
    """A section can be hidden by itself or by its style."""
    reading = read_body(section.format(para("weg")) + para("Tekst."), automatic=STYLES)

    assert reading.text == "Tekst.\n"
    assert [problem.code for problem in reading.problems] == ["hidden_text"]


NOTE = (
    '<text:note text:note-class="{kind}"><text:note-citation>{shown}</text:note-citation>'
    "<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
)


def test_notes_stand_behind_their_paragraph(read_body: ReadBody, list_blocks: ListBlocks) -> None:
    """Their numbers are marks, in the sentence and before the note."""
    first = NOTE.format(kind="footnote", shown="1", text="Eerste.")
    last = NOTE.format(kind="endnote", shown="i", text="Laatste.")

    reading = read_body(para(f"De NPR{first} en de wet{last}.") + para("Verder."))

    assert reading.text == "De NPR1 en de weti.\n1 Eerste.\ni Laatste.\nVerder.\n"
    assert list_blocks(reading, "footnote") == ["1 Eerste.", "i Laatste."]
    assert list_blocks(reading, "footnote_mark") == ["1", "i", "1", "i"]


def test_a_text_box_stands_after_its_paragraph(read_body: ReadBody) -> None:
    """The name and the description of a picture are not shown."""
    box = (
        "<draw:frame><draw:text-box><text:p>in de doos</text:p></draw:text-box>"
        "<svg:title>titel</svg:title><svg:desc>omschrijving</svg:desc></draw:frame>"
    )
    shape = "<draw:custom-shape><text:p>in de vorm</text:p></draw:custom-shape>"

    reading = read_body(box + para(f"Anker{shape}") + para("Na"))

    assert reading.text == "in de doos\nAnker\nin de vorm\nNa\n"


CONTROLS = (
    '<office:forms><form:form><form:checkbox xml:id="c1" form:label="Ja" '
    'form:current-state="checked"/><form:radio form:id="c2" form:label="Nee"/>'
    '<form:text xml:id="c3" form:current-value="mei 2026"/><form:listbox xml:id="c4">'
    '<form:option form:label="laag"/><form:option form:label="hoog" form:current-selected="true"/>'
    '</form:listbox><form:button xml:id="c5" form:label="Verstuur"/></form:form></office:forms>'
)


def test_controls_of_a_form_show_their_state(read_body: ReadBody) -> None:
    """A box, a typed answer and a choice have no text of their own in the paragraph."""
    drawn = "".join(f'<draw:control draw:control="c{number}"/> | ' for number in range(1, 6))

    assert read_body(CONTROLS + para(drawn)).text == (
        "☒ (aangevinkt) Ja | ☐ (niet aangevinkt) Nee | mei 2026 | hoog |  | \n"
    )


@pytest.mark.parametrize(
    ("checked", "shown"), [("true", "☒ (aangevinkt)"), ("false", "☐ (niet aangevinkt)")]
)
def test_a_content_control_shows_its_state(read_body: ReadBody, checked: str, shown: str) -> None:
    """Whatever sign the author chose."""
    state = f'loext:checkbox="true" loext:checked="{checked}"'
    box = f"<loext:content-control {state}>x</loext:content-control>"

    assert read_body(para(f"{box} Ja")).text == f"{shown} Ja\n"


EMPTY_CONTROL = (
    '<loext:content-control loext:showing-place-holder="true">Kies een datum'
    "</loext:content-control>"
)


@pytest.mark.parametrize(
    "prompt",
    [
        "<text:placeholder>Kies een datum</text:placeholder>",
        EMPTY_CONTROL,
    ],
)
def test_a_prompt_is_an_instruction(
    read_body: ReadBody, list_blocks: ListBlocks, prompt: str
) -> None:
    """It stays in the text, and can be told from an answer."""
    reading = read_body(para(prompt))

    assert reading.text == "Kies een datum\n"
    assert list_blocks(reading, "instruction") == ["Kies een datum"]


MASTERS = (
    "<style:master-page><style:header><text:p>DR-117</text:p></style:header>"
    '<style:header-first style:display="false"><text:p>uit</text:p></style:header-first>'
    "<style:footer><text:p>DR-117</text:p><text:p>bladzijde 1</text:p></style:footer>"
    "</style:master-page>"
)


def test_headers_and_footers_are_furniture_once(
    read_body: ReadBody, list_blocks: ListBlocks
) -> None:
    """A line that stands on every page is one line; one that is switched off is none."""
    reading = read_body(para("Tekst."), masters=MASTERS)

    assert list_blocks(reading, "furniture") == ["DR-117", "bladzijde 1"]


def test_a_table_of_contents_is_contents(read_body: ReadBody, list_blocks: ListBlocks) -> None:
    """Its lines repeat the headings; how it is made is not shown."""
    index = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>bron"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        f"<text:index-title>{para('Inhoud')}</text:index-title>{para('1. Doel<text:tab/>4')}"
        "</text:index-body></text:table-of-content>"
    )

    reading = read_body(index + para("Tekst."))

    assert list_blocks(reading, "contents") == ["Inhoud", "1. Doel\t4"]
    assert list_blocks(reading, "paragraph") == ["Tekst."]


def test_a_page_is_near_where_the_program_left_its_breaks(read_body: ReadBody) -> None:
    """A break by style counts too; without the program's own breaks no page is known."""
    breaks = HIDE.format(
        "Nieuw", "paragraph", '<style:paragraph-properties fo:break-before="page"/>'
    )
    made = '<text:p text:style-name="Nieuw">drie</text:p>'
    soft = "<text:soft-page-break/>"

    laid = read_body(
        para("een") + para(f"tw{soft}ee") + made + soft + para("vier"), automatic=breaks
    )
    plain = read_body(para("een") + made, automatic=breaks)

    assert [block.page for block in laid.blocks] == [1, 1, 3, 4]
    assert [block.page for block in plain.blocks] == [None, None]


def test_a_symbol_font_is_read_as_it_looks(read_body: ReadBody) -> None:
    """A ticked box keeps its meaning outside the font; the number after its name is no part."""
    font = HIDE.format("Teken", "text", '<style:text-properties style:font-name="Wingdings1"/>')
    body = para('a <text:span text:style-name="Teken">\uf0fe</text:span> b')

    assert read_body(body, automatic=font).text == "a ☑ (aangevinkt) b\n"


FORMULA = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mfrac><mi>TP</mi>'
    "<mrow><mi>TP</mi><mo>+</mo><mi>FN</mi></mrow></mfrac><mo>≥</mo><msup><mn>10</mn><mn>6</mn>"
    "</msup><msqrt><mi>x</mi></msqrt><mfenced><mi>a</mi><mi>b</mi></mfenced></mrow>"
    '<annotation encoding="StarMath 5.0">dubbel</annotation></semantics></math>'
)


def test_a_formula_stands_on_one_line(
    make_odt: Callable[..., bytes], read_bytes: Callable[[bytes], Reading]
) -> None:
    """It is kept in a part of its own; one that is missing loses only itself."""
    frame = '<draw:frame><draw:object xlink:href="./{}"/><draw:image/></draw:frame>'
    buffer = BytesIO(make_odt(para(f"Met {frame.format('Object 1')}{frame.format('weg')}.")))
    with ZipFile(buffer, "a") as archive:
        archive.writestr("Object 1/content.xml", FORMULA)

    assert read_bytes(buffer.getvalue()).text == "Met TP/(TP+FN)≥10^6√x(a, b).\n"
