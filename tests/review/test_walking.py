"""A review in the terminal, key by key, and the real command on a terminal of its own."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.models import Decision
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.review.walking import Walk
from extractor.standing import find_current
from extractor.store import Store, open_store

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
DOSSIER = ROOT / "fixtures/dossiers/parkeercontrole-scanauto"


@dataclass
class TypingPerson:
    """Somebody who types these keys, and these lines where something is asked."""

    keys: list[str]
    lines: list[str | None] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def read_key(self) -> str:
        """Return the next key."""
        return self.keys.pop(0) if self.keys else "q"

    def read_line(self, question: str, given: str = "") -> str | None:
        """Return the next line."""
        self.seen.append(f"{question} [{given}]")
        return self.lines.pop(0)

    def edit(self, text: str) -> str | None:
        """Return the next line as the text."""
        self.seen.append(text)
        return self.lines.pop(0)

    def show(self, text: str) -> None:
        """Keep what is shown."""
        self.seen.append(text)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, reader: DocumentReader) -> tuple[Path, str]:
    """Return a workspace with a draft of the invented dossier."""
    folder = tmp_path_factory.mktemp("werkmap")
    with open_store(folder) as store:
        draft = draft_dossier(
            find_dossiers(DOSSIER)[0],
            store,
            reader,
            lambda readings: OfflineDrafter(readings, lambda: NOON),
            lambda: NOON,
        )
    return folder, draft.id


@pytest.fixture
def store(made: tuple[Path, str], tmp_path: Path) -> Iterator[Store]:
    """Return a copy of the workspace."""
    subprocess.run(["cp", "-r", str(made[0]), str(tmp_path / "w")], check=True)  # noqa: S603, S607 - ours
    with open_store(tmp_path / "w") as opened:
        yield opened


def walk(store: Store, draft: str, keys: str, *lines: str | None) -> TypingPerson:
    """Return the person after they walked with these keys."""
    person = TypingPerson(list(keys), list(lines))
    Walk(
        store,
        draft,
        person,
        lambda note: Signature(reviewer="R. Lezer", at=NOON, note=note),
        lambda: NOON,
    ).run()
    return person


def list_decided(store: Store, draft: str) -> dict[str, Decision]:
    """Return what counts now by subject."""
    return find_current(store.list_decisions(store.get_draft(draft).dossier))


def test_fields_are_taken_over_and_undone(store: Store, made: tuple[Path, str]) -> None:
    """After a choice the next open field comes; u goes back on the field that is shown."""
    walk(store, made[1], "aaku")

    decided = list_decided(store, made[1])
    assert {key: each.action for key, each in decided.items()} == {
        "name": "accept",
        "description_short": "withdraw",
    }


def test_a_citation_is_shown_with_the_words_around_it(store: Store, made: tuple[Path, str]) -> None:
    """Stepping goes round; the cited words stand between arrows."""
    person = walk(store, made[1], "jjnp")

    (first, second) = (text for text in person.seen if text.startswith("  citaat "))
    assert first.startswith("  citaat 1 van ")
    assert "»" in first
    assert "«" in first
    assert second != first or " 1 van 1:" in first


def test_an_error_wants_a_reason(store: Store, made: tuple[Path, str]) -> None:
    """What is typed against the sources is kept with the reason, or not at all."""
    keys = "jjjjjjj"
    person = walk(store, made[1], f"{keys}e", "balie@duinrade.example", None)
    assert any("staat niet in de bron" in text for text in person.seen)
    assert "contact_email" not in list_decided(store, made[1])

    walk(store, made[1], f"{keys}e", "balie@duinrade.example", "Nieuw adres")
    assert list_decided(store, made[1])["contact_email"].note == "Nieuw adres"


def test_a_refusal_leaves_the_review_standing(store: Store, made: tuple[Path, str]) -> None:
    """A required field cannot be left empty; the person reads why, and goes on."""
    person = walk(store, made[1], "xja", "Niet van toepassing")

    assert any(text.startswith("fout: name (Naam) is verplicht") for text in person.seen)
    assert "description_short" in list_decided(store, made[1])


def test_fields_without_anything_are_left_empty_together(
    store: Store, made: tuple[Path, str]
) -> None:
    """The list is shown first, and only ja does it."""
    walk(store, made[1], "l", "nee")
    assert list_decided(store, made[1]) == {}

    person = walk(store, made[1], "l", "ja")
    decided = list_decided(store, made[1])
    assert {each.action for each in decided.values()} == {"empty"}
    assert any("Einddatum" in text and text.startswith("Leeg laten:") for text in person.seen)


def test_what_another_decided_meanwhile_is_refused_and_shown(
    store: Store, made: tuple[Path, str]
) -> None:
    """The rules of the page hold: nobody overwrites what they did not see."""
    other = Signature(reviewer="P. Ander", at=NOON)

    class Slow(TypingPerson):
        def read_key(self) -> str:
            if len(self.keys) == 1:
                decide_subject(store, made[1], "name", Choice(action="accept"), other)
            return super().read_key()

    person = Slow(["a"])
    Walk(
        store,
        made[1],
        person,
        lambda note: Signature(reviewer="R. Lezer", at=NOON, note=note),
        lambda: NOON,
    ).run()

    assert any("ondertussen veranderd door P. Ander" in text for text in person.seen)
    assert list_decided(store, made[1])["name"].reviewer == "P. Ander"


def press(terminal: int, key: bytes, awaited: bytes) -> bytes:
    """Return what was shown once the awaited words are there; a key typed too early is lost."""
    said, until = b"", time.monotonic() + 30
    while awaited not in said and time.monotonic() < until:
        os.write(terminal, key)
        while select.select([terminal], [], [], 0.7)[0] and awaited not in said:
            said += os.read(terminal, 65536)
    assert awaited in said, said.decode()
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_the_command_acts_on_single_keys(made: tuple[Path, str], tmp_path: Path) -> None:
    """On a terminal: take over, then stop; the choice is there."""
    subprocess.run(["cp", "-r", str(made[0]), str(tmp_path / "w")], check=True)  # noqa: S603, S607 - ours
    above, below = pty.openpty()
    command = [sys.executable, str(ROOT / "cli.py"), "review", made[1], "--reviewer", "R. Lezer"]
    with subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--workspace", str(tmp_path / "w")], stdin=below, stdout=below, stderr=below
    ) as running:
        os.close(below)
        said = press(above, b"a", b"bewaard: name")
        press(above, b"q", b"alles is bewaard")
        assert running.wait(30) == 0
    assert b"[1/26]" in said
    os.close(above)

    with open_store(tmp_path / "w") as opened:
        assert list_decided(opened, made[1])["name"].reviewer == "R. Lezer"
