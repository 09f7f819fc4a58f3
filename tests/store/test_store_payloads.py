"""Whatever a record holds, it comes back the same, and what cannot be read is refused."""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import WorkspaceUnusable
from extractor.models import Block, LinkedTitle, Locator, Reading, Source, Span
from extractor.store.payloads import (
    pack_record,
    pack_text,
    parse_payload,
    render_moment,
    render_payload,
    unpack_record,
    unpack_text,
)

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001 - hypothesis adds the zone
SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(
    lambda ends: Span(start=min(ends), end=max(ends))
)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(["heading", "paragraph", "cell", "furniture"]),
    span=SPANS,
    level=st.none() | st.integers(1, 9),
    page=st.none() | st.integers(1, 999),
    label=st.none() | st.text(),
)
READINGS = st.builds(
    Reading,
    id=st.text(),
    source=st.builds(Source, sha256=st.text("0123456789abcdef", min_size=64, max_size=64)),
    reader=st.text(),
    options=st.lists(st.text()).map(tuple),
    text=st.text(),
    blocks=st.lists(BLOCKS).map(tuple),
    pages=st.just(()),
    problems=st.just(()),
)


@given(READINGS)
def test_a_reading_packs_and_unpacks(reading: Reading) -> None:
    """No character is lost or cleaned: not U+FFFE, not a NUL, not a line separator."""
    assert unpack_record(Reading, pack_record(reading)) == reading


@given(st.text())
def test_a_text_packs_and_unpacks(text: str) -> None:
    """Any text comes back to the character."""
    assert unpack_text(pack_text(text)) == text


@given(MOMENTS, MOMENTS)
def test_rendered_moments_sort_by_time(first: datetime, second: datetime) -> None:
    """A moment comes back the same, and text order is time order whatever the time zone."""
    assert datetime.fromisoformat(render_moment(first)) == first
    assert (render_moment(first) < render_moment(second)) == (first < second)


def test_a_payload_says_its_format() -> None:
    """Everything kept as JSON begins with the format it was written in."""
    payload = render_payload(LinkedTitle(title="Awb"))

    assert payload == '{"format":1,"record":{"title":"Awb","link":null}}'


def test_a_newer_format_is_refused() -> None:
    """What a newer program wrote is not guessed at."""
    with pytest.raises(WorkspaceUnusable, match="indeling 2") as refused:
        parse_payload(LinkedTitle, '{"format":2,"record":{"name":"Awb"}}')

    assert "Werk Bronvast bij" in refused.value.hint


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "geheim",
        "[]",
        '{"format":"geheim"}',
        '{"format":0,"record":{}}',
        '{"format":1,"record":{"title":"geheim","extra":1}}',
        '{"format":1,"record":{"title":"geheim"',
    ],
)
def test_a_damaged_payload_is_refused_without_its_text(payload: str) -> None:
    """An error about what cannot be read does not quote it, nor does its cause."""
    with pytest.raises(WorkspaceUnusable, match="beschadigd") as refused:
        parse_payload(LinkedTitle, payload)

    assert "geheim" not in f"{refused.value}{refused.value.hint}"
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


@pytest.mark.parametrize("packed", [b"", b"geen zlib", zlib.compress(b"\xff")])
def test_damaged_bytes_are_refused(packed: bytes) -> None:
    """Bytes that do not unpack are a damaged database, not a crash."""
    with pytest.raises(WorkspaceUnusable, match="beschadigd"):
        unpack_record(Locator, packed)
