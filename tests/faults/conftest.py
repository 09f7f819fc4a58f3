"""The command before a server that misbehaves, on a small frozen dossier."""

from __future__ import annotations

import json
import logging
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import cli
from extractor.commands.surroundings import SITE_POLICIES
from extractor.intake.reading import DocumentReader
from extractor.store import open_store
from tests.faults.desk import Desk
from tests.faults.tables import FROZEN, Fault, load_dossier, load_faults
from tests.llm.conftest import RawServer

KEY = "sleutel-die-niemand-mag-zien"
PATIENT = ("--timeout", "30")


@dataclass(frozen=True)
class Ran:
    """One run of the command: its exit code, what it said, and the draft it made, if any."""

    code: int
    out: str
    err: str
    logged: str
    draft: str
    fields: dict[str, Any]
    texts: dict[str, str]
    """The text of each reading, by its id."""

    @property
    def said(self) -> str:
        """Return all that a person can see of it."""
        return "\n".join((self.out, self.err, json.dumps(self.fields, ensure_ascii=False)))


@dataclass(frozen=True)
class Bench:
    """The frozen dossier, a workspace, and a server that the command asks."""

    folder: Path
    workspace: Path
    server: RawServer
    desk: Desk
    reader: DocumentReader
    """Reads for all runs; to start its processes for each would take most of the time."""

    def draft(self, *options: str) -> Ran:
        """Return what the command makes of the dossier; a rerun has the same workspace."""
        chosen = ("--drafter", "llm", "--llm", "x", "--base-url", self.server.url)
        code, out, err, logged = self._run("draft", str(self.folder), *chosen, *PATIENT, *options)
        made = re.search(r"concept ([0-9a-f]{12})", out)
        if made is None:
            return Ran(code, out, err, logged, "", {}, {})
        _, shown, _, _ = self._run("show", made[1], "--json")
        said = json.loads(shown)
        with open_store(self.workspace) as store:
            readings = [store.get_reading(each["id"]) for each in said["documents"]]
        texts = {each.id: each.text for each in readings if each}
        return Ran(code, out, err, logged, made[1], said["fields"], texts)

    def _run(self, *arguments: str) -> tuple[int, str, str, str]:
        """Return the exit code, what was said on stdout and stderr, and what was logged."""
        out, err, logged = StringIO(), StringIO(), StringIO()
        handler, root = logging.StreamHandler(logged), logging.getLogger()
        level = root.level
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        command = ["bronvast", *arguments, "--workspace", str(self.workspace)]
        try:
            with (
                pytest.MonkeyPatch.context() as patched,
                redirect_stdout(out),
                redirect_stderr(err),
            ):
                patched.setattr(sys, "argv", command)
                patched.setitem(SITE_POLICIES, sys.platform, str(self.workspace / "none"))
                patched.delenv("BRONVAST_POLICY", raising=False)
                patched.setattr(
                    "extractor.commands.drafting.open_reader", lambda *_: nullcontext(self.reader)
                )
                patched.setenv("BRONVAST_API_KEY", KEY)
                with pytest.raises(SystemExit) as left:
                    cli.main()
        finally:
            root.removeHandler(handler)
            root.setLevel(level)
        assert isinstance(left.value.code, int)
        return left.value.code, out.getvalue(), err.getvalue(), logged.getvalue()


@contextmanager
def open_bench(place: Path, reader: DocumentReader) -> Iterator[Bench]:
    """Serve, well as long as the desk is given no fault, until the bench is closed."""
    dossier = load_dossier()
    folder = place / "lichtwacht"
    folder.mkdir()
    for name in dossier.documents:
        shutil.copy(FROZEN / name, folder / name)
    with closing(RawServer()) as server:
        desk = Desk(dossier)
        server.choose = desk.choose
        yield Bench(folder, place / "werkmap", server, desk, reader)


@pytest.fixture
def bench(tmp_path: Path, reader: DocumentReader) -> Iterator[Bench]:
    """Return the command before its server, in a workspace of its own."""
    with open_bench(tmp_path, reader) as opened:
        yield opened


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, reader: DocumentReader) -> Ran:
    """Return a run in which nothing goes wrong."""
    with open_bench(tmp_path_factory.mktemp("undisturbed"), reader) as opened:
        return opened.draft()


@dataclass(frozen=True)
class Case:
    """A fault, the run it was done to, and the next run, in which nothing goes wrong."""

    fault: Fault
    ran: Ran
    asked: tuple[str, ...]
    again: Ran
    asked_again: tuple[str, ...]
    heads: tuple[bytes, ...]
    """How each request of both runs begins."""


@pytest.fixture(scope="session", params=load_faults("faults", "answers"), ids=lambda row: row.name)
def case(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    reader: DocumentReader,
) -> Case:
    """Return what came of each fault of the tables."""
    fault: Fault = request.param
    with open_bench(tmp_path_factory.mktemp("fault"), reader) as opened:
        opened.desk.fault = fault
        ran = opened.draft(*fault.options)
        assert opened.desk.done, "the fault was never done"
        asked = tuple(opened.desk.asked)
        opened.desk.fault = None
        again = opened.draft()
        asked_again = tuple(opened.desk.asked[len(asked) :])
        return Case(fault, ran, asked, again, asked_again, tuple(opened.server.requests))
