"""The tables of faults: what a server does wrong, and what is then so."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

HERE = Path(__file__).parent
FROZEN = HERE.parents[1] / "fixtures" / "frozen"


class Row(BaseModel):
    """A row of a table; a key that means nothing is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ScriptedClaim(Row):
    """A claim as the server gives it; its quotes name the passage they stand in, or this one."""

    value: str
    quotes: tuple[str, ...]
    passage: str = ""
    repeat: int = 1


class ScriptedAnswer(Row):
    """What a server that behaves answers on a field."""

    field: str
    value: str
    quotes: tuple[str, ...]


class Fault(Row):
    """What the server does wrong on one question, and what must come of it."""

    name: str
    server: str
    outcome: str
    do: Literal["say", "send", "answer", "drip", "reset"]
    on: str = "human_intervention"
    times: int | None = None
    above: int = 0
    """It is done to questions about more passages than this."""
    status: int = 200
    headers: dict[str, str] = {}
    body: str = ""
    content: str = ""
    finish: str = "stop"
    refusal: str | None = None
    piece: str = ""
    claims: tuple[ScriptedClaim, ...] = ()
    extra: dict[str, str | float] = {}
    unasked: str = ""
    leave_out: bool = False
    options: tuple[str, ...] = ()
    spoils: Literal["nothing", "field", "question"]
    code: int
    says: tuple[str, ...]
    asked: int | None = None
    holds: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()


class FrozenDossier(Row):
    """Documents that stay as they are, and what a server that behaves answers on them."""

    documents: tuple[str, ...]
    answer: tuple[ScriptedAnswer, ...]


def load_faults(*names: str) -> tuple[Fault, ...]:
    """Return the rows of these tables."""
    texts = ((HERE / f"{name}.toml").read_text(encoding="utf-8") for name in names)
    return tuple(
        Fault.model_validate(row) for text in texts for row in tomllib.loads(text)["fault"]
    )


def load_dossier() -> FrozenDossier:
    """Return the dossier that the faults are done to."""
    text = (HERE / "dossier.toml").read_text(encoding="utf-8")
    return FrozenDossier.model_validate(tomllib.loads(text))
