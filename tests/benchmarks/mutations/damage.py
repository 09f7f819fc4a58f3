"""Damage bytes as disks, networks, programs and attackers do."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]

LARGEST_CHUNK = 2000
EXTREMES = (
    b"-1",
    b"0",
    b"65536",
    b"2147483648",
    b"-2147483649",
    b"1e999",
    b"99999999999999999999",
    b"",
)
"""What stands in the place of a number."""


def cut_off(content: bytes, random: Random) -> bytes:
    """Return the first part of the content."""
    return content[: random.randrange(len(content))]


def flip_bits(content: bytes, random: Random) -> bytes:
    """Return the content with some bits turned."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 4, 64))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def swap_bytes(content: bytes, random: Random) -> bytes:
    """Return the content with some bytes in each other's place."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 4, 64))):
        first, second = random.randrange(len(changed)), random.randrange(len(changed))
        changed[first], changed[second] = changed[second], changed[first]
    return bytes(changed)


def lose_chunk(content: bytes, random: Random) -> bytes:
    """Return the content without a piece from the middle."""
    start, end = choose_chunk(content, random)
    return content[:start] + content[end:]


def double_chunk(content: bytes, random: Random) -> bytes:
    """Return the content with a piece of it many times."""
    start, end = choose_chunk(content, random)
    return content[:start] + content[start:end] * random.choice((2, 3, 50)) + content[end:]


def overwrite_chunk(content: bytes, random: Random) -> bytes:
    """Return the content with noise, or nothing, in the place of a piece."""
    start, end = choose_chunk(content, random)
    noise = random.choice((random.randbytes(end - start), bytes(end - start)))
    return content[:start] + noise + content[end:]


def choose_chunk(content: bytes, random: Random) -> tuple[int, int]:
    """Return where a piece of the content begins and ends."""
    start = random.randrange(len(content))
    return start, min(len(content), start + 1 + random.randrange(LARGEST_CHUNK))


BYTES: dict[str, Damage] = {
    "cut off": cut_off,
    "bits flipped": flip_bits,
    "bytes swapped": swap_bytes,
    "piece lost": lose_chunk,
    "piece doubled": double_chunk,
    "piece overwritten": overwrite_chunk,
}
"""What can befall any file."""


def damage_bytes(content: bytes, random: Random) -> bytes:
    """Return the content with any of these damages; nothing stays nothing."""
    return random.choice(list(BYTES.values()))(content, random) if content else content
