"""When documents change, decisions on words that still stand are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.errors import DecisionRefused
from extractor.models import Claim, Draft, Reading, Source, Span
from extractor.review.basis import find_basis
from extractor.review.choices import Choice, Signature
from extractor.review.decisions import decide
from extractor.standing import find_lapsed, find_proposal, find_standing
from extractor.still_cited import StillCited

MakeSmall = Callable[..., Draft]
ACCEPT = Choice(action="accept")
OLD = "Het doel is eerlijk parkeren."


def make_reading(reading: str, text: str) -> Reading:
    """Return a reading of this text."""
    source = Source(sha256="0" * 64, name="dpia.txt", media_type="text/plain")
    return Reading(id=reading, source=source, reader="text@1", text=text, blocks=())


def stand(old: Draft, new: Draft, text: str, signed: Signature) -> tuple[bool, bool]:
    """Return whether taking over the old goal stands for the new draft, and whether it lapsed."""
    decision = decide(old, "goal", ACCEPT, None, signed)
    is_cited = StillCited(new, {"r2": make_reading("r2", text)}.get)
    taken = (new, [decision], {old.id: old}, is_cited)
    return bool(find_standing(*taken)), bool(find_lapsed(*taken))


@pytest.mark.parametrize(
    "case",
    [
        (f"Eerst iets nieuws. {OLD} En meer.", True),
        ("Eerst iets nieuws. Het doel is\n eerlijk  parkeren. En meer.", True),
        ("Het doel is niet eerlijk parkeren.", False),
        ("Het doel is duur parkeren.", False),
        ("", False),
    ],
)
def test_a_decision_is_kept_while_its_words_stand(
    make_small: MakeSmall, signed: Signature, case: tuple[str, bool]
) -> None:
    """Also when the new draft words its proposal otherwise; else it is put up again."""
    text, stands = case
    old = make_small(goal=(OLD,))
    new = make_small("tweede", "r2", goal=("Het doel is minder drukte.",))

    assert stand(old, new, text, signed) == (stands, not stands)


def test_a_decision_is_put_up_again_when_a_source_speaks_against_it(
    make_small: MakeSmall, signed: Signature
) -> None:
    """Its words still stand, but the reviewer has not seen the other side."""
    old = make_small(goal=(OLD,))
    new = make_small("tweede", "r2", goal=(OLD, "Meer."))
    other = Claim(value="Het doel is geld.", topic="who_decides")
    proposal = find_proposal(new, "goal").model_copy(update={"alternatives": (other,)})
    proposals = tuple(proposal if each.field == "goal" else each for each in new.proposals)

    against = new.model_copy(update={"proposals": proposals})

    assert stand(old, against, OLD, signed) == (False, True)


def test_an_old_decision_can_be_kept_by_hand(make_small: MakeSmall, signed: Signature) -> None:
    """It then stands on the new draft, with the words it was based on."""
    old = make_small(goal=(OLD,))
    new = make_small("tweede", "r2", goal=("Het doel is minder drukte.",))
    first = decide(old, "goal", ACCEPT, None, signed)

    kept = decide(new, "goal", Choice(action="carry"), first, signed)

    assert (kept.draft, kept.value, kept.claims) == ("tweede", OLD, first.claims)
    assert find_standing(new, [first, kept], {"eerste": old}) == {"goal": kept}
    assert find_basis(find_proposal(new, "goal"), kept) == first.claims


def test_only_an_earlier_decision_can_be_kept(make_small: MakeSmall, signed: Signature) -> None:
    """There has to be one, on another draft."""
    draft = make_small()
    own = decide(draft, "goal", ACCEPT, None, signed)

    for current in (None, own):
        with pytest.raises(DecisionRefused, match="geen eerdere keuze"):
            decide(draft, "goal", Choice(action="carry"), current, signed)


def test_an_unchanged_document_is_not_opened(make_small: MakeSmall) -> None:
    """What the draft still rests on needs no search."""

    def refuse(reading: str) -> Reading:
        raise AssertionError(reading)

    draft = make_small()
    citation = find_proposal(draft, "goal").claims[0].citations[0]

    assert StillCited(draft, refuse)(citation)
    assert citation.span == Span(start=0, end=len(OLD))
