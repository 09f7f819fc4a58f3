"""What a person may decide, and which decision counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from extractor.errors import DecisionRefused, FieldUnknown, ReviewIncomplete, ValueRefused
from extractor.models import (
    NO_ALGORITHM,
    Absence,
    Citation,
    Claim,
    Coverage,
    Decision,
    Draft,
    Locator,
    Origin,
    Proposal,
    Span,
    UnreadPages,
    WithheldClaim,
)
from extractor.review.choices import Choice, Signature
from extractor.review.confirming import confirm, find_refusal
from extractor.review.decisions import decide
from extractor.standard.catalogue import find_field, list_decided_fields, load_fields
from extractor.standing import (
    find_current,
    find_lapsed,
    find_standing,
    list_absent,
    list_undecided,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SIGNED = Signature(reviewer="R. Eviewer", at=NOON)
ORIGIN = Origin(drafter="offline", at=NOON)
ACCEPT = Choice(action="accept")
FILLED = {
    "name": "Controleren van parkeerrechten",
    "description_short": "Een scanauto leest kentekens.",
    "organization": "Gemeente Duinrade",
    "contact_email": "parkeren@duinrade.example",
    "goal": "Het doel is eerlijk parkeren. Inwoners merken er weinig van.",
}
ALTERNATIVES = {
    "status": ("In gebruik", "In ontwikkeling"),
    "publication_category": ("Impactvolle algoritmes", "Overige algoritmes"),
}
CONSTANTS = {"lang": "nld", "standard_version": "1.0", "source_id": "d1"}


def make_claim(value: str) -> Claim:
    """Return a claim that cites its own words."""
    place = Locator(kind="paragraph", label="1")
    cited = Citation(reading="r1", span=Span(start=0, end=len(value)), quote=value, locator=place)
    return Claim(value=value, citations=(cited,))


def make_proposal(key: str) -> Proposal:
    """Return what the draft of these tests proposes for a field."""
    if key in CONSTANTS:
        return Proposal(
            field=key, claims=(Claim(value=CONSTANTS[key], basis="constant"),), origin=ORIGIN
        )
    if key in FILLED:
        return Proposal(field=key, claims=(make_claim(FILLED[key]),), origin=ORIGIN)
    if key in ALTERNATIVES:
        claims = tuple(make_claim(value) for value in ALTERNATIVES[key])
        return Proposal(field=key, alternatives=claims, origin=ORIGIN)
    return Proposal(
        field=key, absent=Absence(kind="not_found", reason="niet gevonden"), origin=ORIGIN
    )


def make_draft(draft_id: str = "draft1", unread: tuple[UnreadPages, ...] = ()) -> Draft:
    """Return a draft with proposals, alternatives and fields where nothing was found."""
    return Draft(
        id=draft_id,
        dossier="d1",
        documents=(),
        proposals=tuple(make_proposal(field.key) for field in load_fields()),
        coverage=Coverage(pages_read=3, pages_unread=unread),
        created_at=NOON,
    )


DRAFT = make_draft()


def replace_proposal(proposal: Proposal, draft_id: str = "draft1") -> Draft:
    """Return the draft of these tests with another proposal for one field."""
    proposals = [proposal if each.field == proposal.field else each for each in DRAFT.proposals]
    return DRAFT.model_copy(update={"id": draft_id, "proposals": tuple(proposals)})


def decide_all(draft: Draft) -> list[Decision]:
    """Return decisions on every field a person decides."""
    taken = [decide(draft, key, ACCEPT, None, SIGNED) for key in FILLED]
    taken += [
        decide(draft, key, Choice(action="choose", number=1), None, SIGNED) for key in ALTERNATIVES
    ]
    empty = [f.key for f in list_decided_fields() if f.key not in (*FILLED, *ALTERNATIVES)]
    return taken + [decide(draft, key, Choice(action="empty"), None, SIGNED) for key in empty]


def test_the_last_decision_counts() -> None:
    """A reviewer may change their mind; the earlier decision stays on record."""
    first = decide(DRAFT, "name", ACCEPT, None, SIGNED)
    second = decide(DRAFT, "name", Choice(action="edit", typed="Parkeren"), first, SIGNED)

    assert find_current([first, second])["name"] == second


def test_a_withdrawn_field_is_undecided_again() -> None:
    """Withdrawing leaves nothing standing."""
    first = decide(DRAFT, "name", ACCEPT, None, SIGNED)
    back = decide(DRAFT, "name", Choice(action="withdraw"), first, SIGNED)

    standing = find_standing(DRAFT, [first, back], {})

    assert "name" not in standing
    assert "name" in list_undecided(DRAFT, standing)


def test_nothing_decided_cannot_be_withdrawn() -> None:
    """There is nothing to take back before a first decision."""
    with pytest.raises(DecisionRefused):
        decide(DRAFT, "name", Choice(action="withdraw"), None, SIGNED)


def test_an_accepted_value_is_the_proposal_itself() -> None:
    """Accepting changes no word, and keeps what the value was based on."""
    decision = decide(DRAFT, "goal", ACCEPT, None, SIGNED)

    assert decision.value == FILLED["goal"]
    assert decision.claims[0].citations[0].quote == FILLED["goal"]


def test_without_a_proposal_nothing_can_be_accepted() -> None:
    """Accepting needs something to accept."""
    with pytest.raises(DecisionRefused, match="geen voorstel"):
        decide(DRAFT, "website", ACCEPT, None, SIGNED)


def test_alternatives_are_chosen_by_number() -> None:
    """Where sources differ a person picks one; its citations go along."""
    decision = decide(DRAFT, "status", Choice(action="choose", number=2), None, SIGNED)

    assert decision.value == "In ontwikkeling"
    assert decision.claims[0].citations


@pytest.mark.parametrize("number", [0, 3])
def test_a_number_without_alternative_is_refused(number: int) -> None:
    """Numbers run from 1 to the count of alternatives."""
    with pytest.raises(DecisionRefused, match="2 waarden"):
        decide(DRAFT, "status", Choice(action="choose", number=number), None, SIGNED)


def test_a_required_field_cannot_be_left_empty() -> None:
    """The register refuses an entry without it, so does the decision."""
    with pytest.raises(DecisionRefused, match="verplicht"):
        decide(DRAFT, "contact_email", Choice(action="empty"), None, SIGNED)


def test_a_value_the_register_refuses_cannot_be_decided() -> None:
    """Every way to a value passes the standard."""
    with pytest.raises(ValueRefused):
        decide(DRAFT, "status", Choice(action="edit", typed="in gebruik"), None, SIGNED)


def test_a_constant_is_not_decided() -> None:
    """Language, standard version and source id are no person's choice."""
    with pytest.raises(DecisionRefused, match="ligt vast"):
        decide(DRAFT, "lang", ACCEPT, None, SIGNED)


