"""How long the reading of one file may take, and how much memory."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000

LARGEST_ANSWER = 50_000_000
"""Bytes of one reading as JSON; one of a document of 65 pages takes 0.3 million."""


@dataclass(frozen=True)
class Limits:
    """What one file may take; beyond it the reading stops and the file gets a problem."""

    seconds: float = 60.0
    """Whatever its size: starting a process on a busy machine, and a file of much text in few
    bytes, take seconds; a person waits a minute for the one bad file of a folder."""
    seconds_per_megabyte: float = 1.0
    """Real documents take half a second for a megabyte, and large ones, which are scans, a tenth
    of that."""
    memory: int = 2_000_000_000
    """Bytes of address space of a process, where the system can limit it: twice the largest file,
    and one gigabyte to read it in."""

    def allow(self, size: int) -> float:
        """Return the seconds that a file of so many bytes may take."""
        return self.seconds + self.seconds_per_megabyte * size / MEGABYTE
