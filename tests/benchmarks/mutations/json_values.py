"""Damage the values of a JSON file, and write it again so that it stays proper JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

from mutations.damage import Damage

SHARE = 0.02
"""The part of the values that one damage may touch, at most."""

OTHERS: tuple[Callable[[Any], Any], ...] = (
    lambda _: None,
    lambda _: -1,
    lambda _: 1e308,
    lambda _: "",
    lambda _: "x" * 10_000,
    lambda _: "\ud800",
    lambda _: [],
    lambda _: {"": {}},
    lambda value: [value, value],
    lambda value: {"content": value},
    str,
)
"""What may stand in the place of a value."""


def change_values(content: bytes, random: Random) -> bytes:
    """Return the file with some values of another kind, size or depth."""
    return _write(_change(json.loads(content), random, SHARE * random.random()))


def nest_value(content: bytes, random: Random) -> bytes:
    """Return the file with one of its values very deep in lists."""
    text = content.decode()
    place = text.rindex(":", 0, random.randrange(text.index(":") + 1, len(text))) + 1
    depth = random.choice((100, 100_000))
    return f"{text[:place]}{'[' * depth}{']' * depth},{text[place:]}".encode()


JSON_VALUES: dict[str, Damage] = {"values changed": change_values, "value nested": nest_value}
"""What can befall a JSON file."""


def _change(value: Any, random: Random, share: float) -> Any:  # noqa: ANN401 - any JSON value
    if random.random() < share:
        return random.choice(OTHERS)(value)
    if isinstance(value, dict):
        kept = {key: _change(each, random, share) for key, each in value.items()}
        return {key: each for key, each in kept.items() if random.random() >= share}
    if isinstance(value, list):
        return [_change(each, random, share) for each in value]
    return value


def _write(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    return json.dumps(value).encode()
