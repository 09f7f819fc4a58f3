"""Read mutations in worker processes, and keep what was wrong with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.documents.problems import describe_problem
from extractor.documents.workers import Workers
from extractor.models import Reading
from mutations.seeds import Mutation, mutate

OUTCOMES = ("crashed", "too_slow", "out_of_memory", "reader_failed")
"""What reading may not come to: each name is one of the problems in `problems.toml`."""


def read_mutations(
    numbers: Iterable[int], folder: Path, workers: Workers
) -> Iterator[tuple[Mutation, Reading]]:
    """Yield each mutation with its reading; on the disk are only those that are being read."""
    waiting: list[tuple[Mutation, Path]] = []

    def write() -> Iterator[tuple[Path, None]]:
        for number in numbers:
            mutation = mutate(number)
            path = folder / f"{number}{mutation.suffix}"
            path.write_bytes(mutation.content)
            waiting.append((mutation, path))
            yield path, None

    for _, reading in workers.read_files(write()):
        mutation, path = waiting.pop(0)
        path.unlink()
        yield mutation, reading


def name_outcome(reading: Reading) -> str:
    """Return what went wrong, else whether the document was read, in part, or not at all."""
    for name in OUTCOMES:
        if describe_problem(name) in reading.problems:
            return name
    if not reading.problems:
        return "read"
    return "partly" if reading.text.strip() else "refused"
