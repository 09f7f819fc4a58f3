"""Prompts as released files: found by name, filled strictly, known by their fingerprint."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from string import Template

from extractor.models import Record

_PLACES = (Path(__file__).parent / "released_prompts", Path(__file__).parents[1] / "prompts")
"""Where prompts are looked up: in the installed package first, then in the checkout."""
_PARTS = re.compile(r"\A## System\n\n(?P<system>.+?)\n\n## User\n\n(?P<user>.+?)\n*\Z", re.DOTALL)


class Prompt(Record):
    """What is said to the llm, with `$variables`, in the system and in the user part."""

    name: str
    system: str
    user: str
    fingerprint: str
    """The name with the start of the file's hash, such as `propose.v1@3f9c2ab41d07`."""


class FilledPrompt(Record):
    """What is said to the llm, word for word."""

    system: str
    user: str
    fingerprint: str


@cache
def load_prompt(name: str) -> Prompt:
    """Return the released prompt of this name, such as `propose.v1`."""
    path = next(p for folder in _PLACES if (p := folder / f"{name}.md").is_file())
    text = path.read_text(encoding="utf-8")
    parts = _PARTS.match(text)
    if parts is None:
        message = f"{name} has no system and user part"
        raise ValueError(message)
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Prompt(name=name, fingerprint=f"{name}@{digest}", **parts.groupdict())


def fill_prompt(prompt: Prompt, **variables: str) -> FilledPrompt:
    """Return the prompt with its variables; refuse a missing or a superfluous one.

    Values are put in as they are: a `$` in a document is not a variable.
    """
    system, user = Template(prompt.system), Template(prompt.user)
    wanted = {*system.get_identifiers(), *user.get_identifiers()}
    if wanted != set(variables):
        message = f"{prompt.name} needs {sorted(wanted)}, not {sorted(variables)}"
        raise ValueError(message)
    return FilledPrompt(
        system=system.substitute(variables),
        user=user.substitute(variables),
        fingerprint=prompt.fingerprint,
    )
