"""The values of closed fields, each field by the finder that knows its kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.assessments import find_assessments, find_mentioned
from extractor.drafting.offline.clauses import is_about_own, names_own
from extractor.drafting.offline.facts import find_values
from extractor.drafting.offline.laws import find_laws
from extractor.drafting.offline.links import find_links
from extractor.drafting.offline.material import Material
from extractor.drafting.offline.names import (
    find_organisations,
    find_registers,
    find_titles,
    find_users,
)
from extractor.drafting.offline.parties import find_responsible, join_names, trim_names
from extractor.drafting.offline.rules import Rules
from extractor.drafting.offline.sections import find_instrument
from extractor.drafting.offline.suppliers import find_suppliers
from extractor.drafting.offline.themes import find_named_themes
from extractor.drafting.offline.usage import find_begin, find_end, find_status
from extractor.drafting.offline.use_statements import list_own, list_told
from extractor.models import Claim, LinkedTitle, Reading
from extractor.standard.catalogue import Field


def find_closed(field: Field, rules: Rules, material: Material) -> list[Claim]:
    """Return a claim for each value that the documents give the field."""
    if field.key in rules.links.fields:
        own = list_own(rules.usage, material)
        is_about = partial(names_own, rules.usage, own=own)
        return find_links(field.key, rules.links, material.said, is_about)
    # A questionnaire names its subject and its organisation; other documents name many.
    naming = [reading for reading in material.readings if find_instrument(reading)]
    naming = naming or list(material.readings)
    finders: dict[str, Callable[[], list[Claim]]] = {
        "name": lambda: find_titles(rules.names, naming),
        "organization": lambda: (
            find_responsible(rules.parties, material.said)
            or _find_named_most(rules, material, naming)
        ),
        "provider": lambda: join_names(
            trim_names(find_values("provider", rules.values.facts, material.said)),
            find_suppliers(
                rules.parties, rules.usage, material.said, list_own(rules.usage, material)
            ),
        ),
        "publication_category": lambda: find_values(
            field.key, rules.values.facts, _list_own_answers(rules, material)
        ),
        "category": lambda: find_named_themes(rules.themes, field.choices, material.said),
        "status": lambda: find_status(list_told(rules.usage, material)),
        "begin_date": lambda: find_begin(list_told(rules.usage, material)),
        "end_date": lambda: find_end(list_told(rules.usage, material)),
        "lawful_basis_grouping": lambda: find_laws(rules, material.said),
        "source_data_grouping": lambda: find_registers(
            rules.names, rules.text["source_data"].sections, material.said
        ),
        "impacttoetsen_grouping": lambda: _join_titles(
            find_assessments(material.readings, field),
            find_mentioned(
                rules.assessments,
                rules.usage,
                material.said,
                list_own(rules.usage, material),
                field,
            ),
        ),
    }
    find = finders.get(field.key)
    return find() if find else find_values(field.key, rules.values.facts, material.said)


def _find_named_most(rules: Rules, material: Material, naming: list[Reading]) -> list[Claim]:
    """Return the body named most, or the one that uses the system; none where these differ."""
    own = list_own(rules.usage, material)
    users = find_users(rules.names, rules.usage, material.said, own)
    found = find_organisations(rules.names, naming)
    if not found:
        return users if len(users) == 1 else []
    names = {user.value for user in users}
    return [claim for claim in found if not names or claim.value in names]


def _list_own_answers(rules: Rules, material: Material) -> list[Answer]:
    """Return the answers that are not about something else than the system."""
    own = list_own(rules.usage, material)
    return [
        answer
        for answer in material.said
        if answer.kind == "row" or is_about_own(rules.usage, answer.sentence.text, own)
    ]


def _join_titles(*lists: list[Claim]) -> list[Claim]:
    """Return the claims of all lists, of one title the first."""
    found: dict[str, Claim] = {}
    for claim in (claim for each in lists for claim in each):
        if isinstance(claim.value, LinkedTitle):
            found.setdefault(claim.value.title, claim)
    return list(found.values())
