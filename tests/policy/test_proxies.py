"""A proxy is found by what the system says of proxies, and shown without its secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.policy import read_address
from extractor.policy.files import AllowedEndpoint, Policy, PolicyFile
from extractor.policy.proxies import find_proxy
from extractor.policy.routes import plan_route

PROXY = "http://ik:geheim@proxy.intern:8080"
URL = "https://llm.intern.example:8443/v1"


def find(url: str, **settings: str) -> str | None:
    """Return the proxy between here and the address."""
    address = read_address(url)
    assert address is not None
    return find_proxy(address, settings)


@pytest.mark.parametrize(
    ("url", "settings", "proxy"),
    [
        (URL, {}, None),
        (URL, {"https": "http://a:1"}, "http://a:1"),
        (URL, {"http": "http://a:1"}, None),
        (URL, {"all": "http://a:1"}, "http://a:1"),
        (URL, {"all": "http://a:1", "https": "http://b:2"}, "http://b:2"),
        (URL, {"all": "a:1"}, "http://a:1"),
        ("http://llm.intern.example/v1", {"http": "http://a:1"}, "http://a:1"),
    ],
)
def test_the_proxy_is_that_of_the_scheme(
    url: str, settings: dict[str, str], proxy: str | None
) -> None:
    """What is said for all schemes counts where nothing is said of one."""
    assert find(url, **settings) == proxy


@pytest.mark.parametrize("url", ["http://localhost/v1", "https://127.0.0.9/v1", "http://[::1]/v1"])
def test_to_this_machine_no_proxy_is_used(url: str) -> None:
    """Whatever the settings say."""
    assert find(url, http=PROXY, https=PROXY, all=PROXY) is None


@pytest.mark.parametrize(
    ("exceptions", "is_direct"),
    [
        ("*", True),
        ("llm.intern.example", True),
        ("LLM.intern.example", True),
        ("intern.example", True),
        (".intern.example", True),
        ("*.intern.example", True),
        ("x.nl, intern.example:8443", True),
        ("a.nl , intern.example ,", True),
        ("intern.example:443", False),
        ("m.intern.example", False),
        ("tern.example", False),
        ("kwaad.nl", False),
        ("10.0.0.0/8", False),
        (",", False),
        ("", False),
    ],
)
def test_exceptions_are_kept(exceptions: str, is_direct: bool) -> None:  # noqa: FBT001 - a table
    """A domain counts with all names below it."""
    assert (find(URL, all=PROXY, no=exceptions) is None) == is_direct


@pytest.mark.parametrize(
    ("url", "exceptions", "is_direct"),
    [
        ("http://10.1.2.3/v1", "10.0.0.0/8", True),
        ("http://10.1.2.3/v1", "10.1.2.3", True),
        ("http://10.1.2.3:81/v1", "10.1.2.3:81", True),
        ("http://11.1.2.3/v1", "10.0.0.0/8", False),
        ("http://[2001:db8::1]/v1", "2001:db8::/32", True),
        ("http://[2001:db8::1]/v1", "[2001:db8::1]", True),
    ],
)
def test_exceptions_may_be_networks(
    url: str,
    exceptions: str,
    is_direct: bool,  # noqa: FBT001 - a table
) -> None:
    """Of addresses in numbers."""
    assert (find(url, all=PROXY, no=exceptions) is None) == is_direct


def test_the_proxy_is_named_without_its_user_and_password() -> None:
    """It is what the user reads before anything is sent."""
    address = read_address(URL)
    assert address is not None
    listed = PolicyFile(Path("policy.toml"), (AllowedEndpoint(address, takes_confidential=False),))

    route = plan_route(URL, Policy((listed,)), {"https": PROXY})

    assert route.describe() == f"{URL} via proxy http://proxy.intern:8080"
    assert "geheim" not in repr(route)