def test_a_field_the_register_does_not_have_is_refused() -> None:
    """A slip of the keyboard decides nothing."""
    with pytest.raises(FieldUnknown):
        decide(DRAFT, "doel", ACCEPT, None, SIGNED)


def test_a_decision_names_its_reviewer() -> None:
    """Nobody decides anonymously."""
    with pytest.raises(DecisionRefused, match="wie"):
        decide(DRAFT, "name", ACCEPT, None, Signature(reviewer=" ", at=NOON))


def test_only_optional_fields_where_nothing_was_found_count_as_absent() -> None:
    """Leaving all absent fields empty touches no proposal and no required field."""
    absent = list_absent(DRAFT, {})

    assert "website" in absent
    assert not set(absent) & {*FILLED, *ALTERNATIVES, *CONSTANTS}
    assert not any(find_field(key).required for key in absent)


@pytest.mark.parametrize(
    ("absent", "failure"),
    [
        (Absence(kind="stated", reason="er is geen website"), None),
        (Absence(kind="stated", reason=NO_ALGORITHM), None),
        (Absence(kind="not_found", reason="niet gevraagd: te laat"), "te laat"),
        (None, None),
    ],
)
def test_what_was_not_looked_for_in_vain_does_not_count_as_absent(
    absent: Absence | None, failure: str | None
) -> None:
    """What a document states, and what the llm was never asked, a person judges one by one."""
    origin = ORIGIN.model_copy(update={"failure": failure})
    draft = replace_proposal(Proposal(field="website", absent=absent, origin=origin))

    assert list_absent(draft, {}) == tuple(k for k in list_absent(DRAFT, {}) if k != "website")


