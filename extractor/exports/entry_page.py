"""Entries as one web page that needs nothing from elsewhere, to show or to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from extractor.exports.behind import list_background, list_behind
from extractor.exports.export import EntryBackground, Export
from extractor.exports.tabs import EMPTY, ShownField, TextBlock, list_tabs
from extractor.standard.entry import RegisterEntry

MARK = "<!-- gemaakt door Bronvast -->"
"""By which an earlier export is known from any other page."""
_OPENABLE = ("http://", "https://")


def render_page(export: Export) -> bytes:
    """Return UTF-8 html: per entry the tabs and fields in the order of the register's form."""
    style = Path(__file__).with_name("entry_page.css").read_text(encoding="utf-8")
    one = len(export.entries) == 1
    title = escape(export.entries[0].name) if one else "Algoritmebeschrijvingen"
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = (
        f'<!doctype html>\n{MARK}\n<html lang="nl"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head><body><main>\n"
    )
    body = "\n".join(_write_entry(*each) for each in list_behind(export))
    foot = f"<footer><p>{escape(export.write_head())}</p></footer>"
    return f"{head}{body}\n{foot}\n</main></body></html>\n".encode()


def _write_entry(entry: RegisterEntry, background: EntryBackground | None) -> str:
    lines = [f"<article><h1>{escape(entry.name)}</h1>"]
    if background is not None:
        lines.append('<p class="intern">Intern: niet voor publicatie</p>')
        lines.extend(f"<p>{escape(each)}</p>" for each in background.signed)
    for tab, fields in list_tabs(entry, background.fields if background else ()):
        lines.append(f"<section><h2>{escape(tab)}</h2><dl>")
        lines.extend(_write_field(each, background) for each in fields)
        lines.append("</dl></section>")
    return "\n".join([*lines, "</article>"])


def _write_field(field: ShownField, background: EntryBackground | None) -> str:
    value = "".join(_write_blocks(field.blocks)) or f'<p class="empty">{EMPTY}</p>'
    lines = list_background(background, field.key)
    behind = "".join(f'<p class="behind">{escape(each)}</p>' for each in lines)
    return f"<dt>{escape(field.title)}</dt><dd>{value}{behind}</dd>"


def _write_blocks(blocks: Sequence[TextBlock]) -> Iterator[str]:
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        written = [_write_words(block) for block in run]
        if kind == "item":
            yield "<ul>" + "".join(f"<li>{each}</li>" for each in written) + "</ul>"
        else:
            yield "".join(f"<p>{each}</p>" for each in written)


def _write_words(block: TextBlock) -> str:
    """Return the words; what can be opened is a link, anything else only text."""
    link = block.link or (block.text if block.text.startswith(_OPENABLE) else "")
    if not link.startswith(_OPENABLE):
        return escape(block.text)
    return f'<a href="{escape(link)}" rel="noreferrer">{escape(block.text)}</a>'
