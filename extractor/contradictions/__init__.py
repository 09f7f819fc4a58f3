"""Find what the documents of one dossier say against each other, and leave it open for a person."""

from extractor.contradictions.finding import find_contradictions, hash_rules
from extractor.contradictions.proposing import add_contradictions
from extractor.contradictions.statements import Contradiction, Side, Statement
from extractor.contradictions.topics import name_topic

__all__ = [
    "Contradiction",
    "Side",
    "Statement",
    "add_contradictions",
    "find_contradictions",
    "hash_rules",
    "name_topic",
]
