"""From a folder to a draft: what was done is kept, and only what changed is done again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.intake.wanted import want_documents
from extractor.models import Coverage, Draft, DraftDocument
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.loading import load_review
from extractor.review.reviewed import find_checks
from extractor.standard.catalogue import find_field
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
GOAL = "Het algoritme heeft als doel dat inwoners sneller een plek krijgen."
STATUS = "Het systeem is sinds maart 2023 in gebruik."
DENYING = """# DPIA Balie

## 4. Technieken en methoden van gegevensverwerking

Aan de balie wordt geen algoritme gebruikt: een medewerker bekijkt elke aanvraag.

De bewaartermijn van de aanvragen is 28 dagen.

De bewaartermijn van de aanvragen is een jaar.

## 5. Verwerkingsdoeleinden

[nader invullen door de jurist]
"""
MAIL = "Voor vragen kunnen inwoners mailen naar parkeren@duinrade.nl."
TEXT = f"# Systeembeschrijving ParkeerScan\n\n## Doel\n\n{GOAL}\n\n## Inzet\n\n{STATUS}\n\n{MAIL}\n"


class MakeDraft(Protocol):
    """Drafts the dossier in a folder, with documents that count whatever replaces them."""

    def __call__(self, folder: Path, wanted: Sequence[str] = ()) -> Draft:
        """Return the draft."""


class Clock:
    """Tells a later second each time it is asked."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        """Return the time."""
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "werkmap") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a dossier with one document."""
    folder = tmp_path / "dossiers" / "Scanauto"
    folder.mkdir(parents=True)
    (folder / "systeem.md").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def make_draft(store: Store, reader: DocumentReader) -> MakeDraft:
    """Return what drafts the dossier in a folder."""
    clock = Clock()

    def draft(folder: Path, wanted: Sequence[str] = ()) -> Draft:
        found = want_documents(find_dossiers(folder), wanted)[0]
        return draft_dossier(
            found, store, reader, lambda readings: OfflineDrafter(readings, clock), clock
        )

    return draft


def decide(store: Store, draft: Draft, subject: str, choice: Choice) -> None:
    """Take a decision on a draft."""
    signature = Signature(reviewer="R. Eviewer", at=NOON + timedelta(hours=1))
    decide_subject(store, draft.id, subject, choice, signature)


def test_a_draft_rests_on_what_was_read(make_draft: MakeDraft, folder: Path, store: Store) -> None:
    """Readings, source bytes and the draft itself are in the store."""
    draft = make_draft(folder)
    reading = store.get_reading(draft.documents[0].reading)
    proposals = {each.field: each for each in draft.proposals}

    assert store.get_draft(draft.id) == draft
    assert reading is not None
    assert store.read_source(reading.source.sha256) == TEXT.encode()
    assert [claim.value for claim in proposals["goal"].claims] == [GOAL]
    assert (draft.coverage.pages_read, draft.coverage.pages_unread) == (1, ())


def test_a_rerun_makes_no_new_draft(make_draft: MakeDraft, folder: Path, store: Store) -> None:
    """The same documents, drafted the same way, are the same draft, with its first time."""
    first = make_draft(folder)

    again = make_draft(folder)

    assert again == first
    assert len(store.list_drafts()) == 1


def test_a_changed_document_makes_a_new_draft(
    make_draft: MakeDraft, folder: Path, store: Store
) -> None:
    """The earlier draft stays as it was, with the text it quoted."""
    first = make_draft(folder)
    (folder / "systeem.md").write_text(TEXT.replace("sneller", "goedkoper"), encoding="utf-8")

    second = make_draft(folder)

    assert second.id != first.id
    assert second.dossier == first.dossier
    assert store.get_draft(first.id) == first
    assert store.latest_draft(first.dossier) == second


