"""The names that a draft's own proposals list, which a sentence may use where they are cited."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.facts import Name, is_proper, read_name
from extractor.models import Dossier, Draft, LinkedTitle

_LISTED = ("provider", "source_data_grouping")
"""Fields that name who and what the algorithm depends on."""
_OWN = ("name", "organization")
"""Fields that name the algorithm and its user; the prompt lets every sentence use those."""


def list_names(draft: Draft, dossier: Dossier | None) -> tuple[Name, ...]:
    """Return the names listed, without those of the system and the organisation."""
    own = " ".join((*_list_own(dossier), *_list_values(draft, _OWN)))
    names = dict.fromkeys(
        name
        for key in _LISTED
        for value in _list_values(draft, (key,))
        if (name := read_name(value, proper=key == "provider" and is_proper(value)))
    )
    return tuple(name for name in names if not name.stands_in(own))


def _list_own(dossier: Dossier | None) -> Iterator[str]:
    if dossier is not None:
        yield from (dossier.name, *dossier.aliases)


def _list_values(draft: Draft, keys: tuple[str, ...]) -> Iterator[str]:
    for proposal in draft.proposals:
        if proposal.field in keys:
            for claim in (*proposal.claims, *proposal.alternatives):
                value = claim.value
                yield value.title if isinstance(value, LinkedTitle) else value
