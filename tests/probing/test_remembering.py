"""Drafting starts from what was measured, says so, and finds its way where that holds no more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.probing.conftest import Run
from tests.probing.endpoints import Endpoint
from tests.probing.test_check_llm import Play


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Return a dossier of one document, about something else than the test document."""
    path = tmp_path / "dossiers" / "Brugwacht"
    path.mkdir(parents=True)
    (path / "systeem.md").write_text("# Brugwacht\n\nBrugwacht voorspelt onderhoud.\n")
    return str(path.parent)


def draft(run: Run, endpoint: Endpoint, folder: str, *options: str) -> tuple[int, str]:
    """Return the exit code and the talk of drafting the dossier with the llm."""
    endpoint.asked.clear()
    code, _, err = run(endpoint, "draft", folder, "--drafter", "llm", *options)
    return code, err


def list_forms(endpoint: Endpoint) -> set[str]:
    """Return the forms that the endpoint was asked in."""
    return {asked.get("response_format", {"type": "text"})["type"] for asked in endpoint.asked}


def test_drafting_starts_in_the_form_that_was_found(play: Play, run: Run, folder: str) -> None:
    """Without a question to try out a stricter one, and it says from which facts it starts."""
    endpoint = play(Endpoint(forms=("json_object", "text"), context=16384))
    run(endpoint, "check-llm")

    code, told = draft(run, endpoint, folder)

    assert code == 0
    assert list_forms(endpoint) == {"json_object"}
    assert "JSON zonder schema, vragen van hoogstens 16.384 tokens." in told


def test_without_a_check_nothing_is_remembered(play: Play, run: Run, folder: str) -> None:
    """The strictest form is tried first, as ever."""
    endpoint = play(Endpoint(forms=("json_object", "text")))

    _, told = draft(run, endpoint, folder)

    assert list_forms(endpoint) == {"json_schema", "json_object"}
    assert "Onthouden" not in told


def test_a_context_that_is_given_goes_before_a_remembered_one(
    play: Play, run: Run, folder: str
) -> None:
    """Then only the form is said to be remembered."""
    endpoint = play(Endpoint(context=16384))
    run(endpoint, "check-llm")

    _, told = draft(run, endpoint, folder, "--context-tokens", "12000")

    assert "Onthouden van de proef van" in told
    assert "vragen van hoogstens" not in told


def test_what_is_remembered_never_makes_questions_longer(play: Play, run: Run, folder: str) -> None:
    """A context of a million tokens would make a draft dearer than without a check."""
    endpoint = play(Endpoint(listed={"id": "x", "max_model_len": 1_000_000}))
    run(endpoint, "check-llm")

    _, told = draft(run, endpoint, folder)

    assert "vragen van hoogstens 100.000 tokens" in told


def test_a_form_that_is_refused_by_now_makes_way(play: Play, run: Run, folder: str) -> None:
    """A server that was changed costs a question, not the draft."""
    endpoint = play(Endpoint())
    run(endpoint, "check-llm")
    endpoint.forms = ("text",)

    code, _ = draft(run, endpoint, folder)

    assert code == 0
    assert list_forms(endpoint) == {"json_schema", "json_object", "text"}


def test_who_cannot_draft_is_not_asked_the_longest_questions(play: Play, run: Run) -> None:
    """These cost most; what was held is still told."""
    endpoint = play(Endpoint(talent="invents"))

    _, out, _ = run(endpoint, "check-llm", "--json")

    found = json.loads(out)
    assert found["context"] == {"tokens": 8000, "basis": "held", "cached_tokens": 0}
    assert found["tokens"]["prompt"] < 45_000


def test_weak_llms_are_drafted_with_after_advice(play: Play, run: Run, folder: str) -> None:
    """The option is named where it helps."""
    endpoint = play(Endpoint(talent="weak"))
    run(endpoint, "check-llm")

    _, told = draft(run, endpoint, folder)

    assert "Advies: --fields-per-call 3." in told
