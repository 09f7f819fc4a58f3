"""Entries as bodies for the register's ingest API 1.0 (register.md 2)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from extractor.standard.entry import RegisterEntry, to_body


def render_api(entries: Sequence[RegisterEntry]) -> bytes:
    """Return UTF-8 JSON: one entry is an object, several are a list, keys in form order."""
    bodies = [to_body(entry) for entry in entries]
    content = bodies[0] if len(bodies) == 1 else bodies
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
