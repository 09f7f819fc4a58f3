"""Gaps, titles that name their questions, and rows of data not used, as planted in TOML."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from places_counts import list_outcomes, write_dpia

from extractor.drafting.offline.answers import Answer
from extractor.models import Proposal


@pytest.mark.parametrize(
    "kind",
    ["gap", "answer", "kinds", "title", "column", "used", "unused", "limited"],
)
def test_every_case_that_the_rules_were_made_with_comes_out_right(kind: str) -> None:
    """A gap is open, a lookalike an answer, a named question asked, an unused datum left out."""
    found = [each for each in list_outcomes("seen") if each.kind == kind]

    assert found
    assert [each.where for each in found if not each.right] == []


def test_few_cases_that_were_set_apart_come_out_wrong() -> None:
    """Of these, two columns with a title of their own hold data that is not told as such."""
    found = list(list_outcomes("held_out"))
    wrong = [f"{each.kind} {each.where}" for each in found if not each.right]

    assert len(found) > 60
    assert len(wrong) <= 2, wrong


def test_a_gap_in_one_column_keeps_no_datum_out(
    propose: Callable[..., dict[str, Proposal]],
) -> None:
    """How long a datum is kept may be open, where it comes from is not."""
    table = (
        "| Gegeven | Bron | Bewaartermijn |\n|--|--|--|\n"
        "| Kenteken van het voertuig | Kentekenregister van de RDW | n.t.b. |\n"
        "| Adres van de houder | [bron invullen] | een jaar |\n"
    )
    claims = propose(write_dpia("Persoonsgegevens", table))["source_data"].claims

    assert [claim.value for claim in claims] == [
        "- Kenteken van het voertuig – Kentekenregister van de RDW"
    ]


def test_a_table_of_measures_that_names_where_they_come_from_asks_nothing(
    answers_of: Callable[[str], list[Answer]],
) -> None:
    """A paragraph named in many rows is a source, not the question of each."""
    rows = "".join(f"| Maatregel {n} | Team {n} meet elke dijk. | DPIA 16 |\n" for n in range(4))
    text = write_dpia("Verwerkingsdoeleinden", f"| Wat | Wie | Bron |\n|--|--|--|\n{rows}")
    found = [each for each in answers_of(text) if "meet elke dijk" in each.sentence.text]

    assert len(found) == 4
    assert {each.question and each.question.id for each in found} == {"5"}


def test_a_law_in_a_sentence_with_a_gap_is_not_proposed(
    propose: Callable[..., dict[str, Proposal]],
) -> None:
    """Which law it is stays open, also for the list of laws."""
    said = "De gemeente mag dit op grond van artikel 18 van de Leerplichtwet 1969"
    title = "Juridisch en beleidsmatig kader"

    def list_laws(text: str) -> int:
        return len(propose(write_dpia(title, text))["lawful_basis_grouping"].claims)

    assert list_laws(f"{said}.") == 1
    assert list_laws(f"{said} en NADER INVULLEN DOOR JZ.") == 0
