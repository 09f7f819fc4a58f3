"""Find a whole address in a citation: a longer address never carries a shorter one.

What counts is the reading around the citation too, as a quote may stop halfway an address.
"""

from __future__ import annotations

import re

from extractor.models import Citation

AROUND = 200
"""Characters looked at before and after a citation."""

UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
"""Characters without width, which typesetters put in long addresses to break them at."""

_LINE_END = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
_BREAK = rf"\xad?[ \t]*{_LINE_END}[ \t]*"
_BEFORE = re.compile(rf"(?:[\w/=?&#%@.~+\-$!\xad\ufffe]|[^\W_][-_+=&%@\xad\ufffe]{_BREAK})\Z")
"""An address that goes on before: in the same line, or with a sign at the end of the last."""

_GOES_ON = rf"(?!{_BREAK}[/?#&=%.\-][^\W_])"
_AFTER_LINK = rf"(?=[.,;:!?'*]*(?:\Z|[\s<>\"“”‘’«»)\[\]{{}}|`])){_GOES_ON}"
_AFTER_MAIL = rf"(?![\w@\xad\ufffe]|[.\-]+[^\W_]|-{_BREAK}){_GOES_ON}"
_SIGNS = frozenset("/.-:")
_AUTHORITY = re.compile(r"[a-z]+://[^/?#]*", re.IGNORECASE)


def is_cited(address: str, citation: Citation, text: str) -> bool:
    """Return whether the address stands whole in this citation from the text of its reading.

    A link may be broken over two lines and may end in a slash or not; a mail address stands in
    one piece.
    """
    span = citation.span
    before = text[max(0, span.start - AROUND) : span.start].translate(UNSEEN)
    cited = citation.quote.translate(UNSEEN)
    whole = before + cited + text[span.end : span.end + AROUND].translate(UNSEEN)
    pattern = re.compile(_write_pattern(address))
    return any(
        match.end(1) <= len(before) + len(cited) and not _BEFORE.search(whole, 0, match.start())
        for match in pattern.finditer(whole, len(before))
    )


def _write_pattern(address: str) -> str:
    """Return the pattern of a whole address; group 1 is what the citation itself must hold."""
    if "://" not in address:
        return f"({re.escape(address)}){_AFTER_MAIL}"
    if address.count("(") > address.count(")"):
        return r"(?!)"
    host = _AUTHORITY.match(address)
    written = address.removesuffix("/")
    pattern = ""
    for place, sign in enumerate(written):
        pattern += r"[-\ufffe]" if sign == "-" else re.escape(sign)
        follows = written[place + 1 : place + 2]
        in_host = host is not None and place + 1 < host.end()
        if follows and not (in_host and _SIGNS.isdisjoint((sign, follows))):
            pattern += f"(?:{_BREAK})?"
    return f"({pattern})(?:(?:{_BREAK})?/)?{_AFTER_LINK}"
