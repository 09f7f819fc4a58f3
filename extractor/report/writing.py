"""Figures into a report: the sections in their order."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.models import Record
from extractor.report.blocks import Block, Report
from extractor.report.combining import add_total
from extractor.report.entry_tables import write_changes, write_grounds, write_quality
from extractor.report.figures import Figures, ServiceFigures
from extractor.report.periods import write_day
from extractor.report.reservations import write_reservations
from extractor.report.service_tables import write_categories, write_stand, write_statuses
from extractor.report.summary import write_summary, write_work
from extractor.report.target_tables import write_targets

TITLE = "Voortgang Algoritmeregister"


class Frame(Record):
    """What a report says beside its figures."""

    organisation: str = ""
    note: str = ""
    """On capacity."""


def write_report(figures: Figures, frame: Frame) -> Report:
    """Return the report that the figures make."""
    compared = f", vergeleken met {write_day(figures.since)}" if figures.since else ""
    return Report(
        title=f"{TITLE}: {frame.organisation}" if frame.organisation else TITLE,
        subtitle=f"Peildatum {write_day(figures.as_of)}{compared}",
        blocks=tuple(_list_blocks(figures, add_total(figures), frame)),
    )


def _list_blocks(figures: Figures, total: ServiceFigures, frame: Frame) -> Iterator[Block]:
    services = figures.services
    listed = services if len(services) == 1 else (*services, total)
    yield from write_summary(figures, total)
    yield from write_stand(listed)
    yield from write_categories(listed)
    yield from write_targets(listed, total, figures.as_of)
    yield from write_statuses(listed)
    yield from write_quality(listed)
    yield from write_grounds(total)
    if figures.since:
        yield from write_changes(listed, write_day(figures.since))
    yield from write_work(total, frame.note)
    yield from write_reservations(figures, total)
