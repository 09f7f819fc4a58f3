"""The pages of a generated document, with their running lines, as styles of OpenDocument."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from generated.designs import Design, Parts, Running

PAPER = (595.3, 841.9)
MARGIN, BOX_ROOM = 70.0, 130.0
FIELDS = {
    "page": "<text:page-number/>",
    "pages": "<text:page-count/>",
    "chapter": '<text:chapter text:display="name" text:outline-level="1"/>',
}
"""What the values of a running line are in OpenDocument."""


def measure_text(design: Design) -> float:
    """Return how wide the text is, in points."""
    return PAPER[0] - 2 * MARGIN - (BOX_ROOM if design.boxes else 0.0)


def list_layouts(design: Design) -> Iterator[str]:
    """Yield the layouts of upright and of landscape pages."""
    room = BOX_ROOM if design.boxes else 0.0
    columns = f'<style:columns fo:column-count="{design.columns}" fo:column-gap="22pt"/>'
    running = "<style:header-footer-properties fo:min-height='28pt' fo:margin='12pt'/>"
    around = (
        f"<style:header-style>{running}</style:header-style>"
        f"<style:footer-style>{running}</style:footer-style>"
    )
    shapes = {"Plain": (*PAPER, ""), "Upright": (*PAPER, columns), "Side": (PAPER[1], PAPER[0], "")}
    for name, (width, height, inside) in shapes.items():
        turned = "landscape" if width > height else "portrait"
        right = MARGIN + (room if name == "Upright" else 0.0)
        yield (
            f'<style:page-layout style:name="{name}"><style:page-layout-properties'
            f' fo:page-width="{width}pt" fo:page-height="{height}pt"'
            f' style:print-orientation="{turned}" fo:margin-left="{MARGIN}pt"'
            f' fo:margin-right="{right}pt" fo:margin-top="34pt" fo:margin-bottom="34pt">{inside}'
            f"</style:page-layout-properties>{around}</style:page-layout>"
        )


def list_pages(design: Design) -> Iterator[str]:
    """Yield the master pages with their running lines."""
    running = design.running
    first = running.model_copy(
        update={
            "head": running.head if running.first_head is None else running.first_head,
            "foot": running.foot if running.first_foot is None else running.first_foot,
            "left_head": None,
            "left_foot": None,
        }
    )
    yield _make_page("Cover", "Plain", first)
    yield _make_page("Text", "Upright", running)
    yield _make_page("Wide", "Side", running)


def _make_page(name: str, layout: str, running: Running) -> str:
    parts = (
        ("header", running.head), ("header-left", running.left_head),
        ("footer", running.foot), ("footer-left", running.left_foot),
    )  # fmt: skip
    inside = "".join(
        f"<style:{part}>{''.join(map(_make_running, lines))}</style:{part}>"
        for part, lines in parts
        if lines is not None
    )
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}">'
        f"{inside}</style:master-page>"
    )


def _make_running(line: Parts) -> str:
    parts = "<text:tab/>".join(escape(part).format(**FIELDS) for part in line)
    return f'<text:p text:style-name="Running">{parts}</text:p>'
