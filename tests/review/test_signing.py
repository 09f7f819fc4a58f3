"""An entry is signed off by one person or two, and a later decision voids it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from extractor.errors import DecisionRefused, ReviewIncomplete
from extractor.models import Decision, Draft
from extractor.review.choices import Choice, Signature
from extractor.review.decisions import decide
from extractor.review.signing import (
    SignOffForm,
    find_signoffs,
    list_void_signoffs,
    sign_off,
)
from extractor.standard.catalogue import list_decided_fields
from extractor.standing import find_current, find_standing

MakeSmall = Callable[..., Draft]
FORM = SignOffForm(
    name="A. Bakker",
    role="afdelingshoofd",
    on_behalf_of="college van burgemeester en wethouders",
    on=date(2026, 11, 23),
    reference="Z-2026-114",
)
OTHER = FORM.model_copy(update={"name": "C. Dekker", "role": "functionaris gegevensbescherming"})


@pytest.fixture
def decided(make_small: MakeSmall, signed: Signature) -> tuple[Draft, list[Decision]]:
    """Return a draft with a decision on every field."""
    draft = make_small()
    required = {
        "description_short": "Een auto leest kentekens.",
        "organization": "Gemeente Duinrade",
        "status": "In gebruik",
        "contact_email": "parkeren@duinrade.example",
        "publication_category": "Overige algoritmes",
    }
    choices = {
        field.key: Choice(action="edit", typed=required[field.key])
        if field.key in required
        else Choice(action="accept" if field.key in {"goal", "name"} else "empty")
        for field in list_decided_fields()
    }
    return draft, [decide(draft, key, each, None, signed) for key, each in choices.items()]


def sign(draft: Draft, log: list[Decision], form: SignOffForm, signed: Signature) -> None:
    """Add somebody's sign-off to the log."""
    log.append(sign_off(("Scanauto", draft), log, find_standing(draft, log, {}), form, signed))


def test_two_people_sign_off(decided: tuple[Draft, list[Decision]], signed: Signature) -> None:
    """Each with role, on whose behalf, date and reference; both count."""
    draft, log = decided

    sign(draft, log, FORM, signed)
    sign(draft, log, OTHER, signed)

    found = find_signoffs(log, find_standing(draft, log, {}))
    assert [each.name for each in found] == ["A. Bakker", "C. Dekker"]
    assert (found[0].on_behalf_of, found[0].reference) == (FORM.on_behalf_of, "Z-2026-114")


def test_a_later_decision_voids_a_sign_off(
    decided: tuple[Draft, list[Decision]], signed: Signature
) -> None:
    """Also one that is undone to the same value: somebody changed what was signed."""
    draft, log = decided
    sign(draft, log, FORM, signed)

    edit = Choice(action="edit", typed="Iets anders.")
    log.append(decide(draft, "goal", edit, find_current(log)["goal"], signed))

    standing = find_standing(draft, log, {})
    assert find_signoffs(log, standing) == ()
    assert [each.name for each in list_void_signoffs(log, standing)] == ["A. Bakker"]


def test_an_undecided_entry_cannot_be_signed_off(make_small: MakeSmall, signed: Signature) -> None:
    """There is nothing to answer for yet."""
    with pytest.raises(ReviewIncomplete):
        sign(make_small(), [], FORM, signed)


def test_nobody_signs_twice_and_a_third_is_refused(
    decided: tuple[Draft, list[Decision]], signed: Signature
) -> None:
    """In whatever letters the name is written."""
    draft, log = decided
    sign(draft, log, FORM, signed)

    with pytest.raises(DecisionRefused, match="al vastgesteld"):
        sign(draft, log, FORM.model_copy(update={"name": "a. bakker"}), signed)
    sign(draft, log, OTHER, signed)
    with pytest.raises(DecisionRefused, match="twee mensen"):
        sign(draft, log, FORM.model_copy(update={"name": "E. Faas"}), signed)


@pytest.mark.parametrize("missing", ["name", "role", "on_behalf_of"])
def test_a_sign_off_says_who_for_whom(
    decided: tuple[Draft, list[Decision]], signed: Signature, missing: str
) -> None:
    """A blank is refused."""
    draft, log = decided

    with pytest.raises(DecisionRefused, match="ontbreekt"):
        sign(draft, log, FORM.model_copy(update={missing: " "}), signed)


def test_taking_back_a_sign_off_takes_back_all(
    decided: tuple[Draft, list[Decision]], signed: Signature
) -> None:
    """The entry is then to be signed off anew."""
    draft, log = decided
    sign(draft, log, FORM, signed)

    last = find_current(log)["signoff"]
    log.append(decide(draft, "signoff", Choice(action="withdraw"), last, signed))

    assert find_signoffs(log, find_standing(draft, log, {})) == ()
