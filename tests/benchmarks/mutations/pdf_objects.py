"""Damage the objects of a PDF, and write it again so that only the objects are wrong."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from random import Random

from mutations.damage import EXTREMES, Damage, damage_bytes

OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\s*endstream", re.DOTALL)
TRAILER = re.compile(rb"trailer\s*(<<.*?>>)\s*startxref", re.DOTALL)
NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
REFERENCE = re.compile(rb"\d+ 0 R")
NAME = re.compile(rb"/[A-Z]\w*")
SHARE = 0.2
"""The part of the numbers, names or references of an object that one damage may touch, at most."""

Objects = dict[int, bytes]


def damage_object(content: bytes, random: Random) -> bytes:
    """Return the PDF with an object damaged byte by byte."""
    return _change_object(content, random, damage_bytes)


def damage_stream(content: bytes, random: Random) -> bytes:
    """Return the PDF with what a stream unpacks to damaged."""
    return _change_object(content, random, _change_stream, having=b"endstream")


def damage_numbers(content: bytes, random: Random) -> bytes:
    """Return the PDF with absurd numbers in an object."""
    return _change_object(content, random, _change_numbers)


def damage_references(content: bytes, random: Random) -> bytes:
    """Return the PDF with references that lead elsewhere, as in circles."""
    objects, trailer = _take_apart(content)
    targets = [b"%d 0 R" % number for number in objects]
    changed = {number: _swap(REFERENCE, body, targets, random) for number, body in objects.items()}
    return _put_together(changed, trailer)


def damage_names(content: bytes, random: Random) -> bytes:
    """Return the PDF with names in each other's place in an object."""
    return _change_object(content, random, _change_names)


def move_objects(content: bytes, random: Random) -> bytes:
    """Return the PDF with two objects in each other's place, or one lost."""
    objects, trailer = _take_apart(content)
    first, second = random.choice(list(objects)), random.choice(list(objects))
    objects[first], objects[second] = objects[second], objects[first]
    if first == second:
        del objects[first]
    return _put_together(objects, trailer)


PDF_OBJECTS: dict[str, Damage] = {
    "object damaged": damage_object,
    "stream damaged": damage_stream,
    "numbers changed": damage_numbers,
    "references changed": damage_references,
    "names changed": damage_names,
    "objects moved": move_objects,
}
"""What can befall a PDF and leaves its cross-references right."""


def _change_object(content: bytes, random: Random, change: Damage, having: bytes = b"") -> bytes:
    objects, trailer = _take_apart(content)
    number = random.choice([number for number, body in objects.items() if having in body])
    return _put_together({**objects, number: change(objects[number], random)}, trailer)


def _change_numbers(body: bytes, random: Random) -> bytes:
    return _swap(NUMBER, body, list(EXTREMES), random)


def _change_names(body: bytes, random: Random) -> bytes:
    return _swap(NAME, body, [*NAME.findall(body), b"/Pages", b"/Page", b"/Kids"], random)


def _swap(kind: re.Pattern[bytes], body: bytes, others: list[bytes], random: Random) -> bytes:
    """Return the body outside its streams with some of a kind replaced by others."""
    share = SHARE * random.random()
    head, middle, stream = body.partition(b"stream")
    changed = kind.sub(
        lambda found: random.choice(others) if random.random() < share else found[0], head
    )
    return changed + middle + stream


def _change_stream(body: bytes, random: Random) -> bytes:
    found = STREAM.search(body)
    if found is None:
        return body
    raw = a85decode(found[1], adobe=True) if b"ASCII85Decode" in body else found[1]
    plain = zlib.decompress(raw) if b"FlateDecode" in body else raw
    packed = zlib.compress(damage_bytes(plain, random))
    head = b"\n<< /Filter /FlateDecode /Length %d >>" % len(packed)
    return head + b"\nstream\n" + packed + b"\nendstream\n"


def _take_apart(content: bytes) -> tuple[Objects, bytes]:
    """Return the objects by number, and the trailer."""
    trailer = TRAILER.search(content)
    assert trailer is not None, "a seed has a trailer of the plain kind"
    return {int(found[1]): found[2] for found in OBJECT.finditer(content)}, trailer[1]


def _put_together(objects: Objects, trailer: bytes) -> bytes:
    """Return a PDF of these objects, its cross-references right."""
    content = bytearray(b"%PDF-1.4\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(content)
        content += b"%d 0 obj%sendobj\n" % (number, body)
    start = len(content)
    size = max(objects) + 1
    content += b"xref\n0 %d\n" % size
    for number in range(size):
        used = number in places
        content += b"%010d %05d %s \n" % (
            places.get(number, 0),
            0 if used else 65535,
            b"fn"[used : used + 1],
        )
    content += b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)
    return bytes(content)
