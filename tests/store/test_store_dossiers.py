"""A dossier is known by its id, whatever it is called and wherever it lies."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

import pytest

from extractor.models import Dossier, Source
from extractor.store import Store


def test_a_dossier_survives_renames(filled: Store, dossier: Dossier, at: datetime) -> None:
    """The last description counts; the id, the place in the list and the drafts stay."""
    other = Dossier(id="chatbot", name="Chatbot", origin="dossiers/chatbot")
    filled.add_dossier(other, at)
    renamed = dossier.model_copy(update={"name": "Scanvoertuig", "origin": "dossiers/nieuw"})

    assert filled.add_dossier(renamed, at + timedelta(days=1))
    assert filled.list_dossiers() == (renamed, other)
    assert filled.get_dossier(dossier.id) == renamed
    assert filled.latest_draft(dossier.id) is not None


def test_an_unchanged_dossier_adds_nothing(filled: Store, dossier: Dossier, at: datetime) -> None:
    """A rerun does not add the same description again, and a name may come back."""
    renamed = dossier.model_copy(update={"process": "Toezicht"})

    assert not filled.add_dossier(dossier, at)
    assert filled.add_dossier(renamed, at)
    assert filled.add_dossier(dossier, at)
    assert filled.get_dossier(dossier.id) == dossier


def test_a_dossier_is_found_where_it_is_now(filled: Store, dossier: Dossier, at: datetime) -> None:
    """A folder that a dossier has left is free for another one."""
    moved = dossier.model_copy(update={"origin": "dossiers/nieuw"})
    assert filled.find_dossier_by_origin("dossiers/scan") == dossier

    filled.add_dossier(moved, at)
    assert filled.find_dossier_by_origin("dossiers/scan") is None
    assert filled.find_dossier_by_origin("dossiers/nieuw") == moved


def test_of_two_dossiers_in_a_folder_the_last_counts(
    filled: Store, dossier: Dossier, at: datetime
) -> None:
    """A folder names one dossier at most."""
    newer = dossier.model_copy(update={"id": "scanauto-2"})
    filled.add_dossier(newer, at)

    assert filled.find_dossier_by_origin(dossier.origin) == newer


def test_a_document_serves_several_dossiers(filled: Store, source: Source, at: datetime) -> None:
    """The same source may lie in two dossiers, at paths of their own."""
    filled.add_dossier(Dossier(id="chatbot", name="Chatbot", origin="b"), at)

    assert filled.link_document("chatbot", source.sha256, "bijlage.txt", at)
    assert not filled.link_document("chatbot", source.sha256, "bijlage.txt", at)
    for dossier, path in (("scanauto", "DPIA/dpia.txt"), ("chatbot", "bijlage.txt")):
        (document,) = filled.list_documents(dossier)
        assert (document.source, document.path, document.added_at) == (source, path, at)


def test_the_last_document_at_a_path_counts(
    filled: Store, source: Source, dossier: Dossier, at: datetime
) -> None:
    """A changed file takes its path over, and an old version may come back."""
    content = b"een nieuwe versie"
    sha256 = hashlib.sha256(content).hexdigest()
    newer = Source(sha256=sha256, name="dpia.txt", media_type="text/plain")
    filled.add_source(newer, content)
    path = "DPIA/dpia.txt"

    assert filled.link_document(dossier.id, newer.sha256, path, at)
    assert [document.source for document in filled.list_documents(dossier.id)] == [newer]
    assert filled.link_document(dossier.id, source.sha256, path, at)
    assert [document.source for document in filled.list_documents(dossier.id)] == [source]


def test_a_moment_needs_a_time_zone(store: Store, dossier: Dossier, at: datetime) -> None:
    """A time that may mean two moments is refused."""
    with pytest.raises(ValueError, match="time zone"):
        store.add_dossier(dossier, at.replace(tzinfo=None))
