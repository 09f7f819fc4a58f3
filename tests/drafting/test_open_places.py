"""What a document leaves open is shown with its place, whoever drafted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.drafting.open_places import add_open_places
from extractor.models import Proposal, Reading

Read = Callable[..., Reading]
WriteDpia = Callable[..., str]


def find_open(reading: Reading, proposals: dict[str, Proposal]) -> dict[str, list[str]]:
    """Return by field the words of the gaps that its proposal shows."""
    added = add_open_places(list(proposals.values()), {reading.id: reading})
    return {each.field: [p.quote for p in each.open_places] for each in added if each.open_places}


def test_a_gap_is_shown_at_the_fields_its_question_feeds(
    read: Read, write_dpia: WriteDpia, propose_for: Callable[..., dict[str, Proposal]]
) -> None:
    """The goal is open, the sources are not."""
    reading = read(write_dpia({"Verwerkingsdoeleinden": "[nader invullen door de jurist]"}))

    assert find_open(reading, propose_for(reading)) == {"goal": ["[nader invullen door de jurist]"]}


def test_a_gap_knows_where_it_stands(
    read: Read, write_dpia: WriteDpia, propose_for: Callable[..., dict[str, Proposal]]
) -> None:
    """The citation is the document's own text, at its place, below its heading."""
    reading = read(write_dpia({"Verwerkingsdoeleinden": "De termijn is [datum invullen]."}))
    added = add_open_places(list(propose_for(reading).values()), {reading.id: reading})
    (place,) = next(each.open_places for each in added if each.field == "goal")

    assert place.span.of(reading.text) == place.quote == "De termijn is [datum invullen]."
    assert place.locator.heading is not None
    assert place.locator.heading.endswith("5. Verwerkingsdoeleinden")


@pytest.mark.parametrize(
    "answer", ["n.v.t.", "Geen.", "-", "Het peil volgt elke dag uit de meting."]
)
def test_an_answer_is_no_gap(
    read: Read,
    write_dpia: WriteDpia,
    propose_for: Callable[..., dict[str, Proposal]],
    answer: str,
) -> None:
    """Nothing, a dash and a verb that gaps use too are answers."""
    reading = read(write_dpia({"Verwerkingsdoeleinden": answer}))

    assert find_open(reading, propose_for(reading)) == {}


def test_gaps_in_parts_without_answers_are_left_alone(
    read: Read, write_dpia: WriteDpia, propose_for: Callable[..., dict[str, Proposal]]
) -> None:
    """A date that is missing below a signature says nothing of the algorithm."""
    rest = "## Vaststelling en ondertekening\n\n[datum invullen]\n"
    reading = read(write_dpia({}, rest=rest))

    assert find_open(reading, propose_for(reading)) == {}


def test_a_sentence_with_a_gap_in_its_middle_is_asked_and_not_proposed(
    read: Read, write_dpia: WriteDpia, propose_for: Callable[..., dict[str, Proposal]]
) -> None:
    """The words around the gap would be half a legal basis."""
    gap = "De grondslag is artikel 6 AVG in samenhang met NADER INVULLEN DOOR JZ."
    said = "De verwerking is nodig voor een taak van algemeen belang volgens de Gemeentewet."
    reading = read(write_dpia({"Rechtsgrond": f"{said} {gap}"}))
    proposals = propose_for(reading)

    assert [each.value for each in proposals["lawful_basis"].claims] == [said]
    assert find_open(reading, proposals)["lawful_basis"] == [gap]
