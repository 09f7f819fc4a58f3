"""Many dossiers are drafted side by side, and what was done survives an interruption."""

from __future__ import annotations

import signal
import time
from pathlib import Path

from bulk_runs import measure_kills, start_drafting, write_dossiers
from slow_llm import serve_slowly

from extractor.store import open_store

CONCURRENCY = 6
KILLS = 3


def list_drafted(workspace: Path) -> set[str]:
    """Return the dossiers of which there is a draft; the store finds nothing wrong with itself."""
    with open_store(workspace) as store:
        assert store.verify() == ()
        return {row.dossier for row in store.list_drafts()}


def test_questions_of_all_dossiers_are_in_flight_together(tmp_path: Path) -> None:
    """As many as may be and no more; each dossier's first is answered before its others leave."""
    folder = write_dossiers(tmp_path / "map", 12)
    with serve_slowly(0.2) as llm:
        process = start_drafting(folder, tmp_path / "werkmap", llm, CONCURRENCY)
        out, told = process.communicate(timeout=120)

        assert process.returncode == 0, told
        assert llm.most_in_flight == CONCURRENCY
        assert (llm.asked.total(), llm.repeated) == (60, 0)
        assert out.count(": concept ") == 12
        assert llm.overtaken == 0


def test_an_interruption_ends_tidily_and_the_next_run_goes_on(tmp_path: Path) -> None:
    """Two lines and no traceback; what was answered is not asked again."""
    folder = write_dossiers(tmp_path / "map", 12)
    with serve_slowly(0.2) as llm:
        process = start_drafting(folder, tmp_path / "werkmap", llm, CONCURRENCY)
        while llm.asked.total() < 20:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
        asked = llm.asked.total()

        assert process.returncode == 1
        assert "Traceback" not in told
        assert [line.split(":")[0] for line in told.splitlines()[-2:]] == ["fout", "tip"]
        assert asked < 60

        again = start_drafting(folder, tmp_path / "werkmap", llm, CONCURRENCY)
        again.communicate(timeout=120)
        assert again.returncode == 0
        assert (llm.asked.total(), llm.repeated) == (60, 0)
    assert len(list_drafted(tmp_path / "werkmap")) == 12


def test_a_kill_loses_at_most_what_was_in_flight(tmp_path: Path) -> None:
    """At any moment, without a word of warning; twenty times in the benchmark."""
    runs = measure_kills(tmp_path, dossiers=25, kills=KILLS, concurrency=CONCURRENCY, seed=11)

    assert runs.kills > 0
    assert runs.repeated <= runs.kills * CONCURRENCY
    assert (runs.drafts, runs.findings, runs.lost) == (25, 0, 0)
