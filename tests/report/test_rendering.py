"""The files of a report, opened again."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from extractor.errors import OutputRefused, TemplateUnusable
from extractor.exports.earlier import is_earlier_export
from extractor.report.combining import compare_counts
from extractor.report.counting import count_figures
from extractor.report.figures import Figures, PerQuarter
from extractor.report.rendering import render_report
from extractor.report.states import AlgorithmState, Trail
from extractor.report.writing import Frame

JUNE, MARCH = date(2026, 6, 30), date(2026, 3, 31)
HOSTILE = "=1+1|<b>*x*</b>[a](http://x)`\x00\u2028"
KINDS = ("md", "docx", "xlsx")
FRAME = Frame(organisation="Ministerie van Waterrade", note="Er is 1,5 fte.\n\nEen tweede alinea.")
MakeStates = Callable[..., list[AlgorithmState]]


@pytest.fixture
def figures(make_states: MakeStates) -> Figures:
    """Return figures with something to tell in every section."""
    trail = Trail(
        drafted_on=MARCH, unread=True, pages_unread=3, reviewed=False, decisions=26, unchecked=26
    )
    states = [
        *make_states(
            6, phase="published", category="B", published_in="2026-Q2", minutes=30, digest="a"
        ),
        *make_states(3, phase="draft", fewest=0, most=4, trail=trail, proposed="B"),
        *make_states(2, "Toeslagen", phase="withdrawn"),
        *make_states(1, "Toeslagen", left="not published", ground="opsporing"),
        *make_states(1, "Toeslagen", phase="confirmed", withheld=("toezicht", "other")),
    ]
    planned: dict[str, PerQuarter] = {"Douane": {"2026-Q2": {"B": 8}, "2026-Q3": {"B": 5}}}
    return count_figures(JUNE, states, planned, (MARCH, states[:4]))


def render(kind: str, figures: Figures, template: bytes | None = None) -> bytes:
    """Return the report as a file of this kind."""
    named = ("brief.dotx", template) if template is not None else None
    return render_report(Path(f"rapport.{kind}"), figures, FRAME, named)


def read_words(content: bytes) -> str:
    """Return all words of a Word file, those in tables included."""
    body = Document(BytesIO(content)).element.body
    lines = ("".join(each.text or "" for each in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    return "\n".join(lines)


def make_template(*lines: str, kind: str = "template") -> bytes:
    """Return a Word template with these paragraphs."""
    document, out, made = Document(), BytesIO(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    for name in ("Caption", "List Bullet", "Subtitle"):
        document.styles[name].delete()
    document.save(out)
    with ZipFile(out) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"document.main", f"{kind}.main".encode()))
    return made.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_figures_give_the_same_file(figures: Figures, kind: str) -> None:
    """And a new report may replace an earlier one."""
    made = render(kind, figures)
    # The clock of an office file's properties ticks in seconds.
    time.sleep(1.1)

    assert made == render(kind, figures)
    assert is_earlier_export(made)


def test_the_report_says_what_a_letter_to_parliament_needs(figures: Figures) -> None:
    """The twelve numbers of such a letter, and the reservations, in whole sentences."""
    text = render("md", figures).decode()

    for said in (
        "# Voortgang Algoritmeregister: Ministerie van Waterrade",
        "Peildatum 30 juni 2026, vergeleken met 31 maart 2026",
        (
            "- Bekend: 13 algoritmen, waarvan er 1 afvalt. Dat geeft naar verwachting 7–19 "
            "beschrijvingen in het register."
        ),
        "- Gepubliceerd: 6 van 10 (60%). Verder: 1 bevestigd, 3 concept en 2 ingetrokken.",
        "- Categorie: 0 A, 6 B en 0 C; van 6 is de categorie nog niet bepaald.",
        (
            "- Planning: 6 gepubliceerd, waar er tot en met dit kwartaal 8 gepland waren (75%); "
            "daarna staan er nog 5 gepland."
        ),
        "- Sinds 31 maart 2026: 8 nieuw, 0 gewijzigd en 2 ingetrokken.",
        "| Wordt niet gepubliceerd | 1 |",
        "| – Opsporing en vervolging van strafbare feiten (Woo, art. 5.1, tweede lid, onder c) | 1",
        "| – Een andere grond | 1 |",
        "| Douane | B: impactvol algoritme | 6 van 8 | doel 5 |",
        (
            "Van 3 algoritmen is de beschrijving nog niet bevestigd. Dat zijn naar verwachting "
            "0–12 beschrijvingen. Een bevestigde beschrijving kostte 30 minuten keuzetijd "
            "(mediaan van 6;"
        ),
        "Er is 1,5 fte.\n\nEen tweede alinea.",
        "- 3 concepten rusten niet op alle documenten: 9 pagina's of documenten niet te lezen.",
        "- Van 3 algoritmen is nog niet bepaald of het er één, meer of geen is.",
        "- De documenten zijn gelezen op 31 maart 2026; latere versies zijn niet bekeken.",
    ):
        assert said in text, said


def test_word_and_excel_say_the_same_sentences(figures: Figures) -> None:
    """Whatever the form, the words and numbers are alike."""
    plain = re.sub(r"\\(.)", r"\1", render("md", figures).decode())
    lines = re.findall(r"^- (.+)$", plain, re.MULTILINE)
    words = read_words(render("docx", figures))
    book = load_workbook(BytesIO(render("xlsx", figures)))
    overview = [str(row[0].value) for row in book["Overzicht"]]

    assert len(lines) > 8
    assert all(line in words for line in lines)
    assert set(lines) <= set(overview)


def test_a_workbook_counts_with_numbers_and_has_a_chart(figures: Figures) -> None:
    """Totals are numbers, the chart is the spreadsheet's own, and every count has a row."""
    book = load_workbook(BytesIO(render("xlsx", figures)))
    sheet = book["Stand per dienst"]

    assert [cell.value for cell in sheet[sheet.max_row]] == ["Totaal", 13, 0, 3, 1, 0, 6, 2, 1]
    assert "Voortgang per dienst" in "".join(_read_parts(render("xlsx", figures), "xl/charts/"))
    rows = [tuple(cell.value for cell in row) for row in book["Gegevens"]]
    assert ("Douane", "Doel per kwartaal", "2026-Q3", "B: impactvol algoritme", 5) in rows


