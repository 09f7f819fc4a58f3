"""A risk takes along what is done against it, however a document lays the two out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.risk_pairs import pair_risks
from extractor.drafting.offline.rules import load_rules

AnswersOf = Callable[[str], list[Answer]]

RISK = "Een gezond dier wordt ten onrechte geruimd"
OTHER = "De telling mist dieren die in de schaduw liggen"
MEASURE = "Een dierenarts bekijkt elk dier vooraf"
CHECK = "De boer telt zelf nog een keer mee"
RISKS = f"| Nr. | Risico | Kans |\n|--|--|--|\n| R1 | {RISK} | laag |\n| R2 | {OTHER} | midden |\n"


def list_pairs(answers: list[Answer]) -> list[str]:
    """Return the words of the risks that took something along, and of those that did not."""
    paired = pair_risks(load_rules().fitness, answers)
    assert [each.position for each in paired] == [each.position for each in answers]
    return [each.sentence.text for each in paired if each.paired]


def write_measures(header: str, *rows: str) -> str:
    """Return the table of risks and, below it, one of measures."""
    lines = [f"| {header} |", "|--" * (header.count("|") + 1) + "|", *(f"| {r} |" for r in rows)]
    return f"# Risico's\n\n{RISKS}\n## Maatregelen\n\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Nr. | Risico | Maatregel", f"M1 | R1 | {MEASURE}", f"M2 | R2 | {CHECK}"),
        ("Risico | Maatregel | Wie", f"1 | {MEASURE} | team Dier", f"2 | {CHECK} | team Dier"),
        ("Bij risico | Maatregel", f"Risico 1 | {MEASURE}", f"Risico 2 | {CHECK}"),
        ("Betreft risico | Maatregel", f"{RISK} | {MEASURE}", f"{OTHER} | {CHECK}"),
    ],
)
def test_two_tables_that_refer_to_each_other_become_pairs(
    answers_of: AnswersOf, header: str, first: str, second: str
) -> None:
    """By letter and number, by number alone, by a word before it, or by the risk's own words."""
    pairs = list_pairs(answers_of(write_measures(header, first, second)))

    assert f"{RISK} – {MEASURE}" in pairs
    assert f"{OTHER} – {CHECK}" in pairs


@pytest.mark.parametrize(("title", "count"), [("Risico daarna", 1), ("Eigenaar", 0)])
def test_rows_of_one_number_are_a_pair_where_the_risk_that_is_left_is_told(
    answers_of: AnswersOf, title: str, count: int
) -> None:
    """Without it the numbers may be the measures' own."""
    risks = RISKS.replace("R1", "1").replace("R2", "2")
    measures = f"| Nr. | Maatregel | {title} |\n|--|--|--|\n| 1 | {MEASURE} | laag |\n"
    pairs = list_pairs(answers_of(f"# Risico's\n\n{risks}\n## Maatregelen\n\n{measures}"))

    assert pairs.count(f"{RISK} – {MEASURE}") == count


def test_a_risk_may_point_at_its_measures(answers_of: AnswersOf) -> None:
    """The other way round holds as well, and for more than one."""
    risks = f"| Nr. | Risico | Maatregelen |\n|--|--|--|\n| R1 | {RISK} | M1, M2 |\n"
    measures = f"| Nr. | Maatregel |\n|--|--|\n| M1 | {MEASURE} |\n| M2 | {CHECK} |\n"

    pairs = list_pairs(answers_of(f"# Risico's\n\n{risks}\n## Maatregelen\n\n{measures}"))

    assert pairs == [f"{RISK} – {MEASURE} – {CHECK}"]


def test_a_row_with_both_is_a_pair(answers_of: AnswersOf) -> None:
    """Levels and owners in the same row are left out."""
    header = "| Risico | Kans | Maatregel | Eigenaar |\n|--|--|--|--|\n"
    table = f"{header}| {RISK} | laag | {MEASURE} | X |"

    assert list_pairs(answers_of(f"# Risico's\n\n{table}\n")) == [f"{RISK} – {MEASURE}"]


def test_paragraphs_become_pairs(answers_of: AnswersOf) -> None:
    """`Maatregel:` goes with the `Risico:` above it, in the same section only."""
    text = (
        f"# Gevaren\n\nRisico 1: {RISK}.\n\nMaatregel: {MEASURE}.\n\nMaatregel: {CHECK}.\n\n"
        f"# Elders\n\nMaatregel: de stal wordt elk jaar geveegd.\n"
    )

    pairs = list_pairs(answers_of(text))

    assert pairs == [f"Risico 1: {RISK}. – Maatregel: {MEASURE}. – Maatregel: {CHECK}."]


@pytest.mark.parametrize(
    ("status", "said"),
    [("gereed", f"{RISK} – {MEASURE}"), ("gepland", RISK), ("nog niet gestart", RISK)],
)
def test_a_measure_that_is_still_to_come_is_none(
    answers_of: AnswersOf, status: str, said: str
) -> None:
    """A plan is no measure; the risk stands alone then."""
    text = write_measures("Nr. | Risico | Maatregel | Status", f"M1 | R1 | {MEASURE} | {status}")

    assert said in list_pairs(answers_of(text))


def test_a_measure_that_may_not_be_published_is_left_out(answers_of: AnswersOf) -> None:
    """How access is kept helps who wants in; the risk itself may be known."""
    access = "Beheerders loggen in met een token op poort 8443"
    text = write_measures("Nr. | Risico | Maatregel", f"M1 | R1 | {access}", f"M2 | R1 | {CHECK}")

    assert f"{RISK} – {CHECK}" in list_pairs(answers_of(text))


def test_what_was_taken_along_is_not_taken_again(answers_of: AnswersOf) -> None:
    """A measure in a pair stands nowhere else."""
    text = write_measures("Nr. | Risico | Maatregel", f"M1 | R1 | {MEASURE}")
    paired = pair_risks(load_rules().fitness, answers_of(text))

    holding = [each for each in paired if each.usable and MEASURE in each.sentence.text]
    assert [each.paired for each in holding] == [True]


def test_cells_are_quoted_one_by_one(answers_of: AnswersOf) -> None:
    """Two places of a document make one item with two quotes."""
    text = write_measures("Nr. | Risico | Maatregel", f"M1 | R1 | {MEASURE}")
    pair = next(e for e in pair_risks(load_rules().fitness, answers_of(text)) if e.paired)

    assert [quote.text for quote in pair.quotes] == [RISK, MEASURE]
    assert pair.make_claim().value == f"- {RISK} – {MEASURE}"
