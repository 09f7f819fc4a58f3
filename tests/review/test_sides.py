"""A text in which sources contradict each other is not settled without a word."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extractor.checks.findings import check_field
from extractor.composing import compose_value
from extractor.errors import DecisionRefused
from extractor.models import Citation, Claim, Coverage, Decision, Draft, Locator, Origin, Proposal
from extractor.models import Span as Range
from extractor.review.basis import find_basis
from extractor.review.choices import Choice, Signature
from extractor.review.decisions import decide
from extractor.standard.catalogue import find_field

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FIELD = find_field("methods_and_models")
TREES = "Het model is een reeks van beslisbomen."
FIXED = "Het model is niet zelflerend."
LEARNS = "Het model is zelflerend."
PLACES = {TREES: 0, FIXED: 100, LEARNS: 200, "Er zijn 18 kenmerken.": 300, "Er zijn 21.": 400}


def make_claim(value: str, topic: str | None = None) -> Claim:
    """Return a claim that cites the place of its own words."""
    span = Range(start=PLACES[value], end=PLACES[value] + len(value))
    place = Locator(kind="paragraph", label="1")
    cited = Citation(reading="r1", span=span, quote=value, locator=place)
    return Claim(value=value, citations=(cited,), topic=topic)


def make_proposal(*said: str, also: tuple[str, ...] = ()) -> Proposal:
    """Return a text that says these things, where sources differ on whether the model learns."""
    sides = [make_claim(value, "learning") for value in (FIXED, LEARNS)]
    return Proposal(
        field=FIELD.key,
        claims=tuple(make_claim(value) for value in said),
        alternatives=(*sides, *(make_claim(value, "counts") for value in also)),
        origin=Origin(drafter="offline", at=NOON),
    )


def choose(proposal: Proposal, choice: Choice) -> Decision:
    """Return the decision of a person on the field."""
    draft = Draft(
        id="d1",
        dossier="dossier",
        documents=(),
        proposals=(proposal,),
        coverage=Coverage(pages_read=1),
        created_at=NOON,
    )
    return decide(draft, FIELD.key, choice, None, Signature(reviewer="R. Eviewer", at=NOON))


@pytest.mark.parametrize("said", [(TREES,), (TREES, FIXED), (LEARNS,)])
def test_a_text_that_hides_a_side_is_not_accepted(said: tuple[str, ...]) -> None:
    """To accept it would settle what the sources leave open."""
    with pytest.raises(DecisionRefused, match="spreken de bronnen elkaar tegen"):
        choose(make_proposal(*said), Choice(action="accept"))


def test_a_text_with_both_sides_is_accepted_and_stays_remarked() -> None:
    """It leaves open what the sources leave open, so nothing is settled."""
    proposal = make_proposal(TREES, FIXED, LEARNS)
    decision = choose(proposal, Choice(action="accept"))

    assert decision.claims == proposal.claims
    findings = check_field(FIELD, proposal, decision.value, date(2026, 11, 23))
    assert "sources_differ" in [each.rule for each in findings]


def test_choosing_a_side_keeps_the_other_claims() -> None:
    """Only what says the other side leaves the text."""
    proposal = make_proposal(TREES, FIXED)
    decision = choose(proposal, Choice(action="choose", number=2))

    assert decision.value == f"{TREES} {LEARNS}"
    assert [each.value for each in find_basis(proposal, decision)] == [TREES, LEARNS]


def test_a_side_that_the_text_says_is_not_said_twice() -> None:
    """Its own claim stays where it stands."""
    proposal = make_proposal(FIXED, TREES)
    decision = choose(proposal, Choice(action="choose", number=1))

    assert decision.value == compose_value(FIELD, proposal.claims)


def test_sides_of_two_topics_are_not_settled_by_one_choice() -> None:
    """The other topic would be settled without a word."""
    proposal = make_proposal(TREES, also=("Er zijn 18 kenmerken.", "Er zijn 21."))

    with pytest.raises(DecisionRefused, match="op meer punten"):
        choose(proposal, Choice(action="choose", number=1))


def test_a_text_of_ones_own_rests_on_the_sides_as_well() -> None:
    """A person may write down what a side says that the proposal left out."""
    proposal = make_proposal(TREES)
    decision = choose(proposal, Choice(action="edit", typed=f"{TREES} {LEARNS}"))

    assert decision.claims == (*proposal.claims, *proposal.alternatives)
    assert find_basis(proposal, decision) == decision.claims