def test_a_decision_on_an_earlier_draft_counts_while_its_proposal_is_the_same() -> None:
    """Redrafting does not throw away what a person decided on unchanged proposals."""
    decision = decide(DRAFT, "goal", ACCEPT, None, SIGNED)

    assert find_standing(make_draft("draft2"), [decision], {"draft1": DRAFT}) == {"goal": decision}


def judge_again(old: Proposal, new: Proposal) -> tuple[bool, bool]:
    """Return whether leaving the old proposal's field empty stands for the new, and has lapsed."""
    judged = replace_proposal(old, "draft1")
    decision = decide(judged, old.field, Choice(action="empty"), None, SIGNED)
    newer = replace_proposal(new, "draft2")
    standing = find_standing(newer, [decision], {"draft1": judged})
    lapsed = find_lapsed(newer, [decision], {"draft1": judged})
    assert set(lapsed.values()) | set(standing.values()) == {decision}
    return bool(standing), bool(lapsed)


EMPTY = Proposal(field="goal", origin=ORIGIN)
REFUSED = WithheldClaim(value="Verzonnen.", reason="niet gevonden")
STATED = Absence(kind="stated", reason="geen", citations=make_claim("Geen.").citations)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"claims": (make_claim("Dit."),)}, {"claims": (make_claim("Iets anders."),)}),
        ({"claims": (make_claim("Dit."),)}, {"alternatives": (make_claim("Dit."),)}),
        ({}, {"withheld": (REFUSED,)}),
        ({"withheld": (REFUSED,)}, {}),
        (
            {"withheld": (REFUSED,)},
            {"withheld": (REFUSED.model_copy(update={"value": "Ook verzonnen."}),)},
        ),
        (
            {"withheld": (REFUSED,)},
            {"withheld": (REFUSED.model_copy(update={"reason": "ander getal"}),)},
        ),
        ({}, {"absent": STATED}),
        ({"absent": STATED}, {"absent": STATED.model_copy(update={"kind": "not_found"})}),
        ({"absent": STATED}, {"absent": STATED.model_copy(update={"reason": "nee"})}),
        (
            {"absent": STATED},
            {"absent": STATED.model_copy(update={"citations": make_claim("Nee.").citations})},
        ),
    ],
)
def test_a_decision_lapses_when_what_a_person_judged_has_changed(
    old: dict[str, object], new: dict[str, object]
) -> None:
    """Values, cited words, refused claims with their reasons, and absence are all judged."""
    before, after = EMPTY.model_copy(update=old), EMPTY.model_copy(update=new)

    assert judge_again(before, before) == (True, False)
    assert judge_again(before, after) == (False, True)


def test_origin_and_suggestions_do_not_make_a_decision_lapse() -> None:
    """Who proposed it, and where else to look, is not what was judged."""
    later = Origin(drafter="llm", llm="ander", at=NOON + timedelta(days=1))
    places = make_claim("Kijk hier.").citations
    after = EMPTY.model_copy(update={"origin": later, "suggestions": places})

    assert judge_again(EMPTY, after) == (True, False)


def test_what_was_withdrawn_or_replaced_does_not_lapse() -> None:
    """Only the last word on a field can lapse, and taking back is no choice."""
    changed = replace_proposal(EMPTY, "draft2")
    first = decide(DRAFT, "goal", ACCEPT, None, SIGNED)
    back = decide(DRAFT, "goal", Choice(action="withdraw"), first, SIGNED)
    again = decide(changed, "goal", Choice(action="empty"), first, SIGNED)

    assert find_lapsed(changed, [first], {"draft1": DRAFT}) == {"goal": first}
    assert find_lapsed(changed, [first, back], {"draft1": DRAFT}) == {}
    assert find_lapsed(changed, [first, again], {"draft1": DRAFT}) == {}


