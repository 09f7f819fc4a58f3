"""Tell what a file is, by its content first and by its name second."""

from __future__ import annotations

import struct
import tomllib
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
ENCRYPTED = "application/encrypted"
JSON = "application/json"

READ_EXTENSIONS = {
    "pdf": PDF,
    "docx": DOCX,
    "docm": DOCX,
    "dotx": DOCX,
    "odt": ODT,
    "ott": ODT,
    "html": HTML,
    "htm": HTML,
    "xhtml": HTML,
    "md": MARKDOWN,
    "markdown": MARKDOWN,
    "json": JSON,
}

PDF_WINDOW = 1024
"""Bytes in which a PDF may begin; mail gateways put a line before it."""

SHORTCUT = b"L\x00\x00\x00\x01\x14\x02\x00"
"""How a Windows shortcut begins."""

MAGIC = {
    b"{\\rtf": "rtf",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"II*\x00": "image",
    b"MM\x00*": "image",
    b"7z\xbc\xaf": "archive",
    b"Rar!": "archive",
    b"\x1f\x8b": "archive",
    SHORTCUT: "link",
}

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old Office formats begin, and new ones that are encrypted."""

ENCRYPTIONS = {
    "DRMEncrypted": "encrypted_label",
    "DRMTransform": "encrypted_label",
    "StrongEncryption": "encrypted_password",
}
"""How the streams are named that say what an Office file is encrypted with (MS-OFFCRYPTO 2.2)."""

PROTECTED_PDF = b"MicrosoftIRMServices"
"""What a PDF holds whose pages only say that the document in it is encrypted."""

TOLD_BY_NAME = frozenset({"link", "cloud", "partial", "temporary"})
"""Kinds of file that stand for a document or for a part of one, whatever is in them."""

OLE_STREAMS = {
    "EncryptedPackage": "",
    "DRMContent": "",
    "__substg1.0_": "msg",
    "WordDocument": "doc",
    "PowerPoint Document": "ppt",
    "Workbook": "xls",
}
"""The names of streams that tell what an OLE file is, the most telling first."""

ZIP_FOLDERS = {"word/": "", "xl/": "xlsx", "ppt/": "pptx", "visio/": "image"}
"""The folders that tell what a zipped Office file is; Word files are read."""

PAGES = (b"<!doctype html", b"<html")
"""How a web page begins; one in XML has a declaration before it."""

MARKUP = {b"<?xml": "xml", b"<svg": "image"}

MIMETYPE_LENGTH = 100
"""Bytes of the member that says what an OpenDocument file is."""

ZIP_DAMAGE = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What a damaged archive makes zipfile raise."""


FORM_SIGNS = (b'"answers"', b'"metadata"', b'"urn:nl:')
"""What an export of the form tool holds, whatever its file is called."""


@dataclass(frozen=True)
class Format:
    """A kind of file that is not read."""

    extensions: tuple[str, ...]
    media: str
    says: str
    hint: str


def find_format(content: bytes, name: str) -> Format | str:
    """Return the media type of a file that can be read, or the format of one that cannot."""
    return find_stand_in(name) or _tell_content(content, name)


def _tell_content(content: bytes, name: str) -> Format | str:
    """Return what a file is by how it begins, and else by its extension."""
    extension = PurePath(name).suffix.removeprefix(".").lower()
    if b"%PDF-" in content[:PDF_WINDOW]:
        return load_formats()["protected"] if PROTECTED_PDF in content else PDF
    if content.startswith(OLE):
        return _tell_ole(content, extension)
    if content.startswith(b"PK\x03\x04"):
        return _tell_zip(content, extension)
    start = content[:PDF_WINDOW].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(PAGES) or (start.startswith(b"<?xml") and PAGES[1] in start):
        return HTML
    if start.startswith(b"{") and all(sign in content for sign in FORM_SIGNS):
        return JSON
    signs = (*MAGIC.items(), *MARKUP.items())
    told = (kind for magic, kind in signs if content.startswith(magic) or start.startswith(magic))
    unread = next(told, None) or find_unread_kind(name)
    return READ_EXTENSIONS.get(extension, TEXT) if unread is None else load_formats()[unread]


def find_stand_in(name: str) -> Format | None:
    """Return the format of a file that is no document but stands for one, or none."""
    kind = find_unread_kind(name)
    return load_formats()[kind] if kind in TOLD_BY_NAME else None


def tell_encryption(content: bytes) -> str:
    """Return the problem that an encrypted Office file is: a label, a password, or either."""
    kinds = (kind for name, kind in ENCRYPTIONS.items() if name.encode("utf-16-le") in content)
    return next(kinds, "encrypted")


def find_unread_kind(name: str) -> str | None:
    """Return the name of the unread format a file's extension stands for, or none."""
    extension = PurePath(name).suffix.removeprefix(".").lower()
    return _index_extensions().get(extension)


def _tell_ole(content: bytes, extension: str) -> Format | str:
    """Return what an OLE file is; an encrypted one has a media type of its own."""
    for stream, kind in OLE_STREAMS.items():
        if stream.encode("utf-16-le") in content:
            return load_formats()[kind] if kind else ENCRYPTED
    return load_formats()[_index_extensions().get(extension, "unknown")]


def _tell_zip(content: bytes, extension: str) -> Format | str:
    """Return what a zipped file is; a broken one is what its name says."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            mimetype = _read_start(archive, "mimetype") if "mimetype" in names else b""
    except ZIP_DAMAGE:
        media = READ_EXTENSIONS.get(extension)
        return media or load_formats()[_index_extensions().get(extension, "archive")]
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return ODT if b".text" in mimetype else load_formats()["odf"]
    for folder, kind in ZIP_FOLDERS.items():
        if any(name.startswith(folder) for name in names):
            return load_formats()[kind] if kind else DOCX
    return load_formats()["archive"]


def _read_start(archive: ZipFile, name: str) -> bytes:
    """Return the first bytes of a member; the rest, which may be a bomb, is not unpacked."""
    with archive.open(name) as member:
        return member.read(MIMETYPE_LENGTH)


@cache
def load_formats() -> dict[str, Format]:
    """Return the formats that are not read, by name."""
    text = files("extractor.documents").joinpath("formats.toml").read_text(encoding="utf-8")
    return {
        name: Format(
            extensions=tuple(entry["extensions"]),
            media=entry["media"],
            says=entry["says"],
            hint=entry["hint"],
        )
        for name, entry in tomllib.loads(text).items()
    }


@cache
def _index_extensions() -> dict[str, str]:
    """Return the names of the formats that are not read, by extension."""
    return {ext: name for name, entry in load_formats().items() for ext in entry.extensions}
