"""Put a passage into a document, in plain sight, out of sight, or written in odd characters."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph
    from planted_hostile import Passage

ALIKE = str.maketrans("aeiopcxyAEIOPCTH", "аеіорсхуАЕІОРСТН")
"""Latin letters by the Cyrillic ones that look the same."""
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
TAGS = {code: code + 0xE0000 for code in range(0x20, 0x7F)}
"""ASCII by the characters that no screen shows."""

DISGUISES: dict[str, Callable[[str], str]] = {
    "zero_width": "\u200b".join,
    "zero_width_sparse": lambda text: text.replace("/", "/\u200b"),
    "soft_hyphen": lambda text: re.sub(r"(?<=\w\w)(?=\w\w)", "\u00ad", text),
    "homoglyph": lambda text: text.translate(ALIKE),
    "full_width": lambda text: text.translate(WIDE),
    "tags": lambda text: f"Zie de bijlage.{text.translate(TAGS)}",
    "bidi": lambda text: f"\u202e{text[::-1]}\u202c",
    "spaced": lambda text: "   ".join(" ".join(word) for word in text.split()),
}
ODT_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
ODT_STYLES = {"odt_white": 'fo:color="#ffffff"', "odt_hidden": 'text:display="none"'}
HTML_FORMS = {
    "html_comment": "<!-- {} -->",
    "html_display_none": '<p style="display:none">{}</p>',
    "html_white": '<p style="color:#fff;background:white">{}</p>',
    "html_alt": '<p><img src="x.png" alt="{}"></p>',
}
LINE = 88
"""Letters on a line of a page."""


def disguise(carrier: str, text: str) -> str:
    """Return the text as this carrier writes it."""
    return DISGUISES[carrier](text) if carrier in DISGUISES else text


def write_bytes(document: Mapping[str, Any], passage: Passage | None, suffix: str) -> bytes:
    """Return the document as a file of this kind, with the passage where it belongs."""
    return _WRITERS[suffix](document, passage)


def _write_markdown(document: Mapping[str, Any], passage: Passage | None) -> bytes:
    lines = [f"# {document['title']}"]
    for heading, sentences in document["sections"].items():
        planted = [passage] if passage and passage.under == heading else []
        hidden = "<!-- {} -->" if passage and passage.carrier == "md_comment" else "{}"
        lines += [f"## {heading}", sentences[0]]
        lines += [hidden.format(each.words) for each in planted]
        lines += sentences[1:]
    return "\n\n".join(lines).encode() + b"\n"


def _write_text(document: Mapping[str, Any], passage: Passage | None) -> bytes:
    return re.sub(rb"^#+ ", b"", _write_markdown(document, passage), flags=re.MULTILINE)


def _write_word(document: Mapping[str, Any], passage: Passage | None) -> bytes:
    from docx import Document  # noqa: PLC0415 - not installed with the program

    written = Document()
    written.add_heading(document["title"], 1)
    for heading, sentences in document["sections"].items():
        written.add_heading(heading, 2)
        first = written.add_paragraph(sentences[0])
        if passage and passage.under == heading:
            _plant_in_word(written, first, passage)
        for sentence in sentences[1:]:
            written.add_paragraph(sentence)
    target = BytesIO()
    written.save(target)
    return target.getvalue()


def _plant_in_word(written: WordDocument, first: Paragraph, passage: Passage) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    if passage.carrier == "docx_property":
        written.core_properties.comments = passage.text
        return
    if passage.carrier == "docx_comment":
        written.add_comment(first.runs, passage.text, author="A")
        return
    if passage.carrier == "docx_alt":
        shape = first.add_run().add_picture(BytesIO(_PIXEL))
        shape._inline.docPr.set("descr", passage.text)  # noqa: SLF001 - there is no other way
        return
    run = written.add_paragraph().add_run(passage.words)
    if passage.carrier == "docx_white":
        run.font.color.rgb = RGBColor(255, 255, 255)
    elif passage.carrier == "docx_small":
        run.font.size = Pt(1)
    elif passage.carrier == "docx_vanish":
        run.font.hidden = True


def _write_odt(document: Mapping[str, Any], passage: Passage | None) -> bytes:
    body = [f'<text:h text:outline-level="1">{html.escape(document["title"])}</text:h>']
    for heading, sentences in document["sections"].items():
        body.append(f'<text:h text:outline-level="2">{html.escape(heading)}</text:h>')
        body.append(f"<text:p>{html.escape(sentences[0])}</text:p>")
        if passage and passage.under == heading and passage.carrier != "odt_property":
            words = html.escape(passage.words)
            body.append(f'<text:p><text:span text:style-name="T1">{words}</text:span></text:p>')
        body += [f"<text:p>{html.escape(each)}</text:p>" for each in sentences[1:]]
    style = ODT_STYLES.get(passage.carrier, "") if passage else ""
    title = passage.text if passage and passage.carrier == "odt_property" else ""
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": _wrap_odt("".join(body), style),
        "meta.xml": f'<office:document-meta xmlns:office="{ODT_NAMES}:office:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        f"<dc:description>{html.escape(title)}</dc:description></office:meta>"
        "</office:document-meta>",
    }
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def _wrap_odt(body: str, style: str) -> str:
    spaces = " ".join(f'xmlns:{each}="{ODT_NAMES}:{each}:1.0"' for each in ("office", "text"))
    spaces += f' xmlns:style="{ODT_NAMES}:style:1.0"'
    spaces += f' xmlns:fo="{ODT_NAMES}:xsl-fo-compatible:1.0"'
    return (
        f"<office:document-content {spaces}><office:automatic-styles>"
        f'<style:style style:name="T1" style:family="text"><style:text-properties {style}/>'
        "</style:style></office:automatic-styles><office:body><office:text>"
        f"{body}</office:text></office:body></office:document-content>"
    )


def _write_page(document: Mapping[str, Any], passage: Passage | None) -> bytes:
    body = [f"<h1>{html.escape(document['title'])}</h1>"]
    for heading, sentences in document["sections"].items():
        body += [f"<h2>{html.escape(heading)}</h2>", f"<p>{html.escape(sentences[0])}</p>"]
        if passage and passage.under == heading:
            form = HTML_FORMS.get(passage.carrier, "<p>{}</p>")
            body.append(form.format(html.escape(passage.words)))
        body += [f"<p>{html.escape(each)}</p>" for each in sentences[1:]]
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{''.join(body)}</body>"
    return page.encode()


def _write_pdf(document: Mapping[str, Any], passage: Passage | None) -> bytes:
    from hostile_pages import write_pages  # noqa: PLC0415 - not installed with the program

    return write_pages(document, passage)


_WRITERS: dict[str, Callable[[Mapping[str, Any], Any], bytes]] = {
    "md": _write_markdown,
    "txt": _write_text,
    "docx": _write_word,
    "odt": _write_odt,
    "html": _write_page,
    "pdf": _write_pdf,
}
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A picture of one pixel."""
