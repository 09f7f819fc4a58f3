"""Every construct in which Word keeps text is read once, in order; nothing else is read."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from extractor.models import Reading

PARTS = Path(__file__).with_name("constructs")


@pytest.fixture(name="expected", scope="module")
def fixture_expected() -> dict[str, Any]:
    """Return what stands in the file and what does not."""
    return tomllib.loads((PARTS / "constructs.toml").read_text(encoding="utf-8"))


@pytest.fixture(name="constructs")
def fixture_constructs(
    pack_members: Callable[[Mapping[str, str | bytes]], bytes],
    read_bytes: Callable[[bytes], Reading],
) -> Reading:
    """Return the reading of the file with all constructs."""
    files = (path for path in PARTS.rglob("*") if path.name.endswith((".xml", ".rels")))
    members = {path.relative_to(PARTS).as_posix(): path.read_bytes() for path in files}
    return read_bytes(pack_members(members))


def test_every_construct_is_read_once_and_in_order(
    constructs: Reading, expected: dict[str, Any]
) -> None:
    """What a reader of the page sees, the reading has, no more than once."""
    text = constructs.text.lower()
    shown: list[str] = expected["shown"]

    assert len(shown) == 35
    assert {words: text.count(words) for words in shown if text.count(words) != 1} == {}
    assert [text.index(words) for words in shown] == sorted(map(text.index, shown))


def test_nothing_that_word_does_not_show_is_read(
    constructs: Reading, expected: dict[str, Any]
) -> None:
    """Deleted words, comments and instructions are no text of the document."""
    assert [words for words in expected["unread"] if words in constructs.text.lower()] == []


def test_what_was_left_out_is_told(constructs: Reading, expected: dict[str, Any]) -> None:
    """With how many comments there are, an answer to one included."""
    comments = next(each for each in constructs.problems if each.code == "comments")

    assert [problem.code for problem in constructs.problems] == expected["problems"]
    assert f"({expected['comments']})" in comments.message
