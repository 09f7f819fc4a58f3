"""Say in Dutch why something was not read, and what the user can do about it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from extractor.models import Problem


def describe_problem(name: str, **details: str) -> Problem:
    """Return the problem of this name in `problems.toml`, with its details filled in."""
    entry = _load_problems()[name]
    return Problem.model_validate({key: text.format(**details) for key, text in entry.items()})


@cache
def _load_problems() -> dict[str, dict[str, str]]:
    """Return the texts by name."""
    text = files("extractor.documents").joinpath("problems.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
