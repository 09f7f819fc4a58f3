"""Put both sides of a contradiction among what a person is offered, whoever drafted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from extractor.composing import takes_several
from extractor.contradictions.statements import Contradiction, Side
from extractor.contradictions.topics import compile_pattern, load_topics
from extractor.models import Claim, Proposal
from extractor.standard.catalogue import Field, find_field

Check = Callable[[Iterable[Proposal]], tuple[Proposal, ...]]
"""Checks the quotes of proposals."""


def add_contradictions(
    proposals: Sequence[Proposal], contradictions: Sequence[Contradiction], check: Check
) -> tuple[Proposal, ...]:
    """Return the proposals with both sides as alternatives, their quotes checked as all are.

    A text does not take one side: what says only that stands among the alternatives. Of a field
    with one value the value becomes one of the alternatives: which of them holds is for a person.
    What a drafter offered already is not offered twice. Where a document says that there is no
    algorithm, no side is offered.
    """
    added = {
        proposal.field: _add(_open_sides(proposal, contradictions), contradictions)
        for proposal in proposals
    }
    changed = check(added[each.field] for each in proposals if added[each.field] is not each)
    checked = {proposal.field: proposal for proposal in changed}
    return tuple(checked.get(proposal.field, proposal) for proposal in proposals)


def _add(proposal: Proposal, contradictions: Sequence[Contradiction]) -> Proposal:
    field = find_field(proposal.field)
    own = [each for each in contradictions if field.key in each.fields]
    sides = [claim for each in own for claim in _list_sides(field, each)]
    if not sides or proposal.is_denied or any(claim.basis for claim in proposal.claims):
        return proposal
    if takes_several(field):
        alternatives = _join(proposal.alternatives, sides)
        return proposal.model_copy(update={"alternatives": alternatives, "absent": None})
    alternatives = _join((*proposal.claims, *proposal.alternatives), sides)
    if len(alternatives) == 1:
        return proposal
    return proposal.model_copy(
        update={"claims": (), "alternatives": alternatives, "absent": None, "suggestions": ()}
    )


def _open_sides(proposal: Proposal, contradictions: Sequence[Contradiction]) -> Proposal:
    """Return a text without the claims that take one side where the documents take more."""
    if not takes_several(find_field(proposal.field)) or not proposal.claims:
        return proposal
    dropped: list[Claim] = []
    for contradiction in contradictions:
        taken = [_list_taking(proposal.claims, side) for side in contradiction.sides]
        if all(taken):
            continue
        dropped += [claim for claims in taken for claim in claims]
        dropped += [claim for claim in proposal.claims if _leans(contradiction.topic, claim)]
    kept = tuple(claim for claim in proposal.claims if claim not in dropped)
    return proposal.model_copy(update={"claims": kept}) if dropped else proposal


def _leans(topic: str, claim: Claim) -> bool:
    """Return whether a claim leans to a side of the topic, though it may not plainly take one."""
    pattern = load_topics()["leaning"].get(topic)
    if pattern is None:
        return False
    person = load_topics()["decides"]["person"]
    leaning = compile_pattern(pattern.replace("{person}", person))
    return leaning.search(str(claim.value)) is not None


def _list_taking(claims: Sequence[Claim], side: Side) -> list[Claim]:
    """Return the claims that quote what a side says."""
    said = {quote for each in side.statements for quote in each.answer.quotes}
    return [claim for claim in claims if said & set(claim.quotes)]


def _list_sides(field: Field, contradiction: Contradiction) -> list[Claim]:
    """Return a claim a side; none where all sides make one value of the field.

    A side may be no value of the field, as a year is no month: it is shown, and not to be chosen.
    """
    claims = [claim for side in contradiction.sides for claim in _make_claims(field, side)]
    values = {claim.value for claim in claims}
    return claims if len(values) > 1 else []


def _make_claims(field: Field, side: Side) -> Iterator[Claim]:
    """Yield the side's claim: of a text its first sentence, with the quotes of all that say so."""
    quotes = tuple(dict.fromkeys(quote for each in side.statements for quote in each.answer.quotes))
    if takes_several(field):
        first = side.statements[0]
        said = first.answer.make_claim()
        yield said.model_copy(update={"quotes": quotes, "topic": first.topic})
        return
    value = next((each.value for each in side.statements if each.value), None)
    if value is not None:
        yield Claim(value=value, quotes=quotes, topic=side.statements[0].topic)


def _join(offered: Sequence[Claim], sides: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that were offered, and the sides of which none says the same already."""
    joined = list(offered)
    for side in sides:
        if all(_fold(str(side.value)) != _fold(str(each.value)) for each in joined):
            joined.append(side)
    return tuple(joined)


def _fold(value: str) -> str:
    return "".join(sign for sign in value.lower() if sign.isalnum())