@pytest.mark.parametrize("change", ["added", "renamed"])
def test_another_set_of_documents_makes_a_new_draft(
    make_draft: MakeDraft, folder: Path, change: str
) -> None:
    """A document more, or the same one under another name, is another dossier file."""
    first = make_draft(folder)
    if change == "added":
        (folder / "bijlage.md").write_text("# Bijlage\n\nMeer tekst.\n", encoding="utf-8")
    else:
        (folder / "systeem.md").rename(folder / "ontwerp.md")

    assert make_draft(folder).id != first.id


def test_decisions_on_unchanged_proposals_carry_over(
    make_draft: MakeDraft, folder: Path, store: Store
) -> None:
    """A person need not say again what still rests on the same words."""
    first = make_draft(folder)
    decide(store, first, "goal", Choice(action="accept"))
    decide(store, first, "status", Choice(action="accept"))
    decide(store, first, "tags", Choice(action="empty"))
    changed = TEXT.replace("sneller", "goedkoper")
    (folder / "systeem.md").write_text(changed, encoding="utf-8")

    second = make_draft(folder)
    standing = load_review(store, second.id, NOON.date()).standing

    assert set(standing) == {"status", "tags"}
    assert standing["status"].draft == first.id


def test_a_decision_is_back_when_the_document_is(
    make_draft: MakeDraft, folder: Path, store: Store
) -> None:
    """Nothing a person said is lost by what happened in between."""
    first = make_draft(folder)
    decide(store, first, "goal", Choice(action="accept"))
    (folder / "systeem.md").write_text(TEXT.replace("sneller", "goedkoper"), encoding="utf-8")
    make_draft(folder)
    (folder / "systeem.md").write_text(TEXT, encoding="utf-8")

    back = make_draft(folder)

    assert back == first
    assert set(load_review(store, back.id, NOON.date()).standing) == {"goal"}


def test_an_unreadable_file_stays_in_the_coverage(make_draft: MakeDraft, folder: Path) -> None:
    """A draft says what it does not rest on; the rest is drafted all the same."""
    (folder / "leeg.pdf").write_bytes(b"")
    (folder / "kapot.docx").write_bytes(b"PK\x03\x04 geen zip")
    (folder / "weg.txt").symlink_to(folder / "nergens.txt")

    draft = make_draft(folder)
    unread = {part.document: part.reason for part in draft.coverage.pages_unread}

    assert set(unread) == {"leeg.pdf", "kapot.docx", "weg.txt"}
    assert all(unread.values())
    assert draft.coverage.pages_read == 1
    assert any(proposal.field == "goal" and proposal.claims for proposal in draft.proposals)


def test_an_unread_part_is_decided_upon_as_well(
    make_draft: MakeDraft, folder: Path, store: Store
) -> None:
    """Somebody must say that the entry can do without; another unread file asks again."""
    (folder / "leeg.pdf").write_bytes(b"")
    first = make_draft(folder)
    decide(store, first, "unread", Choice(action="accept"))
    (folder / "ook-leeg.pdf").write_bytes(b"")

    second = make_draft(folder)

    assert "unread" in load_review(store, first.id, NOON.date()).standing
    assert "unread" not in load_review(store, second.id, NOON.date()).standing


def test_a_dossier_without_readable_document_is_drafted_empty(
    make_draft: MakeDraft, tmp_path: Path
) -> None:
    """It stays in sight, with the reason, and proposes nothing but constants."""
    folder = tmp_path / "dossiers" / "Leeg"
    folder.mkdir(parents=True)
    (folder / "leeg.pdf").write_bytes(b"")

    draft = make_draft(folder)

    assert draft.coverage.pages_read == 0
    assert [p.field for p in draft.proposals if p.claims and not p.claims[0].basis] == []


def add_version(folder: Path, name: str, said: str) -> None:
    """Add a version of a longer document that says this on its first page."""
    lines = (f"Regel {number} gaat over de plek van inwoners met een auto." for number in range(90))
    text = f"# Systeembeschrijving ParkeerScan\n\n{said}\n\n## Doel\n\n{GOAL}\n\n"
    (folder / name).write_text(text + "\n\n".join(lines), encoding="utf-8")


