"""Name the parts of a document that hold no answer, so that nothing is taken from them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Literal, get_args

from extractor.instruments.folding import list_stems
from extractor.instruments.numbering import split_heading
from extractor.instruments.questions import DATA

SectionKind = Literal[
    "summary",
    "glossary",
    "versions",
    "advice",
    "signature",
    "contents",
    "references",
    "instruction",
    "part",
    "annex",
]
"""`summary` repeats the answers in other words; `part` is a heading over several questions."""

NEVER_TAKEN: frozenset[SectionKind] = frozenset(
    {"glossary", "versions", "advice", "signature", "contents", "references", "instruction"}
)
"""Kinds of section of which nothing belongs in an entry (register.md 3.5)."""

_ANNEX = ("bijlage", "bijlagen", "appendix", "annex")
_ANNEX_LABEL = 3
"""The label of an annex, such as 2, IV or B1, has at most so many characters."""


@cache
def _load_titles() -> dict[tuple[str, ...], SectionKind]:
    listed = tomllib.loads((DATA / "sections.toml").read_text("utf-8"))
    return {
        list_stems(title): kind for kind in get_args(SectionKind) for title in listed.get(kind, ())
    }


def recognise_section(heading: str) -> SectionKind | None:
    """Return the kind of section a heading opens, or none when it may hold answers."""
    parts = split_heading(heading)
    words = parts.words
    if not parts.is_title:
        return None
    if words and words[0] in _ANNEX and (len(words) == 1 or len(words[1]) <= _ANNEX_LABEL):
        return "annex"
    before_colon = split_heading(heading.partition(":")[0]).stems
    wordings = (parts.stems, parts.stems_without_remark, before_colon)
    return next(filter(None, (_load_titles().get(each) for each in wordings)), None)
