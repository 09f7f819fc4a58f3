"""The print and the pages of a generated document, as styles of OpenDocument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generated.designs import Design
from generated.documents import Document
from generated.writer_masters import MARGIN, PAPER, list_layouts, list_pages, measure_text

NAMES = ("office", "style", "text", "table")
NAMESPACES = " ".join(
    [
        *(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in NAMES),
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"',
    ]
)
FONTS = {"sans": "Carlito", "serif": "Liberation Serif"}
PAGES = ("Cover", "Text", "Wide")
BOX_WIDTH = 112.0
BOX_LEFT = round(PAPER[0] - MARGIN - BOX_WIDTH)
LEADERS = {"dots": ".", "middots": "·", "tabs": "", "none": ""}


def make_styles(document: Document, design: Design) -> str:
    """Return the styles, page layouts and master pages of a document."""
    widths = sorted({width for table in document.tables for width in table.widths})
    return (
        f"<office:styles>{''.join(_list_paragraphs(design))}</office:styles>"
        f"<office:automatic-styles>{''.join(_list_parts(design, widths))}"
        f"{''.join(list_layouts(design))}</office:automatic-styles>"
        f"<office:master-styles>{''.join(list_pages(design))}</office:master-styles>"
    )


def _list_paragraphs(design: Design) -> Iterator[str]:
    """Yield the styles of paragraphs, each also as one that begins a page."""
    for name, (paragraph, text, inside) in _describe(design).items():
        yield _make_paragraph(name, paragraph, text, inside)
        for page in PAGES:
            begins = paragraph | {"style:master-page-name": page}
            yield _make_paragraph(f"{name}{page}", begins, text, inside)


Described = tuple[dict[str, str], dict[str, str], str]
"""The attributes of a paragraph, those of its text, and what stands inside its style."""


def _describe(design: Design) -> dict[str, Described]:
    """Return the styles of paragraphs by name."""
    size, body = design.size, {"fo:line-height": "118%", "fo:orphans": "2", "fo:widows": "2"}
    justified = {"fo:text-align": "justify"} if design.justified else {}
    broken = {"fo:hyphenate": "true" if design.hyphenated else "false"}
    gap = {"fo:text-indent": _points(1.5 * size)} if design.indented else _below(0.6 * size)
    with_next = {"fo:keep-with-next": "always"}
    item = _hang(14) | _below(0.2 * size)
    bold = {"fo:font-weight": "bold"}
    described: dict[str, Described] = {
        "Paragraph": (body | justified | gap, _print(design, size) | broken, ""),
        "Item": (body | justified | item, _print(design, size) | broken, _tab(0.0)),
        "BoxText": ({}, _print(design, 0.86 * size), ""),
        "Note": (_hang(10), _print(design, 0.8 * size), ""),
        "CellText": ({}, _print(design, 0.9 * size) | broken, ""),
        "CellHead": ({}, _print(design, 0.9 * size) | broken | bold, ""),
        "Caption": (with_next | _below(0.4 * size) | {"fo:margin-top": _points(size)},
                    _print(design, 0.9 * size) | {"fo:font-style": "italic"}, ""),
        "Title": (_below(20) | {"fo:margin-top": "150pt"}, _print(design, 26) | bold, ""),
        "Subtitle": (_below(30), _print(design, 15), ""),
        "ContentsTitle": (_below(10) | {"fo:margin-top": "14pt"},
                          _print(design, design.heading_sizes[0]) | bold, ""),
        "Running": ({}, _print(design, design.running.size), _running_tabs(design)),
    }  # fmt: skip
    leader = LEADERS[design.contents]
    for level, heading in enumerate(design.heading_sizes, start=1):
        apart = _below(0.45 * heading) | {"fo:margin-top": _points(heading)} | with_next
        described[f"Heading{level}"] = (apart, _print(design, heading) | bold, "")
        indent = {"fo:margin-left": _points(14.0 * (level - 1)), "fo:margin-right": "30pt"}
        stop = measure_text(design) - 14.0 * (level - 1)
        described[f"Contents{level}"] = (indent, _print(design, size), _tab(stop, "right", leader))
    return described


def _make_paragraph(
    name: str, paragraph: Mapping[str, str], text: Mapping[str, str], inside: str
) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"'
        f"{_attributes({k: v for k, v in paragraph.items() if k.startswith('style:')})}>"
        f"<style:paragraph-properties"
        f"{_attributes({k: v for k, v in paragraph.items() if not k.startswith('style:')})}>"
        f"{inside}</style:paragraph-properties>"
        f"<style:text-properties{_attributes(text)}/></style:style>"
    )


def _list_parts(design: Design, widths: list[float]) -> Iterator[str]:
    """Yield the styles of tables, their parts, and boxes."""
    border = "0.5pt solid #888888" if design.rules else "none"
    yield (
        '<style:style style:name="Table" style:family="table"><style:table-properties'
        ' table:align="margins" fo:margin-bottom="10pt" style:rel-width="100%"/></style:style>'
    )
    broken = "auto" if design.rows_break else "always"
    yield (
        f'<style:style style:name="Row" style:family="table-row"><style:table-row-properties'
        f' fo:keep-together="{broken}"/></style:style>'
    )
    yield (
        f'<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties'
        f' fo:padding="3pt" fo:border="{border}"/></style:style>'
    )
    for width in widths:
        part = round(100 * width)
        yield (
            f'<style:style style:name="W{part}" style:family="table-column">'
            f'<style:table-column-properties style:rel-column-width="{part}*"/></style:style>'
        )
    yield (
        '<style:style style:name="Frame" style:family="graphic"/><style:style style:name="Box"'
        ' style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties'
        ' style:wrap="run-through" style:run-through="foreground" style:vertical-pos="from-top"'
        ' style:vertical-rel="paragraph" style:horizontal-pos="from-left"'
        ' style:horizontal-rel="page" fo:padding="3pt"'
        ' fo:background-color="#eeeeee" fo:border="none" draw:fill="solid"'
        ' draw:fill-color="#eeeeee"/></style:style>'
    )


def _running_tabs(design: Design) -> str:
    width = measure_text(design)
    return (
        "<style:tab-stops>"
        f'<style:tab-stop style:position="{width / 2:.1f}pt" style:type="center"/>'
        f'<style:tab-stop style:position="{width:.1f}pt" style:type="right"/></style:tab-stops>'
    )


def _tab(position: float, kind: str = "left", leader: str = "") -> str:
    dots = f' style:leader-style="dotted" style:leader-text="{leader}"' if leader else ""
    return (
        f'<style:tab-stops><style:tab-stop style:position="{position:.1f}pt"'
        f' style:type="{kind}"{dots}/></style:tab-stops>'
    )


def _print(design: Design, size: float) -> dict[str, str]:
    return {
        "style:font-name": "Body",
        "fo:font-family": f"'{FONTS[design.font]}'",
        "fo:font-size": _points(size),
        "fo:language": "nl",
        "fo:country": "NL",
    }


def _hang(points: float) -> dict[str, str]:
    return {"fo:margin-left": _points(points), "fo:text-indent": _points(-points)}


def _below(points: float) -> dict[str, str]:
    return {"fo:margin-bottom": _points(points)}


def _points(points: float) -> str:
    return f"{points:.1f}pt"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in values.items())
