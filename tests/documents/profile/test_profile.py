"""What a document is, is what it says itself, or unknown."""

from __future__ import annotations

import pytest
from planted_pages import make_reading

from extractor.documents.dates import DateFinder
from extractor.documents.profile import DocumentKind, Sign, describe_reading
from extractor.documents.reading import read_document
from extractor.models import Reading


def read(text: str) -> Reading:
    """Return the reading of a text."""
    return read_document(text.encode(), "a.md")


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("DPIA scanauto.docx", "", "DPIA"),
        ("DPIA/bijlage.pdf", "Tekst.", "DPIA"),
        ("stuk.pdf", "# Data Protection Impact Assessment", "DPIA"),
        ("second-opinion-dpia.pdf", "", "advice"),
        ("advies_FG.docx", "", "advice"),
        ("bijlage-duidingsrapportage.pdf", "", "advice"),
        ("prescan DPIA.docx", "", "pre-scan"),
        ("iama.docx", "", "IAMA"),
        ("stuk.docx", "# Combinatietoets DPIA-IAMA Slootzicht", "combined assessment"),
        ("DPIA en IAMA scanauto.docx", "", "combined assessment"),
        ("stuk.docx", "# GEB / DPIA scanauto", "DPIA"),
        ("stuk.docx", "# IAMA scanauto, versie 2 (hoort bij de DPIA)", "IAMA"),
        ("stuk.docx", "# Advies over de DPIA en IAMA", "advice"),
        ("AI Impact Assessment v2.docx", "", "AIIA"),
        ("systeembeschrijving.pdf", "", "system document"),
        ("README.md", "", "system document"),
        ("handhavingsbeleid.pdf", "Beleid parkeren", "policy"),
        ("DPIA.pdf", "# Advies van de FG over de DPIA", "advice"),
        ("memo.docx", "# Memo\n\nOnderwerp: DPIA scanauto", "other"),
        ("memo.docx", "# Memo\n\nOnderwerp: advies over de DPIA", "advice"),
        ("auditrapport.pdf", "", "audit"),
        ("audit logging.docx", "", "other"),
        ("Factsheet.pdf", "", "supplier document"),
        ("stuk.pdf", "# Besluit op bezwaar", "decision"),
        ("stuk.pdf", "Tekst over iets anders.", "other"),
        ("stuk.pdf", "Tekst. " * 200 + "DPIA", "other"),
    ],
)
def test_a_kind_is_told_by_name_title_or_folder(path: str, text: str, kind: DocumentKind) -> None:
    """The title before the name, the folder last; a word deep in the text tells nothing."""
    assert describe_reading(read(text or "x"), path).kind == kind


@pytest.mark.parametrize(
    ("text", "path", "date", "words"),
    [
        ("| Datum | 21 november 2023 |\n|--|--|\n| x | y |", "a", "2023-11-21", "21 november 2023"),
        ("Versie 1.1, 3-2-2024", "a", "2024-02-03", "3-2-2024"),
        ("Date: 2023-08-09\nAuthor: x", "a", "2023-08-09", "2023-08-09"),
        ("November 2023", "a", "2023-11", "November 2023"),
        ("---\ndatum: 2026-06-22\nversie: 2\n---\n", "a", "2026-06-22", "2026-06-22"),
        (
            "Op 7 februari 2023 bracht de FG advies uit over alle versies van dit stuk.",
            "a",
            None,
            None,
        ),
        ("Tekst.", "20231121 dpia.docx", "2023-11-21", "20231121"),
        ("Datum: 31-02-2023", "a", None, None),
        ("Datum: [datum invullen]", "a", None, None),
    ],
)
def test_a_date_is_read_where_a_line_gives_one(
    text: str, path: str, date: str | None, words: str | None
) -> None:
    """A date in a story is not the document's; a day that does not exist is none."""
    profile = describe_reading(read(text), path)

    sign = profile.signs.get("date")

    assert (profile.date, sign.words if sign else None) == (date, words)


@pytest.mark.parametrize(
    ("text", "path", "version"),
    [
        ("| Versie | 1.1 |\n|--|--|\n| x | y |", "a", "1.1"),
        ("**Versie:** concept 0.1", "a", "0.1"),
        ("DPIA, versie 2", "a", "2"),
        ("Versie: 24 augustus 2020", "a", None),
        ("Versie 12-03-2020", "a", None),
        ("Tekst.", "DPIA_v1.2.docx", "1.2"),
        ("Tekst.", "a", None),
        (
            "De FG adviseerde over versie 0.8 van dit stuk, en daarna is nog veel veranderd.",
            "a",
            None,
        ),
    ],
)
def test_a_version_is_read_where_a_line_gives_one(
    text: str, path: str, version: str | None
) -> None:
    """On a short line of the first pages, or in the name of the file."""
    assert describe_reading(read(text), path).version == version


