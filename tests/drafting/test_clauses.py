"""A sentence is read clause by clause: each is about something, and may hang on something."""

from __future__ import annotations

import pytest

from extractor.drafting.offline.clauses import Clause, Subject, split_clauses
from extractor.drafting.offline.rules.usage import read_usage_rules

RULES = read_usage_rules()
OWN = frozenset({"bomenkaart"})


def split(text: str, spoken: Subject = "own") -> list[Clause]:
    """Return the clauses of a sentence in a dossier about the Bomenkaart."""
    return list(split_clauses(RULES, text, OWN, spoken))


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("De Bomenkaart is in mei in gebruik genomen.", ["own"]),
        ("In mei 2021 is de kaart in gebruik genomen.", ["own"]),
        ("De gemeente gebruikt sinds mei de Bomenkaart.", ["users"]),
        ("Sinds mei gebruikt de afdeling Groen de Bomenkaart.", ["users"]),
        ("De tuinlieden werken sinds mei met de Bomenkaart.", ["users"]),
        ("Versie 3 van de Bomenkaart is in mei in gebruik genomen.", ["version"]),
        ("De eerste versie is in mei in gebruik genomen.", ["own"]),
        ("Het vorige systeem is in mei uitgezet.", ["other"]),
        ("Het systeem Plantenpas is in mei uitgezet.", ["other"]),
        ("Het gebruik van de Bomenkaart is in mei beëindigd.", ["own"]),
        ("Het gebruik van de postcode is in mei beëindigd.", ["unknown"]),
        ("De Bomenkaart is gebouwd en wordt dagelijks gebruikt.", ["own", "own"]),
        ("Het contract loopt af, maar de Bomenkaart blijft in gebruik.", ["other", "own"]),
        ("De gegevens staan in het archief, dat in mei is verhuisd.", ["unknown", "unknown"]),
    ],
)
def test_each_clause_has_its_subject(text: str, subjects: list[str]) -> None:
    """Before the verb, behind it, or that of the clause before."""
    assert [clause.subject for clause in split(text)] == subjects


def test_a_pronoun_is_what_was_spoken_of() -> None:
    """In the sentence before it."""
    text = "Het is in mei in gebruik genomen."

    assert [clause.subject for clause in split(text)] == ["own"]
    assert [clause.subject for clause in split(text, "other")] == ["other"]


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("Als de toets slaagt, wordt de Bomenkaart gebruikt.", [True]),
        ("De Bomenkaart wordt gebruikt, nadat de raad heeft ingestemd.", [False, True]),
        ("De Bomenkaart telt als eerste de eiken.", [False]),
        ("De Bomenkaart mag worden gebruikt.", [True]),
    ],
)
def test_a_condition_holds_for_its_clause(text: str, conditional: list[bool]) -> None:
    """Or, at the front of a sentence, for all of it."""
    assert [clause.conditional for clause in split(text)] == conditional


def test_a_sentence_that_runs_on_is_not_read() -> None:
    """What stands far apart need not belong together."""
    assert split("De Bomenkaart is in gebruik " + "en nog veel meer " * 20) == []
