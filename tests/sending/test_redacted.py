"""With --redact no personal data leave, and citations still say what the document says."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.drafting.llm.redacting import find_personal_data
from tests.drafting.llm.scripts import answer, claim, write_answer
from tests.sending.conftest import Endpoint, Run, show_json, write_document

# Everybody and everything here is invented; the numbers only pass their own checks.
PERSONAL = (
    "Een monteur beslist zelf over de brug. Vragen aan J. de Vries, j.devries@duinrade.example, "
    "06-12345678. Voor inwoners is er brugwacht@duinrade.example. BSN 111222333, "
    "rekening NL91 ABNA 0417 1643 00."
)
TOLD = ("Vries", "devries", "brugwacht@", "12345678", "111222333", "0417")


@pytest.fixture
def redacted(tmp_path: Path, endpoint: Endpoint, draft: Run) -> Endpoint:
    """Return the endpoint after a draft with --redact, that quoted placeholders in its answers."""
    write_document(tmp_path, "brug van J. de Vries", PERSONAL)
    asks = "Vragen aan [naam 1], [e-mailadres 1]"
    citizens = "Voor inwoners is er [e-mailadres 2]."
    endpoint.reply = write_answer(
        answer("contact_email", claim("[e-mailadres 2]", ("p1", citizens))),
        answer(
            "human_intervention",
            claim("Een monteur beslist.", ("p1", "Een monteur beslist zelf over de brug.")),
            claim("Er is iemand voor vragen.", ("p1", asks)),
            claim("[naam 1] is er voor vragen.", ("p1", asks)),
            claim("Nooit beslist J. de Vries.", ("p1", "Nooit beslist [naam 1] over P. Bakker.")),
        ),
    )
    code, _, err = draft(f"{endpoint.origin}/v1", "--redact")
    assert code == 0
    assert "tekst uit de documenten, zonder de persoonsgegevens die Bronvast herkent, gaat" in err
    return endpoint


def test_no_personal_data_are_sent(redacted: Endpoint) -> None:
    """Not in the passages, not in names of documents, not when something is asked again."""
    assert any("Je gaf eerder al een antwoord" in body for body in redacted.bodies)
    for body in redacted.bodies:
        assert "[naam 1]" in body
        assert find_personal_data(body) == {}
        assert [each for each in TOLD if each in body] == []


def test_citations_point_to_the_words_of_the_source(redacted: Endpoint, run: Run) -> None:
    """What the endpoint quoted with a placeholder is cited as it stands in the document."""
    assert redacted.asked
    fields = show_json(run)["fields"]
    quotes = [
        c["quote"] for each in fields["human_intervention"]["claims"] for c in each["citations"]
    ]

    assert "Vragen aan J. de Vries, j.devries@duinrade.example" in quotes
    assert fields["contact_email"]["value"] == "brugwacht@duinrade.example"
    assert (
        "brugwacht@duinrade.example"
        in fields["contact_email"]["claims"][0]["citations"][0]["quote"]
    )


def test_a_value_with_a_placeholder_is_withheld(redacted: Endpoint, run: Run) -> None:
    """With the reason; a reader cannot do anything with a placeholder."""
    assert redacted.asked
    human = show_json(run)["fields"]["human_intervention"]
    reasons = {each["value"]: each["reason"] for each in human["withheld"]}

    assert reasons["[naam 1] is er voor vragen."] == "er staat een weggelaten persoonsgegeven in"
    assert [each["value"] for each in human["claims"]] == [
        "Een monteur beslist.",
        "Er is iemand voor vragen.",
    ]


def test_with_and_without_redaction_are_two_drafts(redacted: Endpoint, draft: Run) -> None:
    """What was answered to the one question is no answer to the other."""
    before = len(redacted.asked)

    draft(f"{redacted.origin}/v1")

    assert len(redacted.asked) > before
    assert "J. de Vries" in redacted.bodies[-1]


def test_the_name_of_a_dossier_is_hidden_too(tmp_path: Path, endpoint: Endpoint, run: Run) -> None:
    """A folder may be called after whoever keeps it."""
    write_document(tmp_path, "brug", PERSONAL)
    folder = (tmp_path / "Brugwacht").rename(tmp_path / "Brug van mevrouw Bakkerman")
    llm = ["--drafter", "llm", "--llm", "x", "--base-url", f"{endpoint.origin}/v1", "--redact"]

    assert run("draft", str(folder), *llm)[0] == 0

    assert all('van het dossier "Brug van mevrouw [naam]"' in body for body in endpoint.bodies)
    assert not any("Bakkerman" in body for body in endpoint.bodies)
