"""A review in a real browser: by mouse, by keyboard, by two people, on hostile documents."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect, sync_playwright

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.models import Draft
from extractor.pipeline import draft_dossier
from extractor.standard.catalogue import list_decided_fields
from extractor.store import open_store
from tests.review.web.conftest import NOON
from tests.review.web.site_server import Site, run_site

CHROMIUM = os.environ.get("BRONVAST_CHROMIUM") or shutil.which("chromium")
SETTINGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
FILLED = {"publication_category": "Impactvolle algoritmes"}
"""What a person fills in where the documents are silent."""
HOSTILE = (
    "# Systeem <script>alert(1)</script>\n\n## Doel\n\n"
    "Het algoritme heeft als doel dat <img src=x onerror=alert(2)> inwoners eerlijk parkeren.\n\n"
    "## Inzet\n\nHet systeem is sinds maart 2023 in gebruik </mark><script>alert(3)</script>.\n"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium; without it these tests say how to get it."""
    if CHROMIUM is None:
        pytest.skip("no chromium here: apt-get install chromium, or set BRONVAST_CHROMIUM")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=SETTINGS)
        yield opened
        opened.close()


class Watched:
    """A page of which every complaint and every request to elsewhere is kept."""

    def __init__(self, browser: Browser, site: Site, *, bypass_csp: bool = False) -> None:
        window = ViewportSize(width=1280, height=800)
        self.page = browser.new_context(viewport=window, bypass_csp=bypass_csp).new_page()
        self.complaints: list[str] = []
        self.outside: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)
        self.page.on("request", lambda asked: self._follow(asked.url, site))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))

    def _hear(self, message: object) -> None:
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        if kind == "error" and "409" not in text and "422" not in text:
            self.complaints.append(text)

    def _follow(self, url: str, site: Site) -> None:
        if not url.startswith(site.origin):
            self.outside.append(url)

    def enter(self, site: Site, name: str | None, dossier: str) -> Page:
        """Open a draft, under a name where the address has none."""
        tickets = site.doorkeeper.list_tickets().items()
        ticket = next(key for key, each in tickets if each.reviewer == name)
        self.page.goto(f"{site.origin}/binnen?ticket={ticket}")
        self.page.wait_for_url(f"{site.origin}/")
        self.page.get_by_role("link", name=dossier).click()
        self.page.wait_for_selector(".card.now")
        return self.page

    def close(self) -> None:
        """Close the page; nothing was complained of, and nothing asked elsewhere."""
        self.page.context.close()
        assert self.complaints == []
        assert self.outside == []


@pytest.fixture
def watched(browser: Browser, site: Site) -> Iterator[Watched]:
    """Return a page that must stay without complaints."""
    opened = Watched(browser, site)
    yield opened
    opened.close()


def test_a_field_is_decided_by_mouse(watched: Watched, site: Site) -> None:
    """The name is asked once; the card turns, the count follows, the log has it."""
    page = watched.enter(site, None, "Parkeercontrole scanauto")
    card = page.locator("#veld-organization")
    card.get_by_role("button", name="Neem over").click()
    page.locator("#wie-naam").fill("A. de Wit")
    page.locator("#wie").get_by_role("button", name="Bewaar").click()

    expect(page.locator("#veld-organization .state")).to_have_text("overgenomen")
    expect(page.locator("#voortgang .count")).to_have_text("1 van 26 bevestigd")
    (decision,) = site.store.list_decisions(site.drafts[0].dossier)
    assert (decision.subject, decision.reviewer) == ("organization", "A. de Wit")


def test_fields_are_decided_by_keyboard_alone(watched: Watched, site: Site) -> None:
    """Take over, go on, edit, save, take back; each with one key."""
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    page.keyboard.press("a")
    expect(page.locator("#veld-name .state")).to_have_text("overgenomen")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("De gemeente controleert met camera's of er is betaald.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#veld-description_short .state")).to_have_text("zelf geschreven")
    page.keyboard.press("u")
    expect(page.locator("#veld-description_short .state")).to_have_text("nog te kiezen")
    page.keyboard.press("k")
    expect(page.locator("#veld-name")).to_have_class(re.compile(r"\bnow\b"))

    log = site.store.list_decisions(site.drafts[0].dossier)
    assert [(each.subject, each.action) for each in log] == [
        ("name", "accept"),
        ("description_short", "edit"),
        ("description_short", "withdraw"),
    ]


