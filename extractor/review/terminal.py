"""One draft as plain lines for a terminal: values with numbered sources, checks, what is left."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from extractor.composing import FieldValue, compose_value
from extractor.contradictions import name_topic
from extractor.drafting.law_links import is_from_law_table
from extractor.grounds import find_ground
from extractor.models import (
    NO_ALGORITHM,
    Absence,
    Citation,
    Claim,
    Decision,
    Locator,
    Proposal,
    Reading,
)
from extractor.review.basis import find_basis
from extractor.review.coverage import write_coverage
from extractor.review.grouped import write_grouped
from extractor.review.instructions import list_instructions
from extractor.review.labels import ACTIONS, KINDS, LAW_TABLE, STATUSES, count_things, name_voice
from extractor.review.languages import write_foreign
from extractor.review.next_steps import write_next
from extractor.review.places import (
    WIDTH,
    write_answers,
    write_open_places,
    write_source,
    write_suggestions,
)
from extractor.review.reviewed import Review, find_checks, find_value, is_denied, list_answers
from extractor.review.screens import write_screen
from extractor.review.signing import write_signoffs
from extractor.review.values import name_item
from extractor.standard.catalogue import Field, find_field

_MARKS = {"error": "!!", "warning": "!", "note": "~"}
_ABSENT = {"stated": "volgens document: geen", "not_found": "staat er niet in"}


def write_draft(review: Review) -> str:
    """Return the draft as text: per tab and field the value, its sources and its checks."""
    return "\n".join([*_write_top(review), *_write_fields(review), "", *write_next(review)])


def _write_top(review: Review) -> Iterator[str]:
    draft = review.draft
    yield f"Conceptbeschrijving {draft.id}: {review.name}"
    yield _name_drafter(draft.proposals[0])
    yield from _write_denial(review)
    yield from write_signoffs(review)
    yield from write_grouped(review)
    yield ""
    if draft.screen is not None and not is_denied(review):
        yield from (*write_screen(draft.screen, review), "")
    yield "Gelezen documenten"
    for document in draft.documents:
        if review.readings[document.reading].text and document.replaced_by is None:
            yield f"  - {document.path} ({_describe_document(review, document.reading)})"
            yield from _write_instructions(review.readings[document.reading])
    yield from write_coverage(draft)
    yield from write_foreign(review)
    yield from _write_lapsed(review.lapsed.get("unread"))


def _write_instructions(reading: Reading) -> Iterator[str]:
    """Yield where the document speaks to a language model, and what to do about it."""
    for problem in list_instructions(reading):
        yield textwrap.fill(
            f"  ! {problem.message} {problem.hint}", WIDTH, subsequent_indent="    "
        )


def _write_denial(review: Review) -> Iterator[str]:
    """Yield that a document denies there is an algorithm, with its words, once for all fields."""
    if is_denied(review):
        yield "! Volgens het document wordt er geen algoritme gebruikt."
        denials = (p.absent for p in review.draft.proposals if p.absent)
        citations = next(each.citations for each in denials if each.reason == NO_ALGORITHM)
        for citation in citations:
            yield from write_source(review, citation, "  bron:", None)


def _name_drafter(proposal: Proposal) -> str:
    origin = proposal.origin
    if origin.drafter == "offline":
        return "Gemaakt zonder taalmodel: Bronvast citeert letterlijk en herschrijft niets."
    return f"Voorgesteld door taalmodel {origin.llm} ({origin.prompt})."


def _describe_document(review: Review, reading_id: str) -> str:
    """Return what a document says it is, its size, and whose words it holds if not our own."""
    reading, profile = review.readings[reading_id], review.profiles[reading_id]
    pages, words = len(reading.pages), len(reading.text.split())
    size = (
        count_things(pages, "pagina", "pagina's")
        if pages
        else count_things(words, "woord", "woorden")
    )
    status = STATUSES[profile.status] if profile.status else None
    facts = (KINDS[profile.kind], status, profile.date, size, name_voice(profile.voice))
    return ", ".join(filter(None, facts))


def _write_fields(review: Review) -> Iterator[str]:
    tab = ""
    for proposal in review.draft.proposals:
        field = find_field(proposal.field)
        if field.tab != tab:
            tab = field.tab
            yield from ("", f"== {tab} ==")
        yield from write_field(review, field, proposal)


def write_field(review: Review, field: Field, proposal: Proposal) -> Iterator[str]:
    """Yield a field as lines: value, sources, what is open, and its checks."""
    decision = review.standing.get(field.key)
    yield ""
    yield f"{field.title} [{field.key}]{_name_decision(decision)}"
    if decision is not None:
        based = find_basis(proposal, decision)
        yield from _write_value(_label_links(review, find_value(review, field, proposal), based))
        if decision.action == "edit":
            yield from _write_basis(review, based)
    else:
        yield from _write_claims(review, field, proposal.claims)
        yield from _write_open(review, proposal)
        yield from _write_lapsed(review.lapsed.get(field.key))
    for finding in find_checks(review, field, proposal):
        yield textwrap.fill(
            f"  {_MARKS[finding.severity]} {finding.message}",
            WIDTH,
            subsequent_indent="    ",
            break_on_hyphens=False,
        )


def _write_open(review: Review, proposal: Proposal) -> Iterator[str]:
    """Yield what a person still has to look at: alternatives, withheld claims, absence."""
    topic = None
    for number, claim in enumerate(proposal.alternatives, start=1):
        if claim.topic and claim.topic != topic:
            yield f"  bronnen spreken elkaar tegen over {name_topic(claim.topic)}:"
        topic = claim.topic
        yield textwrap.fill(
            f"  {number}. {name_item(claim.value)}", WIDTH, subsequent_indent="     "
        )
        for citation in claim.citations:
            yield from write_source(review, citation, "     bron:", None, dated=True)
    for withheld in proposal.withheld:
        yield f"  niet overgenomen ({withheld.reason}): {name_item(withheld.value)}"
    if proposal.absent:
        yield from _write_absence(review, proposal.absent)
    yield from write_answers(list_answers(review, proposal.field))
    yield from write_suggestions(review, proposal)
    yield from write_open_places(review, proposal)


def _write_absence(review: Review, absence: Absence) -> Iterator[str]:
    if absence.reason == NO_ALGORITHM:
        yield f"  {absence.reason}"
        return
    line = f"{_ABSENT[absence.kind]} — {absence.reason}"
    yield textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="  ")
    for citation in absence.citations:
        yield from write_source(review, citation, "  bron:", None)


def _name_decision(decision: Decision | None) -> str:
    if decision is None:
        return ""
    ground = f" ({find_ground(decision.ground).label})" if decision.ground else ""
    return f" — bevestigd: {ACTIONS[decision.action]}{ground} door {decision.reviewer}"


def _write_lapsed(decision: Decision | None) -> Iterator[str]:
    """Yield that an earlier decision no longer counts, with all of its value to choose it again."""
    if decision is None:
        return
    if decision.subject == "unread":
        why, chosen = "wat niet gelezen is, is veranderd", "verder zonder die delen"
    else:
        why, chosen = "het voorstel is veranderd", _write_inline(decision.value)
    line = f"! Uw eerdere keuze geldt niet meer, want {why}. U koos: {chosen}"
    yield textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="    ")


def _write_inline(value: FieldValue) -> str:
    if value is None:
        return "leeg laten"
    return value if isinstance(value, str) else "; ".join(name_item(item) for item in value)


def _write_claims(review: Review, field: Field, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield the value with the number of its place behind each claim, and the places by number."""
    places: dict[tuple[str, Locator], Citation] = {}
    for claim in claims:
        for citation in claim.citations:
            places.setdefault((citation.reading, citation.locator), citation)
    numbers = {place: number for number, place in enumerate(places, start=1)}
    marked = [
        _mark(review, claim, [numbers[c.reading, c.locator] for c in claim.citations])
        for claim in claims
    ]
    yield from _write_value(compose_value(field, marked))
    said = " ".join(name_item(claim.value) for claim in claims)
    for number, citation in enumerate(places.values(), start=1):
        yield from write_source(review, citation, f"    [{number}]", said)


