"""The entry against bodies of which the real register's own verdict is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.standard.values import list_entry_objections

CASES = Path(__file__).parents[3] / "shared" / "reference" / "register-cases"

BEYOND_THE_ENTRY = {
    "bad/49_two_organisations.json": "only the address it is sent to tells the organisation",
    "bad/51_braces_in_theme_like_text.json": "the register keeps and shows this text as given",
}
"""Cases that were meant as bad, and that an entry by itself has no reason to refuse."""

PATHS = sorted(path.relative_to(CASES).as_posix() for path in CASES.glob("*/*.json"))

needs_cases = pytest.mark.skipif(not PATHS, reason="the register's cases are not at hand")


def read_bodies(case: str) -> list[object]:
    """Return the bodies of a case: the items of a list, or the one body it is."""
    content: object = json.loads((CASES / case).read_text(encoding="utf-8"))
    return content if isinstance(content, list) else [content]


@needs_cases
@pytest.mark.parametrize("case", [path for path in PATHS if path.startswith("good/")])
def test_good_bodies_are_accepted(case: str) -> None:
    """What the register takes and gives back is no reason to stop a person."""
    assert [list_entry_objections(body) for body in read_bodies(case)] == [()] * len(
        read_bodies(case)
    )


@needs_cases
@pytest.mark.parametrize("case", [path for path in PATHS if path.startswith("bad/")])
def test_bad_bodies_are_refused(case: str) -> None:
    """Also those the register stores, and then loses, changes or fails on."""
    accepted = all(list_entry_objections(body) == () for body in read_bodies(case))

    assert accepted is (case in BEYOND_THE_ENTRY)


@needs_cases
def test_nothing_the_register_refuses_is_accepted() -> None:
    """Body by body, by the register's own verdict."""
    verdicts = json.loads((CASES / "verdicts.json").read_text(encoding="utf-8"))["cases"]

    for case, verdict in verdicts.items():
        for body, entry in zip(read_bodies(case), verdict["entries"], strict=True):
            assert entry["accepted"] or list_entry_objections(body), case
