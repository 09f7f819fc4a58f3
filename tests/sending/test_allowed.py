"""Documents go to addresses that the policy allows, and to no other: no socket is opened."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.sending.conftest import (
    ELSEWHERE,
    OPEN,
    Endpoint,
    Run,
    write_document,
    write_policy,
)

HOSTILE = [
    "https://api.openai.com/v1",
    "http://localhost.kwaad.example:{port}/v1",
    "http://127.0.0.1.nip.io:{port}/v1",
    "http://localhost:{port}@kwaad.example:{port}/v1",
    "http://2130706433:{port}/v1",
    "http://0x7f.1:{port}/v1",
    "http://127.1:{port}/v1",
    "http://[::ffff:127.0.0.1]:{port}/v1",
    "http://0.0.0.0:{port}/v1",
    "http://KWAAD.example.:{port}/v1",
]


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names that are looked up and connected to; each leads to this machine."""
    seen: list[str] = []
    look_up, connect = socket.getaddrinfo, socket.create_connection

    def look_up_here(host: str, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as it is
        seen.append(host)
        return look_up("127.0.0.1", *given, **named)

    def note(place: tuple[str, int], *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as it is
        seen.append(place[0])
        return connect(place, *given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up_here)
    monkeypatch.setattr(socket, "create_connection", note)
    return seen


@pytest.mark.parametrize("url", HOSTILE)
def test_to_an_address_that_is_not_allowed_no_socket_is_opened(
    url: str, tmp_path: Path, endpoint: Endpoint, draft: Run, tried: list[str]
) -> None:
    """Not even its name is looked up, though every name would lead to a server that listens."""
    write_document(tmp_path, "brug", OPEN)

    code, out, err = draft(url.format(port=endpoint.origin.rpartition(":")[2]))

    assert (code, out, tried, endpoint.asked) == (1, "", [], [])
    assert [line.split(":")[0] for line in err.splitlines()] == ["fout", "tip"]


def test_a_socket_would_be_seen(
    tmp_path: Path, endpoint: Endpoint, draft: Run, tried: list[str]
) -> None:
    """An address that is allowed is looked up and connected to in just those places."""
    write_document(tmp_path, "brug", OPEN)

    code, _, _ = draft(f"{endpoint.origin.replace('127.0.0.1', 'localhost')}/v1")

    assert code == 0
    assert endpoint.asked
    assert tried == ["localhost", "localhost"] * len(endpoint.asked)


@pytest.mark.parametrize("place", ["site", "named"])
def test_an_address_that_the_file_allows_is_asked(
    place: str,
    tmp_path: Path,
    endpoint: Endpoint,
    draft: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By the proxy that was named before, without its user and password."""
    write_document(tmp_path, "brug", OPEN)
    file = write_policy(tmp_path / ("etc" if place == "site" else "eigen") / "policy.toml")
    if place == "named":
        monkeypatch.setenv("BRONVAST_POLICY", str(file))
    monkeypatch.setenv("HTTP_PROXY", endpoint.origin.replace("://", "://ik:geheim@"))

    code, _, err = draft(ELSEWHERE)

    assert code == 0
    assert set(endpoint.asked) == {f"{ELSEWHERE}/chat/completions"}
    told = f"Met taalmodel x: tekst uit de documenten gaat naar {ELSEWHERE}"
    assert f"{told} via proxy {endpoint.origin}\n" in err
    assert "geheim" not in err


def test_a_named_file_does_not_widen_the_system_wide_one(
    tmp_path: Path, endpoint: Endpoint, draft: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The administrator's word stands."""
    write_document(tmp_path, "brug", OPEN)
    site = write_policy(tmp_path / "etc" / "policy.toml")
    site.write_text("# alleen deze computer\n", encoding="utf-8")
    monkeypatch.setenv("BRONVAST_POLICY", str(write_policy(tmp_path / "eigen.toml")))
    monkeypatch.setenv("HTTP_PROXY", endpoint.origin)

    code, _, err = draft(ELSEWHERE)

    assert (code, endpoint.asked) == (1, [])
    assert f"fout: documenten mogen niet naar {ELSEWHERE}\n" in err
    assert str(site) in err


def test_a_broken_policy_refuses_every_address_and_no_work_without_one(
    tmp_path: Path, endpoint: Endpoint, draft: Run, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This machine too; without a language model nothing is sent, so nothing is refused."""
    write_document(tmp_path, "brug", OPEN)
    (tmp_path / "stuk.toml").write_text("[[endpoint]", encoding="utf-8")
    monkeypatch.setenv("BRONVAST_POLICY", str(tmp_path / "stuk.toml"))

    code, _, err = draft(f"{endpoint.origin}/v1")

    assert (code, endpoint.asked) == (1, [])
    assert "fout: er gaat niets naar een taalmodel: beleidsbestand" in err
    assert "tip: Vraag uw beheerder" in err
    assert run("draft", str(tmp_path / "Brugwacht"))[0] == 0


def test_measuring_names_where_text_goes_too(
    tmp_path: Path, endpoint: Endpoint, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known answers are compared with drafts, and drafts are asked for elsewhere."""
    sha256 = write_document(tmp_path, "brug", OPEN)
    document = {"file": "brug.md", "sha256": sha256, "pages": None}
    gold = {"dossier": "Brugwacht", "documents": [document], "fields": {}}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    write_policy(tmp_path / "etc" / "policy.toml")
    monkeypatch.setenv("HTTP_PROXY", endpoint.origin)
    llm = ["--drafter", "llm", "--llm", "x", "--base-url", ELSEWHERE]

    code, _, err = run(
        "evaluate", str(tmp_path / "Brugwacht"), "--gold", str(tmp_path / "gold.json"), *llm
    )

    assert code == 0, err
    assert f"gaat naar {ELSEWHERE} via proxy {endpoint.origin}\n" in err
    assert endpoint.asked
