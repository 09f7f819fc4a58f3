"""A typed value keeps what it is based on, and is held against it again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractor.checks.sources import check_sources
from extractor.checks.statements import Statement
from extractor.models import (
    Citation,
    Claim,
    Coverage,
    Decision,
    Draft,
    LinkedTitle,
    Locator,
    Origin,
    Proposal,
    Span,
)
from extractor.review.basis import find_basis, list_statements
from extractor.review.choices import Choice, Signature
from extractor.review.decisions import decide
from extractor.review.names import list_names
from extractor.standard.catalogue import find_field, load_fields

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SIGNED = Signature(reviewer="R. Eviewer", at=NOON)
ORIGIN = Origin(drafter="offline", at=NOON)
LENT = "De helm wordt na 30 dagen teruggebracht."
SEEN = "Een medewerker bekijkt elke helm."


def make_claim(value: str | LinkedTitle, *quotes: str) -> Claim:
    """Return a claim that cites these words, or its own."""
    place = Locator(kind="paragraph", label="1")
    words = quotes or (value if isinstance(value, str) else value.title,)
    return Claim(
        value=value,
        citations=tuple(
            Citation(reading="r", span=Span(start=0, end=len(each)), quote=each, locator=place)
            for each in words
        ),
    )


GOAL = Proposal(
    field="goal",
    claims=(make_claim("Na 30 dagen komt de helm terug.", LENT), make_claim(SEEN)),
    origin=ORIGIN,
)
STATUS = Proposal(
    field="begin_date",
    alternatives=(
        make_claim("2024-03", "Sinds maart 2024 in gebruik."),
        make_claim("2024-05", "Op 2 mei 2024 begonnen."),
    ),
    origin=ORIGIN,
)


def make_draft(*proposals: Proposal) -> Draft:
    """Return a draft with these proposals, and nothing for the other fields."""
    given = {each.field: each for each in proposals}
    return Draft(
        id="draft1",
        dossier="d1",
        documents=(),
        proposals=tuple(
            given.get(field.key, Proposal(field=field.key, origin=ORIGIN))
            for field in load_fields()
        ),
        coverage=Coverage(pages_read=1),
        created_at=NOON,
    )


def choose(proposal: Proposal, choice: Choice) -> Decision:
    """Return the decision on this proposal."""
    return decide(make_draft(proposal), proposal.field, choice, None, SIGNED)


def state(proposal: Proposal, decision: Decision | None) -> list[Statement]:
    """Return what the value that counts says."""
    field = find_field(proposal.field)
    return list_statements(field, proposal, decision, lambda citation: citation.quote)


def find_rules(proposal: Proposal, typed: str) -> list[tuple[str, int | None]]:
    """Return by which rule, of which claim, a typed value is remarked on."""
    decision = choose(proposal, Choice(action="edit", typed=typed))
    found = check_sources(find_field(proposal.field), state(proposal, decision), ())
    return [(each.rule, each.claim) for each in found]


def test_a_proposed_sentence_rests_on_its_own_citations() -> None:
    """What another sentence cites does not carry it."""
    stated = state(GOAL, None)

    assert [(each.claim, each.passages) for each in stated] == [(0, (LENT,)), (1, (SEEN,))]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Na dertig dagen komt de helm terug. Een medewerker bekijkt elke helm.", []),
        ("Een medewerker bekijkt elke helm na 30 dagen.", []),
        ("Na 90 dagen komt de helm terug.", [("uncarried_number", 0)]),
        ("De medewerker bekijkt de helm niet.", [("negation_added", 1)]),
        ("Katten slapen graag.", [("no_basis", None)]),
        ("Na 30 dagen komt de helm terug. Katten slapen graag.", [("no_basis", None)]),
    ],
)
def test_a_typed_sentence_is_held_against_all_it_is_based_on(
    typed: str, found: list[tuple[str, int | None]]
) -> None:
    """A person may move facts between sentences; new ones are remarked on, at the nearest claim."""
    assert find_rules(GOAL, typed) == found


def test_without_sources_there_is_nothing_to_hold_a_value_against() -> None:
    """A field where nothing was found is filled in by the person alone."""
    assert (
        find_rules(Proposal(field="goal", origin=ORIGIN), "In 2024 zijn 12 helmen geleend.") == []
    )


def test_sources_in_english_share_no_words_and_are_not_missed() -> None:
    """A translation has its numbers in common, not its words."""
    claim = make_claim("De helm gaat terug.", "The helmet is returned within 30 days by the user.")
    proposal = Proposal(field="goal", claims=(claim,), origin=ORIGIN)

    assert find_rules(proposal, "Iedereen brengt zijn fiets terug.") == []
    assert find_rules(proposal, "Na 31 dagen.") == [("uncarried_number", None)]


def test_a_typed_value_is_based_on_the_alternatives_it_settles() -> None:
    """Both stay with the decision, and neither carries a third value."""
    decision = choose(STATUS, Choice(action="edit", typed="2024-07"))

    assert decision.claims == STATUS.alternatives
    assert find_rules(STATUS, "2024-07") == [("uncarried_date", None)]
    assert find_rules(STATUS, "2024-05") == []


def test_a_chosen_alternative_is_based_on_its_own_citation() -> None:
    """The other one no longer counts."""
    decision = choose(STATUS, Choice(action="choose", number=2))

    assert find_basis(STATUS, decision) == (STATUS.alternatives[1],)
    assert [each.text for each in state(STATUS, decision)] == ["2024-05"]


def test_an_empty_field_is_based_on_nothing() -> None:
    """Nor is there anything to hold against a source."""
    decision = choose(GOAL, Choice(action="empty"))

    assert find_basis(GOAL, decision) == ()
    assert state(GOAL, decision) == []


def test_a_choice_from_the_registers_list_needs_no_words_of_its_own() -> None:
    """The citation shows why it holds."""
    claim = make_claim("In gebruik", "Het systeem draait niet meer als proef sinds 2024.")
    proposal = Proposal(field="status", claims=(claim,), origin=ORIGIN)

    assert state(proposal, None) == []


def test_the_names_of_system_and_organisation_need_no_citation() -> None:
    """Suppliers and registers do; a description of a supplier is no name."""
    draft = make_draft(
        Proposal(field="name", claims=(make_claim("Helmplanner"),), origin=ORIGIN),
        Proposal(field="organization", claims=(make_claim("Gemeente Duinrade"),), origin=ORIGIN),
        Proposal(
            field="provider",
            alternatives=(make_claim("Nachtoog BV"), make_claim("Intern ontwikkeld")),
            origin=ORIGIN,
        ),
        Proposal(
            field="source_data_grouping",
            claims=(
                make_claim(LinkedTitle(title="Basisregistratie Personen (BRP)")),
                make_claim(LinkedTitle(title="Helmplanner")),
                make_claim(LinkedTitle(title="Uitleenlijst")),
            ),
            origin=ORIGIN,
        ),
    )

    assert [name.shapes for name in list_names(draft, None)] == [
        ("Nachtoog",),
        ("Basisregistratie Personen", "BRP"),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Nachtoog", ["uncarried_name"]),
        ("Lichtwacht", []),
        ("Lichtwacht Software B.V.", []),
        ("Intern ontwikkeld", []),
    ],
)
def test_a_typed_provider_is_looked_for_in_its_sources(typed: str, found: list[str]) -> None:
    """By any word of the name; who made it themselves is described and not named."""
    claim = make_claim("Lichtwacht BV", "Geleverd door Lichtwacht BV.")
    proposal = Proposal(field="provider", claims=(claim,), origin=ORIGIN)

    assert [rule for rule, _ in find_rules(proposal, typed)] == found