def test_a_chart_in_word_shows_each_phase_by_width_and_number(figures: Figures) -> None:
    """Shaded cells: twice as many is twice as wide."""
    document = Document(BytesIO(render("docx", figures)))
    rows = [
        row for row in document.element.body.iter(qn("w:tr")) if _read_cells(row)[0] == "Douane"
    ]
    row = next(row for row in rows if next(row.iter(qn("w:gridSpan")), None) is not None)
    spans = [int(each.get(qn("w:val"))) for each in row.iter(qn("w:gridSpan"))]

    assert _read_cells(row) == ["Douane", "6", "3", "9"]
    assert spans[1] == 2 * spans[2]


@pytest.mark.parametrize("kind", KINDS)
def test_a_service_is_text_whatever_it_is_called(make_states: MakeStates, kind: str) -> None:
    """No formula, no markup, no control character comes out of a name."""
    states = [*make_states(2, HOSTILE), *make_states(2, "@SUM(1)", phase="draft")]
    made = render(kind, count_figures(JUNE, states, {HOSTILE: {"2026-Q2": {"A": 1}}}))

    if kind == "md":
        table = made.decode().split("```")[0]
        assert "<b>" not in re.sub(r"\\.", "", table)
        assert "\x00" not in made.decode()
    elif kind == "xlsx":
        cells = [cell for sheet in load_workbook(BytesIO(made)) for row in sheet for cell in row]
        assert not [cell.value for cell in cells if cell.data_type == "f"]
        assert any(str(cell.value).startswith("=1+1") for cell in cells)
    else:
        assert "=1+1|<b>*x*</b>" in read_words(made)


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_of_nothing_is_a_report(kind: str) -> None:
    """Before the first draft there is a nought in every row."""
    assert render(kind, count_figures(JUNE, [], {}))
    assert render(kind, count_figures(JUNE, [], {}, (MARCH, [])))


def test_the_report_stands_where_a_template_says(figures: Figures) -> None:
    """Between the ministry's own words, in its styles, also where some are missing."""
    made = render("docx", figures, make_template("Geachte voorzitter,", "{{rapport}}", "Groet"))
    words = read_words(made)

    assert words.startswith("Geachte voorzitter,\nVoortgang Algoritmeregister")
    assert words.endswith("Groet")
    assert "{{rapport}}" not in words
    assert "• Bekend: 13 algoritmen" in words
    with ZipFile(BytesIO(made)) as archive:
        assert b"template.main" not in archive.read("[Content_Types].xml")


def test_without_a_place_the_report_comes_last(figures: Figures) -> None:
    """A plain document is a template too."""
    words = read_words(render("docx", figures, make_template("Bijlage 1", kind="document")))

    assert words.startswith("Bijlage 1\nVoortgang Algoritmeregister")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_word_file_is_no_template(figures: Figures, content: bytes) -> None:
    """An old or locked file is refused with what to give instead."""
    with pytest.raises(TemplateUnusable, match=r"sjabloon brief.dotx"):
        render("docx", figures, content)


def test_a_template_that_unpacks_without_end_is_refused(figures: Figures) -> None:
    """Before it is unpacked."""
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 70_000_000)

    with pytest.raises(TemplateUnusable, match="te groot"):
        render("docx", figures, bomb.getvalue())


def test_a_broken_package_is_refused(figures: Figures) -> None:
    """A zip that holds no document."""
    empty = BytesIO()
    with ZipFile(empty, "w") as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")

    with pytest.raises(TemplateUnusable, match="te openen is"):
        render("docx", figures, empty.getvalue())


def test_other_kinds_of_file_are_refused(figures: Figures) -> None:
    """And a template for anything but Word."""
    with pytest.raises(OutputRefused, match="deze soort"):
        render("pdf", figures)
    with pytest.raises(OutputRefused, match="sjabloon"):
        render("xlsx", figures, make_template("Bijlage"))


def test_an_earlier_file_gives_counts_alone(figures: Figures, make_states: MakeStates) -> None:
    """Which algorithms changed cannot be told from counts, and is not."""
    earlier = count_figures(MARCH, make_states(5, phase="draft"), {})
    text = render("md", compare_counts(figures, earlier)).decode()

    assert "| Douane | 0 | 3 (−2) | 0 | 0 | 6 (+6) | 0 |" in text
    assert "Alleen de aantallen zijn vergeleken" in text
    assert "Alsnog afgevallen" not in text


def _read_parts(content: bytes, folder: str) -> list[str]:
    with ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith(folder)]
        return [archive.read(name).decode() for name in names]


def _read_cells(row: Any) -> list[str]:  # noqa: ANN401 - python-docx has no types
    cells = row.iter(qn("w:tc"))
    return ["".join(each.text or "" for each in cell.iter(qn("w:t"))) for cell in cells]
