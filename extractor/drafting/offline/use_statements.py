"""What clauses, rows and replies say of the use of the dossier's system."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extractor.documents.profile import describe_reading
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.clauses import (
    Clause,
    Subject,
    names_own,
    speaks_of_other,
    split_clauses,
)
from extractor.drafting.offline.material import Material, name_document
from extractor.drafting.offline.rules.usage import UsageRules
from extractor.drafting.offline.scope import Scope
from extractor.drafting.offline.use_labels import Kind, Told, list_months, read_label, read_reply
from extractor.drafting.offline.voices import is_foreign
from extractor.facts.dates import find_dates

_WORD = re.compile(r"\w+")
_SHORTEST = 4
_SUBJECTS = ("own", "users", "version")
_PRESENT = ("use", "plain use")


def list_told(rules: UsageRules, material: Material) -> list[Told]:
    """Return all that the documents tell of the use of the dossier's system, in their order."""
    own = list_own(rules, material)
    written = {
        reading.id: describe_reading(reading, reading.source.name).date
        for reading in material.readings
    }
    told: list[Told] = []
    question, heading = "", ""
    spoken: Subject = "own"
    foreign = {reading.id for reading in material.readings if is_foreign(reading)}
    for answer in (each for each in material.said if each.reading not in foreign):
        text = answer.sentence.text
        spoken = "own" if answer.sentence.first else spoken
        above = answer.headings[-1] if answer.headings else ""
        question = above if above != heading and above.endswith("?") else question
        heading = above
        if question:
            told += read_reply(rules, question, answer)
        elif material.scope.is_near(answer) and not text.endswith("?"):
            told += read_label(rules, answer)
            clauses = _read_clauses(rules, material.scope, answer, own, spoken)
            spoken = clauses[-1].subject if clauses else spoken
            for clause in clauses:
                told += _read_clause(rules, clause, answer, own, written[answer.reading])
        question = text if text.endswith("?") else ""
    return told


def _read_clauses(
    rules: UsageRules, scope: Scope, answer: Answer, own: frozenset[str], spoken: Subject
) -> list[Clause]:
    if answer.kind == "row":
        return []
    return list(split_clauses(rules, scope.call_system(answer.sentence.text), own, spoken))


def list_own(rules: UsageRules, material: Material) -> frozenset[str]:
    """Return the words in small letters that name the system: of the dossier and its titles."""
    titles = " ".join(name_document(reading) for reading in material.readings)
    words = {*material.scope.own, *_WORD.findall(titles.lower())}
    return frozenset(
        word
        for word in words
        if len(word) >= _SHORTEST
        and not rules.subjects["documents"].fullmatch(word)
        and not rules.subjects["users"].fullmatch(word)
    )


def _read_clause(
    rules: UsageRules, clause: Clause, answer: Answer, own: frozenset[str], written: str | None
) -> Iterator[Told]:
    """Yield what happened, is so or is meant, by the mood of the clause."""
    if clause.subject not in _SUBJECTS or speaks_of_other(rules, clause, own):
        return
    kind = _tell(rules, clause, own)
    month = _find_month(rules, clause, kind)
    if kind in _PRESENT and month and rules.events["from"].search(clause.text):
        # "Vanaf" a month may be still to come: the date of the document tells.
        if not written:
            return
        kind = kind if month <= written[: len(month)] else "plan"
    if kind:
        yield Told(kind, answer, None if kind == "plan" else month)


def _tell(rules: UsageRules, clause: Clause, own: frozenset[str]) -> Kind | None:
    """Return what a clause tells, by its event and its mood; none of what hangs on a condition."""
    text, events, moods = clause.text, rules.events, rules.moods
    if clause.conditional:
        return None
    kind = _name_event(rules, text) or _tell_use(rules, clause, own)
    to_come = any(moods[mood].search(text) for mood in ("plan", "asks")) or (
        kind in ("start", "stop") and events["to_come"].search(text) is not None
    )
    if kind == "stop":
        ended = clause.subject == "own" or _has_quit(rules, clause, own)
        return kind if ended and not to_come else None
    if kind != "unused" and moods["denied"].search(text):
        return None
    if to_come and kind != "unused":
        return "plan" if kind == "start" or events["meant"].search(text) else None
    if kind in ("unused", "making"):
        past = events["past"].search(text) is not None
        return None if past or clause.subject != "own" else kind
    return kind


def _has_quit(rules: UsageRules, clause: Clause, own: frozenset[str]) -> bool:
    """Return whether who used the system is said to have stopped."""
    quit_ = rules.events["quit"].search(clause.text)
    users = clause.subject == "users" and quit_ is not None
    return users and names_own(rules, quit_["object"].strip() if quit_ else "", own)


def _name_event(rules: UsageRules, text: str) -> Kind | None:
    """Return which event the words name, whatever is said of it; none for plain use."""
    kinds: Mapping[str, Kind] = {
        "unused": "unused",
        "stop": "stop",
        "trial": "plan",
        "making": "making",
        "start": "start",
        "used": "past use",
        "past": "past use",
    }
    return next((kind for key, kind in kinds.items() if rules.events[key].search(text)), None)


def _tell_use(rules: UsageRules, clause: Clause, own: frozenset[str]) -> Kind | None:
    """Return how surely a clause in the present says that the system is used."""
    text, events = clause.text, rules.events
    if events["use"].search(text):
        return "use"
    serves = events["served"].search(text)
    if not serves and not (clause.subject == "users" and events["verb"].search(text)):
        return None
    if events["since"].search(text) or events["still"].search(text):
        return "use"
    if clause.subject == "users":
        return "plain use" if names_own(rules, text, own) else None
    return "plain use" if events["habit"].search(text) else None


def _find_month(rules: UsageRules, clause: Clause, kind: Kind | None) -> str | None:
    """Return the month of what the clause tells; a version's is not that of the system."""
    text, moments = clause.text, rules.moments
    if clause.subject == "version" or kind not in ("start", "stop", "use", "plain use", "past use"):
        return None
    if kind != "stop" and moments["again"].search(text):
        return None
    if kind == "past use":
        period = moments["period"].search(text)
        return next(iter(list_months(find_dates(period["first"]))), None) if period else None
    behind = moments["since" if kind in _PRESENT else "of_event"]
    dates = [each for each in find_dates(text) if each.year and each.month]
    sure = [each for each in dates if behind.search(text[: each.span.start])]
    event = rules.events["stop" if kind == "stop" else "start"].search(text)
    place = event.start() if event else 0
    near = sorted(sure, key=lambda each: abs(each.span.start - place))
    return next(iter(list_months(near)), None)
