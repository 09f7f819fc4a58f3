"""Copying into the register's own form: what stands there, and the code it got."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.errors import DecisionRefused
from extractor.intake.reading import DocumentReader
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.loading import load_review, summarise_drafts
from extractor.review.registering import keep_registration, list_copied
from extractor.review.reviewed import Review
from extractor.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def reload(
    store: Store, reader: DocumentReader, tmp_path: Path, signed: Signature
) -> Callable[[], Review]:
    """Return what loads a draft of which the end date is decided."""
    path = tmp_path / "scanauto.md"
    path.write_text("# Systeem\n\nHet systeem is sinds maart 2023 in gebruik.\n", "utf-8")
    draft = draft_dossier(
        find_dossiers(path)[0],
        store,
        reader,
        lambda readings: OfflineDrafter(readings, lambda: signed.at),
        lambda: signed.at,
    )
    decide_subject(store, draft.id, "end_date", Choice(action="empty"), signed)
    return lambda: load_review(store, draft.id, signed.at.date())


def test_a_tick_lasts_until_the_field_is_decided_otherwise(
    store: Store, reload: Callable[[], Review], signed: Signature
) -> None:
    """What stands in the register is then no longer what was decided."""
    kept = keep_registration(store, reload(), ["end_date"], "12345678", signed)

    assert store.find_registration(kept.dossier) == kept
    assert list_copied(reload(), kept) == {"end_date"}
    decide_subject(store, reload().draft.id, "end_date", Choice(action="withdraw"), signed)
    assert list_copied(reload(), kept) == frozenset()


def test_the_code_shows_where_the_dossier_is(
    store: Store, reload: Callable[[], Review], signed: Signature
) -> None:
    """In the overview, with the code itself."""
    keep_registration(store, reload(), [], " 12345678 ", signed)

    (row,) = summarise_drafts(store, signed.at.date())
    assert (row.state, row.lars) == ("registered", "12345678")


@pytest.mark.parametrize(
    ("copied", "lars"), [([], "1234"), ([], "abcdefgh"), (["goal"], ""), ([], "1234567８")]
)
def test_a_wrong_code_and_an_open_field_are_refused(
    store: Store,
    reload: Callable[[], Review],
    signed: Signature,
    copied: list[str],
    lars: str,
) -> None:
    """Nothing is kept then."""
    with pytest.raises(DecisionRefused):
        keep_registration(store, reload(), copied, lars, signed)

    assert store.find_registration(reload().draft.dossier) is None
