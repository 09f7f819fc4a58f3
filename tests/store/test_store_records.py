"""What is added comes back as it was, and stays as it was."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from extractor.errors import DraftNotFound, WorkspaceUnusable
from extractor.models import Dossier, Draft, Reading, Source
from extractor.store import Store, open_store


def test_source_bytes_come_back(store: Store, source: Source, content: bytes) -> None:
    """A source is found by its hash, with its bytes."""
    assert not store.has_source(source.sha256)

    assert store.add_source(source, content)
    assert store.has_source(source.sha256)
    assert store.get_source(source.sha256) == source
    assert store.read_source(source.sha256) == content


def test_a_source_keeps_its_first_name(store: Store, source: Source, content: bytes) -> None:
    """The same bytes under another name are the same source."""
    store.add_source(source, content)

    assert not store.add_source(source.model_copy(update={"name": "kopie.txt"}), content)
    assert store.get_source(source.sha256) == source


def test_bytes_must_have_their_hash(store: Store, source: Source) -> None:
    """Other bytes are refused, and leave nothing behind."""
    with pytest.raises(ValueError, match="hash"):
        store.add_source(source, b"iets anders")

    assert not store.has_source(source.sha256)


@pytest.mark.parametrize("name", ["../../../etc/passwd", "A" * 64, "0" * 63, ""])
def test_a_source_is_named_by_its_hash_only(store: Store, name: str) -> None:
    """What is no hash cannot be used to read another file."""
    with pytest.raises(ValueError, match="hexadecimal"):
        store.read_source(name)


def test_changed_bytes_are_not_handed_out(
    filled: Store, workspace: Path, source: Source, content: bytes
) -> None:
    """A changed copy is refused, without its text, until the document is added again."""
    kept = workspace / "sources" / source.sha256[:2] / source.sha256
    kept.write_bytes(b"geheim")

    with pytest.raises(WorkspaceUnusable) as refused:
        filled.read_source(source.sha256)
    assert "geheim" not in f"{refused.value}{refused.value.hint}"
    filled.add_source(source, content)
    assert filled.read_source(source.sha256) == content


def test_reading_comes_back(filled: Store, reading: Reading) -> None:
    """A reading is found by its id, and by what was read how."""
    assert filled.get_reading(reading.id) == reading
    assert filled.find_reading(reading.source.sha256, "text@1", ("utf-8",)) == reading


def test_another_reader_or_option_is_another_reading(filled: Store, reading: Reading) -> None:
    """A newer reader makes a new reading beside the old one."""
    newer = reading.model_copy(update={"id": "lezing-2", "reader": "text@2"})
    sha256 = reading.source.sha256

    assert filled.find_reading(sha256, "text@2", ("utf-8",)) is None
    assert filled.find_reading(sha256, "text@1", ()) is None
    assert filled.add_reading(newer)
    assert filled.find_reading(sha256, "text@2", ("utf-8",)) == newer
    assert filled.get_reading(reading.id) == reading


def test_a_reading_is_never_replaced(filled: Store, reading: Reading) -> None:
    """Adding another reading under a known id changes nothing."""
    assert not filled.add_reading(reading.model_copy(update={"text": "iets anders"}))

    assert filled.get_reading(reading.id) == reading


def test_a_reading_needs_its_source(store: Store, reading: Reading) -> None:
    """A reading of nothing is a mistake of the caller."""
    with pytest.raises(ValueError, match="not there"):
        store.add_reading(reading)

    assert store.get_reading(reading.id) is None


def test_draft_comes_back(filled: Store, draft: Draft) -> None:
    """A draft is found by its id, by a part of it, and as the latest of its dossier."""
    assert filled.get_draft(draft.id) == draft
    assert filled.get_draft("a1b") == draft
    assert filled.latest_draft(draft.dossier) == draft
    assert filled.latest_draft("chatbot") is None


def test_a_prefix_must_name_one_draft(filled: Store, draft: Draft) -> None:
    """Two drafts that start so are none, but a whole id names its own draft."""
    filled.add_draft(draft.model_copy(update={"id": "a1b2c3d4e5"}))

    with pytest.raises(DraftNotFound, match="2 beginnen zo"):
        filled.get_draft("a1b")
    assert filled.get_draft("a1b2c3d4") == draft


@pytest.mark.parametrize("prefix", ["", "A1", "%", "a_", "zz", "a1b2c3d4e5f6"])
def test_other_text_names_no_draft(filled: Store, prefix: str) -> None:
    """Upper case, wildcards and nothing at all are no beginning of an id."""
    with pytest.raises(DraftNotFound, match="is er niet"):
        filled.get_draft(prefix)


def test_the_same_draft_is_kept_once(filled: Store, draft: Draft, at: datetime) -> None:
    """An identical rerun makes no new draft, and changes nothing of the old one."""
    later = draft.model_copy(update={"created_at": at + timedelta(days=1)})

    assert not filled.add_draft(later)
    assert filled.get_draft(draft.id) == draft
    assert len(filled.list_drafts()) == 1


def test_drafts_are_listed_in_the_order_they_came(filled: Store, draft: Draft) -> None:
    """The list names drafts without opening them, and the last one added is the latest."""
    second = draft.model_copy(update={"id": "0000"})
    filled.add_draft(second)

    rows = filled.list_drafts()

    assert [row.id for row in rows] == ["a1b2c3d4", "0000"]
    assert rows[0].created_at == draft.created_at
    assert filled.list_drafts("chatbot") == ()
    assert filled.latest_draft(draft.dossier) == second


def test_a_draft_without_its_readings_is_not_kept(filled: Store, draft: Draft) -> None:
    """A draft comes with all its documents or not at all."""
    strays = (draft.documents[0], draft.documents[0].model_copy(update={"reading": "weg"}))

    with pytest.raises(ValueError, match="not there"):
        filled.add_draft(draft.model_copy(update={"id": "ff", "documents": strays}))
    assert len(filled.list_drafts()) == 1


def test_an_answer_is_kept_once(store: Store, at: datetime) -> None:
    """The first answer to a question is the one that comes back."""
    assert store.get_request("vraag") is None

    assert store.add_request("vraag", '{"antwoord": "één"}', at)
    assert not store.add_request("vraag", "twee", at)
    assert store.get_request("vraag") == '{"antwoord": "één"}'


def test_no_value_is_logged(
    workspace: Path, dossier: Dossier, at: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    """Who logs statements to find a fault sees them without what was added."""
    caplog.set_level("INFO", logger="sqlalchemy")

    with open_store(workspace) as store:
        store.add_dossier(dossier.model_copy(update={"name": "Geheim"}), at)
    assert "INSERT INTO dossier" in caplog.text
    assert "Geheim" not in caplog.text
