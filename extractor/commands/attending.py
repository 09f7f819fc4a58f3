"""Write the list of what needs a person: of a workspace, or of what a run drafted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.commands.telling import tell

if TYPE_CHECKING:
    from extractor.review.attention import Attention
    from extractor.store import Store


def require_place(out: Path) -> None:
    """Refuse a place where the list may not be written, before long work is begun."""
    from extractor.exports.file import require_writable  # noqa: PLC0415 - not for --help

    require_writable(out)


def write_list(store: Store, out: Path, today: date) -> None:
    """Write what needs a person in the newest draft of each dossier, and say how much it is."""
    from extractor.review.attention import list_attention  # noqa: PLC0415 - not for --help
    from extractor.review.loading import list_reviews  # noqa: PLC0415

    require_place(out)
    reviews = list_reviews(store, today, with_readings=True)
    tell(write_attention((each for review in reviews for each in list_attention(review)), out))


def write_attention(attention: Iterable[Attention], out: Path) -> str:
    """Write these things and return how many there are, in words."""
    from extractor.exports.attention_csv import render_attention  # noqa: PLC0415 - not for --help
    from extractor.exports.file import write_export  # noqa: PLC0415
    from extractor.review.labels import count_things  # noqa: PLC0415

    rows = [each.as_row() for each in attention]
    write_export(out, render_attention(rows))
    return f"{count_things(len(rows), 'regel', 'regels')} over wat aandacht vraagt in {out}"
