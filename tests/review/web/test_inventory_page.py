"""The inventory on the page: a list read, its columns said, its outcomes chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, Page, expect

from extractor.inventory.listing import ListedCandidate, list_candidates
from tests.review.web.site_server import Site
from tests.review.web.test_browser import Watched, browser, find_barriers

__all__ = ["browser"]
HOSTILE = "<img src=x onerror=alert(1)> \"'<script>alert(2)</script>"
ROWS = (
    ("Naam algoritme", "Dienst", "Categorie", "Opmerking"),
    ("Parkeercontrole scanauto", "Toezicht", "B", "x"),
    ("Slootschouw met Slootzicht", "Beheer", "C", "y"),
    (HOSTILE, "Beheer", "", "z"),
)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Return a list in a folder of its own, with an explanation in front."""
    book = Workbook()
    book.worksheets[0].title = "Toelichting"
    book.worksheets[0].append(["Lees dit eerst"])
    sheet = book.create_sheet("Lijst")
    for row in ROWS:
        sheet.append(row)
    path = tmp_path / "gemeente" / "lijst.xlsx"
    path.parent.mkdir()
    book.save(path)
    return path


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """Return the page of the inventory, entered by J. Jansen; it stays without errors."""
    watched = Watched(browser, site)
    watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    watched.page.goto(f"{site.origin}/inventaris")
    yield watched.page
    watched.close()


def read_list(page: Page, workbook: Path) -> None:
    """Type where the list is, look at its columns, and read it."""
    page.locator("#lijst").fill(str(workbook))
    page.get_by_role("button", name="Bekijk de kolommen").click()
    page.get_by_role("button", name="Lees deze lijst in").click()
    expect(page.locator("#kandidaten tbody tr")).to_have_count(3)


def find_listed(site: Site) -> dict[str, ListedCandidate]:
    """Return the candidates of the workspace by the first word of their names."""
    return {each.name.split()[0]: each for each in list_candidates(site.store)}


def test_a_list_is_found_by_browsing_and_its_columns_are_said(
    page: Page, site: Site, workbook: Path
) -> None:
    """What Bronvast takes for the service is the process here; the note is the contact."""
    page.locator("#lijst").fill(str(workbook))
    page.get_by_role("button", name="Bekijk de kolommen").click()
    roles = page.locator("#kolommen [name=role]")
    expect(roles).to_have_count(4)
    page.get_by_label("Betekenis van Dienst").select_option("process")
    page.get_by_label("Betekenis van Opmerking").select_option("contact")
    page.get_by_role("button", name="Lees deze lijst in").click()

    expect(page.locator("#gelezen")).to_contain_text("3 kandidaten, 3 nieuw")
    expect(page.locator("#gelezen")).to_contain_text("Toelichting")
    found = find_listed(site)["Slootschouw"]
    assert (found.service, found.process, found.contact) == (None, "Beheer", "y")


def test_lists_are_offered_while_browsing(site: Site, workbook: Path) -> None:
    """Of a folder its sub-folders, and the files that may be a list."""
    site.enter()
    answer = site.ask("POST", "/api/inventory/files", {"path": str(workbook.parent)})

    assert answer.status == 200
    assert "lijst.xlsx" in answer.json["html"]
    assert "Map hierboven" in answer.json["html"]


def test_an_outcome_is_chosen_and_shown(page: Page, site: Site, workbook: Path) -> None:
    """With what belongs to it; the filter stays, and the choice can be taken back."""
    read_list(page, workbook)
    page.locator("#dienst-filter").select_option("Beheer")
    expect(page.locator("#kandidaten tbody tr:visible")).to_have_count(2)
    row = page.locator("#kandidaten tbody tr", has_text="Slootschouw")
    row.get_by_role("button", name="Kies de uitkomst").click()
    page.locator("#keuze [name=kind]").select_option("not published")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#keuze .told")).to_contain_text("waarom dit niet mag")
    page.locator("#keuze [name=ground]").select_option("toezicht")
    page.locator("#keuze [name=note]").fill("zie nota")
    page.get_by_role("button", name="Bewaar").click()

    expect(row).to_contain_text("niet publiceren")
    expect(row).to_contain_text("J. Jansen")
    expect(page.locator("#kandidaten tbody tr:visible")).to_have_count(2)
    outcome = find_listed(site)["Slootschouw"].outcome
    assert (outcome.kind, outcome.ground, outcome.note) == (
        "not published",
        "toezicht",
        "zie nota",
    )

    row.get_by_role("button", name="Kies de uitkomst").click()
    page.locator("#keuze [name=kind]").select_option("part of")
    page.locator("#keuze [name=part_of]").select_option("Parkeercontrole scanauto")
    page.get_by_role("button", name="Bewaar").click()
    expect(row).to_contain_text("deel van een andere: Parkeercontrole scanauto")
    row.get_by_role("button", name="Kies de uitkomst").click()
    page.locator("#keuze [name=kind]").select_option("derived")
    page.locator("#keuze [name=note]").fill("")
    page.get_by_role("button", name="Bewaar").click()
    expect(row).to_contain_text("nog te doen")


