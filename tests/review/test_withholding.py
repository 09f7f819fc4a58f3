"""What stays out of the register, and on which ground."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.errors import DecisionRefused
from extractor.grounds import find_ground, load_grounds
from extractor.models import Claim, Draft
from extractor.review.basis import find_basis
from extractor.review.choices import Choice, Signature
from extractor.review.decisions import decide
from extractor.standing import find_proposal

MakeSmall = Callable[..., Draft]


def withhold(draft: Draft, signed: Signature, *parts: int, field: str = "goal") -> object:
    """Return the value that is left when these parts are withheld."""
    choice = Choice(action="withhold", ground="toezicht", parts=parts)
    return decide(draft, field, choice, None, signed).value


def test_a_withheld_sentence_leaves_the_rest_standing(
    make_small: MakeSmall, signed: Signature
) -> None:
    """The value keeps its other sentences, each with its citation."""
    draft = make_small()
    choice = Choice(action="withhold", ground="toezicht", parts=(2,))
    noted = signed.model_copy(update={"note": "De drempel maakt ontduiken mogelijk."})

    decision = decide(draft, "goal", choice, None, noted)

    assert decision.value == "Het doel is eerlijk parkeren."
    assert (decision.ground, decision.note) == ("toezicht", "De drempel maakt ontduiken mogelijk.")
    kept = find_basis(find_proposal(draft, "goal"), decision)
    assert [claim.value for claim in kept] == ["Het doel is eerlijk parkeren."]


def test_a_withheld_field_is_decided_and_empty(make_small: MakeSmall, signed: Signature) -> None:
    """The whole field, whether it is named so or by each of its sentences."""
    draft = make_small()

    assert withhold(draft, signed) is None
    assert withhold(draft, signed, 1, 2) is None


@pytest.mark.parametrize(
    ("field", "choice", "why"),
    [
        ("goal", {"ground": ""}, "er staat niet waarom"),
        ("goal", {"ground": "zomaar"}, "grond zomaar is er niet"),
        ("goal", {"ground": "toezicht", "parts": (3,)}, "heeft 2 delen"),
        ("goal", {"ground": "toezicht", "parts": (0,)}, "heeft 2 delen"),
        ("name", {"ground": "toezicht"}, "is verplicht"),
    ],
)
def test_withholding_without_ground_or_from_a_required_field_is_refused(
    make_small: MakeSmall, signed: Signature, field: str, choice: dict[str, object], why: str
) -> None:
    """The register wants the required fields, and a colleague the reason."""
    asked = Choice.model_validate({"action": "withhold", **choice})

    with pytest.raises(DecisionRefused, match=why):
        decide(make_small(), field, asked, None, signed)


def test_a_sentence_of_a_contradiction_is_not_withheld_in_silence(
    make_small: MakeSmall, signed: Signature
) -> None:
    """A text that then tells one side only cannot stand, as with taking over."""
    draft = make_small()
    proposal = find_proposal(draft, "goal")
    sides = tuple(
        claim.model_copy(update={"topic": "who_decides"})
        for claim in (proposal.claims[1], _other())
    )
    split = proposal.model_copy(update={"alternatives": sides})
    proposals = tuple(split if each.field == "goal" else each for each in draft.proposals)
    contradicted = draft.model_copy(update={"proposals": proposals})

    with pytest.raises(DecisionRefused, match="spreken de bronnen elkaar tegen"):
        withhold(contradicted, signed, 1)


def _other() -> Claim:
    return Claim(value="De drempel is 90 procent.")


def test_every_ground_names_its_article() -> None:
    """A reviewer can look it up."""
    assert all("Woo, art. 5.1" in ground.law for ground in load_grounds())
    assert find_ground("toezicht").label == "Inspectie, controle en toezicht"
