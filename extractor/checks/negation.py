"""Negation in a claim that its passages do not have, and the other way round.

A clause of the claim answers to the cited clause that shares most content words with it (see
`clauses`). Where all clauses it may answer to say the opposite, that is found:

- added: a clause denies, it shares at least half of its content words with the clause it answers
  to, and that clause does not deny, in either cut. Where nothing is shared, as between languages,
  it is found only when no passage has any negation at all.
- lost: a cited clause denies, a clause of the claim has at least half of its content words, with
  the one that the negation bears on, and the sentence denies less often than what it says was
  denied; no affirmative cited clause has those words too.

'Ongeschikt' denies 'geschikt', where one side has the one word and the other side the other.
Words that deny in another way ('uitsluitend', 'pas na') count for neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from extractor.checks.clauses import Clause, cut_clauses, split_at_stops
from extractor.checks.words import load_words, stem

Denial = tuple[Literal["negation_added", "negation_lost"], str]
"""What was found, with the word that denies."""

_HALF = 0.5
_PREFIX = "on"
_SHORTEST = 5
"""Letters after 'on' of a word that is the opposite of another."""


def find_denials(claim: str, passages: Sequence[str]) -> list[Denial]:
    """Return the negations of the claim that no passage has, and those that the claim left out.

    A whole sentence of a passage is not held against the others.
    """
    quoted = {_fold(each) for passage in passages for each in split_at_stops(passage)}
    own = [each for each in split_at_stops(claim) if _fold(each) not in quoted]
    added = (denial for sentence in own for denial in _find_added(sentence, passages))
    lost = (denial for sentence in own for denial in _find_lost(sentence, passages))
    opposite = _find_opposites(own, passages)
    return list(dict.fromkeys((*added, *lost, *opposite)))


def _fold(sentence: str) -> str:
    return " ".join(sentence.lower().split())


def _cut_all(texts: Sequence[str], *, fine: bool) -> list[Clause]:
    return [clause for text in texts for clause in cut_clauses(text, fine=fine)]


def _find_added(sentence: str, passages: Sequence[str]) -> Iterator[Denial]:
    coarse, fine = (_cut_all(passages, fine=fine) for fine in (False, True))
    silent = not any(map(_may_deny, coarse))
    whole = cut_clauses(sentence, fine=False)
    if _undo_each_other([word for each in whole for word in each.negations]):
        return
    for clause in cut_clauses(sentence, fine=True):
        around = [each for each in whole if each.negations and clause.lies_in(each)]
        if (
            _is_denied(clause)
            and _is_added(clause, fine, silent=silent)
            and any(_is_added(each, coarse, silent=silent) for each in around)
            and (len(clause.stems) > 1 or not _has_denial_near(sentence, passages))
        ):
            yield "negation_added", clause.negations[0]


def _may_deny(clause: Clause) -> bool:
    """Return whether anything in the clause denies, by itself or by what it implies."""
    said = clause.negations or clause.implying or clause.conditional
    return bool(said or _list_opposites(clause))


def _undo_each_other(negations: Sequence[str]) -> bool:
    """Return whether a sentence says 'niet zonder', which is said without negation too."""
    return len(negations) > 1 and not load_words("lacking").isdisjoint(negations)


def _is_denied(clause: Clause) -> bool:
    return clause.denies and not clause.conditional


def _is_added(clause: Clause, cited: Sequence[Clause], *, silent: bool) -> bool:
    """Return whether all cited clauses that this one may answer to affirm what it denies."""
    shares = [(clause.share(each), each) for each in cited]
    most = max((share for share, _ in shares), default=0)
    half = _HALF * len(clause.stems)
    if most == 0 or most < half:
        return silent
    if any(share > 1 and share >= half and each.negations for share, each in shares):
        return False
    nearest = [each for share, each in shares if share == most]
    return all(_affirms(each, clause, all_of_it=most == len(clause.stems)) for each in nearest)


def _has_denial_near(sentence: str, passages: Sequence[str]) -> bool:
    """Return whether the cited sentences that share most with this one deny anything."""
    stems = {one for clause in cut_clauses(sentence, fine=False) for one in clause.stems}
    shares = []
    for cited in (each for passage in passages for each in split_at_stops(passage)):
        clauses = cut_clauses(cited, fine=False)
        shared = sum(any(clause.has(one) for clause in clauses) for one in stems)
        shares.append((shared, any(clause.negations for clause in clauses)))
    most = max((shared for shared, _ in shares), default=0)
    return any(denies for shared, denies in shares if shared == most)


def _affirms(cited: Clause, denied: Clause, *, all_of_it: bool) -> bool:
    """Return whether the cited clause says what the other denies.

    'Alleen voor X' says 'niet voor Y', but affirms X.
    """
    bases = {stem(word.removeprefix(_PREFIX)) for word in _list_opposites(cited)}
    if cited.negations or cited.conditional or not bases.isdisjoint(denied.stems):
        return False
    return all_of_it or not cited.implying


def _find_lost(sentence: str, passages: Sequence[str]) -> Iterator[Denial]:
    """Yield what a sentence left out that denies less often than what it says was denied."""
    cited = _cut_all(passages, fine=True)
    parts = cut_clauses(sentence, fine=True)
    kept = [word for part in parts for word in part.negations]
    if any(part.conditional for part in parts):
        return
    for passage in passages:
        clauses = [each for each in cut_clauses(passage, fine=True) if each.denies]
        left = [c for c in clauses if any(_is_said(c, part, cited) for part in parts)]
        if len(left) > len(kept):
            words = [each.negations[0] for each in left]
            yield "negation_lost", next((word for word in words if word not in kept), words[0])


def _is_said(denied: Clause, clause: Clause, cited: Sequence[Clause]) -> bool:
    """Return whether the claim's clause says what the cited clause denies, and no other affirms."""
    shared = denied.share(clause)
    least = 1.0 if clause.implying else _HALF
    if denied.focus is None or not clause.has(denied.focus) or shared < least * len(denied.stems):
        return False
    said = [one for one in denied.stems if clause.has(one)]
    return not any(all(map(other.has, said)) for other in cited if not other.negations)


def _find_opposites(sentences: Sequence[str], passages: Sequence[str]) -> Iterator[Denial]:
    said, cited = _cut_all(sentences, fine=True), _cut_all(passages, fine=True)
    for clause in said:
        for word in _list_opposites(clause):
            if not _has(cited, word) and _states(cited, word.removeprefix(_PREFIX)):
                yield "negation_added", word
    for clause in cited:
        for word in _list_opposites(clause):
            base = word.removeprefix(_PREFIX)
            kept = _has(said, word) or _has(cited, base)
            if not kept and _states(said, base):
                yield "negation_lost", word


def _list_opposites(clause: Clause) -> list[str]:
    return [
        word
        for word in clause.words
        if word.startswith(_PREFIX)
        and len(word) >= len(_PREFIX) + _SHORTEST
        and word not in load_words("lookalikes")
    ]


def _has(clauses: Sequence[Clause], word: str) -> bool:
    return any(stem(word) in clause.stems for clause in clauses)


def _states(clauses: Sequence[Clause], word: str) -> bool:
    """Return whether the word is there, and never in a clause that denies."""
    having = [clause for clause in clauses if stem(word) in clause.stems]
    return bool(having) and not any(clause.negations for clause in having)
