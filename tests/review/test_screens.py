"""The quick screen stands at the top of a draft, is kept with it, and warns of doubt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.models import Draft
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.description import describe_review
from extractor.review.loading import load_review
from extractor.review.terminal import write_draft
from extractor.store import Store, open_store
from extractor.store.payloads import parse_payload, render_payload

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEGAL = "De inzet heeft rechtsgevolgen voor inwoners."
TEXT = f"# Systeembeschrijving Lichtwacht\n\n## Inzet\n\n{LEGAL}\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def draft(tmp_path: Path, store: Store, reader: DocumentReader) -> Draft:
    """Return the draft of a dossier that says one thing about its category."""
    (tmp_path / "lichtwacht.md").write_text(TEXT, encoding="utf-8")
    found = find_dossiers(tmp_path / "lichtwacht.md")[0]
    return draft_dossier(
        found, store, reader, lambda readings: OfflineDrafter(readings, lambda: NOON), lambda: NOON
    )


def test_the_screen_is_shown_before_the_fields(draft: Draft, store: Store) -> None:
    """Each step with its answer, and the source of each that was answered."""
    top = write_draft(load_review(store, draft.id, NOON.date())).partition("==")[0]

    assert "Voorstel bij twijfel: Impactvolle algoritmes." in top
    assert "deelt de overheid er mensen mee in? ja" in top
    assert LEGAL in " ".join(top.split())
    assert "bijlage III? weet ik niet" in top


def test_the_screen_is_kept_with_the_draft(draft: Draft, store: Store) -> None:
    """And described with the draft, answer by answer."""
    described = describe_review(load_review(store, draft.id, NOON.date()))
    answers = {each["step"]: each["answer"] for each in described["screen"]["answers"]}

    assert store.get_draft(draft.id).screen == draft.screen
    assert (answers["effects"], answers["outcome"]) == ("yes", "unknown")
    assert described["screen"]["rests_on"] == ["effects"]


def test_doubt_is_said_beside_the_field_until_somebody_decides(draft: Draft, store: Store) -> None:
    """A person's word settles it."""
    signature = Signature(reviewer="M. Bakker", at=NOON)

    def list_rules() -> set[str]:
        described = describe_review(load_review(store, draft.id, NOON.date()))
        return {each["rule"] for each in described["fields"]["publication_category"]["checks"]}

    assert "category_in_doubt" in list_rules()
    decide_subject(store, draft.id, "publication_category", Choice(action="accept"), signature)
    assert "category_in_doubt" not in list_rules()


def test_a_draft_from_before_there_was_a_screen_still_loads(draft: Draft) -> None:
    """Its payload holds no such key."""
    old = draft.model_copy(update={"screen": None})
    payload = render_payload(old).replace(',"screen":null', "")

    assert '"screen"' not in payload
    assert parse_payload(Draft, payload) == old
