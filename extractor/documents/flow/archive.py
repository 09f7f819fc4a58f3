"""Keep a zipped document within bounds that a hostile one cannot pass."""

from __future__ import annotations

import zlib
from zipfile import BadZipFile, ZipFile

from lxml.etree import LxmlError

LARGEST_PART = 200_000_000
"""Bytes of one part once unpacked; the text of 200 pages takes about 5 million."""

LARGEST_PACKAGE = 2_000_000_000
"""Bytes of all parts once unpacked, pictures included."""

LARGEST_RATIO = 200
"""Times a package may grow; real ones, full of repeated XML, grow some 20 times."""

SMALLEST_BOMB = 50_000_000
"""Below these unpacked bytes a high ratio harms nobody."""


class PackageTooLarge(Exception):
    """The package unpacks to more than any document needs."""


class PackageBroken(Exception):
    """The package lacks its main part, or its XML says what no office program writes."""


DAMAGE = (
    BadZipFile,
    EOFError,
    KeyError,
    LxmlError,
    NotImplementedError,
    OSError,
    PackageBroken,
    RecursionError,
    RuntimeError,
    UnicodeError,
    ValueError,
    zlib.error,
)
"""What a damaged or hostile package makes the zip, XML and text machinery raise."""


def refuse_bombs(archive: ZipFile, packed: int) -> None:
    """Raise PackageTooLarge when the unpacked sizes exceed the bounds.

    The sizes are those the archive declares; zipfile never unpacks more than that.
    """
    sizes = [member.file_size for member in archive.infolist()]
    total = sum(sizes)
    bomb = total > SMALLEST_BOMB and total > LARGEST_RATIO * packed
    if bomb or total > LARGEST_PACKAGE or max(sizes, default=0) > LARGEST_PART:
        message = f"{total} bytes in {packed}"
        raise PackageTooLarge(message)
