"""What 1,000 entries cost in each format, and what is left when writing one is killed."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from processes import make_environment, python

from extractor.exports.export import Export
from extractor.exports.formats import FORMATS, render_export
from extractor.standard.entry import RegisterEntry
from extractor.standard.rich_text import to_html

ENTRIES = 1000
KILLS = 100
SEED = 20261127
HEAD = "3f" * 32
SENTENCE = "Een medewerker bekijkt elke uitkomst en beslist zelf over de aanvraag van de inwoner. "
WRITING = """
import sys
from pathlib import Path
from extractor.exports.file import write_export
out, contents = Path(sys.argv[1]), [Path(each).read_bytes() for each in sys.argv[2:]]
print("ready", flush=True)
while True:
    for content in contents:
        write_export(out, content)
"""
"""Writes two exports over each other for ever, as two people would who export to one file."""


def measure() -> dict[str, Any]:
    """Return seconds and size for each format, and the outcomes of the kills."""
    export = Export(tuple(make_entry(number) for number in range(ENTRIES)), HEAD)
    formats = {}
    for name in FORMATS:
        begun = time.process_time()
        content = render_export(name, export)
        taken = time.process_time() - begun
        formats[name] = {"seconds": round(taken, 2), "mb": round(len(content) / 1e6, 1)}
    return {"entries": ENTRIES, "formats": formats, "kills": count_kills(export)}


def describe(measured: dict[str, Any]) -> str:
    """Return the costs as a table, and the kills as a sentence."""
    rows = (
        f"| `{name}` | {each['seconds']} s | {each['mb']} MB |"
        for name, each in measured["formats"].items()
    )
    kills = measured["kills"]
    told = (
        f"Killed {kills['kills']} times while it wrote: the file was the whole earlier or the "
        f"whole later export {kills['whole']} times, anything else {kills['broken']} times."
    )
    head = f"| {measured['entries']} entries | CPU time | Size |"
    return "\n".join([head, "|--|--|--|", *rows, "", told])


def make_entry(number: int) -> RegisterEntry:
    """Return an entry with long texts, lists and groupings."""
    text = to_html("\n\n".join(SENTENCE * 5 for _ in range(4)) + "\n\n- een\n- twee\n- drie")
    keys = ("goal", "proportionality", "human_intervention", "risks", "lawful_basis", "source_data")
    return RegisterEntry.model_validate(
        {
            "name": f"Voorspellen van aanvragen {number}",
            "description_short": (SENTENCE * 4).strip(),
            "organization": "Gemeente Duinwijck",
            "category": ["Economie", "Werk"],
            "status": "In gebruik",
            "begin_date": "2023-01",
            "contact_email": "algoritmes@duinwijck.example",
            "publication_category": "Impactvolle algoritmes",
            "lawful_basis_grouping": [{"title": "Gemeentewet", "link": "https://wet.example/1"}],
            "impacttoetsen_grouping": [{"title": "DPIA"}, {"title": "IAMA"}],
            "lang": "nld",
            "standard_version": "1.0",
            "source_id": f"DW-{number}",
            **dict.fromkeys(keys, text),
        }
    )


def count_kills(export: Export) -> dict[str, int]:
    """Return how often a file was whole after its writer was killed at a random moment."""
    chance = random.Random(SEED)  # noqa: S311 - moments, no secrets
    half = Export(export.entries[: ENTRIES // 2], HEAD)
    with TemporaryDirectory() as folder:
        drafts = [Path(folder) / name for name in ("een.csv", "twee.csv")]
        for path, each in zip(drafts, (export, half), strict=True):
            path.write_bytes(render_export("csv", each))
        whole = {hashlib.sha256(path.read_bytes()).hexdigest() for path in drafts}
        out = Path(folder) / "uitvoer.csv"
        found = [kill_once(out, drafts, chance.uniform(0.0, 0.2)) for _ in range(KILLS)]
    kept = sum(each in whole for each in found)
    return {"kills": KILLS, "whole": kept, "broken": KILLS - kept}


def kill_once(out: Path, contents: list[Path], after: float) -> str:
    """Return the digest of the file when its writer was killed so long after it began."""
    command = python(WRITING, str(out), *map(str, contents))
    writer = subprocess.Popen(  # noqa: S603 - our own code
        command, env=make_environment(None), stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    # The first export must stand before there is something to lose.
    while not out.exists():
        time.sleep(0.01)
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    return hashlib.sha256(out.read_bytes()).hexdigest()
