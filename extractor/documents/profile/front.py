"""Where a document says what it is: its first lines, running lines, name and folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.documents.profile.profiles import Place
from extractor.documents.profile.signs import Pattern
from extractor.models import INNER_KINDS, BlockKind, Reading

FRONT = 4000
"""Characters in which a document says what it is."""

LONGEST_LABEL = 90
"""Characters of a line that names or labels something; longer ones, and sentences, tell of it."""

LONGEST_TITLE = 160
"""Characters of a title at the top, which may run over several lines of the page."""

TITLES, TOP = 12, 5
"""Lines, from the first, among which a title stands, and a long one."""

NO_LINES: frozenset[BlockKind] = INNER_KINDS | {"contents", "furniture", "hidden"}

MARKUP = re.compile(r"^[#>*_\s|-]+|[*_|\\\s]+$|</?\w+\s*/?>|\*\*|__")
"""What Markdown puts around a line."""

EXTENSION = re.compile(r"\.[A-Za-z]\w{1,4}$")


@dataclass(frozen=True)
class Front:
    """What is looked at to tell what a document is."""

    lines: tuple[str, ...]
    """Of the first pages, each a paragraph or row."""
    running: tuple[str, ...]
    """Headers, footers and what stands in the margin, each once."""
    name: str
    folder: str

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the lines that name or label something and are no sentence."""
        return tuple(line for line in self.lines if is_label(line))

    @property
    def titles(self) -> tuple[str, ...]:
        """Return the lines among which a title stands."""
        long = (line for line in self.lines[:TOP] if is_label(line, LONGEST_TITLE))
        return tuple(dict.fromkeys((*long, *self.labels[:TITLES])))

    def places(self) -> Iterator[tuple[Place, tuple[str, ...]]]:
        """Yield the labels of each place, the most telling first."""
        yield "page", self.labels
        yield "header", tuple(line for line in self.running if is_label(line))
        yield "name", (self.name,)


def is_label(line: str, longest: int = LONGEST_LABEL) -> bool:
    """Return whether a line names something: short, and no sentence."""
    return bool(line) and len(line) <= longest and not line.endswith((".", "?", "!", ";"))


def read_front(reading: Reading, path: str, labels: Pattern) -> Front:
    """Return what tells, of a reading with this path inside its dossier.

    A label on a line of its own stands on one line with what follows.
    """
    folder, _, name = path.rpartition("/")
    lines: list[str] = []
    running: dict[str, None] = {}
    plain = reading.source.media_type.startswith("text/")
    for block in reading.blocks:
        words = block.span.of(reading.text)[:FRONT]
        if block.kind == "furniture" and not plain:
            running.update(dict.fromkeys(map(_clean, words.splitlines())))
        elif block.kind == "furniture" and block.span.start == 0:
            # What a plain text begins with are its own labels; the rest of this kind is code.
            lines.extend(map(_clean, words.splitlines()))
        elif block.kind not in NO_LINES and block.span.start <= FRONT:
            lines.append(_clean(words))
    return Front(
        lines=tuple(_join_labels(lines, labels)),
        running=tuple(_join_labels(tuple(running), labels)),
        name=EXTENSION.sub("", name.replace("_", " ")),
        folder=folder.replace("_", " "),
    )


def _join_labels(lines: Sequence[str], labels: Pattern) -> Iterator[str]:
    waiting = ""
    for line in lines:
        if labels.fullmatch(line.rstrip(" :")) and not waiting:
            waiting = line
            continue
        yield f"{waiting} {line}".strip()
        waiting = ""
    if waiting:
        yield waiting


def _clean(words: str) -> str:
    """Return the words on one line, without markup around them."""
    return " ".join(MARKUP.sub("", " ".join(words.split())).split())
