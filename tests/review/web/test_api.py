"""The API decides as the command line does, and refuses what changed meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from tests.review.web.site_server import Answer, Site


@pytest.fixture
def named(entered: Site) -> Site:
    """Return the server with a browser whose person gave a name."""
    assert entered.ask("POST", "/api/name", {"name": "J. Jansen"}).status == 200
    return entered


def decide(site: Site, key: str, seen: str = "", **asked: str | int) -> Answer:
    """Decide a field of the first draft."""
    body: dict[str, str | int] = {"action": "accept", "seen": seen, **asked}
    return site.ask("POST", f"/api/drafts/{site.drafts[0].id}/fields/{key}/decision", body)


def test_a_decision_is_in_the_log_with_who_took_it(named: Site) -> None:
    """The card that comes back shows it."""
    answer = decide(named, "name")
    (decision,) = named.store.list_decisions(named.drafts[0].dossier)

    assert answer.status == 200
    assert (decision.subject, decision.action, decision.reviewer) == ("name", "accept", "J. Jansen")
    assert answer.json["seen"] == decision.id
    assert "overgenomen" in answer.json["html"]
    assert "1 van 26" in answer.json["progress"]


def test_nobody_decides_without_a_name(entered: Site) -> None:
    """A log without names tells nothing."""
    answer = decide(entered, "name")

    assert answer.status == 422
    assert "wie kiest" in answer.json["fout"]


def test_a_field_that_changed_meanwhile_is_not_decided(named: Site) -> None:
    """The second of two browsers is told who was first."""
    assert decide(named, "name").status == 200
    answer = decide(named, "name", action="edit", typed="Iets anders")

    assert answer.status == 409
    assert "ondertussen veranderd door J. Jansen" in answer.json["fout"]
    assert len(named.store.list_decisions(named.drafts[0].dossier)) == 1


def test_taking_back_and_deciding_again_follow_each_other(named: Site) -> None:
    """Each names the decision it replaces, and all stay in the log."""
    first = decide(named, "name").json["seen"]
    second = decide(named, "name", first, action="withdraw").json["seen"]
    third = decide(named, "name", second, action="edit", typed="Parkeren controleren")

    assert third.status == 200
    log = named.store.list_decisions(named.drafts[0].dossier)
    assert [each.action for each in log] == ["accept", "withdraw", "edit"]
    assert [each.replaces for each in log] == [None, first, second]
    assert "Parkeren controleren" in third.json["html"]


@pytest.mark.parametrize(
    ("key", "asked", "words"),
    [
        ("name", {"action": "empty"}, "verplicht"),
        ("name", {"action": "edit", "typed": "x" * 101}, "tekens"),
        ("begin_date", {"action": "choose", "number": 9}, "geen nummer 9"),
        ("lang", {"action": "edit", "typed": "eng"}, "ligt vast"),
    ],
)
def test_what_the_standard_refuses_is_told_in_words(
    named: Site, key: str, asked: dict[str, Any], words: str
) -> None:
    """And nothing is decided."""
    answer = decide(named, key, **asked)

    assert answer.status == 422
    assert words in answer.json["fout"]
    assert named.store.list_decisions(named.drafts[0].dossier) == ()


def test_fields_without_a_value_are_left_empty_together_as_listed(named: Site) -> None:
    """Only the list that the reviewer saw."""
    draft = named.drafts[0].id
    fields = named.ask("GET", f"/api/drafts/{draft}").json["fields"]
    listed = [key for key in ("end_date", "url", "process_index_url") if not fields[key]["claims"]]

    assert named.ask("POST", f"/api/drafts/{draft}/absent", {"fields": listed}).status == 422
    page = named.ask("GET", f"/concept/{draft}").body
    shown = [
        part.partition('"')[0]
        for part in page.partition('class="left"')[2].partition("</ul>")[0].split('data-key="')[1:]
    ]
    assert shown
    assert named.ask("POST", f"/api/drafts/{draft}/absent", {"fields": shown}).status == 200
    log = named.store.list_decisions(named.drafts[0].dossier)
    assert [(each.subject, each.action) for each in log] == [(key, "empty") for key in shown]


def test_a_trial_judges_and_keeps_nothing(named: Site) -> None:
    """Length by the register's rule, objections, and checks against the sources."""
    path = f"/api/drafts/{named.drafts[0].id}/fields/human_intervention/trial"
    long = named.ask("POST", path, {"typed": "a" * 5001}).json
    claim = named.ask("POST", path, {"typed": "Een deskforcer bekijkt 92 procent."}).json

    assert long["characters"] == 5001
    assert long["objections"]
    assert claim["characters"] == 34
    assert any("92 procent" in remark for remark in claim["remarks"])
    assert named.store.list_decisions(named.drafts[0].dossier) == ()


def test_an_address_for_a_person_decides_in_that_name_alone(site: Site) -> None:
    """Whoever has it cannot sign as another."""
    ticket = next(key for key, each in site.doorkeeper.list_tickets().items() if each.is_checked)
    answer = site.ask("GET", f"/binnen?ticket={ticket}")
    site.cookie = answer.headers["set-cookie"].partition(";")[0]
    site.ask("POST", "/api/name", {"name": "Een ander"})
    decide(site, "name")

    (decision,) = site.store.list_decisions(site.drafts[0].dossier)
    assert decision.reviewer == "J. Jansen"


def test_the_api_describes_itself(entered: Site) -> None:
    """With every route under `/api`."""
    paths = entered.ask("GET", "/api/openapi.json").json["paths"]

    assert "/api/drafts/{draft}/fields/{key}/decision" in paths
    assert all(path.startswith("/api/") for path in paths)
