"""An address is read in one way, and what could be read in another is refused."""

from __future__ import annotations

from urllib.parse import quote

import pytest

# The client's own reading of addresses; no client is made here.
from httpx2 import URL, InvalidURL
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.policy import read_address

HERE = [
    "http://localhost:11434/v1",
    "http://LOCALHOST/v1",
    "HTTP://LocalHost.:8080/v1/",
    "https://localhost",
    "http://127.0.0.1:8774/v1",
    "http://127.255.3.4/v1",
    "http://[::1]:11434/v1",
    "http://[0:0:0:0:0:0:0:1]/v1",
    "http://[0000:0000::0001]/v1",
    "http://kwaad.nl@localhost/v1",
    "http://ik:geheim@127.0.0.1/v1",
    "http://a@kwaad.nl@localhost/v1",
]
ELSEWHERE = [
    "http://localhost.kwaad.nl/v1",
    "http://localhost-kwaad.nl/v1",
    "http://kwaadlocalhost/v1",
    "http://kwaad.localhost/v1",
    "http://localhost.localdomain/v1",
    "http://127.0.0.1.nip.io/v1",
    "http://127-0-0-1.nip.io/v1",
    "http://localhost@kwaad.nl/v1",
    "http://localhost:80@kwaad.nl/v1",
    "http://127.0.0.1:8774@kwaad.nl/v1",
    "http://a@localhost@kwaad.nl/v1",
    "http://kwaad.nl?@localhost/v1",
    "http://kwaad.nl#@localhost/v1",
    "http://kwaad.nl/@localhost/v1",
    "http://0.0.0.0/v1",
    "http://128.0.0.1/v1",
    "http://126.255.255.255/v1",
    "http://10.0.0.1/v1",
    "http://169.254.169.254/v1",
    "http://[::]/v1",
    "http://[::2]/v1",
    "http://[::ffff:127.0.0.1]/v1",
    "http://[::ffff:7f00:1]/v1",
    "http://[::127.0.0.1]/v1",
    "http://[fe80::1]/v1",
    "http://xn--lcalhost-54a.nl/v1",
    "https://api.openai.com/v1",
]
UNREADABLE = [
    "http://2130706433/v1",
    "http://017700000001/v1",
    "http://0x7f000001/v1",
    "http://0x7f.0.0.1/v1",
    "http://0177.0.0.1/v1",
    "http://127.1/v1",
    "http://127.0.1/v1",
    "http://127.0.0.1./v1",
    "http://127.0.0.01/v1",
    "http://127.0.0.256/v1",
    "http://127.0.0.1.2/v1",
    "http://kwaad.nl.0x1/v1",
    "http://localhost../v1",
    "http://.localhost/v1",
    "http://local host/v1",
    "http://localhost%2ekwaad.nl/v1",
    "http://%6cocalhost/v1",
    "http://127。0。0。1/v1",
    "http://１２７.0.0.1/v1",
    "http://ⓛocalhost/v1",
    "http://locаlhost/v1",
    "http://lôcalhost.nl/v1",
    "http://kwaad[::1]/v1",
    "http://[::1]kwaad.nl/v1",
    "http://[::1%lo]/v1",
    "http://[::1%25lo]/v1",
    "http://[v1.x]/v1",
    "http://[127.0.0.1]/v1",
    "http://::1/v1",
    "http://localhost:80:80/v1",
    "http://localhost:0/v1",
    "http://localhost:65536/v1",
    "http://localhost:-1/v1",
    "http://localhost:8٠/v1",
    "http://localhost\\@kwaad.nl/v1",
    "http://localhost\t.kwaad.nl/v1",
    "http:\\\\localhost/v1",
    "http:localhost/v1",
    "//localhost/v1",
    "localhost:11434/v1",
    "file:///etc/passwd",
    "ftp://localhost/v1",
    "http://localhost/v1/../x",
    "http://localhost/v1/%2e%2e/x",
    "http://localhost/v1/..;/x",
    "http://localhost/v1%2f..",
    "http://",
    "",
]


