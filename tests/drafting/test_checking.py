"""Every quote is held against its source before a person sees the claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from extractor.drafting.checking import QuoteChecker
from extractor.models import Absence, Claim, Origin, Proposal, Quote, Reading

ORIGIN = Origin(drafter="llm", llm="verzonnen", at=datetime(2026, 11, 23, tzinfo=UTC))
TEXT = "# Doel\n\nDe scanauto leest elk kenteken in de straat. Een mens bekijkt elke foto goed.\n"
TRUE = "De scanauto leest elk kenteken in de straat."
FALSE = "De scanauto leest nooit een kenteken in de straat."


@pytest.fixture
def reading(read: Callable[..., Reading]) -> Reading:
    """Return a small document."""
    return read(TEXT)


def check(reading: Reading, proposal: Proposal) -> Proposal:
    """Return the proposal with its quotes checked."""
    return QuoteChecker({reading.id: reading}).check_proposals([proposal])[0]


def quote(reading: Reading, *texts: str) -> tuple[Quote, ...]:
    """Return these words as quotes of the reading."""
    return tuple(Quote(reading=reading.id, text=text) for text in texts)


def test_a_true_quote_becomes_a_citation(reading: Reading) -> None:
    """The citation is the reading's own text at its span."""
    claim = Claim(value="Kentekens worden gelezen.", quotes=quote(reading, TRUE))

    checked = check(reading, Proposal(field="goal", claims=(claim,), origin=ORIGIN))
    cited = checked.claims[0].citations[0]

    assert cited.quote == TRUE
    assert cited.span.of(reading.text) == TRUE
    assert checked.withheld == ()


def test_an_invented_quote_is_withheld_with_its_reason(reading: Reading) -> None:
    """The claim stays in sight with the refused words, and is no part of the value."""
    claim = Claim(value="Kentekens worden nooit gelezen.", quotes=quote(reading, FALSE))

    checked = check(reading, Proposal(field="goal", claims=(claim,), origin=ORIGIN))
    withheld = checked.withheld[0]

    assert checked.claims == ()
    assert (withheld.value, withheld.reason) == (
        "Kentekens worden nooit gelezen.",
        "citaat niet gevonden in de bron",
    )
    assert [rejected.quote for rejected in withheld.rejected] == [FALSE]
    assert withheld.rejected[0].reason


def test_a_claim_with_one_good_and_one_bad_quote_keeps_both(reading: Reading) -> None:
    """One true passage carries the claim; the refused one is not swept away."""
    claim = Claim(value="Kentekens worden gelezen.", quotes=quote(reading, TRUE, FALSE))

    checked = check(reading, Proposal(field="goal", claims=(claim,), origin=ORIGIN)).claims[0]

    assert [citation.quote for citation in checked.citations] == [TRUE]
    assert [rejected.quote for rejected in checked.rejected] == [FALSE]


def test_a_claim_without_quote_is_withheld(reading: Reading) -> None:
    """A sentence that cites nothing is not proposed, however true it may be."""
    checked = check(reading, Proposal(field="goal", claims=(Claim(value="Zo."),), origin=ORIGIN))

    assert [w.reason for w in checked.withheld] == ["er is geen citaat bij gegeven"]


def test_a_quote_of_another_reading_is_rejected(reading: Reading) -> None:
    """True words of a document outside the dossier prove nothing here."""
    claim = Claim(value="Kentekens.", quotes=(Quote(reading="elders", text=TRUE),))

    checked = check(reading, Proposal(field="goal", claims=(claim,), origin=ORIGIN))

    assert checked.claims == ()
    assert [r.reason for r in checked.withheld[0].rejected] == [
        "de bron hoort niet bij dit dossier"
    ]


def test_alternatives_are_checked_as_claims_are(reading: Reading) -> None:
    """A side of a contradiction that nobody said is no side."""
    sides = (
        Claim(value="In gebruik", quotes=quote(reading, TRUE)),
        Claim(value="In ontwikkeling", quotes=quote(reading, FALSE)),
    )

    checked = check(reading, Proposal(field="status", alternatives=sides, origin=ORIGIN))

    assert [claim.value for claim in checked.alternatives] == ["In gebruik"]
    assert [withheld.value for withheld in checked.withheld] == ["In ontwikkeling"]


def test_a_stated_absence_without_citation_is_only_not_found(reading: Reading) -> None:
    """That a document says `none` is a claim about it, and needs its words."""
    absence = Absence(
        kind="stated", reason="volgens het document: geen", quotes=quote(reading, FALSE)
    )

    checked = check(reading, Proposal(field="publiccode", absent=absence, origin=ORIGIN)).absent

    assert checked is not None
    assert (checked.kind, checked.citations) == ("not_found", ())


def test_a_stated_absence_keeps_its_words(reading: Reading) -> None:
    """With its words found it stays stated."""
    absence = Absence(
        kind="stated", reason="volgens het document: geen", quotes=quote(reading, TRUE)
    )

    checked = check(reading, Proposal(field="publiccode", absent=absence, origin=ORIGIN)).absent

    assert checked is not None
    assert checked.kind == "stated"
    assert [citation.quote for citation in checked.citations] == [TRUE]


def test_a_constant_needs_no_document(reading: Reading) -> None:
    """What no document can hold says what it rests on instead."""
    claim = Claim(value="nld", basis="constant")

    checked = check(reading, Proposal(field="lang", claims=(claim,), origin=ORIGIN))

    assert checked.claims == (claim,)
    assert checked.withheld == ()


def test_what_was_withheld_before_stays_withheld(reading: Reading) -> None:
    """Checking adds to what is kept in sight, it never clears it."""
    claim = Claim(value="Nooit.", quotes=quote(reading, FALSE))
    once = check(reading, Proposal(field="goal", claims=(claim,), origin=ORIGIN))

    assert check(reading, once).withheld == once.withheld
