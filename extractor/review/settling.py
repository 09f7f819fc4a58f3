"""What a choice makes of a field: the value, and the claims it is based on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extractor.composing import FieldValue, compose_value, parse_value
from extractor.errors import DecisionRefused
from extractor.grounds import find_ground
from extractor.models import Claim, Proposal
from extractor.review.choices import Choice
from extractor.review.sides import choose_side, find_hidden
from extractor.standard.catalogue import Field

Settled = tuple[FieldValue, tuple[Claim, ...]]
"""The value, none where the field stays empty, and what it is based on."""


def settle_field(field: Field, proposal: Proposal, choice: Choice) -> Settled:
    """Return what the choice makes of the field; refuse what cannot be chosen there."""
    return _SETTLERS[choice.action](field, proposal, choice)


def _accept(field: Field, proposal: Proposal, _choice: Choice) -> Settled:
    if not proposal.claims:
        raise DecisionRefused(
            f"voor {field.key} ({field.title}) is er geen voorstel om over te nemen",
            "Geef een waarde met --value, kies met --choose, of laat leeg met --empty.",
        )
    _require_all_sides(field, proposal)
    return compose_value(field, proposal.claims), proposal.claims


def _edit(field: Field, proposal: Proposal, choice: Choice) -> Settled:
    value = parse_value(field, choice.typed)
    return value, (*proposal.claims, *proposal.alternatives, *choice.added)


def _choose(field: Field, proposal: Proposal, choice: Choice) -> Settled:
    claims = choose_side(field, proposal, _pick(field, proposal, choice.number))
    return compose_value(field, claims), claims


def _empty(field: Field, _proposal: Proposal, _choice: Choice) -> Settled:
    _require_optional(field)
    return None, ()


def _withhold(field: Field, proposal: Proposal, choice: Choice) -> Settled:
    find_ground(choice.ground)
    places = {part - 1 for part in choice.parts}
    if not places <= set(range(len(proposal.claims))):
        raise DecisionRefused(
            f"het voorstel voor {field.key} heeft {len(proposal.claims)} delen",
            "Bekijk ze met `bronvast show`, en noem een nummer dat er is.",
        )
    kept = tuple(claim for at, claim in enumerate(proposal.claims) if at not in places)
    if not places or not kept:
        _require_optional(field)
        return None, ()
    _require_all_sides(field, proposal.model_copy(update={"claims": kept}))
    return compose_value(field, kept), kept


_SETTLERS: Mapping[str, Callable[[Field, Proposal, Choice], Settled]] = {
    "accept": _accept,
    "edit": _edit,
    "choose": _choose,
    "empty": _empty,
    "withhold": _withhold,
}


def _require_optional(field: Field) -> None:
    if field.required:
        raise DecisionRefused(
            f"{field.key} ({field.title}) is verplicht en mag niet leeg blijven",
            "Geef een waarde met --value.",
        )


def _require_all_sides(field: Field, proposal: Proposal) -> None:
    if find_hidden(field, proposal):
        raise DecisionRefused(
            f"bij {field.key} ({field.title}) spreken de bronnen elkaar tegen, "
            "en de tekst noemt niet elke kant",
            "Kies een kant met --choose, of schrijf de tekst zelf met --value.",
        )


def _pick(field: Field, proposal: Proposal, number: int) -> Claim:
    count = len(proposal.alternatives)
    if not 1 <= number <= count:
        raise DecisionRefused(
            f"{field.key} heeft {count} waarden om uit te kiezen, geen nummer {number}",
            "Bekijk ze met `bronvast show`.",
        )
    return proposal.alternatives[number - 1]
