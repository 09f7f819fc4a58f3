"""Write a formula in MathML on one line, as OpenDocument and web pages keep it."""

from __future__ import annotations

from lxml.etree import _Element

BETWEEN = {"mfrac": "/", "msup": "^", "msub": "_"}
"""What stands between the two parts of a fraction, a power and an index.

Without it the power in 10^2 would read as 102.
"""

UNSEEN = frozenset({"annotation", "annotation-xml", "mspace", "mphantom"})
"""The formula once more in another language, and what leaves room."""

ROOTS = frozenset({"msqrt", "mroot"})


def write_mathml(element: _Element) -> str:
    """Return the formula's own characters, with / ^ and _ where it is laid out in two heights."""
    name = local_name(element)
    if name in UNSEEN:
        return ""
    parts = [write_mathml(child) for child in element]
    if name in BETWEEN and len(parts) == 2:  # noqa: PLR2004 - the two heights
        return BETWEEN[name].join(map(_bracket, parts))
    if name in ROOTS:
        return f"√{_bracket(''.join(parts[:1] if name == 'mroot' else parts))}"
    if name == "mfenced":
        return f"{element.get('open', '(')}{', '.join(parts)}{element.get('close', ')')}"
    own = " ".join((element.text or "").split()) if not parts else ""
    return own + "".join(parts)


def local_name(element: _Element) -> str:
    """Return an element's name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _bracket(written: str) -> str:
    """Return the characters, in brackets when they would not hold together alone."""
    return written if written.isalnum() else f"({written})"
