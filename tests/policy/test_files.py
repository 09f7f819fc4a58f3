"""A policy file allows what it says and no more; what cannot be read refuses everything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractor.errors import EndpointRefused, PolicyUnusable
from extractor.policy import Policy, Route, load_policy, plan_route

FILE = """
[[endpoint]]
address = "https://llm.intern.example/v1"
dep_vertrouwelijk = true

[[endpoint]]
address = "https://wolk.example:8443"
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return where the system-wide file would be."""
    return tmp_path / "etc" / "policy.toml"


def write(path: Path, text: str | bytes = FILE) -> Path:
    """Write a policy file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def plan(url: str, policy: Policy) -> Route | None:
    """Return the way there, or none where documents may not go."""
    try:
        return plan_route(url, policy, {})
    except EndpointRefused:
        return None


def test_without_a_file_only_this_machine_is_allowed(site: Path) -> None:
    """That is also where documents marked Dep. VERTROUWELIJK may go."""
    policy = load_policy(site, None)

    here = plan("http://localhost:11434/v1", policy)
    assert here is not None
    assert here.takes_confidential
    assert plan("https://llm.intern.example/v1", policy) is None


@pytest.mark.parametrize(
    ("url", "is_allowed", "takes_confidential"),
    [
        ("https://llm.intern.example/v1", True, True),
        ("https://LLM.intern.example.:443/v1/", True, True),
        ("https://ik:geheim@llm.intern.example/v1?api-version=2", True, True),
        ("https://llm.intern.example/v1/proef", True, True),
        ("https://wolk.example:8443/alles/v1", True, False),
        ("http://127.0.0.1:9/v1", True, True),
        ("https://llm.intern.example", False, False),
        ("https://llm.intern.example/v10", False, False),
        ("https://llm.intern.example/V1", False, False),
        ("https://llm.intern.example/x/v1", False, False),
        ("https://llm.intern.example//v1", False, False),
        ("http://llm.intern.example/v1", False, False),
        ("https://llm.intern.example:8443/v1", False, False),
        ("https://wolk.example/v1", False, False),
        ("https://llm.intern.example.kwaad.nl/v1", False, False),
        ("https://x.llm.intern.example/v1", False, False),
        ("https://llm.intern.example@kwaad.nl/v1", False, False),
    ],
)
def test_what_is_listed_is_allowed(
    site: Path,
    url: str,
    is_allowed: bool,  # noqa: FBT001 - a table
    takes_confidential: bool,  # noqa: FBT001 - a table
) -> None:
    """Scheme, computer, port and the beginning of the path, by whole steps."""
    route = plan(url, load_policy(write(site), None))

    assert (route is not None) == is_allowed
    assert (route is not None and route.takes_confidential) == takes_confidential


def test_of_two_paths_the_longest_counts(site: Path) -> None:
    """An exception below a path is an exception, whichever stands first."""
    policy = load_policy(
        write(
            site,
            """
            endpoint = [
                {address = "https://a.example/v1", dep_vertrouwelijk = true},
                {address = "https://a.example/v1/open"},
            ]
            """,
        ),
        None,
    )

    inner, outer = plan("https://a.example/v1/open", policy), plan("https://a.example/v1", policy)
    assert inner is not None
    assert outer is not None
    assert (inner.takes_confidential, outer.takes_confidential) == (False, True)


def test_a_named_file_can_only_take_away(site: Path, tmp_path: Path) -> None:
    """Where both are there, an address and a marking must be allowed by both."""
    named = write(
        tmp_path / "eigen.toml",
        """
        endpoint = [
            {address = "https://llm.intern.example"},
            {address = "https://meer.example", dep_vertrouwelijk = true},
        ]
        """,
    )
    both = load_policy(write(site), named)

    allowed = plan("https://llm.intern.example/v1", both)
    assert allowed is not None
    assert not allowed.takes_confidential
    assert plan("https://meer.example", both) is None
    assert plan("https://wolk.example:8443", both) is None
    assert plan("https://meer.example", load_policy(site.with_name("geen"), named)) is not None


