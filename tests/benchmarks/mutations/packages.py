"""Damage what is inside a zipped document, and pack it again so that only the inside is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from mutations.damage import EXTREMES, Damage, damage_bytes

TAG = re.compile(rb"<[^<>]+>")
ATTRIBUTE = re.compile(rb'="([^"]*)"')
SHARE = 0.05
"""The part of the tags that one damage may touch, at most."""


def damage_member(content: bytes, random: Random) -> bytes:
    """Return the package with a member damaged byte by byte."""
    return _change_member(content, random, damage_bytes)


def damage_markup(content: bytes, random: Random) -> bytes:
    """Return the package with tags of a member lost, doubled or moved."""
    return _change_member(content, random, _change_tags)


def damage_values(content: bytes, random: Random) -> bytes:
    """Return the package with absurd values for some attributes of a member."""
    return _change_member(content, random, _change_values)


def lose_member(content: bytes, random: Random) -> bytes:
    """Return the package without one of its members, or with one in the place of another."""
    members = _unpack(content)
    lost = random.choice(sorted(members))
    kept = {name: blob for name, blob in members.items() if name != lost}
    if random.random() < 1 / 2:
        kept[lost] = members[random.choice(sorted(members))]
    return _pack(kept)


PACKAGES: dict[str, Damage] = {
    "member damaged": damage_member,
    "tags changed": damage_markup,
    "values changed": damage_values,
    "member lost": lose_member,
}
"""What can befall a zipped document and leaves a proper zip."""


def _change_member(content: bytes, random: Random, change: Damage) -> bytes:
    members = _unpack(content)
    markup = sorted(name for name in members if name.endswith((".xml", ".rels")) and members[name])
    # The text itself is what a reader spends its time on: half of the damage goes there.
    main = [name for name in markup if name.endswith(("document.xml", "content.xml"))]
    name = random.choice(main if main and random.random() < 1 / 2 else markup)
    return _pack({**members, name: change(members[name], random)})


def _change_tags(markup: bytes, random: Random) -> bytes:
    changes: tuple[Callable[[bytes], bytes], ...] = (
        lambda _: b"",
        lambda tag: tag * 2,
        lambda _: random.choice(tags),
        lambda tag: tag.replace(b"</", b"<"),
        lambda tag: tag.replace(b"/>", b">"),
    )
    tags = TAG.findall(markup)
    change, share = random.choice(changes), SHARE * random.random()
    return TAG.sub(lambda tag: change(tag[0]) if random.random() < share else tag[0], markup)


def _change_values(markup: bytes, random: Random) -> bytes:
    share = SHARE * random.random()
    values = [*EXTREMES, b"x" * 10_000, *ATTRIBUTE.findall(markup)[:50]]
    return ATTRIBUTE.sub(
        lambda value: b'="%s"' % random.choice(values) if random.random() < share else value[0],
        markup,
    )


def _unpack(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _pack(members: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, blob in members.items():
            archive.writestr(name, blob)
    return buffer.getvalue()
