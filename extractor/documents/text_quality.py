"""Find the pages of which the text is no text: what bad OCR made of a scan."""

from __future__ import annotations

from extractor.documents.known_words import is_compound, is_listed
from extractor.documents.problems import describe_problem
from extractor.models import Problem, Reading

FEWEST_WORDS = 25
"""Different words on a page; with fewer, names and abbreviations decide."""

LEAST_KNOWN = 0.8
"""Share of these that are Dutch or English words; of 279 real good pages none has fewer than
0.91, of five real scans the three that a person calls bad have at most 0.73.
"""

SHORTEST_WORD, LONGEST_WORD = 4, 30
"""Letters; shorter words are words by chance."""

MARKS = ".,;:?!()[]'\"‘’“”•"
"""What may stand around a word."""

LINE_ENDS = ("\ufffe\r\n", "\ufffe\n", "\ufffe", "\u00ad", "-\r\n", "-\n")
"""What stands inside a word that goes on in the next line."""


def find_poor_pages(reading: Reading) -> Problem | None:
    """Return the problem that the text of these pages cannot be relied on, where there are any."""
    poor = [page.number for page in reading.pages if is_poor(page.span.of(reading.text))]
    if not poor:
        return None
    whole = len(poor) == len(reading.pages)
    name = "poor_document" if whole else "poor_pages"
    problem = describe_problem(name, count=str(len(poor)), total=str(len(reading.pages)))
    return problem.model_copy(update={"pages": tuple(poor)})


def is_poor(text: str) -> bool:
    """Return whether too few of the words on a page are words."""
    words = list_words(text)
    if len(words) < FEWEST_WORDS:
        return False
    unlisted = [word for word in words if not is_listed(word)]
    most = (1 - LEAST_KNOWN) * len(words)
    # Few pages get to the compounds, which take the time.
    return len(unlisted) > most and sum(not is_compound(word) for word in unlisted) > most


def list_words(text: str) -> set[str]:
    """Return the different words a page is judged by: in lower case, of letters alone.

    So names, abbreviations, numbers and addresses stay out.
    """
    for broken in LINE_ENDS:
        text = text.replace(broken, "")
    bare = {token.strip(MARKS) for token in set(text.split()) if token.islower()}
    return {word for word in bare if word.isalpha() and SHORTEST_WORD <= len(word) <= LONGEST_WORD}
