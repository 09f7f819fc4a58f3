"""The impact assessments that a dossier itself holds, and those it says were carried out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.clauses import names_other, split_clauses
from extractor.drafting.offline.rules.assessments import AssessmentRules
from extractor.drafting.offline.rules.usage import UsageRules
from extractor.drafting.offline.sections import find_instruments, list_sections
from extractor.models import Block, Claim, LinkedTitle, Quote, Reading
from extractor.presenting import present
from extractor.standard.catalogue import Field

_FRONT = 25
"""Blocks: a title page with its version table."""
_NAMES = {
    "DPIA": re.compile(
        r"\bDPIA\b|gegevensbeschermingseffectbeoordeling|data protection impact assessment",
        re.IGNORECASE,
    ),
    "IAMA": re.compile(r"\bIAMA\b|impact assessment mensenrechten en algoritmes?", re.IGNORECASE),
    "AIIA": re.compile(r"\bAIIA\b|AI impact assess?ment", re.IGNORECASE),
    "Pre-scan DPIA": re.compile(r"\bpre-?scan\b", re.IGNORECASE),
}
_CONCEPT = re.compile(
    r"\b(status|versie)\b\W{0,3}\s*\S*\s*\bconcept\b|\bconceptversie\b", re.IGNORECASE
)
_STATUS = "19.2"
"""The question of the DPIA in which its writer says whether it is a concept."""


def find_assessments(readings: Sequence[Reading], field: Field) -> list[Claim]:
    """Return the assessments among the documents; a concept is not one that was carried out."""
    found: dict[str, Claim] = {}
    for reading in readings:
        outer = [
            b for b in reading.blocks if b.kind in ("heading", "paragraph", "row", "list_item")
        ]
        instruments = find_instruments(reading)
        front = outer[:_FRONT]
        if not instruments or _is_concept(reading, front) or _answers_concept(reading):
            continue
        for instrument in instruments:
            quote = _find_name(reading, front, _NAMES[instrument.kind])
            if quote:
                title = _find_title(field, instrument.kind)
                found.setdefault(title, Claim(value=LinkedTitle(title=title), quotes=(quote,)))
    return list(found.values())


def find_mentioned(
    rules: AssessmentRules,
    usage: UsageRules,
    answers: Sequence[Answer],
    own: frozenset[str],
    field: Field,
) -> list[Claim]:
    """Return the assessments that are said to be carried out, each once, with all places.

    That of another system is none of the dossier's.
    """
    found: dict[str, Claim] = {}
    for answer in answers:
        if answer.template and answer.kind != "row":
            continue
        told = _list_labelled(rules, answer) or _list_done(rules, usage, answer, own)
        for kind in told:
            title = _find_title(field, kind)
            earlier = found[title].quotes if title in found else ()
            quotes = tuple(dict.fromkeys((*earlier, *answer.quotes)))
            found[title] = Claim(value=LinkedTitle(title=title), quotes=quotes)
    return list(found.values())


def _list_labelled(rules: AssessmentRules, answer: Answer) -> list[str]:
    """Return the kinds that a row or `label: value` says were carried out."""
    text = answer.sentence.text
    if answer.kind == "item" and not rules.no.search(text):
        found = [kind for kind, pattern in rules.items.items() if pattern.search(text)]
        if found:
            return found
    label, value = answer.split_label()
    if answer.kind == "row":
        label, *values = (cell.text for cell in answer.cells)
    else:
        values = [value]
    if rules.listing.search(label) and not rules.no.search(" ".join(values)):
        return [
            kind for kind, name in rules.names.items() if any(name.search(each) for each in values)
        ]
    if not any(rules.yes.search(each) for each in values) or any(map(rules.no.search, values)):
        return []
    return [kind for kind, pattern in rules.labels.items() if pattern.search(label)]


def _list_done(
    rules: AssessmentRules, usage: UsageRules, answer: Answer, own: frozenset[str]
) -> list[str]:
    """Return the kinds that a clause says were carried out, or a clause about the one before."""
    if answer.kind == "row":
        return []
    kinds = []
    for clause in split_clauses(usage, answer.sentence.text, own, "own"):
        text = clause.text
        if clause.conditional or rules.avoid.search(text) or names_other(usage, text, own):
            continue
        whole = f"{clause.phrase} {text}" if rules.deed.search(text) else text
        kinds += [kind for kind, pattern in rules.done.items() if pattern.search(whole)]
    return kinds


def _is_concept(reading: Reading, front: Sequence[Block]) -> bool:
    return any(_CONCEPT.search(present(reading, block.span).text) for block in front)


def _answers_concept(reading: Reading) -> bool:
    """Return whether the status that a DPIA asks for is that of a concept."""
    return any(
        present(reading, block.span).text.strip().lower() == "concept"
        for section in list_sections(reading)
        if section.question is not None and section.question.id == _STATUS
        for block in section.blocks
    )


def _find_name(reading: Reading, front: Sequence[Block], pattern: re.Pattern[str]) -> Quote | None:
    for block in front:
        match = pattern.search(present(reading, block.span).text)
        if match:
            return Quote(reading=reading.id, text=match.group(), chunk=block.span)
    return None


def _find_title(field: Field, kind: str) -> str:
    """Return the register's own title for this kind of assessment."""
    titles = field.recommended_titles
    return next((t for t in titles if f"({kind})" in t or t == kind), kind)
