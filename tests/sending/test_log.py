"""What is sent is written down first, and can be read."""

from __future__ import annotations

import json
from pathlib import Path

from extractor.commands.surroundings import name_user
from tests.sending.conftest import OPEN, Endpoint, Run, write_document


def test_every_request_is_in_the_log_before_it_leaves(
    tmp_path: Path, endpoint: Endpoint, draft: Run, run: Run
) -> None:
    """The endpoint itself finds each row when the request arrives; no row holds a word of it."""
    sha256 = write_document(tmp_path, "brug", OPEN)
    endpoint.log = tmp_path / "werkmap" / "bronvast.db"

    draft(f"{endpoint.origin}/v1", "--concurrency", "1")

    code, out, _ = run("sent", "--json")
    rows = json.loads(out)
    assert code == 0
    assert endpoint.logged == list(range(1, len(endpoint.asked) + 1))
    assert len(rows) == len(endpoint.asked)
    for row, body in zip(rows, endpoint.bodies, strict=True):
        assert row["host"] == endpoint.origin.removeprefix("http://")
        assert (row["llm"], row["documents"]) == ("x", [sha256])
        assert row["user"] == name_user()
        assert row["characters"] > len(body)
    assert "onderhoud" not in out


def test_a_request_that_fails_is_in_the_log(
    tmp_path: Path, endpoint: Endpoint, draft: Run, run: Run
) -> None:
    """It left, whatever came of it; what is answered from memory did not."""
    write_document(tmp_path, "brug", OPEN)
    endpoint.status = 400
    assert draft(f"{endpoint.origin}/v1")[0] == 1
    failed = len(endpoint.asked)
    endpoint.status = 200
    draft(f"{endpoint.origin}/v1")
    asked = len(endpoint.asked)
    draft(f"{endpoint.origin}/v1")

    assert 0 < failed < asked == len(endpoint.asked)
    assert len(json.loads(run("sent", "--json")[1])) == asked


def test_the_log_is_read_as_text(tmp_path: Path, endpoint: Endpoint, draft: Run, run: Run) -> None:
    """A line for each request, and one for each document that went along."""
    sha256 = write_document(tmp_path, "brug", OPEN)
    assert "niets naar een taalmodel verstuurd" in run("sent")[1]

    draft(f"{endpoint.origin}/v1")

    lines = run("sent")[1].splitlines()
    assert f"naar {endpoint.origin.removeprefix('http://')} (x), " in lines[0]
    assert lines[0].endswith(f" tekens, door {name_user()}")
    assert lines[1] == f"  {sha256[:12]}  brug.md"