def test_a_decision_on_a_later_draft_has_not_lapsed() -> None:
    """Looking back at an earlier draft, what was chosen since is no earlier choice."""
    later = {"created_at": NOON + timedelta(days=1)}
    changed = replace_proposal(EMPTY, "draft2").model_copy(update=later)
    decision = decide(changed, "goal", Choice(action="empty"), None, SIGNED)

    assert find_lapsed(DRAFT, [decision], {"draft2": changed}) == {}


def test_accepting_unread_pages_lapses_when_other_pages_are_unread() -> None:
    """And it is no longer of any account once everything is read."""
    page = UnreadPages(document="scan.pdf", pages=(2,), reason="geen tekst")
    other = page.model_copy(update={"pages": (2, 3)})
    judged = make_draft("draft1", (page,))
    decision = decide(judged, "unread", ACCEPT, None, SIGNED)
    lapsed = [
        find_lapsed(make_draft("draft2", unread), [decision], {"draft1": judged})
        for unread in ((page,), (other,), ())
    ]

    assert lapsed == [{}, {"unread": decision}, {}]


def test_an_undecided_field_keeps_the_entry_in() -> None:
    """The refusal names each field that still awaits a person."""
    decisions = [d for d in decide_all(DRAFT) if d.subject != "website"]

    with pytest.raises(ReviewIncomplete) as refusal:
        confirm("Scanauto", DRAFT, find_standing(DRAFT, decisions, {}), NOON.date())

    assert refusal.value.undecided == ("website",)


def test_unread_pages_need_a_decision_of_their_own() -> None:
    """An entry over unread parts is a person's explicit choice."""
    unread = UnreadPages(document="scan.pdf", pages=(2,), reason="geen tekst")
    draft = make_draft("draft3", (unread,))
    decisions = decide_all(draft)

    assert list_undecided(draft, find_standing(draft, decisions, {})) == ("unread",)

    decisions.append(decide(draft, "unread", ACCEPT, None, SIGNED))

    assert list_undecided(draft, find_standing(draft, decisions, {})) == ()


def test_decisions_on_every_field_make_an_entry() -> None:
    """The entry holds what persons chose, and the constants."""
    entry = confirm("Scanauto", DRAFT, find_standing(DRAFT, decide_all(DRAFT), {}), NOON.date())

    assert entry.name == FILLED["name"]
    assert entry.status == "In gebruik"
    assert entry.source_id == "d1"
    assert entry.website is None


def test_two_decisions_on_one_subject_have_different_ids() -> None:
    """Deciding the same again later is another act."""
    first = decide(DRAFT, "name", ACCEPT, None, SIGNED)
    later = Signature(reviewer="R. Eviewer", at=NOON + timedelta(seconds=1))

    assert decide(DRAFT, "name", ACCEPT, first, later).id != first.id


def test_fields_that_do_not_fit_together_are_refused() -> None:
    """Each value may stand, the entry may not: the refusal names the field."""
    ended = decide(DRAFT, "end_date", Choice(action="edit", typed="2025-01"), None, SIGNED)
    decisions = [each for each in decide_all(DRAFT) if each.subject != "end_date"]

    refusal = find_refusal(
        "Scanauto", DRAFT, find_standing(DRAFT, [*decisions, ended], {}), NOON.date()
    )

    assert refusal is not None
    assert refusal.field == "end_date"
    assert (
        find_refusal("Scanauto", DRAFT, find_standing(DRAFT, decide_all(DRAFT), {}), NOON.date())
        is None
    )


def test_an_entry_in_use_from_a_month_to_come_is_refused() -> None:
    """It leaves when the month is there (register.md 4.2)."""
    begun = decide(DRAFT, "begin_date", Choice(action="edit", typed="2026-12"), None, SIGNED)
    others = [each for each in decide_all(DRAFT) if each.subject != "begin_date"]
    standing = find_standing(DRAFT, [*others, begun], {})

    with pytest.raises(ValueRefused, match="ligt in de toekomst"):
        confirm("Scanauto", DRAFT, standing, NOON.date())
    assert confirm("Scanauto", DRAFT, standing, date(2026, 12, 1)).begin_date == "2026-12"