def _write_basis(review: Review, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield each passage that a typed value is based on, with its words."""
    citations = dict.fromkeys(citation for claim in claims for citation in claim.citations)
    yield "  gebaseerd op:" if citations else "  gebaseerd op: geen bron"
    for citation in citations:
        yield from write_source(review, citation, "    -", None)


def _mark(review: Review, claim: Claim, numbers: Sequence[int]) -> Claim:
    marks = "".join(f" [{number}]" for number in dict.fromkeys(numbers))
    return claim.model_copy(update={"value": _write_linked(review, claim) + marks})


def _write_linked(review: Review, claim: Claim) -> str:
    """Return what the claim says; behind a link of no document stands where it comes from."""
    label = f" (link: {LAW_TABLE})" if is_from_law_table(claim, review.readings) else ""
    return name_item(claim.value) + label


def _label_links(review: Review, value: FieldValue, claims: Sequence[Claim]) -> FieldValue:
    """Return a decided value with the links that a claim had from the table of laws labelled."""
    if not isinstance(value, tuple):
        return value
    labelled = {claim.value: _write_linked(review, claim) for claim in claims}
    return tuple(labelled.get(item, item) for item in value)


def _write_value(value: FieldValue) -> Iterator[str]:
    if value is None:
        return
    lines = value.split("\n") if isinstance(value, str) else [f"- {name_item(i)}" for i in value]
    for line in filter(None, lines):
        yield textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="  ")
