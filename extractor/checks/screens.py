"""Say that a publication category is proposed in doubt, or against a person's own answers."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.rules import Finding, make_finding
from extractor.composing import FieldValue
from extractor.models import Decision, Screen
from extractor.standard.catalogue import Field


def check_answered(field: Field, value: FieldValue, answered: Decision | None) -> Iterator[Finding]:
    """Yield that the category is another than a person's answers to the quick screen lead to."""
    if field.key != "publication_category" or answered is None or value is None:
        return
    if value != answered.value:
        led = answered.value or "geen publicatie"
        yield make_finding("category_against_screen", fact=str(led))


def check_screen(field: Field, value: FieldValue, screen: Screen | None) -> Iterator[Finding]:
    """Yield that the category is the one that the quick screen proposes in doubt."""
    if field.key != "publication_category" or screen is None or value is None:
        return
    if screen.in_doubt and value == screen.category:
        yield make_finding("category_in_doubt")
