"""Read names of folders and files: what belongs to a dossier, how it sorts, how it is shown."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files

NUMBERING = re.compile(
    r"\s*(?:(?:\d{1,3}|[A-Za-z])(?:[.)]\s*(?=[^\W\d])|\s+[-–]\s+)|0\d{1,2}[\s-]+)(?=\S)"
)
"""A number or letter in front of a name, to sort by."""

VERSION = re.compile(r"[v]?\d+(?:[.,]\d+)*[a-z]?|v|i{1,3}|iv")
"""A version, a year, a part of a date: says when, not what."""

OWNER = re.compile(r"~\$|\.~lock\.")
IN_CLOUD = re.compile(r"\.(?P<name>.+)\.icloud", re.IGNORECASE)
"""How macOS names a document that it has only in iCloud."""

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def is_skipped(name: str, beside: Collection[str] = ()) -> bool:
    """Return whether a file or folder is hidden, or is left behind by a system or by Word.

    What stands for a document is no leftover, unless that document lies beside it: `beside` is
    what `list_endings` says of all names.
    """
    stands_for = _name_document(name)
    if stands_for is not None:
        return stands_for.lower() in beside
    return name.startswith(".") or name.lower() in _load_words("skipped")


def list_endings(names: Iterable[str]) -> frozenset[str]:
    """Return the names of documents, whole and without their first one or two letters."""
    documents = [name.lower() for name in names if _name_document(name) is None]
    return frozenset(name[cut:] for name in documents for cut in range(3))


def is_owner_file(name: str) -> bool:
    """Return whether Word or LibreOffice made the file to say who has a document open."""
    return OWNER.match(name) is not None


def _name_document(name: str) -> str | None:
    """Return the name, or its end, of the document that a hidden or temporary file stands for.

    Word puts `~$` before a short name, and over the first letters of a longer one.
    """
    owner = OWNER.match(name)
    if owner:
        return name[owner.end() :].removesuffix("#")
    hidden = IN_CLOUD.fullmatch(name)
    return hidden["name"] if hidden else None


def is_part_of_dossier(name: str) -> bool:
    """Return whether a folder is named for a kind of document or a step, and nothing else."""
    words = WORD.findall(unicodedata.normalize("NFC", name).lower().replace("'s", ""))
    told = [word for word in words if not VERSION.fullmatch(word)]
    known = _load_words("kinds") | _load_words("steps")
    telling = [word for word in told if word not in _load_words("between")]
    return bool(words) and known.issuperset(telling) and (bool(telling) or not told)


def make_readable(name: str) -> str:
    """Return a name without numbering in front, with spaces and a capital."""
    spaced = name.replace("_", " ")
    numbering = NUMBERING.match(spaced)
    readable = spaced[numbering.end() :] if numbering else spaced
    if " " not in readable and readable == readable.lower():
        readable = readable.replace("-", " ")
    readable = " ".join(readable.split())
    return readable[:1].upper() + readable[1:]


def sort_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key by which names sort naturally: without case, 2 before 10."""
    folded = unicodedata.normalize("NFC", name).casefold()
    parts = re.findall(r"\d{1,18}|\D+", folded)
    key = tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
    return (*key, (2, 0, name))


@cache
def _load_words(kind: str) -> frozenset[str]:
    """Return the words of one sort."""
    text = files("extractor.documents").joinpath("folders.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[kind])
