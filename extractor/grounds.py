"""Why something may stay out of the public register: the grounds of `grounds.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from extractor.errors import DecisionRefused
from extractor.models import Record


class Ground(Record):
    """A ground for not publishing, with the article it rests on."""

    key: str
    label: str
    law: str


@cache
def load_grounds() -> tuple[Ground, ...]:
    """Return all grounds in the order of the law."""
    text = Path(__file__).with_name("grounds.toml").read_text(encoding="utf-8")
    return tuple(Ground(key=key, **row) for key, row in tomllib.loads(text).items())


def find_ground(key: str | None) -> Ground:
    """Return the ground with this key; refused where none is given, or one that does not exist."""
    found = next((ground for ground in load_grounds() if ground.key == key), None)
    if found is None:
        listed = ", ".join(ground.key for ground in load_grounds())
        message = f"grond {key} is er niet" if key else "er staat niet waarom dit niet mag"
        raise DecisionRefused(message, f"Kies een grond: {listed}.")
    return found