def test_a_suggested_dossier_is_linked_by_a_person(page: Page, site: Site, workbook: Path) -> None:
    """The same name is certain; shared words are shown, and a person settles it."""
    read_list(page, workbook)
    certain = page.locator("#kandidaten tbody tr", has_text="Parkeercontrole")
    expect(certain.get_by_role("link", name="Parkeercontrole scanauto")).to_be_visible()
    row = page.locator("#kandidaten tbody tr", has_text="Slootzicht")
    expect(row).to_contain_text("lijkt op Slootschouw beelden (woorden: slootschouw)")
    row.get_by_role("button", name="Koppel").click()

    expect(row.get_by_role("link", name="Slootschouw beelden")).to_be_visible()
    expect(row).to_contain_text("concept")
    assert find_listed(site)["Slootschouw"].dossier == site.drafts[1].dossier


def test_what_stands_in_a_list_is_only_shown(page: Page, workbook: Path) -> None:
    """Markup in cells, headings and choices runs nowhere."""
    read_list(page, workbook)
    row = page.locator("#kandidaten tbody tr", has_text="onerror")
    row.get_by_role("button", name="Kies de uitkomst").click()

    expect(page.locator("#keuze-titel")).to_have_text(HOSTILE)
    assert page.locator("main img, main script, dialog img").count() == 0


def test_what_is_wrong_with_a_list_is_said(page: Page, workbook: Path) -> None:
    """A list that cannot be read says why, in Dutch, and keeps nothing."""
    workbook.write_bytes(b"PK\x03\x04kapot")
    page.locator("#lijst").fill(str(workbook))
    page.get_by_role("button", name="Bekijk de kolommen").click()

    expect(page.locator("#melding")).to_contain_text("geen Excel-bestand")
    expect(page.locator("#kandidaten")).to_have_count(0)


def test_nothing_bars_the_way(browser: Browser, site: Site, workbook: Path) -> None:
    """No barrier that axe knows: empty, while reading, with candidates, with the form open."""
    watched = Watched(browser, site, bypass_csp=True)
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    page.goto(f"{site.origin}/inventaris")
    assert find_barriers(page) == []
    page.locator("#lijst").fill(str(workbook.parent))
    page.get_by_role("button", name="Blader").click()
    expect(page.locator("#mappen .folders")).to_be_visible()
    page.locator("#lijst").fill(str(workbook))
    page.get_by_role("button", name="Bekijk de kolommen").click()
    expect(page.locator("#kolommen")).to_be_visible()
    assert find_barriers(page) == []
    page.get_by_role("button", name="Lees deze lijst in").click()
    expect(page.locator("#kandidaten")).to_be_visible()
    assert find_barriers(page) == []
    page.get_by_role("button", name="Kies de uitkomst").first.click()
    page.locator("#keuze [name=kind]").select_option("part of")
    assert find_barriers(page) == []
    watched.close()


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("lists", {"path": "/nergens.xlsx"}, 422),
        ("lists", {"path": "/x", "columns": {"doel": "x"}}, 422),
        ("candidates/0123456789ab/outcome", {"kind": "draft"}, 404),
        ("candidates/0123456789ab/outcome", {"kind": "klaar"}, 422),
        ("candidates/..%2Fx/outcome", {"kind": "draft"}, 404),
        ("candidates/0123456789ab/dossier", {"dossier": "x"}, 404),
    ],
)
def test_what_cannot_be_asked_is_refused(
    site: Site, path: str, body: dict[str, object], status: int
) -> None:
    """A reason for what is wrong, and never a failure of the server."""
    site.enter()
    site.ask("POST", "/api/name", {"name": "J. Vos"})

    assert site.ask("POST", f"/api/inventory/{path}", body).status == status


def test_another_page_cannot_read_a_list(site: Site, workbook: Path) -> None:
    """What changes something needs the page's own origin and a browser that was let in."""
    body = {"path": str(workbook)}
    assert site.ask("POST", "/api/inventory/lists", body).status == 401
    site.enter()
    elsewhere = {"Origin": "http://elders.example"}

    assert site.ask("POST", "/api/inventory/lists", body, elsewhere).status == 403
    assert site.ask("GET", "/api/inventory").json == []
    assert site.ask("POST", "/api/inventory/lists", body).status == 200
    assert len(site.ask("GET", "/api/inventory").json) == 3
