"""A published value is taken over with its place, on the page and in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from extractor.comparing.comparison import compare
from extractor.comparing.keeping import DownloadedFile, choose_entries, keep_entries
from extractor.downloads import name_media, read_download
from extractor.models import LinkedTitle, Source
from extractor.review.choices import Signature
from extractor.review.loading import load_review
from extractor.review.walking import Walk
from extractor.review.web.cards import make_card
from extractor.review.web.rendering import render
from extractor.standing import find_current, find_proposal
from extractor.store import Store, open_store
from tests.comparing.conftest import NOON, SCANAUTO_ENTRY
from tests.downloads.made import make_csv
from tests.review.test_walking import TypingPerson


@pytest.fixture
def store(workspace: Path) -> Iterator[Store]:
    """Return the workspace with the published values beside the fields."""
    content = make_csv(SCANAUTO_ENTRY | {"category": "Werk, Economie"})
    source = Source(
        sha256=sha256(content).hexdigest(), name="download.csv", media_type=name_media(content)
    )
    file = DownloadedFile(source, content, NOON.date())
    with open_store(workspace) as opened:
        entries = choose_entries(read_download(content), ())
        compare(opened, keep_entries(opened, file, entries, NOON), NOON, 1)
        yield opened


def walk(store: Store, person: TypingPerson) -> None:
    """Walk past the fields of the draft with these keys."""
    Walk(
        store,
        "Scanauto",
        person,
        lambda note: Signature(reviewer="J. Jansen", at=NOON, note=note),
        lambda: NOON,
    ).run()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("provider", "Parkeertechniek B.V."),
        ("category", ("Werk", "Economie")),
        (
            "lawful_basis_grouping",
            (
                LinkedTitle(title="Gemeentewet", link="https://wetten.example/1"),
                LinkedTitle(title="Verordening", link=None),
            ),
        ),
    ],
)
def test_a_published_value_is_the_default(store: Store, field: str, value: object) -> None:
    """One key takes it over where the documents say nothing, whatever the kind of field."""
    review = load_review(store, "Scanauto", NOON.date())
    keys = [proposal.field for proposal in review.draft.proposals]
    decided = [key for key in keys if key not in {"lang", "standard_version", "source_id"}]
    start = decided.index(field)

    walk(store, TypingPerson(["k"] * len(keys) + ["j"] * start + ["t"], lines=["nagegaan"]))

    decision = find_current(store.list_decisions(review.draft.dossier))[field]
    assert (decision.action, decision.value) == ("edit", value)
    assert decision.claims[-1].citations[0].locator.kind == "cell"


def test_a_field_without_an_answer_says_so(store: Store) -> None:
    """Nothing is decided then."""
    person = TypingPerson(["k"] * 40 + ["j"] * 8 + ["t"])

    walk(store, person)

    assert "bij dit veld staat geen antwoord" in person.seen
    assert store.list_decisions(load_review(store, "Scanauto", NOON.date()).draft.dossier) == ()


def test_the_page_says_that_it_is_published(store: Store) -> None:
    """Beside the field, with its day and a button that takes it over."""
    review = load_review(store, "Scanauto", NOON.date())
    card = make_card(review, find_proposal(review.draft, "provider"), None)

    (answer,) = card.answers
    assert (answer.name, answer.day, answer.is_published) == (
        "Algoritmeregister",
        "04-03-2025",
        True,
    )
    html = render("card.html", card=card, log=[])
    assert "Staat zo in het Algoritmeregister, 04-03-2025" in html
    assert "Zet in dit veld" in html
