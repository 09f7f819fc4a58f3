"""The inventory as JSON: what each candidate is, where its list says so, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extractor.inventory.matching import Suggestion
from extractor.inventory.overview import Inventory, InventoryRow


def describe_inventory(inventory: Inventory) -> list[dict[str, Any]]:
    """Return one object a candidate, in the order of the lists."""
    return [_describe_row(row) for row in inventory.rows]


def _describe_row(row: InventoryRow) -> dict[str, Any]:
    return {
        **row.listed.model_dump(mode="json"),
        "list": row.candidate.list,
        "sheet": row.candidate.sheet,
        "row": row.candidate.row,
        "cells": [
            {
                "column": cell.column,
                "role": cell.role,
                "text": cell.text,
                "document": row.candidate.reading,
                "span": [cell.span.start, cell.span.end],
                "locator": cell.locator.model_dump(),
            }
            for cell in row.candidate.cells
        ],
        "suggestions": _describe_suggestions(row.suggestions),
        "folder": row.folder.id if row.folder else None,
        "folders": _describe_suggestions(row.folders),
    }


def _describe_suggestions(suggestions: Iterable[Suggestion]) -> list[dict[str, Any]]:
    return [
        {"id": each.place.id, "name": each.place.name, "words": list(each.words)}
        for each in suggestions
    ]
