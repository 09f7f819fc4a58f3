"""The category's proposal rests on the screen; what a drafter said is kept beside it."""

from __future__ import annotations

from datetime import UTC, datetime

from extractor.documents.reading import read_document
from extractor.models import NO_ALGORITHM, NOT_FOUND, Absence, Claim, Origin, Proposal, Screen
from extractor.screening.proposing import propose_category
from extractor.screening.screening import screen_readings

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LLM = Origin(drafter="llm", llm="test", at=NOON)
LEGAL = "De inzet heeft rechtsgevolgen voor inwoners."
NOTHING = Proposal(
    field="publication_category",
    absent=Absence(kind="not_found", reason=NOT_FOUND),
    origin=LLM,
)


def screen_text(text: str) -> Screen:
    """Return the quick screen of one document."""
    reading = read_document(f"# Systeembeschrijving\n\n## Inzet\n\n{text}\n".encode(), "stuk.md")
    return screen_readings((), {reading.id: reading})


def propose(screen: Screen, proposal: Proposal) -> Proposal:
    """Return the proposal as the screen leaves it."""
    return propose_category(screen, [proposal], NOON)[0]


def propose_value(value: str) -> Proposal:
    """Return what an llm proposed."""
    return Proposal(field="publication_category", claims=(Claim(value=value),), origin=LLM)


def test_an_empty_field_gets_the_category_with_its_source() -> None:
    """And says that no llm proposed it."""
    settled = propose(screen_text(LEGAL), NOTHING)

    assert [claim.value for claim in settled.claims] == ["Impactvolle algoritmes"]
    assert [each.quote for each in settled.claims[0].citations] == [LEGAL]
    assert (settled.absent, settled.origin.drafter) == (None, "offline")


def test_a_category_without_a_source_is_not_proposed() -> None:
    """Doubt alone is no claim: nothing could be cited."""
    assert propose(screen_text("De medewerker opent het formulier."), NOTHING) == NOTHING


def test_another_category_than_the_drafters_becomes_an_alternative() -> None:
    """The drafter's own comes first and is left as it was."""
    own = propose_value("Overige algoritmes")

    settled = propose(screen_text(LEGAL), own)

    assert settled.claims == ()
    assert settled.alternatives[0] == own.claims[0]
    assert settled.alternatives[1].value == "Impactvolle algoritmes"


def test_the_same_category_changes_nothing() -> None:
    """There is nothing to choose."""
    own = propose_value("Impactvolle algoritmes")

    assert propose(screen_text(LEGAL), own) == own


def test_a_denied_algorithm_is_said_in_the_field() -> None:
    """As it is when the offline drafter reads it."""
    denial = "Er wordt geen gebruik gemaakt van een algoritme."

    settled = propose(screen_text(denial), NOTHING)

    assert settled.absent is not None
    assert settled.absent.reason == NO_ALGORITHM
    assert [each.quote for each in settled.absent.citations] == [denial]


def test_a_failed_question_is_left_to_be_asked_again() -> None:
    """A failure stays visible."""
    failed = NOTHING.model_copy(update={"origin": LLM.model_copy(update={"failure": "stil"})})

    assert propose(screen_text(LEGAL), failed) == failed


def test_other_fields_are_left_alone() -> None:
    """The screen speaks of the category only."""
    other = Proposal(field="status", absent=NOTHING.absent, origin=LLM)

    assert propose(screen_text(LEGAL), other) == other


def test_without_an_algorithm_nothing_read_offline_is_proposed() -> None:
    """A goal of something that is no algorithm belongs in no register; an llm's word is kept."""
    denied = screen_text("Er wordt geen gebruik gemaakt van een algoritme.")
    claims = (Claim(value="Het doel is sneller antwoorden."),)
    offline = Origin(drafter="offline", at=NOON)

    read = propose(denied, Proposal(field="goal", claims=claims, origin=offline))
    asked = propose(denied, Proposal(field="goal", claims=claims, origin=LLM))
    constant = Proposal(
        field="lang", claims=(Claim(value="nld", basis="constant"),), origin=offline
    )

    assert read.claims == ()
    assert read.absent is not None
    assert read.absent.reason == NO_ALGORITHM
    assert asked.claims == claims
    assert propose(denied, constant) == constant
