"""Sentences into clauses, and of what each clause speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractor.drafting.offline.rules.usage import UsageRules

Subject = Literal["own", "users", "version", "other", "unknown"]
_LONGEST = 60
"""Words: in a longer sentence a clause and its subject need not belong together."""
_WORD = re.compile(r"\w+")
_HEAD = 5
"""Letters of the end of a compound that stands for the whole: the map, of the risk map."""
_TAIL = 5
"""Words before a relative clause among which stands what it is about."""


@dataclass(frozen=True)
class Clause:
    """One statement of a sentence, as it is said and of what."""

    text: str
    subject: Subject
    phrase: str
    """The words of its subject, or of that of the clause before it."""
    conditional: bool
    """Whether the sentence makes it depend on something."""


def split_clauses(
    rules: UsageRules, text: str, own: frozenset[str], spoken: Subject
) -> Iterator[Clause]:
    """Yield the clauses of a sentence in which the own system is called "het systeem".

    `own` holds words in small letters that name it as well. A clause without a subject has that of
    the clause before it, a pronoun that of the sentence before: what was `spoken` of.
    """
    if len(text.split()) > _LONGEST:
        return
    before, phrase, subject = "", "", spoken
    condition = rules.moods["condition"]
    hangs = condition.match(text) is not None
    for part in rules.clauses["ends"].split(text):
        clause = (part or "").strip()
        if not clause:
            continue
        bare = rules.clauses["opens"].sub("", clause)
        told = _find_phrase(rules, bare, before)
        if told is not None and not rules.subjects["pronoun"].search(told):
            phrase, subject = told, _tell(rules, told, own)
        about = "users" if subject == "unknown" and uses_system(rules, clause, own) else subject
        yield Clause(clause, about, phrase, hangs or condition.search(clause) is not None)
        before = clause


def speaks_of_other(rules: UsageRules, clause: Clause, own: frozenset[str]) -> bool:
    """Return whether a clause about users names a system that is not the dossier's."""
    return clause.subject == "users" and names_other(rules, clause.text, own)


def is_about_own(rules: UsageRules, text: str, own: frozenset[str]) -> bool:
    """Return whether no clause of a sentence has another thing by its article as its subject."""
    return not any(
        clause.subject == "other"
        or (clause.subject == "unknown" and rules.subjects["definite"].match(clause.phrase))
        for clause in split_clauses(rules, text, own, "own")
    )


def names_other(rules: UsageRules, text: str, own: frozenset[str]) -> bool:
    """Return whether a system stands there by a name or a compound that is not the dossier's."""
    if _has_other_name(rules, text, own):
        return True
    found = (match[0].lower() for match in rules.subjects["compound"].finditer(text))
    return any(word not in own for word in found)


def uses_system(rules: UsageRules, clause: str, own: frozenset[str]) -> bool:
    """Return whether somebody is said to use the system."""
    if rules.subjects["impersonal"].search(clause):
        return True
    match = rules.subjects["uses"].search(clause)
    return match is not None and names_own(rules, match["object"].strip(), own)


def names_own(rules: UsageRules, text: str, own: frozenset[str]) -> bool:
    """Return whether the words speak of the dossier's system."""
    words = _WORD.findall(text.lower())
    return rules.subjects["own"].search(text) is not None or any(
        word in own or (len(word) >= _HEAD and any(each.endswith(word) for each in own))
        for word in words
    )


def _has_other_name(rules: UsageRules, text: str, own: frozenset[str]) -> bool:
    """Return whether a system is called by a name that is not the dossier's."""
    found = rules.subjects["named"].finditer(text)
    return any(match["name"].lower() not in own for match in found)


def _find_phrase(rules: UsageRules, clause: str, before: str) -> str | None:
    """Return the words of the subject; none where the clause has none of its own."""
    if rules.clauses["relative"].match(clause) and before:
        return " ".join(before.split()[-_TAIL:])
    verb = rules.clauses["finite"].search(clause)
    if verb is None:
        return clause
    front = clause[: verb.start()].strip()
    if not front and before:
        return None
    inverted = not front or rules.clauses["inverts"].match(front)
    phrase = clause[verb.end() :] if inverted else rules.clauses["skips"].sub("", front)
    phrase = rules.clauses["skips"].sub("", phrase.strip())
    phrase = rules.clauses["use_of"].sub(r"\g<of>", phrase)
    end = rules.clauses["phrase_ends"].search(phrase)
    return phrase[: end.start()].strip() if end else phrase


def _tell(rules: UsageRules, phrase: str, own: frozenset[str]) -> Subject:
    subjects = rules.subjects
    if subjects["version"].search(phrase):
        return "version"
    if subjects["other"].search(phrase) or _has_other_name(rules, phrase, own):
        return "other"
    # Behind a verb the object may follow: who is named first is the subject.
    users = subjects["users"].search(phrase)
    if users and not names_own(rules, phrase[: users.start()], own):
        return "users"
    return "own" if names_own(rules, phrase, own) else "unknown"
