"""Where a language model answers: checked before anything is sent, shown without secrets."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit, urlunsplit

from extractor.errors import LlmFailed

_UNREADABLE = "(onleesbaar adres)"


def describe_endpoint(url: str) -> str:
    """Return the address without user, password, query and fragment; never raises."""
    parts = _split(url)
    if parts is None:
        return _UNREADABLE
    host = parts.netloc.rpartition("@")[2]
    # An @ behind the host is no user, but may belong to a password with a slash in it.
    path = "" if "@" in parts.path else parts.path
    return urlunsplit((parts.scheme, host, path, "", "")) or _UNREADABLE


def check_endpoint(url: str) -> None:
    """Refuse what is no http address of a computer; the reason shows no secret."""
    parts = _split(url)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise LlmFailed(
            f"{describe_endpoint(url)} is geen adres dat met http:// of https:// begint "
            "en een computer noemt"
        )


def _split(url: str) -> SplitResult | None:
    """Return the parts, or none when no client could read them either."""
    if not url.isprintable() or " " in url or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        return None
    return parts
