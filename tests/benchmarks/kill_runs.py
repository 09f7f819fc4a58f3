"""Kill `decide`, `backup` and `forget` while they work, do them again, and count what it cost."""

from __future__ import annotations

import random
import secrets
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from processes import bronvast, make_environment
from traces import find_sentences

from extractor.store import open_store

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
STAYS = "Blijver"
BALLAST = 24
"""So many answers of 1 MB, packed by half, so that copying and cleaning take their time."""
FIELDS = ("goal", "proportionality", "human_intervention", "risks", "methods_and_models")


@dataclass(frozen=True)
class Kills:
    """What killing one command at random moments of its work cost."""

    kills: int
    undone: int
    """Kills after which nothing had happened yet."""
    unfinished: int
    """Kills after which something had happened, and the store said that it was not finished."""
    done: int
    """Kills after which all had happened already."""
    repeated: int
    """What stands twice after the command was given again."""
    lost: int
    """What should be there at the end and is not, or is there and should not be."""
    findings: int
    """What the store finds wrong with itself after the command was given again."""


def make_workspace(folder: Path, count: int) -> Path:
    """Return a workspace with so many drafted dossiers, one that stays, and ballast."""
    source, workspace = folder / "map", folder / "werkmap"
    for name in (STAYS, *(f"Wacht {number:02}" for number in range(count))):
        (source / name).mkdir(parents=True)
        text = "\n\n".join([f"# Systeembeschrijving {name}", "## Doel", *write_sentences(name)])
        (source / name / "systeem.md").write_text(f"{text}\n", encoding="utf-8")
    run(workspace, "draft", str(source), "--quiet")
    with open_store(workspace) as store:
        stays = next(each for each in store.list_dossiers() if each.name == STAYS)
        for number in range(BALLAST):
            store.add_request(f"ballast-{number}", secrets.token_hex(2**19), NOON, stays.id)
    return workspace


def write_sentences(name: str) -> tuple[str, ...]:
    """Return what the document of a dossier says."""
    return (
        f"Het doel is dat de bruggen van {name} sneller opengaan.",
        f"De {name} gebruikt het aantal meldingen per sluisdeur.",
    )


def measure_decide(folder: Path, kills: int, seed: int) -> Kills:
    """Take decisions, one a kill, each given again after it."""
    workspace = make_workspace(folder, 1)
    with open_store(workspace) as store:
        dossier = next(each for each in store.list_dossiers() if each.name == STAYS)
        draft = store.list_drafts(dossier.id)[0].id
    given = [(FIELDS[at % len(FIELDS)], f"Zin {at} die een mens typte.") for at in range(kills + 1)]
    states = []

    def list_taken() -> list[str]:
        with open_store(workspace) as store:
            return [str(each.value) for each in store.list_decisions(dossier.id)]

    def make(at: int) -> list[str]:
        field, value = given[at]
        return ["decide", draft, field, "--value", value, "--reviewer", "R. Lezer", "--note", "na"]

    moments = Moments(workspace, seed, lambda: wal(workspace).exists())
    moments.measure(make(kills))
    for at in range(kills):
        moments.kill(make(at))
        states.append("done" if given[at][1] in list_taken() else "undone")
        run(workspace, *make(at))
    taken = list_taken()
    repeated = sum(taken.count(value) - 1 for value in set(taken))
    lost = sum(value not in taken for _field, value in given)
    return count(workspace, moments.killed, states, repeated, lost)


def measure_backup(folder: Path, kills: int, seed: int) -> Kills:
    """Make backups, one a kill, each made again after it where there is none."""
    workspace = make_workspace(folder, 12)
    copies = folder / "kopieen"
    copies.mkdir()
    states, lost = [], 0

    def make(at: int) -> list[str]:
        return ["backup", str(copies / f"kopie-{at}")]

    moments = Moments(workspace, seed, lambda: any(copies.glob("*.partial-*")))
    moments.measure(make(kills))
    for at in range(kills):
        target = copies / f"kopie-{at}"
        moments.kill(make(at))
        states.append("done" if target.exists() else "undone")
        if not target.exists():
            run(workspace, *make(at))
        with open_store(target) as copy, open_store(workspace) as original:
            lost += len(copy.verify()) + (copy.list_drafts() != original.list_drafts())
        for left in copies.glob("*"):
            remove(left)
    return count(workspace, moments.killed, states, 0, lost)