def test_a_refusal_says_who_decides(site: Path) -> None:
    """The address is named without its secrets, and so is the file."""
    policy = load_policy(write(site), None)

    with pytest.raises(EndpointRefused) as refused:
        plan_route("https://ik:geheim@kwaad.example/v1?k=geheim", policy, {})

    assert str(refused.value) == "documenten mogen niet naar https://kwaad.example/v1"
    assert str(site) in refused.value.hint
    assert "geheim" not in f"{refused.value}{refused.value.hint}"


BROKEN = [
    "endpoint = ",
    "[[endpoint]]\nadres = 'https://a.example'",
    "[[endpoint]]",
    "[[endpoints]]\naddress = 'https://a.example'",
    "endpoint = 'https://a.example'",
    "[[endpoint]]\naddress = 'https://a.example'\ndep_vertrouwelijk = 'ja'",
    "[[endpoint]]\naddress = 'https://a.example'\ndep_vertrouwelijk = 1",
    "[[endpoint]]\naddress = 'https://*.example'",
    "[[endpoint]]\naddress = '*'",
    "[[endpoint]]\naddress = 'a.example'",
    "[[endpoint]]\naddress = 'https://geheim@a.example'",
    "[[endpoint]]\naddress = 'https://a.example?geheim'",
    "[[endpoint]]\naddress = 'https://a.example#'",
    "[[endpoint]]\naddress = 'https://a.example'\n[[endpoint]]\naddress = 'https://A.example:443/'",
    b"\xff\xfe",
    b"\x00",
    "x = " + "[" * 5000,
]


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: repr(text[:60]))
@pytest.mark.parametrize("place", ["site", "named"])
def test_a_file_that_is_not_understood_refuses_everything(
    site: Path, tmp_path: Path, text: str | bytes, place: str
) -> None:
    """Nothing is guessed, and the refusal names the file."""
    path = write(site if place == "site" else tmp_path / "eigen.toml", text)

    with pytest.raises(PolicyUnusable) as refused:
        load_policy(site, None if place == "site" else path)

    assert str(path) in str(refused.value)
    assert "geheim" not in str(refused.value)


def test_a_named_file_that_is_not_there_refuses_everything(site: Path, tmp_path: Path) -> None:
    """Who names a file means it."""
    with pytest.raises(PolicyUnusable, match="niet te lezen"):
        load_policy(site, tmp_path / "weg.toml")


def test_a_system_wide_file_that_nobody_can_read_refuses_everything(site: Path) -> None:
    """A folder in its place, or a link to nothing, is no missing file."""
    site.mkdir(parents=True)
    with pytest.raises(PolicyUnusable, match="niet te lezen"):
        load_policy(site, None)

    site.rmdir()
    site.symlink_to("weg.toml")
    with pytest.raises(PolicyUnusable, match="niet te lezen"):
        load_policy(site, None)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is hidden from root")
def test_a_system_wide_file_in_a_closed_folder_refuses_everything(site: Path) -> None:
    """That we may not look does not mean that nothing is there."""
    write(site)
    site.parent.chmod(0o000)
    try:
        with pytest.raises(PolicyUnusable, match="niet te lezen"):
            load_policy(site, None)
    finally:
        site.parent.chmod(0o700)


def test_an_empty_file_allows_this_machine_only(site: Path) -> None:
    """It is a policy: nothing beyond this machine."""
    policy = load_policy(write(site, "# niets\n"), None)

    assert plan("http://localhost", policy) is not None
    assert plan("https://llm.intern.example/v1", policy) is None


def test_a_file_of_a_windows_editor_is_read(site: Path) -> None:
    """A byte order mark and CRLF are no fault."""
    text = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()

    assert plan("https://llm.intern.example/v1", load_policy(write(site, text), None)) is not None
