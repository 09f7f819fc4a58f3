"""The companion of an export whose own layout has no room: which decision log it comes from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from extractor.exports.export import Export

KIND = "bronvast-herkomst"
"""Stands in the file, by which an earlier one is known."""
_ENDING = ".herkomst.json"


def find_companion(path: Path) -> Path:
    """Return where the companion of an export stands: beside it, its name with an ending more."""
    return path.with_name(path.name + _ENDING)


def render_provenance(export: Export, content: bytes, losses: Sequence[str]) -> bytes:
    """Return UTF-8 JSON: the digest of the export, the head of the log, and what was left out."""
    told = {
        "format": 1,
        "kind": KIND,
        "sha256": hashlib.sha256(content).hexdigest(),
        "decision_log_head": export.head,
        "entries": len(export.entries),
        "left_out": list(losses),
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