def test_single_keys_can_be_switched_off(watched: Watched, site: Site) -> None:
    """For who speaks to the machine (WCAG 2.1.4)."""
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    page.keyboard.press("?")
    page.get_by_label("Losse toetsen gebruiken").uncheck()
    page.get_by_role("button", name="Sluit", exact=True).click()
    page.locator("#veld-name").click()
    page.keyboard.press("a")
    page.wait_for_timeout(300)

    assert site.store.list_decisions(site.drafts[0].dossier) == ()


def test_the_words_of_a_citation_are_marked_beside_it(watched: Watched, site: Site) -> None:
    """In a text by its words, on a page of a PDF by boxes; n goes to the next citation."""
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    page.locator("#veld-begin_date").click()
    expect(page.locator("#bron mark").first).to_contain_text("Sinds maart 2023")
    page.keyboard.press("n")
    expect(page.locator("#bron-naam")).to_have_text("systeembeschrijving-parkeerscan.pdf")
    expect(page.locator("#bron .mark").first).to_be_visible()
    assert (
        page.evaluate("document.querySelector('#bron image').getBoundingClientRect().width") > 300
    )


def test_a_side_of_a_contradiction_is_chosen(watched: Watched, site: Site) -> None:
    """Both stand there with their documents and dates."""
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    card = page.locator("#veld-begin_date")
    expect(card.locator(".side")).to_have_count(2)
    expect(card.locator(".from").first).to_contain_text("2023-11-21")
    card.get_by_role("button", name="Kies 2").click()

    expect(page.locator("#veld-begin_date .value")).to_have_text("2023-06")


def test_typing_shows_what_is_left_and_what_is_wrong(watched: Watched, site: Site) -> None:
    """Before anything is saved; what is refused stays in the box."""
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    card = page.locator("#veld-name")
    card.get_by_role("button", name="Bewerk").click()
    card.locator("textarea").fill("n" * 120)
    expect(card.locator(".trial")).to_contain_text("120 van 100 tekens")
    card.get_by_role("button", name="Bewaar").click()
    expect(card.locator(".told")).to_contain_text("tekens")
    expect(card.locator("textarea")).to_have_value("n" * 120)


def test_a_whole_review_ends_in_the_file_for_the_register(watched: Watched, site: Site) -> None:
    """Every field decided on the page, then copied or saved as the command line exports it."""
    page = watched.enter(site, "J. Jansen", "Slootschouw beelden")
    page.locator(".left summary").click()
    page.get_by_role("button", name=re.compile("velden leeg")).click()
    expect(page.locator(".left")).to_have_count(0)
    while key := page.evaluate("document.querySelector('.card.open')?.dataset.key"):
        decide_somehow(page.locator(f"#veld-{key}"), key)
    page.get_by_role("link", name="Overnemen in het register").click()
    page.locator('[data-key="goal"]').get_by_role("button", name="Kopieer").click()
    with page.expect_download() as downloaded:
        page.get_by_role("link", name="JSON voor de aanlever-API").click()
    entry = json.loads(Path(downloaded.value.path()).read_text(encoding="utf-8"))

    assert entry["name"]
    assert entry["standard_version"] == "1.0"
    log = site.store.list_decisions(site.drafts[1].dossier)
    assert {each.subject for each in log} == {f.key for f in list_decided_fields()}