def test_a_replaced_version_is_read_and_feeds_nothing(
    make_draft: MakeDraft, folder: Path, store: Store
) -> None:
    """It stays in the record, with what replaces it; its pages are counted nowhere."""
    add_version(folder, "a.md", "Status: concept")
    add_version(folder, "b.md", "Status: definitief")

    draft = make_draft(folder)
    replaced = {each.path: each.replaced_by for each in draft.documents}
    cited = {
        citation.reading
        for proposal in draft.proposals
        for claim in (*proposal.claims, *proposal.alternatives)
        for citation in claim.citations
    }
    concept = next(each.reading for each in draft.documents if each.path == "a.md")

    assert replaced == {"a.md": "b.md", "b.md": None, "systeem.md": None}
    assert [each.reason for each in draft.coverage.replaced] == ["dit is een concept"]
    assert draft.coverage.pages_read == 2
    assert cited
    assert concept not in cited
    assert store.get_draft(draft.id) == draft


def test_a_replaced_version_can_be_switched_on(
    make_draft: MakeDraft, folder: Path, store: Store
) -> None:
    """That is another draft; without it the first one is found again."""
    add_version(folder, "a.md", "Status: concept")
    add_version(folder, "b.md", "Status: definitief")
    first = make_draft(folder)

    second = make_draft(folder, ["a.md"])

    assert second.id != first.id
    assert second.coverage.replaced == ()
    assert {each.replaced_by for each in second.documents} == {None}
    assert make_draft(folder) == first
    assert len(store.list_drafts()) == 2


def test_versions_in_doubt_all_feed_the_draft(make_draft: MakeDraft, folder: Path) -> None:
    """And the draft says so."""
    add_version(folder, "a.md", "Datum: mei 2024\n\nVersie 1")
    added = " ".join(f"Zin {number} is er nieuw bij gekomen." for number in range(60))
    add_version(folder, "b.md", f"Datum: mei 2024\n\n{added}")

    draft = make_draft(folder)

    assert draft.coverage.in_doubt == (("a.md", "b.md"),)
    assert draft.coverage.replaced == ()


def test_without_an_algorithm_nothing_is_proposed_asked_or_demanded(
    make_draft: MakeDraft, store: Store, tmp_path: Path
) -> None:
    """The documents contradict each other about a term, and leave a gap: of no algorithm."""
    folder = tmp_path / "Loket"
    folder.mkdir()
    (folder / "DPIA.md").write_text(DENYING, encoding="utf-8")

    draft = make_draft(folder)
    review = load_review(store, draft.id, NOON.date())

    decided = [each for each in draft.proposals if find_field(each.field).decided_by_person]
    assert all(each.is_denied for each in decided)
    assert [each.field for each in decided if each.alternatives or each.open_places] == []
    fields = [(find_field(each.field), each) for each in decided]
    noticed = [check.rule for field, each in fields for check in find_checks(review, field, each)]
    assert noticed == ["no_algorithm"]


def test_an_earlier_draft_without_versions_can_still_be_read() -> None:
    """What was stored before there were families has no word on them."""
    document = DraftDocument.model_validate_json('{"reading":"a","path":"b","name":"c"}')
    coverage = Coverage.model_validate_json('{"pages_read":3}')

    assert document.replaced_by is None
    assert (coverage.replaced, coverage.in_doubt) == ((), ())


def test_another_way_of_suggesting_makes_another_draft(
    make_draft: MakeDraft, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it suggests is part of a draft, as what it proposes is."""
    first = make_draft(folder)
    same = make_draft(folder)
    monkeypatch.setattr("extractor.ingredients.hash_suggesting", lambda: "other rules")
    other = make_draft(folder)

    assert first.id == same.id != other.id
