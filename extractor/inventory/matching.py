"""Tell which dossier is about which candidate: for certain by name, else only as a suggestion."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.candidates import Candidate, CandidateLink
from extractor.documents.folder_names import make_readable
from extractor.inventory.columns import fold_words
from extractor.models import Dossier

MOST_SUGGESTED = 3
_SHORTEST_WORD = 4
"""Letters of a word that can tell one algorithm from another."""
_TELLING_ALONE = 6
"""Letters of a word that says enough by itself where no other dossier has it."""


@dataclass(frozen=True)
class Place:
    """What a candidate may be about: a dossier, or a folder of which no draft was made yet."""

    id: str
    name: str
    names: frozenset[str]
    """All it goes by, each without case and signs."""
    words: frozenset[str]
    """The words in those that can tell one algorithm from another."""


@dataclass(frozen=True)
class Suggestion:
    """A place that may be about a candidate, with the words that say so."""

    place: Place
    words: tuple[str, ...]


def make_place(identifier: str, name: str, names: Iterable[str]) -> Place:
    """Return the place with all names it goes by."""
    folded = frozenset(map(fold_words, names))
    return Place(identifier, name, folded, _list_words(folded))


def list_places(dossiers: Iterable[Dossier]) -> tuple[Place, ...]:
    """Return the dossiers with all names they go by: their own, earlier ones and the folder's."""
    return tuple(
        make_place(each.id, each.name, (each.name, *each.aliases, _name_folder(each)))
        for each in dossiers
    )


def match_candidates(
    candidates: Iterable[Candidate], places: Sequence[Place], links: Iterable[CandidateLink] = ()
) -> dict[str, Place]:
    """Return by candidate the place that is about it for certain.

    What a person said goes first. A name is certain where one candidate and one place have it.
    """
    said = {link.candidate: link.dossier for link in links}
    known = {place.id: place for place in places}
    certain = _match_names([each for each in candidates if each.id not in said], places)
    for candidate, dossier in said.items():
        if dossier is not None and dossier in known:
            certain[candidate] = known[dossier]
    return certain


def suggest_places(
    candidates: Iterable[Candidate], places: Sequence[Place]
) -> dict[str, tuple[Suggestion, ...]]:
    """Return by candidate the places that share telling words with its name, best first.

    Two words are enough, or a long one that no other place has; the very same name always is.
    """
    having: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for word in place.words | place.names:
            having[word].append(place)
    suggested = {each.id: _suggest(each, having) for each in candidates}
    return {candidate: found for candidate, found in suggested.items() if found}


def _match_names(candidates: Iterable[Candidate], places: Iterable[Place]) -> dict[str, Place]:
    wanting: dict[str, list[Candidate]] = defaultdict(list)
    for each in candidates:
        wanting[fold_words(each.name)].append(each)
    having: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for name in place.names:
            having[name].append(place)
    return {
        own[0].id: having[name][0]
        for name, own in wanting.items()
        if name and len(own) == 1 and len(having.get(name, ())) == 1
    }


def _suggest(candidate: Candidate, having: Mapping[str, Sequence[Place]]) -> tuple[Suggestion, ...]:
    name = fold_words(candidate.name)
    own = _list_words((name,))
    offered = {place.id: place for word in (*own, name) for place in having.get(word, ())}
    found: list[tuple[float, Suggestion]] = []
    for place in offered.values():
        shared = own & place.words
        is_same = bool(name) and name in place.names
        alone = any(len(word) >= _TELLING_ALONE and len(having[word]) == 1 for word in shared)
        if is_same or len(shared) > 1 or alone:
            weight = sum(1 / len(having[word]) for word in shared) + (len(own) if is_same else 0)
            found.append((weight, Suggestion(place, tuple(sorted(shared)) or (name,))))
    found.sort(key=lambda each: (-each[0], each[1].place.name))
    return tuple(suggestion for _, suggestion in found[:MOST_SUGGESTED])


def _list_words(names: Iterable[str]) -> frozenset[str]:
    words = {word for name in names for word in name.split()}
    return frozenset(word for word in words - _load_everywhere() if len(word) >= _SHORTEST_WORD)


@cache
def _load_everywhere() -> frozenset[str]:
    text = Path(__file__).with_name("matching.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["everywhere"])


def _name_folder(dossier: Dossier) -> str:
    """Return the name of the folder a dossier was found in, as it would be shown."""
    path, _, part = dossier.origin.partition("//")
    name = part or path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return make_readable(name)
