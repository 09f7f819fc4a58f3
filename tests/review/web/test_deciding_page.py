"""Deciding on the page in a real browser: withhold, undo, reasons, sign-off, others at work."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.standing import find_current
from tests.review.web.conftest import NOON
from tests.review.web.site_server import Site
from tests.review.web.test_browser import Watched, browser

__all__ = ["browser"]
SCAN = "Parkeercontrole scanauto"


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """Return the review page of the first draft, entered by J. Jansen; it stays without errors."""
    watched = Watched(browser, site)
    yield watched.enter(site, "J. Jansen", SCAN)
    watched.close()


def find_decision(site: Site, subject: str) -> tuple[str, str | None, str | None]:
    """Return the action, ground and note of the last decision on the subject."""
    decision = find_current(site.store.list_decisions(site.drafts[0].dossier))[subject]
    return decision.action, decision.ground, decision.note


def test_a_sentence_is_withheld_with_its_ground(page: Page, site: Site) -> None:
    """It leaves the value, the rest stays, and the ground and note stand in the history."""
    card = page.locator("#veld-risks")
    first = card.locator(".claim .words").first.inner_text()
    card.get_by_role("button", name="Niet publiceren").click()
    form = card.locator("form.withhold")
    form.locator("[name=part]").first.check()
    form.locator("[name=ground]").select_option("toezicht")
    form.locator("[name=note]").fill("Maakt ontduiken mogelijk")
    form.get_by_role("button", name="Bewaar").click()

    expect(card.locator(".state")).to_have_text("niet publiceren")
    expect(card.locator(".value")).not_to_contain_text(first[:60])
    expect(card.locator(".based").first).to_contain_text("Inspectie, controle en toezicht")
    assert find_decision(site, "risks") == ("withhold", "toezicht", "Maakt ontduiken mogelijk")


def test_leaving_empty_asks_why(page: Page, site: Site) -> None:
    """By keyboard: x, then Enter for the usual reason."""
    card = page.locator("#veld-end_date")
    card.click()
    page.keyboard.press("x")
    page.keyboard.press("Enter")

    expect(card.locator(".state")).to_have_text("leeg gelaten")
    assert find_decision(site, "end_date") == ("empty", None, "Niet van toepassing")


def test_choices_are_undone_one_by_one(page: Page) -> None:
    """First the edit, then the taking over; then the field is open again."""
    card = page.locator("#veld-organization")
    card.click()
    page.keyboard.press("a")
    expect(card.locator(".state")).to_have_text("overgenomen")
    page.keyboard.press("e")
    card.locator("[name=typed]").fill("Gemeente Duinrade")
    card.get_by_role("button", name="Bewaar").first.click()
    expect(card.locator(".state")).to_have_text("zelf geschreven")
    page.keyboard.press("u")
    expect(card.locator(".state")).to_have_text("overgenomen")
    page.keyboard.press("u")
    expect(card.locator(".state")).to_have_text("nog te kiezen")
    expect(card.locator(".log summary")).to_have_text("Geschiedenis (4)")


def test_a_value_that_no_source_carries_wants_a_reason(page: Page, site: Site) -> None:
    """The reviewer reads what is wrong, and gives the reason there."""
    card = page.locator("#veld-contact_email")
    card.get_by_role("button", name="Bewerk").click()
    card.locator("[name=typed]").fill("balie@duinrade.example")
    card.get_by_role("button", name="Bewaar").first.click()
    expect(card.locator(".told")).to_contain_text("staat niet in de bron")
    card.locator("form.reason [name=note]").fill("Nieuw adres sinds oktober")
    card.get_by_role("button", name="Bewaar met deze reden").click()

    expect(card.locator(".state")).to_have_text("zelf geschreven")
    assert find_decision(site, "contact_email")[2] == "Nieuw adres sinds oktober"


def test_another_reviewers_choice_appears_by_itself(page: Page, site: Site) -> None:
    """Without reloading, and not under somebody who is typing."""
    mine = page.locator("#veld-goal")
    mine.get_by_role("button", name="Bewerk").click()
    mine.locator("[name=typed]").fill("Mijn eigen tekst")
    other = Signature(reviewer="P. Pietersen", at=NOON)
    for subject in ("organization", "goal"):
        decide_subject(site.store, site.drafts[0].id, subject, Choice(action="accept"), other)

    expect(page.locator("#veld-organization .state")).to_have_text("overgenomen")
    expect(mine.locator(".told")).to_contain_text("Een ander koos ondertussen")
    expect(mine.locator("[name=typed]")).to_have_value("Mijn eigen tekst")
    mine.get_by_role("button", name="Bewaar").first.click()
    expect(page.locator("#veld-goal .told")).to_contain_text("Uw tekst was: Mijn eigen tekst")
    expect(page.locator("#veld-goal .state")).to_have_text("overgenomen")


def test_a_selected_passage_goes_into_a_field_with_its_place(page: Page, site: Site) -> None:
    """Words of a text document, selected by mouse, cut by the server from what it read."""
    card = page.locator("#veld-url")
    page.locator("#veld-begin_date .ref").first.click()
    expect(page.locator("#bron mark").first).to_contain_text("Sinds maart 2023")
    page.evaluate(
        """() => { const all = document.querySelectorAll('#bron mark [data-s]');
        getSelection().setBaseAndExtent(all[0].firstChild, 0, all[3].firstChild, 2); }"""
    )
    page.locator("#opnemen select").select_option("tags")
    page.locator("#opnemen [data-take]").click()

    expect(page.locator("#veld-tags .state")).to_have_text("zelf geschreven")
    decision = find_current(site.store.list_decisions(site.drafts[0].dossier))["tags"]
    quote = decision.claims[-1].citations[0].quote
    reading = site.store.get_reading(decision.claims[-1].citations[0].reading)
    assert reading is not None
    assert decision.claims[-1].citations[0].span.of(reading.text) == quote
    assert len(quote.split()) == 4
    assert str(decision.value).endswith(quote)
    expect(card.locator(".state")).to_have_text("nog te kiezen")


def test_words_on_a_page_of_a_pdf_can_be_selected(page: Page) -> None:
    """The letters over the picture are those under the mark."""
    page.locator("#veld-begin_date .ref").nth(1).click()
    expect(page.locator("#bron image")).to_be_visible()
    texts = page.evaluate(
        """() => { const mark = document.querySelector('#bron .mark').getBoundingClientRect();
        return [...document.querySelectorAll('#bron .words text')].filter((each) => {
          const own = each.getBoundingClientRect(), middle = own.left + own.width / 2;
          const beside = own.top < mark.bottom && own.bottom > mark.top;
          return beside && middle > mark.left && middle < mark.right;
        }).map((each) => each.textContent).join(' '); }"""
    )

    assert "5 juni 2023" in texts


def test_the_dossier_is_searched(page: Page) -> None:
    """By keyboard: slash, words, Enter; the passage opens where it stands."""
    page.keyboard.press("/")
    page.keyboard.type("steekproef controle")
    page.keyboard.press("Enter")
    hit = page.locator("#bron .hit").first
    expect(hit.locator("mark").first).to_be_visible()
    hit.click()
    expect(page.locator("#bron mark, #bron .mark").first).to_be_visible()


def test_a_decided_entry_is_signed_off_and_a_change_voids_it(page: Page, site: Site) -> None:
    """Role, name, on behalf of, date; after another choice the page says it lapsed."""
    draft = site.drafts[0]
    other = Signature(reviewer="P. Pietersen", at=NOON, note="nagegaan")
    typed = {"contact_email": "parkeren@duinrade.example", "status": "In gebruik"}
    for proposal in draft.proposals:
        key = proposal.field
        if key in {"lang", "standard_version", "source_id"}:
            continue
        if proposal.alternatives:
            choice = Choice(action="choose", number=1)
        elif key in typed:
            choice = Choice(action="edit", typed=typed[key])
        else:
            choice = Choice(action="accept" if proposal.claims else "empty")
        decide_subject(site.store, draft.id, key, choice, other)
    page.reload()
    form = page.locator("#vaststellen")
    for name, value in {
        "name": "A. Bakker",
        "role": "afdelingshoofd",
        "on_behalf_of": "het college",
        "on": "2026-11-27",
    }.items():
        form.locator(f"[name={name}]").fill(value)
    form.get_by_role("button", name="Stel vast").click()

    expect(page.locator(".signed")).to_contain_text("A. Bakker, afdelingshoofd, namens het college")
    page.locator("#veld-goal").get_by_role("button", name=re.compile("^Neem terug")).click()
    expect(page.locator(".void")).to_contain_text("Vervallen")


def test_the_quick_screen_is_answered_and_shown_on_the_draft(page: Page, site: Site) -> None:
    """What the documents say is put ready, the person changes an answer, and the draft tells it."""
    page.locator("#toets summary").click()
    page.get_by_role("link", name="Beantwoord de snelle toets").click()
    page.get_by_role("button", name="Zet de antwoorden van de documenten klaar").click()
    expect(page.locator("[name=algorithm][value=yes]")).to_be_checked()
    page.locator("[name=ai_system][value=no]").check()
    page.locator("[name=impactful][value=no]").check()
    page.locator("[name=risk_selection][value=no]").check()
    expect(page.locator("#uitkomst")).to_contain_text("Overige algoritmes")
    page.get_by_role("button", name="Bewaar de antwoorden").click()
    expect(page.locator(".outcome .hint")).to_contain_text("Bewaard door J. Jansen")
    page.get_by_role("link", name="Naar het concept").click()

    expect(page.locator("#toets summary")).to_contain_text("Overige algoritmes")
    checks = page.locator("#veld-publication_category .checks")
    expect(checks.first).to_contain_text(
        "De antwoorden op de snelle toets geven een andere uitkomst"
    )
    decision = find_current(site.store.list_decisions(site.drafts[0].dossier))["screen"]
    assert decision.value == "Overige algoritmes"


def test_a_repair_is_offered_while_typing(page: Page) -> None:
    """A date in words becomes year and month when the reviewer asks for it."""
    card = page.locator("#veld-begin_date")
    card.get_by_role("button", name="Vul in").click()
    card.locator("[name=typed]").fill("1 maart 2023")
    card.get_by_role("button", name="Maak ervan: 2023-03").click()
    expect(card.locator("[name=typed]")).to_have_value("2023-03")
    card.get_by_role("button", name="Bewaar").first.click()
    expect(card.locator(".state")).to_have_text("zelf geschreven")
