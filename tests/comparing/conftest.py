"""A workspace with two drafts, and the register's download beside it; all invented."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.pipeline import draft_dossier
from extractor.store import open_store
from tests.commands import run_here
from tests.downloads.made import LEAST, Values, make_csv

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SCANAUTO = """# Systeembeschrijving Scanauto

Datum: 12 mei 2026

## Doel

Het doel van Scanauto is controleren of voor geparkeerde voertuigen parkeerbelasting is betaald.

## Ingebruikname

Het systeem is op 5 juni 2023 in gebruik genomen.

## Onderhoud

Deze beschrijving wordt uiterlijk op 1 oktober 2026 herzien.
"""
LAADPAAL = """# Systeembeschrijving Laadpaal

Datum: 3 februari 2024

## Doel

Het doel van de wachttijdschatter is bewoners vertellen hoe lang zij op een laadpaal wachten.
De schatter telt daarvoor de auto's in de wijk en hoe vaak zij de laatste maand laadden.
"""
SCANAUTO_ENTRY: Values = {
    **LEAST,
    "name": "Scanauto",
    "algorithm_id": "11111111",
    "begin_date": "2023-03",
    "provider": "Parkeertechniek B.V.",
    "lawful_basis_grouping": "1: Gemeentewet, https://wetten.example/1. 2: Verordening",
    "publication_dt": "2025-03-04 09:10:11+00:00",
}
LAADPAAL_ENTRY: Values = {
    **LEAST,
    "name": "Rekenhulp wachten",
    "algorithm_id": "22222222",
    "goal": LAADPAAL.split("## Doel")[1].strip(),
    "publication_dt": "2026-03-01 09:10:11+00:00",
    "begin_date": "maart 2020",
}
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def drafted_two(tmp_path_factory: pytest.TempPathFactory, reader: DocumentReader) -> Path:
    """Return a workspace with a draft of each dossier."""
    folder = tmp_path_factory.mktemp("vergelijken")
    documents = folder / "documenten"
    documents.mkdir()
    (documents / "Scanauto.md").write_text(SCANAUTO, "utf-8")
    (documents / "Laadpaal.md").write_text(LAADPAAL, "utf-8")
    with open_store(folder / "w") as store:
        for path in sorted(documents.iterdir()):
            draft_dossier(
                find_dossiers(path)[0],
                store,
                reader,
                lambda readings: OfflineDrafter(readings, lambda: NOON),
                lambda: NOON,
            )
    return folder / "w"


@pytest.fixture
def workspace(drafted_two: Path, tmp_path: Path) -> Path:
    """Return a copy of the workspace."""
    return Path(shutil.copytree(drafted_two, tmp_path / "w"))


@pytest.fixture
def run(workspace: Path) -> Run:
    """Return what runs a command in the workspace."""
    return lambda *arguments: run_here(*arguments, "--workspace", workspace)


@pytest.fixture
def download(tmp_path: Path) -> Path:
    """Return the register's download of the organisation."""
    path = tmp_path / "Algoritmebeschrijvingen van Duinrade 20261101.csv"
    path.write_bytes(make_csv(SCANAUTO_ENTRY, LAADPAAL_ENTRY))
    return path
