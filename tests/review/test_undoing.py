"""Undoing goes back step by step, and the log keeps everything."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.errors import DecisionRefused
from extractor.models import Decision, Draft
from extractor.review.choices import Choice, Signature
from extractor.review.decisions import decide, undo
from extractor.standing import find_current

MakeSmall = Callable[..., Draft]
CHOICES = st.one_of(
    st.just(Choice(action="accept")),
    st.just(Choice(action="empty")),
    st.text("abc", min_size=1, max_size=5).map(lambda text: Choice(action="edit", typed=text)),
    st.just(Choice(action="withhold", ground="toezicht", parts=(2,))),
    st.just(None),
)
"""Choices on a field; none stands for undoing the last."""


def say(decision: Decision | None) -> tuple[object, ...] | None:
    """Return what a reviewer sees of a decision; none where nothing is chosen."""
    if decision is None or decision.action == "withdraw":
        return None
    return decision.action, decision.value, decision.ground


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(choices=st.lists(CHOICES, max_size=12))
def test_undoing_brings_back_what_stood_before(
    make_small: MakeSmall, signed: Signature, choices: list[Choice | None]
) -> None:
    """However often, in whatever order with other choices: like a pile of choices."""
    draft = make_small()
    log: list[Decision] = []
    pile: list[tuple[object, ...]] = []
    for choice in choices:
        current = find_current(log).get("goal")
        if choice is not None:
            log.append(decide(draft, "goal", choice, current, signed))
            pile.append(say(log[-1]) or ())
        elif pile:
            log.append(undo(draft, "goal", log, signed))
            pile.pop()
        else:
            with pytest.raises(DecisionRefused, match="geen keuze om ongedaan te maken"):
                undo(draft, "goal", log, signed)
        assert say(find_current(log).get("goal")) == (pile[-1] if pile else None)
    assert len({each.id for each in log}) == len(log)


def test_taking_back_can_be_undone(make_small: MakeSmall, signed: Signature) -> None:
    """The choice that was taken back stands again."""
    draft = make_small()
    first = decide(draft, "goal", Choice(action="empty"), None, signed)
    back = decide(draft, "goal", Choice(action="withdraw"), first, signed)

    again = undo(draft, "goal", [first, back], signed)

    assert (again.action, again.replaces, again.undoes) == ("empty", back.id, back.id)


def test_undoing_one_field_leaves_the_others(make_small: MakeSmall, signed: Signature) -> None:
    """Each subject has a pile of its own."""
    draft = make_small()
    goal = decide(draft, "goal", Choice(action="accept"), None, signed)
    name = decide(draft, "name", Choice(action="accept"), None, signed)

    undone = undo(draft, "goal", [goal, name], signed)

    current = find_current([goal, name, undone])
    assert say(current["goal"]) is None
    assert current["name"] == name
