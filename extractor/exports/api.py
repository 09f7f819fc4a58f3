"""Entries as bodies for the register's ingest API 1.0 (register.md 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from extractor.exports.export import Export
from extractor.standard.entry import to_body


def render_api(export: Export) -> bytes:
    """Return UTF-8 JSON: one entry is an object, several are a list, keys in form order."""
    return write_bodies([to_body(entry) for entry in export.entries])


def write_bodies(bodies: Sequence[Mapping[str, Any]]) -> bytes:
    """Return UTF-8 JSON: one body as an object, several as a list."""
    content = bodies[0] if len(bodies) == 1 else bodies
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
