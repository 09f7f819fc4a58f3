"""Sign off an entry as a whole, by one person or two; a later decision voids it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from extractor.errors import DecisionRefused
from extractor.models import Decision, Draft, Record, SignOff
from extractor.review.choices import Signature
from extractor.review.decisions import sign_decision
from extractor.review.reviewed import Review
from extractor.standing import Standing, find_current, is_about_field, require_complete

SIGNOFF = "signoff"
MOST = 2
"""People who sign off one entry."""


class SignOffForm(Record):
    """What somebody who signs off an entry states."""

    name: str
    role: str
    on_behalf_of: str
    on: date
    reference: str | None = None


def digest_decisions(standing: Standing) -> str:
    """Return a digest of the decisions an entry is made of; any other decision changes it."""
    told = sorted(
        f"{subject}\t{decision.id}"
        for subject, decision in standing.items()
        if is_about_field(subject) or subject == "unread"
    )
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def sign_off(
    named: tuple[str, Draft],
    decisions: Sequence[Decision],
    standing: Standing,
    form: SignOffForm,
    signature: Signature,
) -> Decision:
    """Return the decision by which somebody signs off the entry.

    Refused while a subject is undecided, by the same person twice, and by a third person.
    """
    name, draft = named
    require_complete(name, draft, standing)
    _require_words(form)
    signed = find_signoffs(decisions, standing)
    if any(each.name.casefold() == form.name.strip().casefold() for each in signed):
        raise DecisionRefused(f"{form.name} heeft deze beschrijving al vastgesteld")
    if len(signed) >= MOST:
        raise DecisionRefused("deze beschrijving is al door twee mensen vastgesteld")
    stated = SignOff(**form.model_dump(), of=digest_decisions(standing))
    decision = Decision(
        id="",
        dossier=draft.dossier,
        draft=draft.id,
        subject=SIGNOFF,
        action="confirm",
        signoff=stated,
        reviewer=signature.reviewer,
        decided_at=signature.at,
    )
    return sign_decision(decision, find_current(decisions).get(SIGNOFF), signature)


def find_signoffs(decisions: Iterable[Decision], standing: Standing) -> tuple[SignOff, ...]:
    """Return the sign-offs that count: those of the entry as it is decided now."""
    digest = digest_decisions(standing)
    return tuple(each for each in _list_signoffs(decisions) if each.of == digest)


def list_void_signoffs(decisions: Iterable[Decision], standing: Standing) -> tuple[SignOff, ...]:
    """Return the sign-offs that a later decision voided."""
    digest = digest_decisions(standing)
    return tuple(each for each in _list_signoffs(decisions) if each.of != digest)


def _list_signoffs(decisions: Iterable[Decision]) -> list[SignOff]:
    """Return the sign-offs since the last one was taken back."""
    signed: list[SignOff] = []
    for decision in decisions:
        if decision.subject != SIGNOFF:
            continue
        if decision.signoff is not None:
            signed.append(decision.signoff)
        elif decision.action == "withdraw":
            signed.clear()
    return signed


def _require_words(form: SignOffForm) -> None:
    told = {"naam": form.name, "rol": form.role, "namens": form.on_behalf_of}
    missing = [label for label, words in told.items() if not words.strip()]
    if missing:
        raise DecisionRefused(f"bij vaststellen ontbreekt: {', '.join(missing)}")


def has_unchecked(standing: Standing) -> bool:
    """Return whether a choice on the entry was made under a name that nobody checked."""
    made = (each for subject, each in standing.items() if subject != "grouping")
    return not all(each.checked for each in made)


def write_signoffs(review: Review) -> Iterator[str]:
    """Yield who signed the entry off, what lapsed, and whether names were checked, in Dutch."""
    for each in find_signoffs(review.decisions, review.standing):
        day = each.on.strftime("%d-%m-%Y")
        yield f"Vastgesteld door {each.name}, {each.role}, namens {each.on_behalf_of}, op {day}."
    for each in list_void_signoffs(review.decisions, review.standing):
        yield f"! De vaststelling door {each.name} is vervallen: daarna is een keuze veranderd."
    if has_unchecked(review.standing):
        yield "Naam niet gecontroleerd: niet elke keuze is gemaakt met een persoonlijk adres."
