"""Stems, asked for by several threads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from extractor.checks.words import stem

WORDS = [
    f"{start}{end}"
    for start in ("controle", "inspect", "beoordel", "onderhoud", "registr", "melding")
    for end in ("s", "eren", "ingen", "heden", "lijkheid", "baarheid", "erende", "tje")
]


@pytest.fixture
def hasty() -> Iterator[None]:
    """Let threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hasty")
def test_threads_get_the_stems_that_one_gets() -> None:
    """A stemmer that is in the middle of a word is not given another one."""
    alone = [stem.__wrapped__(word) for word in WORDS]

    with ThreadPoolExecutor(8) as pool:
        rounds = list(pool.map(lambda _: [stem.__wrapped__(word) for word in WORDS], range(16)))

    assert rounds == [alone] * 16