def measure_forget(folder: Path, kills: int, seed: int) -> Kills:
    """Forget dossiers, one a kill, each forgotten again after it; another one must stay whole."""
    workspace = make_workspace(folder, kills + 1)
    before = read_stays(workspace)
    states, lost = [], 0

    def make(at: int) -> list[str]:
        return ["forget", f"Wacht {at:02}", "--yes"]

    moments = Moments(workspace, seed, lambda: wal(workspace).exists())
    moments.measure(make(kills))
    for at in range(kills):
        moments.kill(make(at))
        with open_store(workspace) as store:
            known = {each.name for each in store.list_dossiers()}
            happened = f"Wacht {at:02}" not in known
            states.append(("unfinished" if store.verify() else "done") if happened else "undone")
        run(workspace, *make(at))
        lost += len(find_sentences(workspace, write_sentences(f"Wacht {at:02}")))
        lost += len(find_sentences(workspace, write_sentences(STAYS))) != 2
    with open_store(workspace) as store:
        repeated = len(store.open_forgetting().list_forgotten()) - kills - 1
        lost += len(store.list_dossiers()) != 1
    lost += read_stays(workspace) != before
    return count(workspace, moments.killed, states, repeated, lost)


class Moments:
    """Kills commands at random moments between the beginning of their work and its end."""

    def __init__(self, workspace: Path, seed: int, has_begun: Callable[[], bool]) -> None:
        self.killed = 0
        self._workspace = workspace
        self._has_begun = has_begun
        self._chance = random.Random(seed)  # noqa: S311 - moments, no secrets
        self._seconds = 0.0

    def measure(self, arguments: Sequence[str]) -> None:
        """Let the command end, and take the time of its work."""
        process = self._start(arguments)
        begun = time.monotonic()
        process.communicate()
        self._seconds = time.monotonic() - begun

    def kill(self, arguments: Sequence[str]) -> None:
        """Start the command and kill it, unless its work took less than the moment chosen."""
        process = self._start(arguments)
        try:
            process.wait(self._chance.uniform(0, self._seconds))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            self.killed += 1
        process.communicate()

    def _start(self, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
        """Return the running command as soon as its work has begun."""
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*bronvast(), *arguments],
            env=make_environment(str(self._workspace)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while process.poll() is None and not self._has_begun():
            time.sleep(0.001)
        return process


def count(workspace: Path, killed: int, states: Sequence[str], repeated: int, lost: int) -> Kills:
    """Return the counts, with what the store finds wrong with itself at the end."""
    with open_store(workspace) as store:
        findings = len(store.verify())
    told = {name: states.count(name) for name in ("undone", "unfinished", "done")}
    return Kills(kills=killed, **told, repeated=repeated, lost=lost, findings=findings)


def run(workspace: Path, *arguments: str) -> None:
    """Run the command to its end; it must succeed."""
    subprocess.run(  # noqa: S603 - our own command
        [*bronvast(), *arguments],
        env=make_environment(str(workspace)),
        check=True,
        capture_output=True,
    )


def read_stays(workspace: Path) -> str:
    """Return the draft of the dossier that stays."""
    with open_store(workspace) as store:
        stays = next(each for each in store.list_dossiers() if each.name == STAYS)
        draft = store.latest_draft(stays.id)
        return draft.model_dump_json() if draft else ""


def wal(workspace: Path) -> Path:
    """Return the journal that is there while the database is open, or since a kill."""
    return workspace / "bronvast.db-wal"


def remove(folder: Path) -> None:
    """Remove a copy, whole or not."""
    for path in sorted(chain(folder.rglob("*"), (folder,)), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
