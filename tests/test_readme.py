"""What the README shows is what the program does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from parts import PARTS
from tables import PAGES, fill_tables

from cli import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def run(workspace: Path, *arguments: str) -> str:
    """Return what the command writes, talk and results together."""
    command = [sys.executable, str(ROOT / "cli.py"), *arguments, "--workspace", str(workspace)]
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stderr + done.stdout


def test_the_example_is_what_comes_out(tmp_path: Path) -> None:
    """Every line shown under a command on the first screen is one the command writes."""
    example = re.search(r"```console\n(.*?)```", README, re.DOTALL)
    assert example is not None
    commands = re.findall(r"\$ bronvast ([^\n]+)\n(.*?)(?=\n\$ |\Z)", example[1], re.DOTALL)

    for arguments, shown in commands:
        written = run(tmp_path, *arguments.split())
        for line in filter(str.strip, shown.splitlines()):
            assert line.split("…")[0] in written, f"bronvast {arguments} does not write: {line}"
    assert len(commands) == 2


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_the_tables_are_those_of_the_results(page: Path) -> None:
    """The numbers on a page come from the results file alone."""
    results = json.loads((ROOT / "tests/benchmarks/results.json").read_text(encoding="utf-8"))
    written = page.read_text(encoding="utf-8")

    assert fill_tables(written, results) == written


def test_every_measured_part_stands_on_a_page() -> None:
    """A measurement that nobody reads is none."""
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)

    assert [name for name in PARTS if f"<!-- {name} -->" not in pages] == []


def test_every_command_is_named() -> None:
    """A command that exists stands in the README, and the other way round."""
    commands = {command.__name__.replace("_", "-") for command in COMMANDS}

    assert commands == set(re.findall(r"bronvast ([\w-]+)", README)) & commands
    assert set(re.findall(r"`bronvast ([\w-]+)", README)) <= commands
