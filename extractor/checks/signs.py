"""Find what the patterns of `signs.toml` tell: internal places, security detail."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractor.models import Span


def find_signs(name: str, text: str) -> Iterator[Span]:
    """Yield where the text has a sign of this name, none twice and none inside another."""
    found = [match.span() for pattern in _load_patterns(name) for match in pattern.finditer(text)]
    reached = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            reached = end
            yield Span(start=start, end=end)


@cache
def _load_patterns(name: str) -> tuple[re.Pattern[str], ...]:
    text = Path(__file__).with_name("signs.toml").read_text(encoding="utf-8")
    flags = re.IGNORECASE | re.MULTILINE
    return tuple(re.compile(each, flags) for each in tomllib.loads(text)[name]["patterns"])
