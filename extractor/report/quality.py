"""How complete a confirmed entry is, and what a report must reserve about a draft."""

from __future__ import annotations

import re

from extractor.checks.content import check_content, list_asked_fields
from extractor.checks.texts import write_plain
from extractor.composing import FieldValue
from extractor.models import LinkedTitle
from extractor.report.dossiers import DatedDossier
from extractor.report.states import Known, Quality, Trail
from extractor.standard.catalogue import find_field, list_decided_fields
from extractor.standing import is_about_field

_DPIA = re.compile(
    r"\bDPIA\b|\bGEB\b|Data Protection Impact|gegevensbeschermingseffect", re.IGNORECASE
)
_IAMA = re.compile(r"\bIAMA\b|Impact Assessment Mensenrechten", re.IGNORECASE)
_SHORT = re.compile(r"pre-?\s?scan|quick-?\s?scan", re.IGNORECASE)
"""A pre-scan tells whether a DPIA is needed; it is none."""


def measure_quality(dossier: DatedDossier) -> Quality:
    """Return how many fields that are always shown are filled, and questions answered."""
    shown = [field.key for field in list_decided_fields() if field.always_shown]
    asked = list_asked_fields()
    return Quality(
        filled=sum(bool(write_plain(dossier.find_decided(key)).strip()) for key in shown),
        shown=len(shown),
        passed=sum(_answers(dossier, key) for key in asked),
        asked=len(asked),
    )


def tell_trail(dossier: DatedDossier) -> Trail:
    """Return when the draft was made, what it does not rest on, and who decided on it."""
    unread = dossier.draft.coverage.pages_unread
    decided = [each for key, each in dossier.standing.items() if is_about_field(key)]
    return Trail(
        drafted_on=dossier.draft.created_at.date(),
        unread=bool(unread),
        pages_unread=sum(len(each.pages) or 1 for each in unread),
        reviewed=bool(dossier.standing),
        decisions=len(decided),
        unchecked=sum(not each.checked for each in decided),
    )


def tell_impact_tests(dossier: DatedDossier) -> tuple[Known, Known]:
    """Return whether there is a DPIA, and an IAMA: as proposed or, where not, as decided."""
    key = "impacttoetsen_grouping"
    titles = [*_list_titles(dossier.find_value(key))]
    decided = key in dossier.standing
    whole = [title for title in titles if not _SHORT.search(title)]
    return _find(_DPIA, whole, decided=decided), _find(_IAMA, whole, decided=decided)


def _find(pattern: re.Pattern[str], titles: list[str], *, decided: bool) -> Known:
    if any(pattern.search(title) for title in titles):
        return "yes"
    return "no" if decided else "unknown"


def _answers(dossier: DatedDossier, key: str) -> bool:
    text = write_plain(dossier.find_decided(key)).strip()
    return bool(text) and not any(check_content(find_field(key), text))


def _list_titles(value: FieldValue) -> list[str]:
    items = value if isinstance(value, tuple) else ()
    return [item.title if isinstance(item, LinkedTitle) else item for item in items]