@pytest.mark.parametrize("url", HERE)
def test_this_machine_is_known_by_its_own_name_and_numbers(url: str) -> None:
    """Case, a closing dot, a port and a user make no odds."""
    address = read_address(url)

    assert address is not None
    assert address.stays_here


@pytest.mark.parametrize("url", ELSEWHERE)
def test_what_only_looks_like_this_machine_is_another(url: str) -> None:
    """A name that somebody could let point elsewhere is not this machine."""
    address = read_address(url)

    assert address is not None
    assert not address.stays_here


@pytest.mark.parametrize("url", UNREADABLE)
def test_what_readers_take_for_different_computers_is_refused(url: str) -> None:
    """Short, octal and whole-number forms, look-alikes and encodings are no address."""
    assert read_address(url) is None


@pytest.mark.parametrize(
    ("url", "one_form"),
    [
        ("HTTPS://LLM.Intern.Example.:443/v1/", "https://llm.intern.example/v1"),
        ("http://llm.intern.example:80", "http://llm.intern.example"),
        ("https://llm.intern.example:80/v1", "https://llm.intern.example:80/v1"),
        ("https://llm.intern.example:/v1", "https://llm.intern.example/v1"),
        ("https://[2001:DB8:0::1]:8443/v1", "https://[2001:db8::1]:8443/v1"),
        ("https://a@b@llm.example/v1?x=1#y", "https://a%40b@llm.example/v1?x=1"),
    ],
)
def test_every_address_has_one_form(url: str, one_form: str) -> None:
    """What is compared with the policy is what is asked."""
    address = read_address(url)

    assert address is not None
    assert address.url == one_form


PIECES = st.sampled_from(
    (
        *("http", "https", ":", "//", "/", "\\", "@", ".", "..", "?", "#", "[", "]", ";", "-", "_"),
        *("localhost", "LOCALHOST", "127.0.0.1", "::1", "::ffff:", "kwaad.nl", "xn--", "v1", "a"),
        *("0x7f", "0177", "1", "80", "443", "65536", "%", "%40", "%2e", "｡", "é", "ß"),
    )
)
URLS = st.lists(PIECES, max_size=10).map("".join) | st.lists(PIECES, max_size=8).map(
    lambda pieces: "http://" + "".join(pieces)
)


@given(url=URLS)
@example(url="http://a@b:c@localhost/v1")
def test_the_client_reads_an_address_as_we_do(url: str) -> None:
    """Whatever is let through leads the client to the computer, port and path we compared."""
    address = read_address(url)
    if address is None:
        return

    read = URL(address.url)

    default = {"http": 80, "https": 443}[read.scheme]
    assert (read.scheme, read.raw_host.decode(), read.port or default, read.path.rstrip("/")) == (
        address.scheme,
        address.host.strip("[]"),
        address.port,
        address.path,
    )


@given(url=URLS)
def test_what_the_client_would_call_this_machine_is_not_missed(url: str) -> None:
    """An address we take for another machine is, to the client, not this one's own name."""
    address = read_address(url)
    if address is None or address.stays_here:
        return
    try:
        read = URL(url)
    except InvalidURL:
        return

    assert read.raw_host.rstrip(b".") not in {b"localhost", b"127.0.0.1", b"::1"}


@given(name=st.text(min_size=1), port=st.integers(1, 65535))
def test_no_name_but_localhost_is_this_machine(name: str, port: int) -> None:
    """Any text before, behind or around it makes it another name, or none."""
    for host in (f"localhost.{name}", f"{name}localhost", f"127.0.0.1.{name}"):
        address = read_address(f"http://{quote(host, safe='')}:{port}/v1")

        assert address is None or not address.stays_here or host == "localhost."


@given(url=URLS)
def test_reading_an_address_twice_changes_nothing(url: str) -> None:
    """The one form is its own form."""
    address = read_address(url)

    assert address is None or read_address(address.url) == address
