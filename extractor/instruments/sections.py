"""Name the parts of a document that hold no answer, so that nothing is taken from them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Literal, get_args

from extractor.instruments.folding import fold, list_stems
from extractor.instruments.numbering import split_heading
from extractor.instruments.questions import DATA

SectionKind = Literal[
    "summary",
    "glossary",
    "versions",
    "advice",
    "signature",
    "names",
    "security",
    "contents",
    "references",
    "instruction",
    "part",
    "annex",
]
"""`summary` repeats the answers in other words; `part` is a heading over several questions; `names`
says who keeps a document and where, `security` how something is guarded."""

NEVER_TAKEN: frozenset[SectionKind] = frozenset(
    {
        "glossary",
        "versions",
        "advice",
        "signature",
        "names",
        "security",
        "contents",
        "references",
        "instruction",
    }
)
"""Kinds of section of which nothing belongs in an entry (register.md 3.5)."""

_ANNEX = ("bijlage", "bijlagen", "appendix", "annex")
_ANNEX_LABEL = 3
"""The label of an annex, such as 2, IV or B1, has at most so many characters."""


LONGEST = 110
"""Characters of the longest title of a part."""


@cache
def _load_patterns() -> tuple[tuple[SectionKind, re.Pattern[str]], ...]:
    listed = tomllib.loads((DATA / "sections.toml").read_text("utf-8"))["patterns"]
    kinds = (kind for kind in get_args(SectionKind) if kind in listed)
    return tuple((kind, re.compile("|".join(listed[kind]))) for kind in kinds)


@cache
def _load_titles() -> dict[tuple[str, ...], SectionKind]:
    listed = tomllib.loads((DATA / "sections.toml").read_text("utf-8"))
    return {
        list_stems(title): kind for kind in get_args(SectionKind) for title in listed.get(kind, ())
    }


def recognise_section(heading: str) -> SectionKind | None:
    """Return the kind of section a heading opens, or none when it may hold answers."""
    if len(heading) > LONGEST:
        return None
    parts = split_heading(heading)
    words = parts.words
    if not parts.is_title:
        return None
    if words and words[0] in _ANNEX and (len(words) == 1 or len(words[1]) <= _ANNEX_LABEL):
        return "annex"
    before_colon = split_heading(heading.partition(":")[0]).stems
    wordings = (parts.stems, parts.stems_without_remark, before_colon)
    known = (_load_titles().get(each) for each in wordings)
    listed: SectionKind | None = next(filter(None, known), None)
    if listed is not None or "?" in heading:
        return listed
    named = [" ".join(words), fold(heading.partition(":")[0])]
    for kind, pattern in _load_patterns():
        if any(map(pattern.fullmatch, named)):
            return kind
    return None
