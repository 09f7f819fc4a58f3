"""Show one draft as the pages do, in a process of its own, and print what that takes as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from extractor.models import Span
from extractor.review.web.desk import Desk
from extractor.review.web.rendering import render_card, render_draft
from extractor.store import open_store


def time_calls(*calls: Callable[[], object]) -> list[float]:
    """Return how many milliseconds each call takes, in order."""
    taken = []
    for call in calls:
        started = time.perf_counter()
        call()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def main(workspace: Path, pdf: str) -> None:
    """Open the newest draft in the workspace and turn all pages of one of its documents."""
    with open_store(workspace) as store:
        desk = Desk(store, lambda: datetime.now(UTC))
        draft = desk.list_drafts()[0].draft
        first = time_calls(lambda: desk.open_draft(draft))
        html = render_draft(desk.open_draft(draft), "J. Jansen", desk.head())
        cards = time_calls(*[lambda: render_card(*desk.show_card(draft, "goal"))] * 20)
        review = desk.open_draft(draft).review
        reading = next(r for r in review.readings.values() if r.source.name == pdf)
        turns = [
            lambda page=page: show_page(desk, reading.id, page, Span(start=0, end=0))
            for page in range(1, len(reading.pages) + 1)
        ]
        drawn, kept = time_calls(*turns), time_calls(*turns[-60:])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        json.dumps(
            {
                "pages": len(turns),
                "open_ms": round(first[0]),
                "card_ms": round(median(cards)),
                "drawn_ms": round(median(drawn)),
                "drawn_most_ms": round(max(drawn)),
                "kept_ms": round(max(kept), 1),
                "html_kb": round(len(html.encode()) / 1000),
                "peak_mb": peak,
            }
        )
    )


def show_page(desk: Desk, reading: str, page: int, span: Span) -> None:
    """Show a page as a click on a citation does: its marks, then its picture."""
    desk.sources.turn(reading, page, span)
    desk.sources.draw(reading, page)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
