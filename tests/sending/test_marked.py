"""A document that may not go by its marking stays, and the draft says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sending.conftest import (
    ELSEWHERE,
    OPEN,
    Endpoint,
    Run,
    show_json,
    write_document,
    write_policy,
)

SECRET = "De kanarie van Duinrade zingt om kwart over zeven."  # noqa: S105 - a sentence


def test_a_state_secret_stays_and_the_draft_says_so(
    tmp_path: Path, endpoint: Endpoint, draft: Run, run: Run
) -> None:
    """The other documents are sent; the coverage names the one that was not, and why."""
    sent = write_document(tmp_path, "brug", OPEN)
    write_document(tmp_path, "geheim", SECRET, marking="Stg. GEHEIM")

    code, _, _ = draft(f"{endpoint.origin}/v1")

    assert code == 3
    assert endpoint.bodies
    assert all(OPEN in body and "kanarie" not in body for body in endpoint.bodies)
    reason = "documenten met de markering “Stg. GEHEIM” gaan nooit naar een taalmodel"
    assert show_json(run)["coverage"]["pages_unread"] == [
        {"document": "geheim.md", "pages": [], "reason": reason}
    ]
    listed = json.loads(run("sent", "--json")[1])
    assert {tuple(each["documents"]) for each in listed} == {(sent,)}


def test_with_nothing_left_to_send_there_is_no_draft(
    tmp_path: Path, endpoint: Endpoint, draft: Run, run: Run
) -> None:
    """Two lines say why and what to do; nothing was sent, and the log says so."""
    write_document(tmp_path, "geheim", SECRET, marking="Stg. CONFIDENTIEEL")

    code, out, err = draft(f"{endpoint.origin}/v1")

    assert (code, out, endpoint.asked) == (1, "", [])
    assert "fout: er is niets om naar het taalmodel te sturen: documenten met de mark" in err
    assert "tip: Maak dit concept zonder taalmodel" in err
    assert json.loads(run("sent", "--json")[1]) == []


@pytest.mark.parametrize("is_allowed", [True, False])
def test_what_is_confidential_goes_only_where_the_file_says_so(  # noqa: PLR0913 - fixtures
    *,
    is_allowed: bool,
    tmp_path: Path,
    endpoint: Endpoint,
    draft: Run,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An address may be good enough for other documents only."""
    write_document(tmp_path, "brug", OPEN)
    write_document(tmp_path, "vertrouwelijk", SECRET, marking="Dep. VERTROUWELIJK")
    write_policy(tmp_path / "etc" / "policy.toml", confidential=is_allowed)
    monkeypatch.setenv("HTTP_PROXY", endpoint.origin)

    draft(ELSEWHERE)

    assert {SECRET in body for body in endpoint.bodies} == {is_allowed}
    unread = show_json(run)["coverage"]["pages_unread"]
    assert [each["document"] for each in unread] == ([] if is_allowed else ["vertrouwelijk.md"])


def test_what_is_confidential_may_stay_on_this_machine(
    tmp_path: Path, endpoint: Endpoint, draft: Run
) -> None:
    """A local language model reads it."""
    write_document(tmp_path, "vertrouwelijk", SECRET, marking="Dep. VERTROUWELIJK")

    assert draft(f"{endpoint.origin}/v1")[0] == 0
    assert all(SECRET in body for body in endpoint.bodies)
