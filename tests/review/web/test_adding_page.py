"""From a folder on this machine to drafts, on the page in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.organisation import OrganisationProfile
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.standing import find_current
from tests.review.web.conftest import NOON
from tests.review.web.site_server import Site
from tests.review.web.test_browser import Watched, browser

__all__ = ["browser"]
OLD = "Het doel van het systeem is dat bewoners sneller een plek vinden."


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """Return the overview, entered by J. Jansen; it stays without errors."""
    watched = Watched(browser, site)
    watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    watched.page.goto(site.origin)
    yield watched.page
    watched.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two documents that folders put in two dossiers."""
    for name, text in {
        "Vuilwagen": OLD,
        "Vuilwagen bijlage": "De wagen rijdt in Duinrade.",
    }.items():
        (tmp_path / "gemeente" / name).mkdir(parents=True)
        path = tmp_path / "gemeente" / name / "systeem.md"
        path.write_text(f"# Systeembeschrijving\n\n## Doel\n\n{text}\n", "utf-8")
    return tmp_path / "gemeente"


def test_a_folder_is_found_by_browsing_grouped_and_drafted(
    page: Page, site: Site, folder: Path
) -> None:
    """Two folders, one algorithm: put together by hand, undone, done again, drafted as one."""
    page.locator(".add summary").click()
    page.locator("#map").fill(str(folder.parent))
    page.get_by_role("button", name="Blader").click()
    page.get_by_role("button", name="gemeente", exact=True).click()
    page.get_by_role("button", name="Bekijk deze map").click()
    expect(page.locator(".found h2")).to_have_count(2)

    page.locator("[value='Vuilwagen bijlage/systeem.md']").check()
    page.locator("[name=dossier]").fill("Vuilwagen")
    page.get_by_role("button", name="Verander de indeling").click()
    expect(page.locator(".found h2")).to_have_text(["Vuilwagen"])
    page.get_by_role("button", name="Maak de laatste verandering ongedaan").click()
    expect(page.locator(".found h2")).to_have_count(2)
    page.locator("[value='Vuilwagen bijlage/systeem.md']").check()
    page.locator("[name=dossier]").fill("Vuilwagen")
    page.get_by_role("button", name="Verander de indeling").click()
    expect(page.locator(".found h2")).to_have_count(1)
    page.get_by_role("button", name="Maak dit concept").click()

    row = page.locator(".list tbody tr", has_text="Vuilwagen")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("concept")
    draft = next(d for d in site.store.list_drafts() if d.dossier.startswith("vuilwagen"))
    paths = [each.path for each in site.store.get_draft(draft.id).documents]
    assert paths == ["systeem.md", "Vuilwagen bijlage/systeem.md"]


def test_the_overview_is_sifted_and_sorted(page: Page) -> None:
    """By name, by how far it is, and in the order of a column."""
    rows = page.locator(".list tbody tr:visible")
    expect(rows).to_have_count(2)
    page.locator("#filter").fill("sloot")
    expect(rows).to_have_count(1)
    page.locator("#filter").fill("")
    page.locator("#staat").select_option("confirmed")
    expect(rows).to_have_count(0)
    expect(page.locator("#none")).to_be_visible()
    page.locator("#staat").select_option("")
    page.get_by_role("button", name="Dossier").click()
    first = rows.first.inner_text()
    page.get_by_role("button", name="Dossier").click()
    expect(rows.last).to_contain_text(first.split("\t")[0].strip()[:12])


def test_after_a_redraft_old_and_new_stand_side_by_side(
    page: Page, site: Site, folder: Path, reader: DocumentReader
) -> None:
    """The words are gone from the document: the old choice can be kept with one press."""

    def redraft(text: str) -> str:
        path = folder / "Vuilwagen" / "systeem.md"
        path.write_text(f"# Systeembeschrijving\n\n## Doel\n\n{text}\n", "utf-8")
        found = find_dossiers(folder / "Vuilwagen")[0]
        made = draft_dossier(
            found, site.store, reader, lambda r: OfflineDrafter(r, lambda: NOON), lambda: NOON
        )
        return made.id

    signature = Signature(reviewer="P. Pietersen", at=NOON, note="gezien")
    first = redraft(OLD)
    decide_subject(site.store, first, "goal", Choice(action="accept"), signature)
    second = redraft("Het doel van het systeem is dat bewoners minder zwerfvuil zien op straat.")
    page.goto(f"{site.origin}/concept/{second}")

    card = page.locator("#veld-goal")
    expect(card.locator(".versus .old")).to_contain_text("sneller een plek vinden")
    expect(card.locator(".versus .old")).to_contain_text("P. Pietersen")
    expect(card.locator(".versus .new")).to_contain_text("minder zwerfvuil")
    card.locator(".versus .old .ref").first.click()
    expect(page.locator("#bron mark").first).to_contain_text("sneller een plek")
    card.get_by_role("button", name="Houd de eerdere keuze").click()
    expect(page.locator("#veld-goal .state")).to_have_text("eerdere keuze gehouden")
    dossier = site.store.get_draft(second).dossier
    assert find_current(site.store.list_decisions(dossier))["goal"].action == "carry"


def test_copied_fields_and_the_code_are_kept(page: Page, site: Site) -> None:
    """On the server, so that a colleague goes on where somebody stopped."""
    draft = site.drafts[0]
    signature = Signature(reviewer="P. Pietersen", at=NOON)
    decide_subject(site.store, draft.id, "organization", Choice(action="accept"), signature)
    page.goto(f"{site.origin}/overnemen/{draft.id}")
    page.locator("[name=lars]").fill("12")
    page.locator("[data-key=organization] [data-done]").check()
    expect(page.locator("#teller")).to_have_text("1 van 1 overgenomen")
    expect(page.locator("#melding")).to_have_text("")
    page.locator("[name=lars]").fill("12345678")
    page.locator("#lars-form").get_by_role("button", name="Bewaar").click()
    expect(page.locator("#lars-form button")).to_have_text("Bewaard")
    page.reload()

    expect(page.locator("[data-key=organization] [data-done]")).to_be_checked()
    expect(page.locator("[name=lars]")).to_have_value("12345678")
    page.goto(site.origin)
    expect(page.locator(".list")).to_contain_text("LARS 12345678")


def test_values_of_the_organisation_are_taken_over_in_several_drafts_at_once(
    page: Page, site: Site, folder: Path, reader: DocumentReader
) -> None:
    """The person sees the value and the drafts, leaves one out, and decides in one act."""
    site.store.add_profile(OrganisationProfile(name="Gemeente Duinrade"), NOON)
    for found in find_dossiers(folder):
        draft_dossier(
            found, site.store, reader, lambda r: OfflineDrafter(r, lambda: NOON), lambda: NOON
        )
    page.goto(site.origin)
    form = page.locator(".profile[data-field=organization]")
    expect(form).to_contain_text("Gemeente Duinrade")
    form.get_by_label("Vuilwagen bijlage").uncheck()
    form.get_by_role("button").click()

    expect(page.locator(".profile label.tick")).to_have_text(["Vuilwagen bijlage"])
    row = page.locator(".list tbody tr", has=page.get_by_role("link", name="Vuilwagen", exact=True))
    expect(row).to_contain_text("1 van 26")
