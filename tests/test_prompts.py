"""Released prompts are unchanged, and filled with exactly their variables."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from extractor.drafting.llm.replies import read_answer
from extractor.prompts import fill_prompt, load_prompt

PROMPTS = Path(__file__).parents[1] / "prompts"
RELEASED: dict[str, str] = {
    name: digest
    for digest, _, name in (
        line.partition("  ") for line in (PROMPTS / "SHA256SUMS").read_text().splitlines()
    )
}


@pytest.mark.parametrize("path", sorted(PROMPTS.glob("*.md")), ids=lambda path: path.name)
def test_a_released_prompt_is_never_edited(path: Path) -> None:
    """A change is a new file; the old one stays as it was recorded."""
    digest = hashlib.sha256(path.read_text(encoding="utf-8").encode()).hexdigest()

    assert RELEASED[path.name] == digest


def test_the_fingerprint_names_the_prompt_and_its_words() -> None:
    """Every result can say which prompt it was asked with."""
    prompt = load_prompt("propose.v1")

    name, _, digest = prompt.fingerprint.partition("@")

    assert name == "propose.v1"
    assert RELEASED["propose.v1.md"].startswith(digest)


def test_documents_go_into_the_user_part_only() -> None:
    """The system part holds no variable a document could fill."""
    assert "$" not in load_prompt("propose.v1").system


def test_a_dollar_in_a_document_is_no_variable() -> None:
    """What is put in stays as it is."""
    filled = fill_prompt(
        load_prompt("propose.v1"),
        dossier="$passages",
        seal="abc",
        passages="kosten: $5 en ${x}",
        questions="{vraag}",
    )

    assert "kosten: $5 en ${x}" in filled.user
    assert 'dossier "$passages"' in filled.user


def test_a_missing_variable_is_named() -> None:
    """A prompt is never sent half-filled."""
    with pytest.raises(ValueError, match="passages"):
        fill_prompt(load_prompt("propose.v1"), dossier="x", seal="y", questions="z")


def test_the_example_quotes_its_own_text() -> None:
    """What the prompt shows is what it asks: quotes that stand in the passages, in the form."""
    system = load_prompt("propose.v1").system
    shown = system[: system.index('{"answers"')]
    answer = read_answer(system[system.index('{"answers"') :])

    assert answer is not None
    quotes = [quote for each in answer.answers for c in each.claims for quote in c.quotes]
    assert len(quotes) == 2
    assert all(quote.quote in shown for quote in quotes)
