"""What the sheet for privacy and security officers states is so."""

from __future__ import annotations

import re
from pathlib import Path

from cli import COMMANDS
from extractor.commands.surroundings import SITE_POLICIES
from extractor.store.tables import METADATA

ROOT = Path(__file__).parents[1]
SHEET = (ROOT / "INFORMATIEBLAD.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")
BUNDLE = (ROOT / ".ci" / "bundle").read_text(encoding="utf-8")
TWO_PAGES = 1100
"""Words that two pages hold."""


def test_every_table_is_told() -> None:
    """What is kept, the sheet names, table by table; and it names no other."""
    kept = SHEET.split("## Wat waar wordt bewaard")[1].split("## Persoonsgegevens")[0]

    assert set(re.findall(r"`([a-z_]+)`", kept)) == set(METADATA.tables)


def test_every_command_it_names_exists() -> None:
    """An officer can type what the sheet says."""
    named = set(re.findall(r"bronvast (?:/\S+ )?([a-z-]+)`", SHEET))

    assert named <= {command.__name__.replace("_", "-") for command in COMMANDS}
    assert named


def test_it_is_two_pages() -> None:
    """An officer reads it whole."""
    words = [word for word in SHEET.split() if any(map(str.isalnum, word))]

    assert len(words) <= TWO_PAGES


def test_the_policy_stands_where_it_says() -> None:
    """The file an administrator is told to keep is the one that is read."""
    assert f"`{SITE_POLICIES['linux']}`" in SHEET


def test_the_container_is_made_of_the_bundle_alone() -> None:
    """What is copied is what the script makes, and nothing is fetched."""
    copied = re.findall(r"^COPY (\S+)", CONTAINER, re.MULTILINE)

    assert copied == ["wheels", "requirements.txt"]
    assert all(f"$out/{name}" in BUNDLE for name in (*copied, "sbom.cdx.json", "Containerfile"))
    for page in (README, CONTAINER, BUNDLE):
        assert "--no-index" in page
        assert "--require-hashes" in page


def test_the_container_runs_as_nobody_in_particular() -> None:
    """No step after the installation runs as root, and the workspace is the user's alone."""
    steps = re.findall(r"^([A-Z]+)", CONTAINER, re.MULTILINE)

    assert steps.index("USER") > max(at for at, step in enumerate(steps) if step == "RUN")
    assert "--owner bronvast --mode 0700 /werkmap" in CONTAINER
