"""Build the words that OCR is judged by from the dictionaries of pyspellchecker (MIT)."""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import gzip
import json
import re
import sys
from array import array
from importlib.resources import files
from pathlib import Path

from extractor.documents.known_words import DATA, hash_word

LANGUAGES = ("nl", "en")
WORD = re.compile(r"[a-zà-öø-ÿ]{3,30}")


def main() -> None:
    """Write the hashes of the words into the package."""
    DATA.write_bytes(pack_hashes(list_words()))


def list_words() -> list[str]:
    """Return the words of both languages; names, which have a capital in text, stand among them."""
    listed = {word for language in LANGUAGES for word in load_dictionary(language)}
    return sorted(filter(WORD.fullmatch, listed))


def load_dictionary(language: str) -> dict[str, int]:
    """Return the words of a language with their frequencies."""
    packed = files("spellchecker").joinpath(f"resources/{language}.json.gz").read_bytes()
    words: dict[str, int] = json.loads(gzip.decompress(packed))
    return words


def pack_hashes(words: list[str]) -> bytes:
    """Return the hashes of the words, sorted, as little-endian 32-bit numbers."""
    hashes = array("I", sorted({hash_word(word) for word in words}))
    if sys.byteorder == "big":
        hashes.byteswap()
    return hashes.tobytes()


if __name__ == "__main__":
    print(Path(__file__).name, len(list_words()))  # noqa: T201 - a script's result
    main()