def test_a_folder_becomes_a_draft_to_review(
    browser: Browser, drafted: tuple[Path, tuple[Draft, ...]], tmp_path: Path
) -> None:
    """From nothing: look at a folder of this machine, make its drafts, open one."""
    folder = tmp_path / "algoritmes" / "Loket"
    folder.mkdir(parents=True)
    (folder / "systeem.md").write_text(HOSTILE, encoding="utf-8")
    with open_store(tmp_path / "werkmap") as store:
        for site in run_site(store, drafted[1]):
            watched = Watched(browser, site)
            ticket = next(iter(site.doorkeeper.list_tickets()))
            page = watched.page
            page.goto(f"{site.origin}/binnen?ticket={ticket}")
            page.wait_for_url(f"{site.origin}/")
            page.locator("#map").fill(str(tmp_path / "nergens"))
            page.get_by_role("button", name="Bekijk wat er staat").click()
            expect(page.locator("#melding")).to_contain_text("nergens")
            page.locator("#map").fill(str(folder.parent))
            page.get_by_role("button", name="Bekijk wat er staat").click()
            expect(page.locator("#gevonden")).to_contain_text("systeem.md")
            page.get_by_role("button", name="Maak dit concept").click()
            page.get_by_role("link", name="Loket").click(timeout=30000)
            expect(page.locator("#veld-goal")).to_contain_text("eerlijk parkeren")
            watched.close()


def decide_somehow(card: Locator, key: str) -> None:
    """Take a field over, choose its first side, leave it empty, or fill it in."""
    for name in ("Neem over", "Kies 1", "Laat leeg"):
        button = card.get_by_role("button", name=name)
        if button.count():
            button.first.click()
            break
    else:
        card.get_by_role("button", name="Vul in").click()
        card.locator("[name=typed]").fill(FILLED[key])
        card.get_by_role("button", name="Bewaar").click()
    reason = card.locator("form.reason")
    expect(card.locator("form.reason:not([hidden]), .log").first).to_be_visible()
    if reason.count() and reason.is_visible():
        reason.locator("[name=note]").fill("Nagevraagd bij de proceseigenaar")
        reason.get_by_role("button", name="Bewaar met deze reden").click()
    expect(card).to_have_class(re.compile(r"\bdecided\b"))


def test_unread_parts_are_decided_upon_as_well(
    browser: Browser, reader: DocumentReader, tmp_path: Path
) -> None:
    """They stand above the fields, with what could not be read and why."""
    folder = tmp_path / "Loket"
    folder.mkdir()
    (folder / "systeem.md").write_text(HOSTILE, encoding="utf-8")
    (folder / "leeg.pdf").write_bytes(b"")
    with open_store(tmp_path / "werkmap") as store:
        (found,) = find_dossiers(folder)
        draft = draft_dossier(
            found, store, reader, lambda r: OfflineDrafter(r, lambda: NOON), lambda: NOON
        )
        for site in run_site(store, (draft,)):
            watched = Watched(browser, site)
            page = watched.enter(site, "J. Jansen", "Loket")
            notice = page.locator("#leesoverzicht")
            expect(notice).to_contain_text("leeg.pdf")
            notice.get_by_role("button").click()
            expect(page.locator("#leesoverzicht")).to_contain_text("J. Jansen")
            watched.close()
        assert [each.subject for each in store.list_decisions(draft.dossier)] == ["unread"]


def test_two_people_see_who_was_first(watched: Watched, browser: Browser, site: Site) -> None:
    """The second is told, sees the choice of now, and still has the text."""
    other = Watched(browser, site)
    mine = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    theirs = other.enter(site, "P. Pietersen", "Parkeercontrole scanauto")
    theirs.locator("#veld-name").get_by_role("button", name="Neem over").click()
    expect(theirs.locator("#veld-name .state")).to_have_text("overgenomen")

    mine.locator("#veld-name").get_by_role("button", name="Bewerk").click()
    mine.locator("#veld-name textarea").fill("Mijn tekst")
    mine.locator("#veld-name").get_by_role("button", name="Bewaar").click()

    expect(mine.locator("#veld-name .told")).to_contain_text("veranderd door P. Pietersen")
    expect(mine.locator("#veld-name .told")).to_contain_text("Mijn tekst")
    expect(mine.locator("#veld-name .state")).to_have_text("overgenomen")
    other.close()


OPENED = (
    "",
    "#toets summary",
    ".left summary",
    "#hulp",
    "#veld-risks [data-do=withhold]",
    "#veld-goal [data-do=edit]",
    "#veld-end_date [data-do=leave]",
)


