"""Templates into html: whole pages, and the parts that the API sends back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from extractor.grounds import find_ground, load_grounds
from extractor.models import Decision, Registration, Span
from extractor.review.grouped import write_grouped
from extractor.review.labels import ACTIONS, STATES, count_things
from extractor.review.loading import DraftSummary
from extractor.review.profile_values import ProfileValue
from extractor.review.registering import list_copied
from extractor.review.screen_deciding import (
    SCREEN,
    judge_answers,
    read_answers,
    write_answered,
)
from extractor.review.signing import (
    MOST,
    find_signoffs,
    has_unchecked,
    list_void_signoffs,
)
from extractor.review.values import name_moment, write_typed
from extractor.review.web.cards import Card, list_left
from extractor.review.web.desk import Page
from extractor.review.web.lines import list_documents
from extractor.review.web.screening import make_screen
from extractor.review.web.searching import FoundPassage
from extractor.review.web.sources import SourceView
from extractor.standard.catalogue import find_field
from extractor.standing import find_current

FORMS = {
    "api": "JSON voor de aanlever-API",
    "csv": "CSV zoals het register die maakt",
    "xlsx": "Excel zoals het register die maakt",
    "html": "webpagina",
    "html-intern": "webpagina, intern: met bronnen en keuzen",
    "docx": "Word-document",
    "docx-intern": "Word-document, intern: met bronnen en keuzen",
    "jsonschema": "JSON na het schema 1.0.0 van de standaard",
    "eu-annex-viii": "werkbestand voor de EU-databank (bijlage VIII)",
}
"""The formats that entries can leave in, as the page calls them."""
_TEMPLATES = Path(__file__).with_name("templates")


@cache
def _load_environment() -> Environment:
    """Return the templates; everything that is put into them is escaped."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["moment"] = name_moment
    environment.filters["typed"] = write_typed
    environment.filters["ground"] = lambda key: find_ground(key).label
    environment.globals["actions"] = ACTIONS
    environment.globals["count_things"] = count_things
    return environment


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - whatever the template shows
    """Return the template filled in; a value it needs and does not get is an error."""
    return _load_environment().get_template(template).render(**values)


def render_card(card: Card, page: Page) -> str:
    """Return one field's card with its history."""
    log = [each for each in page.decisions if each.subject == card.field.key]
    return render("card.html", card=card, log=tuple(reversed(log)))


def render_progress(page: Page) -> str:
    """Return how far the review is, and what can be done with all that is left."""
    done, total = page.counts
    return render(
        "progress.html",
        done=done,
        total=total,
        left=list_left(page.review),
        unread="unread" in page.undecided,
        draft=page.review.draft.id,
    )


def render_signing(page: Page) -> str:
    """Return who signed the entry off, and the form for whoever does."""
    standing = page.review.standing
    return render(
        "signing.html",
        signed=find_signoffs(page.decisions, standing),
        void=list_void_signoffs(page.decisions, standing),
        complete=not page.undecided,
        unchecked=has_unchecked(standing),
        most=MOST,
    )


def render_overview(
    drafts: Sequence[DraftSummary], profiled: Sequence[ProfileValue], reviewer: str | None
) -> str:
    """Return the page with all dossiers and how far each is."""
    shared: dict[tuple[str, str], list[ProfileValue]] = {}
    for each in profiled:
        shared.setdefault((each.field, str(each.value)), []).append(each)
    named = {row.organization for row in drafts if row.organization}
    return render(
        "overview.html",
        drafts=drafts,
        reviewer=reviewer,
        states=STATES,
        shared=[(find_field(key).title, rows) for (key, _), rows in shared.items()],
        organisations=sorted(named),
        forms=FORMS,
    )


def render_screen(page: Page, reviewer: str | None) -> str:
    """Return the page on which a person answers the quick screen."""
    last = find_current(page.decisions).get(SCREEN)
    given = read_answers(last)
    return render(
        "screen.html",
        page=page,
        reviewer=reviewer,
        screen=make_screen(page.review),
        documents=list_documents(page.review),
        given=given,
        seen=last.id if last else "",
        answered=last if given else None,
        outcome=write_answered(judge_answers(given)) if given else "",
    )


def render_found(found: Sequence[FoundPassage]) -> str:
    """Return the passages of a search, each to be opened where it stands."""
    return render("found.html", found=found)


def render_source(view: SourceView, span: Span) -> str:
    """Return a place in a document: a page with boxes, or the text around the words."""
    return render("source.html", view=view, span=span)


def render_copying(
    page: Page,
    registration: Registration | None,
    losses: Sequence[str],
    reviewer: str | None,
) -> str:
    """Return the page from which an entry is copied into the register's own form.

    `losses` are what the JSON Schema of the standard cannot hold of it.
    """
    tabs = [(tab, list(cards)) for tab, cards in groupby(page.cards, lambda each: each.field.tab)]
    return render(
        "copying.html",
        page=page,
        tabs=tabs,
        reviewer=reviewer,
        registration=registration,
        copied=list_copied(page.review, registration),
        forms=FORMS,
        losses=losses,
    )


def render_draft(page: Page, reviewer: str | None, head: str) -> str:
    """Return the page on which one draft is decided."""
    tabs = [(tab, list(cards)) for tab, cards in groupby(page.cards, lambda each: each.field.tab)]
    logs: dict[str, tuple[Decision, ...]] = {
        card.field.key: tuple(
            reversed([each for each in page.decisions if each.subject == card.field.key])
        )
        for card in page.cards
    }
    return render(
        "draft.html",
        page=page,
        tabs=tabs,
        logs=logs,
        reviewer=reviewer,
        head=head,
        progress=render_progress(page),
        screen=make_screen(page.review),
        documents=list_documents(page.review),
        grounds=load_grounds(),
        answered=_write_screened(page),
        signing=render_signing(page),
        grouped=tuple(write_grouped(page.review)),
        unread=next((d for d in reversed(page.decisions) if d.subject == "unread"), None),
    )


def _write_screened(page: Page) -> str:
    """Return what a person's answers to the quick screen lead to; empty without answers."""
    given = read_answers(page.review.standing.get(SCREEN))
    return write_answered(judge_answers(given)) if given else ""