def test_the_language_is_that_of_the_small_words() -> None:
    """Enough to choose rules by; a text without any has none."""
    assert (
        describe_reading(read("De auto scant het kenteken van een voertuig."), "a").language == "nl"
    )
    assert describe_reading(read("The car scans the plate of a vehicle."), "a").language == "en"
    assert describe_reading(read("Kenteken"), "a").language is None


def test_an_empty_reading_tells_what_its_name_tells() -> None:
    """A file that could not be read still has a name."""
    profile = describe_reading(read_document(b"", "DPIA v2.docx"), "DPIA v2.docx")

    assert (profile.kind, profile.version, profile.date) == ("DPIA", "2", None)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("1 mei 2024", "2024-05-01"),
        ("1e mei 2024", "2024-05-01"),
        ("09/10/2020", "2020-10-09"),
        ("2023_11_21", "2023-11-21"),
        ("14 maart 1823", None),
        ("1.2.2023.4", None),
        ("20231399", None),
    ],
)
def test_dates_are_read_as_they_are_written_here(words: str, iso: str | None) -> None:
    """The day comes before the month."""
    found = DateFinder(months={"mei": 5, "maart": 3}).find(words)

    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("path", "text", "status", "place"),
    [
        ("a.md", "Status: concept", "concept", "page"),
        ("DPIA definitief.docx", "Status: concept", "concept", "page"),
        ("DPIA definitief.docx", "Versie 0.9", "final", "name"),
        ("DPIA.docx", "Versie 0.9", "concept", "page"),
        ("concept/DPIA.docx", "Tekst.", "concept", "folder"),
        ("a.md", "Status: vastgesteld op [datum invullen]", None, None),
        ("a.md", "Vastgesteld door: ........", None, None),
        ("a.md", "Handtekening directeur:", None, None),
        ("a.md", "Versie 1.0", None, None),
        ("a.md", "| 1.0 | 2024 | vastgesteld door de directeur |", None, None),
        ("a.md", "Het concept is besproken en definitief vastgesteld.", None, None),
    ],
)
def test_a_concept_is_told_from_a_final_document(
    path: str, text: str, status: str | None, place: str | None
) -> None:
    """By a label before words in passing; an empty place for a signature proves nothing."""
    profile = describe_reading(read(text), path)
    sign = profile.signs.get("status")

    assert (profile.status, sign.place if sign else None) == (status, place)


@pytest.mark.parametrize(
    ("running", "line", "marking"),
    [
        ("Dep. VERTROUWELIJK", "Tekst", "Dep. VERTROUWELIJK"),
        ("Gemeente Lindewaard | Intern", "Tekst", "Intern"),
        ("Gemeente Lindewaard INTERN", "Tekst", "INTERN"),
        ("Afdeling Intern Toezicht", "Tekst", None),
        ("3", "Rubricering: Vertrouwelijk", "Vertrouwelijk"),
        ("3", "Vertrouwelijk behandelen van meldingen", None),
        ("INTERN", "Stg. GEHEIM", "Stg. GEHEIM"),
    ],
)
def test_a_marking_is_told_where_it_stands_as_one(
    running: str, line: str, marking: str | None
) -> None:
    """The heaviest counts; a word in a sentence or a name marks nothing."""
    assert describe_reading(make_reading((line,), (running,)), "a.pdf").marking == marking


def test_a_firm_in_the_footer_speaks_in_a_manual_and_not_in_an_assessment() -> None:
    """A DPIA is the organisation's own account, also where an adviser typed it."""
    footer = ("© 2024 Optimaal Data B.V.",)

    assert describe_reading(make_reading(("Handleiding",), footer), "a.pdf").voice == "supplier"
    assert describe_reading(make_reading(("DPIA",), footer), "a.pdf").voice == "own"


def test_every_value_comes_with_the_words_it_was_decided_on() -> None:
    """And with the place they stand in."""
    profile = describe_reading(
        make_reading(("DPIA scanauto", "Datum: 3 mei 2024"), ("concept",)), "v1.2/a_v1.2.pdf"
    )

    assert profile.signs == {
        "kind": Sign("DPIA", "page"),
        "status": Sign("concept", "header"),
        "date": Sign("3 mei 2024", "page"),
        "version": Sign("v1.2", "name"),
    }
