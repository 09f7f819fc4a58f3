"""Both sides are offered, nothing is settled, whoever drafted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

import pytest
from planted_contradictions import DOSSIER, read_passage

from extractor.contradictions import Contradiction, add_contradictions, find_contradictions
from extractor.drafting.checking import QuoteChecker
from extractor.models import Absence, Claim, Origin, Proposal, Quote, Reading

LEARNS = "Het model is zelflerend."
LEARNS_NOT = "Het model is niet zelflerend."
SPRING = "Het systeem is in maart 2023 in gebruik genomen."
SUMMER = "Sinds juni 2023 is het systeem in gebruik."
ONE = read_passage(f"{LEARNS_NOT}\n\n{SPRING}", 0)
OTHER = read_passage(f"{LEARNS}\n\n{SUMMER}", 1)
READINGS = {ONE.id: ONE, OTHER.id: OTHER}
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def make_origin(drafter: Literal["offline", "llm"] = "offline") -> Origin:
    """Return who proposed."""
    return Origin(drafter=drafter, at=NOON)


def make_claim(value: str, reading: Reading, words: str) -> Claim:
    """Return a claim with an unchecked quote."""
    return Claim(value=value, quotes=(Quote(reading=reading.id, text=words),))


def add(*proposals: Proposal, found: Sequence[Contradiction] | None = None) -> tuple[Proposal, ...]:
    """Return the checked proposals with what the two documents say against each other."""
    checker = QuoteChecker(READINGS)
    if found is None:
        found = find_contradictions(DOSSIER, READINGS)
    checked = checker.check_proposals(proposals)
    return add_contradictions(checked, found, checker.check_proposals)


@pytest.mark.parametrize("drafter", ["offline", "llm"])
def test_a_text_keeps_its_claims_beside_both_sides(drafter: Literal["offline", "llm"]) -> None:
    """Each side is the sentence of its document, and its citation is that document's own words."""
    claim = make_claim("Het leert niet.", ONE, LEARNS_NOT)
    old = Proposal(field="methods_and_models", claims=(claim,), origin=make_origin(drafter))

    (new,) = add(old)

    assert [each.value for each in new.claims] == ["Het leert niet."]
    assert [each.value for each in new.alternatives] == [LEARNS_NOT, LEARNS]
    assert [each.citations[0].reading for each in new.alternatives] == [ONE.id, OTHER.id]
    assert {each.topic for each in new.alternatives} == {"learning"}
    for each in new.alternatives:
        for cited in each.citations:
            assert cited.span.of(READINGS[cited.reading].text) == cited.quote


def test_one_value_is_no_longer_proposed_alone() -> None:
    """A drafter that saw one side had it settled; now a person chooses."""
    claim = make_claim("2023-03", ONE, SPRING)

    (new,) = add(Proposal(field="begin_date", claims=(claim,), origin=make_origin("llm")))

    assert new.claims == ()
    assert [each.value for each in new.alternatives] == ["2023-03", "2023-06"]


def test_a_side_that_is_no_value_of_the_field_is_shown() -> None:
    """A year is no month, so it cannot be chosen; it contradicts the month all the same."""
    year = read_passage("Het systeem is in 2021 in gebruik genomen.", 2)
    readings = {ONE.id: ONE, year.id: year}
    checker = QuoteChecker(readings)
    old = Proposal(
        field="begin_date", claims=(make_claim("2023-03", ONE, SPRING),), origin=make_origin()
    )

    found = find_contradictions(DOSSIER, readings)
    (new,) = add_contradictions(checker.check_proposals([old]), found, checker.check_proposals)

    assert [each.value for each in new.alternatives] == ["2023-03", "2021"]
    assert not new.claims
    assert not new.withheld


def test_what_a_drafter_offered_is_not_offered_twice() -> None:
    """Its own alternatives stay as they are."""
    sides = (make_claim("2023-03", ONE, SPRING), make_claim("2023-06", OTHER, SUMMER))

    (new,) = add(Proposal(field="begin_date", alternatives=sides, origin=make_origin("llm")))

    assert [each.value for each in new.alternatives] == ["2023-03", "2023-06"]


def test_a_field_where_nothing_was_found_gets_both_sides() -> None:
    """It is no longer absent, so it cannot be left empty with the others."""
    absent = Absence(kind="not_found", reason="niet gevonden")

    (new,) = add(Proposal(field="begin_date", absent=absent, origin=make_origin()))

    assert new.absent is None
    assert len(new.alternatives) == 2


def test_fields_that_no_topic_feeds_stay_as_they_are() -> None:
    """Only the fields of the topic are touched."""
    old = Proposal(field="goal", claims=(make_claim("x", ONE, SPRING),), origin=make_origin())

    assert add(old) == add(old, found=())


def test_a_document_of_the_supplier_contradicts_nothing() -> None:
    """What a firm says of its product is no account of how it is used here."""
    folder = read_passage("Lindewerk B.V. levert slimme software voor de overheid.", 2)
    sold = "Productblad van Lindewerk B.V.\n\nVraag een demo aan.\n\nHet model is zelflerend."
    sheet = read_passage(sold, 3, name="Productblad Lindewerk.md")

    assert find_contradictions(DOSSIER, {each.id: each for each in (ONE, sheet, folder)}) == ()


def test_a_summary_is_held_against_what_it_sums_up() -> None:
    """It feeds no draft, and yet it may say something else."""
    text = (
        "# DPIA Dagoog\n\n## Samenvatting\n\nEr is een steekproef van tien procent.\n\n"
        "## Controle\n\nEr is een steekproef van vijf procent.\n"
    )
    reading = read_passage(text, 2)

    (found,) = find_contradictions(DOSSIER, {reading.id: reading})

    assert [side.statements[0].side for side in found.sides] == ["tien procent", "vijf procent"]


@pytest.mark.parametrize(
    ("title", "count"), [("Werkinstructie Dagoog", 1), ("Beleid voor Dagoog", 0)]
)
def test_an_instruction_for_staff_tells_what_is_done_and_policy_does_not(
    title: str, count: int
) -> None:
    """Policy says what should be."""
    one = read_passage(f"# {title}\n\nEr is een steekproef van tien procent.\n", 3)
    other = read_passage("# Systeembeschrijving\n\nEr is een steekproef van vijf procent.\n", 4)

    assert len(find_contradictions(DOSSIER, {one.id: one, other.id: other})) == count
