"""Recognise a questionnaire by its headings, and its questions by their title, then number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from extractor.instruments.folding import fold, list_stems
from extractor.instruments.numbering import Heading, split_heading
from extractor.instruments.questions import (
    Instrument,
    Question,
    list_ancestors,
    load_instrument,
    load_instruments,
)
from extractor.instruments.references import list_references
from extractor.instruments.titles import SENTENCE, find_longer, find_match, find_titled, find_whole

FEWEST_PARAGRAPHS = 7
"""A DPIA shows the titles of at least so many of the model's 17 paragraphs."""
FEWEST_OFFICIAL = 5
"""Of these at least so many in the official words, which other documents seldom use."""
FEWEST_QUESTIONS = 3
"""Another questionnaire shows at least so many of its questions."""
FEWEST_OTHERS = 2
"""So many questions of another kind make a document one of two questionnaires."""
_EVERYDAY = frozenset({"0", "1", "16", "17"})
"""Paragraphs of the DPIA with titles that any document may have."""


def match_heading(
    heading: str, instrument: Instrument, parent: Question | None = None
) -> Question | None:
    """Return the question a heading opens, by its title first and its number second.

    A number decides between questions of one title, and completes a title that breaks off or
    goes on; a number with another title is no match. `parent` is the question the heading
    stands below in the document, where that is known: questions below it come first, and
    another outermost question is then meant only if its number stands there too.
    """
    parts = split_heading(heading)
    found = find_match(parts, instrument.key, parent)
    return found or find_longer(parts, instrument.key, parent)


def match_title(
    text: str, instrument: Instrument, parent: Question | None = None
) -> Question | None:
    """Return the question whose title the text is, or of whose long title it is the beginning.

    Nothing else may stand in it, and a number alone is no title.
    """
    return find_whole(split_heading(text), instrument.key, parent)


def match_question(
    text: str, instrument: Instrument, parent: Question | None = None
) -> Question | None:
    """Return the question a short text begins with: a table's cell, a bold line, a heading.

    A title of fewer than five words must be the whole text, a longer one may be followed by an
    answer; a question that the form asks twice needs its number or `parent`.
    """
    return find_match(split_heading(text), instrument.key, parent)


def is_never_copied(heading: str, instrument: Instrument, parent: Question | None = None) -> bool:
    """Return whether what stands under the heading may not go into an entry (register.md 3.5).

    That holds too where several questions have the title, such as "Naam", and all forbid it.
    """
    parts = split_heading(heading)
    question = find_match(parts, instrument.key, parent)
    if question is not None:
        return question.never_copied
    titled = find_titled(parts, instrument.key)
    return bool(titled) and all(each.never_copied for each in titled)


def recognise_instrument(headings: Sequence[str]) -> Instrument | None:
    """Return the questionnaire these headings are of, or none for any other document.

    Titles decide; between the two numberings of the DPIA the printed numbers do, and without
    numbers the order of the paragraphs (register.md 3.1).
    """
    parts = [split_heading(heading) for heading in dict.fromkeys(headings)]
    counts = Counter({each.key: _count_questions(parts, each) for each in load_instruments()})
    key, most = counts.most_common(1)[0]
    paragraphs = _count_paragraphs(parts)
    if paragraphs and paragraphs >= most:
        return _choose_dpia(parts)
    if most >= FEWEST_QUESTIONS:
        return load_instrument(key)
    kind, named = max(_count_named(headings).items(), key=itemgetter(1), default=("", 0))
    return _choose_named(kind, parts) if named >= FEWEST_QUESTIONS else None


