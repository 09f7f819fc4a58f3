"""What the variant *intern* says behind each field: the decision, what stays out, the sources."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.exports.export import EntryBackground, Export
from extractor.standard.entry import RegisterEntry


def list_behind(export: Export) -> Iterator[tuple[RegisterEntry, EntryBackground | None]]:
    """Yield each entry with its background; with none in the variant for the public."""
    if export.variant == "extern":
        yield from ((entry, None) for entry in export.entries)
    else:
        yield from zip(export.entries, export.backgrounds, strict=True)


def list_background(background: EntryBackground | None, key: str) -> Iterator[str]:
    """Yield the lines on one field, in Dutch; none where nothing is told of it."""
    told = background.fields.get(key) if background else None
    if told is None:
        return
    yield told.decided
    if told.left_out:
        yield f"Niet gepubliceerd: {told.left_out}"
    if told.note:
        yield f"Opmerking: {told.note}"
    for each in told.evidence:
        yield f"Bron: {each.place}: “{each.words}”"
