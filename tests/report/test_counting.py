"""From states to figures, and figures added up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import FiguresUnusable
from extractor.report.combining import add_total, combine_figures
from extractor.report.counting import count_figures
from extractor.report.figures import Changes, Figures, PerQuarter
from extractor.report.states import (
    CATEGORIES,
    LEFT,
    PHASES,
    STATUSES,
    AlgorithmState,
    Quality,
    Trail,
)

JUNE, MARCH = date(2026, 6, 30), date(2026, 3, 31)
SERVICES = ("Belastingdienst", "Douane", "Toeslagen")
QUARTERS = ("2026-Q1", "2026-Q2", "2026-Q3")
MakeStates = Callable[..., list[AlgorithmState]]

counts = st.integers(0, 9)
states = st.builds(
    AlgorithmState,
    id=st.uuids().map(str),
    service=st.sampled_from(SERVICES),
    phase=st.sampled_from(PHASES),
    left=st.none() | st.sampled_from(LEFT),
    ground=st.none() | st.sampled_from(("opsporing", "other")),
    category=st.sampled_from(CATEGORIES),
    proposed=st.sampled_from(CATEGORIES),
    status=st.sampled_from(STATUSES),
    fewest=st.integers(0, 1),
    most=st.integers(1, 5),
    withheld=st.sets(st.sampled_from(("opsporing", "toezicht"))).map(tuple),
    dpia=st.sampled_from(("yes", "no", "unknown")),
    iama=st.sampled_from(("yes", "no", "unknown")),
    quality=st.none()
    | st.builds(Quality, filled=counts, shown=counts, passed=counts, asked=counts),
    minutes=st.none() | counts,
    trail=st.none()
    | st.builds(
        Trail,
        drafted_on=st.dates(date(2025, 1, 1), JUNE),
        unread=st.booleans(),
        pages_unread=counts,
        reviewed=st.booleans(),
        decisions=counts,
        unchecked=counts,
    ),
    published_in=st.none() | st.sampled_from(QUARTERS),
    digest=st.none() | st.sampled_from(("een", "twee")),
)
targets: st.SearchStrategy[dict[str, PerQuarter]] = st.dictionaries(
    st.sampled_from(SERVICES),
    st.dictionaries(
        st.sampled_from(QUARTERS), st.dictionaries(st.sampled_from(CATEGORIES[:3]), counts)
    ),
)


@given(
    now=st.lists(states, max_size=30),
    before=st.lists(states, max_size=10),
    kept=st.integers(0, 10),
    planned=targets,
    cut=st.integers(0, 2**30),
)
def test_figures_of_parts_add_up_to_those_of_the_whole(
    now: list[AlgorithmState],
    before: list[AlgorithmState],
    kept: int,
    planned: dict[str, PerQuarter],
    cut: int,
) -> None:
    """However the algorithms are divided over workspaces, and whatever was there before."""
    earlier = [*before, *(each.model_copy(update={"digest": "een"}) for each in now[:kept])]
    parts: list[Figures] = []
    for side in (0, 1):
        own = [each for each in now if _pick(each, cut) == side]
        was = [each for each in earlier if _pick(each, cut) == side]
        parts.append(count_figures(JUNE, own, {} if side else planned, (MARCH, was)))
    whole = count_figures(JUNE, now, planned, (MARCH, earlier))

    if parts[0] != parts[1]:
        combined = combine_figures(parts)
        assert combined == whole
        assert combined.model_dump_json() == whole.model_dump_json()


def _pick(state: AlgorithmState, cut: int) -> int:
    return (int(state.id.replace("-", ""), 16) ^ cut) % 2


@given(st.lists(states, max_size=20))
def test_figures_come_back_from_their_file(now: list[AlgorithmState]) -> None:
    """What is written can be read, and says the same."""
    figures = count_figures(JUNE, now, {})

    assert Figures.model_validate_json(figures.model_dump_json()) == figures


def test_the_example_of_a_ministry_counts_as_it_was_told(make_states: MakeStates) -> None:
    """Four services, of which one has 84 of category B and published 35, and one is finished."""
    told = [
        *make_states(35, "Belastingdienst", phase="published", category="B"),
        *make_states(20, "Belastingdienst", phase="confirmed", category="B"),
        *make_states(29, "Belastingdienst", phase="draft", category="B"),
        *make_states(48, "Douane", phase="published", category="B"),
        *make_states(5, "Toeslagen", category="B"),
        *make_states(10, "Ministerie van Financiën", category="C"),
    ]
    figures = count_figures(JUNE, told, {})
    total = add_total(figures)

    assert [each.service for each in figures.services] == sorted({e.service for e in told})
    assert (total.known, total.included, total.remaining) == (147, 147, 44)
    assert total.count_categories() == {"A": 0, "B": 137, "C": 10, "undetermined": 0}
    assert total.progress["B"]["published"] == 83


def test_what_gets_no_entry_counts_as_known_only(make_states: MakeStates) -> None:
    """With the ground on which it is not published."""
    left = make_states(2, left="not published", ground="opsporing")
    (service,) = count_figures(JUNE, [*make_states(3), *left], {}).services

    assert (service.known, service.included) == (5, 3)
    assert service.grounds == {"opsporing": 2}
    assert service.bandwidth.most == 3


def test_new_changed_withdrawn_and_dropped_are_told_apart(make_states: MakeStates) -> None:
    """Each algorithm counts where it changed; confirming for the first time is no change."""
    same, other, first = make_states(3, phase="confirmed", digest="een")
    gone = make_states(1, phase="published", digest="een")[0]
    none = make_states(1, phase="draft")[0]
    before = [same, other, first.model_copy(update={"digest": None}), gone, none]
    now = [
        same,
        other.model_copy(update={"digest": "twee"}),
        first,
        gone.model_copy(update={"phase": "withdrawn"}),
        none.model_copy(update={"left": "no algorithm"}),
        *make_states(2),
    ]
    (service,) = count_figures(JUNE, now, {}, (MARCH, before)).services

    assert service.changes == Changes(new=2, changed=1, withdrawn=1, dropped=1)
    assert service.before == {"confirmed": 3, "draft": 1, "published": 1}


def test_figures_of_other_days_are_not_added(make_states: MakeStates) -> None:
    """Nor the same file twice, which would double every count."""
    june, march = (count_figures(day, make_states(3), {}) for day in (JUNE, MARCH))
    since = count_figures(JUNE, make_states(3), {}, (MARCH, []))

    for parts, why in (
        ([june, march], "30 juni 2026 en 31 maart 2026"),
        ([june, since], "verschillende peildata"),
        ([june, june], "twee keer"),
    ):
        with pytest.raises(FiguresUnusable, match=why):
            combine_figures(parts)


def test_figures_hold_no_name_of_an_algorithm() -> None:
    """Nor its id: only the service is named."""
    state = AlgorithmState(id="geheim-dossier", service="Douane", phase="draft", digest="abc")

    written = count_figures(JUNE, [state], {}).model_dump_json()

    assert "geheim" not in written
    assert "abc" not in written
