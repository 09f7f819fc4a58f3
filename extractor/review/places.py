"""Where a value stands, and where else to look, as plain lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from extractor.models import Answer, Citation, Proposal
from extractor.published import REGISTER
from extractor.review.cited import CitedDocuments, quote_as_shown
from extractor.review.labels import name_place, name_voice

WIDTH = 100
"""Of a line, in characters."""

_QUOTE = 120
_MOST_TWINS = 5
_MOST_SUGGESTIONS = 5
_MOST_OPEN = 2


def write_source(
    cited: CitedDocuments,
    citation: Citation,
    lead: str,
    said: str | None,
    *,
    dated: bool = False,
) -> Iterator[str]:
    """Yield where the citation stands, and its words unless the value says the same.

    Dated, the document's own date stands behind its name, or that it has none.
    """
    name = cited.name_document(citation.reading)
    profile = cited.profiles[citation.reading]
    voice = name_voice(profile.voice)
    name += f" ({profile.date or 'zonder datum'})" if dated else ""
    line = f"{lead} {name}, {name_place(citation.locator)}"
    line += f" [{voice}]" if voice else ""
    words = quote_as_shown(cited, citation)
    if said is None or words not in said:
        line += f": “{textwrap.shorten(words, _QUOTE, placeholder=' …')}”"
    line += _name_twins(citation)
    indent = " " * (len(lead) + 1)
    yield textwrap.fill(line, WIDTH, subsequent_indent=indent)


def _name_twins(citation: Citation) -> str:
    """Return where the same words stand too, the first few places."""
    places = list(dict.fromkeys(name_place(twin.locator) for twin in citation.twins))
    more = " en op meer plekken" if len(places) > _MOST_TWINS else ""
    listed = ", ".join(places[:_MOST_TWINS])
    return f" (staat ook op {listed}{more})" if places else ""


def write_open_places(cited: CitedDocuments, proposal: Proposal) -> Iterator[str]:
    """Yield where a document leaves open what the field asks for."""
    if proposal.open_places:
        yield "  het document heeft hier een open plek:"
    for place in proposal.open_places[:_MOST_OPEN]:
        yield from write_source(cited, place, "    -", None)
    more = len(proposal.open_places) - _MOST_OPEN
    if more > 0:
        yield f"    en nog {more} {'open plek' if more == 1 else 'open plekken'} (zie --json)"


def write_answers(answers: Iterable[Answer]) -> Iterator[str]:
    """Yield what colleagues answered: who, when, and their words."""
    for answer in answers:
        words = " ".join(answer.citation.quote.split())
        line = f"  {name_answer(answer)}: “{words}”"
        yield textwrap.fill(line, WIDTH, subsequent_indent="    ")


def name_answer(answer: Answer) -> str:
    """Return who says it, when, and in which document."""
    when = f"{answer.answered_on:%d-%m-%Y}, {answer.document}"
    if answer.name == REGISTER:
        return f"staat zo in het {REGISTER} ({when})"
    return f"antwoord van een collega ({answer.name}, {when})"


def write_suggestions(cited: CitedDocuments, proposal: Proposal) -> Iterator[str]:
    """Yield where else a person may look: at what found no room, or at the questions asked."""
    lead = "  paste er niet meer in:" if proposal.claims else "  kijk bij:"
    for place in proposal.suggestions[:_MOST_SUGGESTIONS]:
        yield from write_source(cited, place, lead, None)
    more = len(proposal.suggestions) - _MOST_SUGGESTIONS
    if more > 0:
        yield f"  en op nog {more} {'plek' if more == 1 else 'plekken'} (zie --json)"
