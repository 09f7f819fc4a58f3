"""Readings come back in order, and a process that dies or hangs costs its own file only."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from extractor.documents.files import load_file
from extractor.documents.reading import read_file
from extractor.documents.workers import Limits, Workers, pool
from extractor.models import Reading

FIXTURES = Path(__file__).parents[3] / "fixtures" / "dossiers"
DOCUMENTS = sorted(path for path in FIXTURES.rglob("*") if path.is_file())
HASTY = Limits(seconds=4, seconds_per_megabyte=0)
STOPPABLE = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be stopped")


def write_files(folder: Path, count: int) -> list[Path]:
    """Return the paths of so many small documents, each with its own text."""
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"Document {number}.", encoding="utf-8")
    return paths


def read(workers: Workers, *paths: Path) -> list[Reading]:
    """Return the readings of these files."""
    return [reading for _, reading in workers.read_files((path, None) for path in paths)]


def code_of(reading: Reading) -> str:
    """Return the code of the one problem of a reading without text."""
    assert (reading.text, reading.blocks) == ("", ())
    (problem,) = reading.problems
    return problem.code


@pytest.fixture
def alone() -> Iterator[tuple[Workers, set[BaseProcess]]]:
    """Return one worker that is soon out of patience, and the processes there were before."""
    before = set(multiprocessing.active_children())
    with Workers(1, HASTY) as workers:
        yield workers, before


def find_process(before: set[BaseProcess]) -> BaseProcess:
    """Return the one process that was started since."""
    (process,) = set(multiprocessing.active_children()) - before
    return process


def test_a_document_reads_the_same_in_a_worker(workers: Workers) -> None:
    """Text, blocks, problems and id, of every kind of document."""
    assert read(workers, *DOCUMENTS) == [read_file(path) for path in DOCUMENTS]


def test_readings_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    """Whichever process is done first, and each beside the file it is of."""
    slow = sorted(DOCUMENTS, key=lambda path: -path.stat().st_size)
    paths = [
        path for pair in zip(slow, write_files(tmp_path, len(slow)), strict=True) for path in pair
    ]

    with Workers(3) as workers:
        given = list(workers.read_files((path, None) for path in paths))

    assert [loaded.name for loaded, _ in given] == [path.name for path in paths]
    assert all(loaded.sha256 == reading.source.sha256 for loaded, reading in given)


def test_a_file_that_cannot_be_loaded_keeps_its_place(workers: Workers, tmp_path: Path) -> None:
    """Its problem stands where its reading would."""
    first, second = write_files(tmp_path, 2)
    readings = read(workers, first, tmp_path / "weg.txt", second)

    assert [reading.text for reading in readings] == ["Document 0.", "", "Document 1."]
    assert code_of(readings[1]) == "unreadable"


def test_only_a_few_files_are_loaded_ahead(workers: Workers, tmp_path: Path) -> None:
    """Memory does not grow with the number of files."""
    asked: list[Path] = []

    def list_files() -> Iterator[tuple[Path, None]]:
        for path in paths:
            asked.append(path)
            yield path, None

    paths = write_files(tmp_path, 100)
    ahead = [
        len(asked) - number for number, _ in enumerate(workers.read_files(list_files()), start=1)
    ]

    assert max(ahead) == min(pool.MOST_WAITING * pool.count_cores(), 99)


def test_large_files_are_loaded_one_by_one(
    workers: Workers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are, their bytes together stay bounded."""
    monkeypatch.setattr(pool, "MOST_BYTES", 10)
    paths = write_files(tmp_path, 5)
    asked = iter(paths)

    readings = workers.read_files((path, None) for path in asked)

    assert next(readings)[1].text == "Document 0."
    assert next(asked) == paths[1]


def test_small_work_starts_one_process(tmp_path: Path) -> None:
    """A second one would cost more than it saves."""
    before = set(multiprocessing.active_children())
    with Workers(4) as workers:
        read(workers, *write_files(tmp_path, 20))

        assert find_process(before).is_alive()


def test_no_process_is_left(tmp_path: Path) -> None:
    """Also when the work was broken off."""
    before = set(multiprocessing.active_children())
    with Workers(2) as workers:
        readings = workers.read_files((path, None) for path in write_files(tmp_path, 50))
        next(readings)

    assert set(multiprocessing.active_children()) <= before


@STOPPABLE
def test_a_hanging_worker_costs_its_own_file(
    alone: tuple[Workers, set[BaseProcess]], tmp_path: Path
) -> None:
    """At its deadline it is killed, and the next file gets a new one."""
    workers, before = alone
    first, second, third = write_files(tmp_path, 3)
    read(workers, first)
    os.kill(find_process(before).pid or 0, signal.SIGSTOP)

    hung, other = read(workers, second, third)

    assert code_of(hung) == "too_slow"
    assert hung.source.sha256 == load_file(second).sha256
    assert other.text == "Document 2."


@STOPPABLE
def test_a_worker_that_dies_costs_its_own_file(
    alone: tuple[Workers, set[BaseProcess]], tmp_path: Path
) -> None:
    """It dies with the file in its hands, as by a fault in a library."""
    workers, before = alone
    first, second, third = write_files(tmp_path, 3)
    read(workers, first)
    process = find_process(before)
    os.kill(process.pid or 0, signal.SIGSTOP)
    killer = threading.Timer(0.5, process.kill)
    killer.start()

    dead, other = read(workers, second, third)

    killer.join()
    assert code_of(dead) == "crashed"
    assert other.text == "Document 2."


def test_a_worker_that_died_without_work_costs_nothing(
    alone: tuple[Workers, set[BaseProcess]], tmp_path: Path
) -> None:
    """A system short of memory ends processes that did nothing wrong."""
    workers, before = alone
    first, second = write_files(tmp_path, 2)
    read(workers, first)
    process = find_process(before)
    process.kill()
    process.join()

    assert read(workers, second)[0].text == "Document 1."


def test_a_worker_is_replaced_after_many_files(
    alone: tuple[Workers, set[BaseProcess]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a library leaks does not add up."""
    workers, before = alone
    monkeypatch.setattr("extractor.documents.workers.worker.MOST_FILES", 2)
    old = find_process(before).pid

    readings = read(workers, *write_files(tmp_path, 3))

    assert [reading.text for reading in readings] == [f"Document {n}." for n in range(3)]
    assert find_process(before).pid != old


@pytest.mark.skipif(os.name == "nt", reason="this system limits no process's memory")
def test_processes_that_cannot_start_are_an_error(tmp_path: Path) -> None:
    """Rather than a problem of every file."""
    with Workers(1, Limits(memory=1_000_000)) as workers, pytest.raises(ChildProcessError):
        read(workers, *write_files(tmp_path, 1))
