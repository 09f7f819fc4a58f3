"""Write a draft, or the questions of several drafts, as a Word document to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import shorten

from extractor.composing import compose_value
from extractor.concept.paper import Paper
from extractor.concept.questions import list_open_fields
from extractor.concept.tags import DATE_TAG, NAME_TAG, write_label, write_tag
from extractor.models import Citation, Proposal
from extractor.review.cited import name_citation, quote_as_shown
from extractor.review.reviewed import Review, find_checks, find_value
from extractor.review.values import name_item
from extractor.standard.catalogue import Field, list_decided_fields
from extractor.standing import find_proposal

BANNER = "Concept, niet vastgesteld"
_LONGEST = 300
"""Characters of a source's words; the document itself holds the rest."""
_FILL_IN = "Klik hier en typ uw antwoord"
_PICK = "Kies een antwoord, of typ het"
_INTRO = (
    "Hieronder staat een voorstel, gemaakt uit documenten. Typ uw antwoorden in de vakken; wat u "
    "niet weet laat u leeg. Uw antwoorden worden suggesties: wie de beschrijving maakt, kiest "
    "zelf wat erin komt. Stuur het document daarna terug."
)


def write_concept(review: Review) -> bytes:
    """Return a draft as a Word document: its open questions first, then its other fields by tab."""
    paper = _start(f"Algoritmebeschrijving: {review.name}")
    open_fields = list_open_fields(review)
    if open_fields:
        paper.add_heading("Vragen die openstaan", 1)
    for field, questions in open_fields:
        _write_field(paper, review, field, questions)
    asked = {field.key for field, _ in open_fields}
    rest = [field for field in list_decided_fields() if field.key not in asked]
    for tab, fields in groupby(rest, key=lambda field: field.tab):
        paper.add_heading(tab, 1)
        for field in fields:
            _write_field(paper, review, field, ())
    return paper.to_bytes()


def write_question_list(person: str, reviews: Sequence[Review]) -> bytes:
    """Return one Word document with the open questions of several drafts, for one person."""
    paper = _start(f"Vragen over algoritmen voor {person}")
    for review in reviews:
        paper.add_heading(review.name, 1)
        for field, questions in list_open_fields(review):
            _write_field(paper, review, field, questions)
    return paper.to_bytes()


def _start(title: str) -> Paper:
    paper = Paper(title, BANNER)
    paper.add_heading(title, 0)
    paper.add_line(BANNER, bold=True)
    paper.add_line(_INTRO)
    paper.add_box("Uw naam", NAME_TAG, "Klik hier en typ uw naam")
    paper.add_box("Datum", DATE_TAG, "Klik hier en typ de datum, zoals 3 maart 2026")
    return paper


def _write_field(paper: Paper, review: Review, field: Field, questions: Sequence[str]) -> None:
    proposal = find_proposal(review.draft, field.key)
    paper.add_heading(field.title, 2)
    for question in questions:
        paper.add_line(question, bold=True)
    paper.add_line(f"Wat hier hoort: {field.guidance}")
    _write_proposal(paper, review, field, proposal)
    for finding in find_checks(review, field, proposal):
        paper.add_source(f"Let op: {finding.message}")
    if field.key not in review.standing:
        draft = review.draft.id
        prompt = _PICK if field.kind == "choice" else _FILL_IN
        choices = field.choices if field.kind == "choice" else ()
        paper.add_box(write_label(draft, field.key), write_tag(draft, field.key), prompt, choices)


def _write_proposal(paper: Paper, review: Review, field: Field, proposal: Proposal) -> None:
    decision = review.standing.get(field.key)
    value = find_value(review, field, proposal)
    if decision is not None:
        paper.add_line(f"Bevestigd door {decision.reviewer}:", bold=True)
    elif value is not None:
        paper.add_line("Voorstel:", bold=True)
    for line in _list_lines(value):
        paper.add_line(line)
    if decision is None:
        for line in _list_sources(review, field, proposal):
            paper.add_source(line)


def _list_lines(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(None, value.split("\n"))
    elif isinstance(value, tuple):
        yield from (f"- {name_item(item)}" for item in value)


def _list_sources(review: Review, field: Field, proposal: Proposal) -> Iterator[str]:
    """Yield where the proposal stands, what sources say against it, and what was left open."""
    said = " ".join(_list_lines(compose_value(field, proposal.claims)))
    citations = [each for claim in proposal.claims for each in claim.citations]
    lines = (_name_source("Bron", review, each, said) for each in citations)
    yield from dict.fromkeys(lines)
    for side in proposal.alternatives:
        value = " ".join(_list_lines(compose_value(field, [side])))
        yield f"Of: {value}"
        yield from (_name_source("Bron daarvan", review, each, value) for each in side.citations)
    yield from (_name_source("Nog open", review, each, "") for each in proposal.open_places)
    if not proposal.claims:
        yield from (_name_source("Kijk bij", review, each, "") for each in proposal.suggestions)


def _name_source(lead: str, review: Review, citation: Citation, said: str) -> str:
    """Return where the citation stands, with its words unless they were said already."""
    line = f"{lead}: {name_citation(review, citation)}"
    words = quote_as_shown(review, citation)
    return line if words in said else f"{line}: “{shorten(words, _LONGEST, placeholder=' …')}”"