def recognise_others(headings: Sequence[str], main: Instrument) -> tuple[Instrument, ...]:
    """Return the questionnaires of other kinds of which the document holds questions too.

    A heading that is a question of the main one counts for no other.
    """
    parts = [split_heading(heading) for heading in dict.fromkeys(headings)]
    others = [each for each in parts if find_match(each, main.key, None) is None]
    counts = Counter({each.key: _count_questions(others, each) for each in load_instruments()})
    found: dict[str, Instrument] = {main.kind: main}
    for key, count in counts.most_common():
        instrument = load_instrument(key)
        if count >= FEWEST_OTHERS:
            found.setdefault(instrument.kind, instrument)
    if "DPIA" not in found and len(_list_official(others)) >= FEWEST_QUESTIONS:
        found["DPIA"] = _choose_dpia(others)
    for kind, count in _count_named(headings).items():
        if count >= FEWEST_OTHERS:
            found.setdefault(kind, _choose_named(kind, others))
    return tuple(found.values())[1:]


def _count_named(headings: Iterable[str]) -> Counter[str]:
    """Return by kind how many questions of it the headings name by number."""
    named = {reference for heading in headings for reference in list_references(heading)}
    return Counter(reference.kind for reference in named)


def _choose_named(kind: str, headings: Sequence[Heading]) -> Instrument:
    """Return the questionnaire of a kind that is only named: the newest, unless titles tell."""
    if kind == "DPIA":
        return _choose_dpia(headings)
    return next(each for each in load_instruments() if each.kind == kind)


def _choose_dpia(headings: Sequence[Heading]) -> Instrument:
    return load_instrument("dpia_2017" if _is_numbered_2017(headings) else "dpia_3_0")


def _list_official(headings: Iterable[Heading]) -> set[str]:
    """Return which paragraphs of the DPIA the headings show in the official words."""
    return {
        root.id
        for heading, question, root in _list_paragraphs(headings)
        if heading.stems_without_remark == list_stems(question.title)
    } - _EVERYDAY


def _count_questions(headings: Iterable[Heading], instrument: Instrument) -> int:
    """Return how many whole-sentence questions the headings show; a DPIA is not told by these."""
    if instrument.kind == "DPIA":
        return 0
    matches = (find_match(heading, instrument.key, None) for heading in headings)
    found = {question.id: question for question in matches if question is not None}
    return sum(len(fold(each.title).split()) >= SENTENCE for each in found.values())


def _count_paragraphs(headings: Iterable[Heading]) -> int:
    """Return how many paragraphs of the DPIA the headings show; 0 when too few to be one."""
    kept = list(headings)
    roots = {root.id for _, _, root in _list_paragraphs(kept)}
    enough = len(roots) >= FEWEST_PARAGRAPHS and len(_list_official(kept)) >= FEWEST_OFFICIAL
    return len(roots) if enough else 0


def _list_paragraphs(headings: Iterable[Heading]) -> Iterator[tuple[Heading, Question, Question]]:
    """Yield each heading that belongs to the 17 paragraphs, its question and its paragraph."""
    for heading in headings:
        question = find_match(heading, "dpia_3_0", None)
        if question is not None:
            root = (*list_ancestors(question), question)[0]
            if 1 <= int(root.id) <= 17:  # noqa: PLR2004 - the paragraphs of the model
                yield heading, question, root


def _is_numbered_2017(headings: Iterable[Heading]) -> bool:
    """Return whether paragraphs 4 to 8 have the numbers, or else the order, of 2017."""
    older = {each.official: each.id for each in load_instrument("dpia_2017").questions}
    votes = 0
    places: list[tuple[int, int]] = []
    for heading, _, root in _list_paragraphs(headings):
        number, _, _ = (heading.number or "").partition(".")
        if older[root.id] == root.id:
            continue
        votes += (number == older[root.id]) - (number == root.id)
        places.append((int(older[root.id]), int(root.id)))
    if votes:
        return votes > 0
    return _count_steps_back([old for old, _ in places]) < _count_steps_back(
        [new for _, new in places]
    )


def _count_steps_back(numbers: Sequence[int]) -> int:
    """Return how often a number is followed by a lower one."""
    return sum(later < earlier for earlier, later in pairwise(numbers))