@pytest.mark.parametrize("opened", OPENED)
def test_every_state_can_be_used_by_everyone(browser: Browser, site: Site, opened: str) -> None:
    """Axe finds nothing against WCAG 2.2 AA, on the overview and on a draft."""
    watched = Watched(browser, site, bypass_csp=True)
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    page.wait_for_selector("#bron .paper")
    if opened:
        page.locator(opened).click()
    assert find_barriers(page) == []
    watched.close()


@pytest.mark.parametrize("place", ["", "/toets/{draft}", "/overnemen/{draft}", "/concept/0000"])
def test_every_page_can_be_used_by_everyone(browser: Browser, site: Site, place: str) -> None:
    """The overview, the quick screen, copying, and a refusal."""
    watched = Watched(browser, site, bypass_csp=True)
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    page.goto(site.origin + place.format(draft=site.drafts[0].id))
    page.wait_for_load_state("networkidle")
    assert find_barriers(page) == []
    watched.complaints = [each for each in watched.complaints if "404" not in each]
    watched.close()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080), (640, 400)])
def test_nothing_is_cut_off_at_any_size(
    watched: Watched, site: Site, width: int, height: int
) -> None:
    """No page scrolls sideways, also at half the size: what zooming to 200 % makes of it."""
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    page.set_viewport_size({"width": width, "height": height})
    draft = site.drafts[0].id
    for place in (f"/concept/{draft}", "/", f"/toets/{draft}", f"/overnemen/{draft}"):
        page.goto(site.origin + place)
        page.wait_for_load_state("networkidle")
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, place


def test_a_print_shows_the_fields_alone(watched: Watched, site: Site) -> None:
    """No bars, buttons or source; every field with its value."""
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    page.emulate_media(media="print")

    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator(".source")).to_be_hidden()
    expect(page.locator("#veld-goal .acts").first).to_be_hidden()
    expect(page.locator("#veld-goal .claims")).to_be_visible()


def find_barriers(page: Page) -> list[str]:
    """Return what axe says against the page, and words that have the colour behind them.

    Of those axe is only unsure: they could be hidden on purpose. Here none are.
    """
    page.evaluate(AXE)
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
    unseen = [
        node["html"]
        for each in found["incomplete"]
        for node in each["nodes"]
        if any((why["data"] or {}).get("messageKey") == "equalRatio" for why in node["any"])
    ]
    told = [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found["violations"]]
    return [*told, *(f"unseen: {html[:120]}" for html in unseen)]


def test_a_broken_connection_keeps_the_text_and_says_so(watched: Watched, site: Site) -> None:
    """Nothing that was typed is lost."""
    page = watched.enter(site, "J. Jansen", "Parkeercontrole scanauto")
    card = page.locator("#veld-name")
    card.get_by_role("button", name="Bewerk").click()
    card.locator("textarea").fill("Parkeren controleren")
    page.context.set_offline(offline=True)
    card.get_by_role("button", name="Bewaar").click()
    expect(card.locator(".told")).to_contain_text("geen verbinding")
    expect(card.locator("textarea")).to_have_value("Parkeren controleren")
    page.context.set_offline(offline=False)
    card.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#veld-name .state")).to_have_text("zelf geschreven")
    watched.complaints = [
        each for each in watched.complaints if "INTERNET_DISCONNECTED" not in each
    ]


def test_a_document_full_of_scripts_runs_none(
    browser: Browser, reader: DocumentReader, tmp_path: Path
) -> None:
    """In its name, its words and its citations."""
    folder = tmp_path / "<img src=x onerror=alert(4)>"
    folder.mkdir()
    (folder / "<script>alert(5)<script>.md").write_text(HOSTILE, encoding="utf-8")
    with open_store(tmp_path / "werkmap") as store:
        (found,) = find_dossiers(folder)
        draft = draft_dossier(
            found, store, reader, lambda r: OfflineDrafter(r, lambda: NOON), lambda: NOON
        )
        for site in run_site(store, (draft,)):
            watched = Watched(browser, site)
            page = watched.enter(site, "J. Jansen", "img src")
            for ref in page.locator(".ref:visible").all():
                ref.click()
            expect(page.locator("#bron")).to_contain_text("<script>")
            assert page.locator("body script:not([src])").count() == 0
            watched.close()
