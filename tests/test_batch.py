"""Dossiers side by side: the failure of one, and of what all of them need."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.batch import Course, draft_all
from extractor.documents.folders import FoundDossier
from extractor.errors import LlmFailed, WorkspaceUnusable
from extractor.models import Draft

ALWAYS = Course(may_begin=lambda: True, is_stopped=lambda: False, stop_asking=lambda: None)
DOSSIERS = [FoundDossier(f"dossier {number}", Path(), ()) for number in range(3)]


def test_a_fault_of_our_own_stops_one_dossier() -> None:
    """It is named by its kind alone, for its text may be a document's."""

    def draft(found: FoundDossier) -> Draft:
        message = "tekst uit het document"
        raise (IndexError(message) if found.name == "dossier 1" else LlmFailed("bezet"))

    told = [str(each.error) for each in draft_all(DOSSIERS, draft, 1, ALWAYS)]

    assert "IndexError" in told[1]
    assert "tekst" not in told[1]
    assert [each.split(": ")[-1] for each in (told[0], told[2])] == ["bezet", "bezet"]


def test_a_workspace_that_fails_stops_all() -> None:
    """What concerns every dossier is raised, and the next are not begun."""
    begun = []

    def draft(found: FoundDossier) -> Draft:
        begun.append(found)
        raise WorkspaceUnusable("de schijf is vol")

    with pytest.raises(WorkspaceUnusable):
        list(draft_all(DOSSIERS, draft, 1, ALWAYS))
    assert len(begun) == 1
