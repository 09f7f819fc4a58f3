"""Each count, on a draft small enough to count by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractor.evaluation.counting import Counts, add_counts, evaluate_draft, write_plain
from extractor.evaluation.gold import Gold, GoldField
from extractor.models import Claim, Draft, LinkedTitle, Proposal, Reading

MakeClaim = Callable[..., Claim]
MakeProposal = Callable[..., Proposal]
Know = Callable[..., dict[str, Any]]
Count = Callable[[Proposal, dict[str, Any]], Counts]

GOAL = "Het doel is eerlijk parkeren."
EVIDENCE = [{"file": "DPIA/dpia.pdf", "page": 1, "quote": GOAL}]
FACT = {"fact": "eerlijk", "pattern": "eerlijk", "weight": 3, "evidence": EVIDENCE}


@pytest.mark.parametrize(
    ("value", "known", "counted"),
    [
        ("In gebruik", {"expected": ["In gebruik"]}, "right"),
        ("Buiten gebruik", {"expected": ["In gebruik"]}, "wrong"),
        ("In gebruik", {"tolerated": ["^in gebruik$"]}, "right"),
        (None, {"expected": ["In gebruik"]}, "missing"),
        (None, {"expected": ["In gebruik"], "abstain_ok": True}, "left_open"),
    ],
)
def test_a_closed_field_is_right_wrong_missing_or_left_open(  # noqa: PLR0913, PLR0917 - three makers
    make_claim: MakeClaim,
    make_proposal: MakeProposal,
    know: Know,
    count: Count,
    value: str | None,
    known: dict[str, Any],
    counted: str,
) -> None:
    """Exactly one of the four is counted."""
    claims = (make_claim(value),) if value else ()
    counts = count(make_proposal("status", *claims), know(**known))

    four = ("right", "wrong", "missing", "left_open")
    assert {name: getattr(counts, name) for name in four if getattr(counts, name)} == {counted: 1}


def test_a_grouping_is_right_when_each_item_is(
    make_claim: MakeClaim, make_proposal: MakeProposal, know: Know, count: Count
) -> None:
    """One wrong item makes the list wrong, since it would be published."""
    law = LinkedTitle(title="Gemeentewet")
    other = make_claim(LinkedTitle(title="Verzonnen wet"))
    known = know(expected=[{"title": "Gemeentewet", "link": None}])

    right = count(make_proposal("lawful_basis_grouping", make_claim(law)), known)
    wrong = count(make_proposal("lawful_basis_grouping", make_claim(law), other), known)

    assert (right.right, right.wrong) == (1, 0)
    assert (wrong.right, wrong.wrong) == (0, 1)


def test_a_text_field_is_counted_by_its_facts(
    make_claim: MakeClaim, make_proposal: MakeProposal, know: Know, count: Count
) -> None:
    """There is no one right text; the weight of what it says is counted."""
    missed = {"fact": "gratis", "pattern": "gratis", "weight": 2, "evidence": []}

    counts = count(make_proposal("goal", make_claim(GOAL, GOAL)), know(facts=[FACT, missed]))

    assert (counts.fact_weight_found, counts.fact_weight) == (3, 5)
    assert (counts.right, counts.wrong, counts.missing) == (0, 0, 0)


@pytest.mark.parametrize(("page", "cited"), [("1", 1), ("2", 0)])
def test_a_fact_is_cited_when_its_page_is(  # noqa: PLR0913, PLR0917 - three makers
    make_claim: MakeClaim,
    make_proposal: MakeProposal,
    know: Know,
    count: Count,
    page: str,
    cited: int,
) -> None:
    """A reviewer who follows the citation must come upon the fact."""
    proposal = make_proposal("goal", make_claim(GOAL, GOAL, page))

    counts = count(proposal, know(facts=[FACT]))

    assert (counts.facts_found, counts.facts_cited) == (1, cited)


@pytest.mark.parametrize(
    ("evidence", "cited"),
    [
        ({"file": "DPIA/dpia.pdf", "page": None, "quote": "doel is eerlijk"}, 1),
        ({"file": "DPIA/dpia.pdf", "page": None, "quote": "andere woorden"}, 0),
        ({"file": "elders.pdf", "page": None, "quote": GOAL}, 0),
    ],
)
def test_without_pages_the_words_are_compared(  # noqa: PLR0913, PLR0917 - three makers
    make_claim: MakeClaim,
    make_proposal: MakeProposal,
    know: Know,
    count: Count,
    evidence: dict[str, Any],
    cited: int,
) -> None:
    """The same words in another document are no evidence."""
    fact = {**FACT, "evidence": [evidence]}

    counts = count(make_proposal("goal", make_claim(GOAL, GOAL)), know(facts=[fact]))

    assert counts.facts_cited == cited


def test_a_forbidden_claim_is_counted(
    make_claim: MakeClaim, make_proposal: MakeProposal, know: Know, count: Count
) -> None:
    """What no value may say counts each time it is said."""
    forbidden = [{"claim": "zonder mens", "pattern": "zonder mens", "why": "onwaar"}]
    said = make_proposal("goal", make_claim("Het systeem beslist zonder mens."))

    assert count(said, know(forbidden=forbidden)).forbidden == 1
    assert count(make_proposal("goal", make_claim(GOAL)), know(forbidden=forbidden)).forbidden == 0


@pytest.mark.parametrize(
    ("value", "tolerated", "filled"),
    [(None, [], 0), ("https://verzonnen.nl", [], 1), ("https://duinrade.nl", ["duinrade"], 0)],
)
def test_a_value_nobody_can_know_is_counted(  # noqa: PLR0913, PLR0917 - three makers
    make_claim: MakeClaim,
    make_proposal: MakeProposal,
    know: Know,
    count: Count,
    value: str | None,
    tolerated: list[str],
    filled: int,
) -> None:
    """A field the documents do not answer must stay empty, unless a value is tolerated."""
    claims = (make_claim(value),) if value else ()

    counts = count(make_proposal("url", *claims), know(answerable=False, tolerated=tolerated))

    assert (counts.unanswerable, counts.unanswerable_filled) == (1, filled)
    assert (counts.right, counts.wrong) == (0, 0)


def test_citations_are_held_against_the_text(
    make_claim: MakeClaim, make_proposal: MakeProposal, know: Know, count: Count
) -> None:
    """A quote that is not the text at its span is seen; alternatives count as well."""
    true = make_claim(GOAL, GOAL)
    place = true.citations[0]
    false = true.model_copy(update={"citations": (place.model_copy(update={"quote": "Anders."}),)})

    counts = count(make_proposal("goal", true, alternatives=(false,)), know())

    assert (counts.citations, counts.citations_verbatim) == (2, 1)


@pytest.mark.parametrize(("sides", "reported"), [(("2023-03", "2023-06"), 1), (("2023-03",), 0)])
def test_a_contradiction_is_reported_when_two_sides_are_seen(  # noqa: PLR0913, PLR0917 - three makers
    make_claim: MakeClaim,
    make_proposal: MakeProposal,
    know: Know,
    count: Count,
    sides: tuple[str, ...],
    reported: int,
) -> None:
    """A reviewer who sees one side cannot know that there is another."""
    values: list[dict[str, Any]] = [
        {"value": side, "pattern": side, "evidence": []} for side in ("2023-03", "2023-06")
    ]
    conflict = {"topic": "begin", "values": values, "why": "twee documenten"}
    alternatives = tuple(make_claim(side) for side in sides)

    counts = count(
        make_proposal("begin_date", alternatives=alternatives), know(conflicts=[conflict])
    )

    assert (counts.conflicts, counts.conflicts_reported) == (1, reported)


def test_the_words_for_what_went_wrong_are_given(
    make_claim: MakeClaim,
    make_proposal: MakeProposal,
    make_draft: Callable[..., Draft],
    know: Know,
    readings: dict[str, Reading],
) -> None:
    """Missed facts and forbidden claims are named, a field without gold is not counted."""
    forbidden = [{"claim": "gratis", "pattern": "gratis", "why": "onwaar"}]
    known = GoldField.model_validate(know(facts=[FACT], forbidden=forbidden), strict=False)
    gold = Gold(dossier="parkeren", documents=(), fields={"goal": known})
    draft = make_draft(make_proposal("goal", make_claim("Gratis.")), make_proposal("tags"))

    evaluated = evaluate_draft(draft, gold, readings)

    assert [each.field for each in evaluated] == ["goal"]
    assert evaluated[0].remarks == ("mag niet: gratis", "niet: eerlijk")


def test_counts_add_up() -> None:
    """The total is the sum of every count."""
    one = Counts(right=1, fact_weight=3)
    two = Counts(right=2, citations=4)

    assert one + two == Counts(right=3, fact_weight=3, citations=4)
    assert add_counts([]) == Counts()


def test_a_list_is_judged_line_by_line() -> None:
    """Patterns may tell lines apart; a link follows its title."""
    items = (LinkedTitle(title="Gemeentewet", link="https://wet.nl"), LinkedTitle(title="Awb"))

    assert write_plain(items) == "Gemeentewet https://wet.nl\nAwb"
    assert write_plain(None) == ""
