"""Why the standard refuses a value, in Dutch, each with what to change.

Values here are as the register takes them: html in rich text, items with a title and a link.
"""

from __future__ import annotations

import re

from extractor.standard.addresses import list_contact_objections, list_link_objections
from extractor.standard.catalogue import Field
from extractor.standard.characters import list_character_objections, list_line_objections
from extractor.standard.groupings import list_grouping_objections
from extractor.standard.lengths import list_column_objections, list_length_objections
from extractor.standard.markup import list_markup_objections
from extractor.standard.plain_text import to_plain

MONTH = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])")


def list_value_objections(field: Field, value: object) -> tuple[str, ...]:
    """Return why the field may not hold the value; none where it may.

    An optional field may be `None`, an empty text or an empty grouping, but a list of choices
    may not be empty: the register stores that and can then not read it back.
    """
    if _is_empty(field, value):
        return ("is verplicht: vul dit veld in",) if field.required else ()
    if field.kind == "links":
        return list_grouping_objections(field, value)
    if field.kind == "choices":
        return _object_to_choices(field, value)
    if not isinstance(value, str):
        return ("is geen tekst: geef tekst",)
    if field.choices:
        return () if value in field.choices else (_name_choices(field),)
    return _object_to_text(field, value)


def _is_empty(field: Field, value: object) -> bool:
    """Return whether the value leaves the field empty; a constant cannot be left empty."""
    if field.kind == "links":
        return value is None or value in ([], ())
    if field.kind == "choices":
        return value is None
    return field.kind != "constant" and (value is None or value == "")


def _object_to_text(field: Field, text: str) -> tuple[str, ...]:
    """Stop at the first kind of objection: only sound text can be measured."""
    if field.rich:
        return (
            _object_to_blank(to_plain(text))
            or list_character_objections(to_plain(text))
            or list_markup_objections(text)
            or list_length_objections(text, field.max_length)
            or list_column_objections(text, field.column_length)
        )
    return (
        _object_to_blank(text)
        or list_line_objections(text)
        or _object_to_form(field, text)
        or list_length_objections(text, field.max_length)
    )


def _object_to_blank(text: str) -> tuple[str, ...]:
    return () if text.strip() else ("bevat alleen witruimte: vul het veld in",)


def _object_to_form(field: Field, text: str) -> tuple[str, ...]:
    """Refuse a line that is not of its field's kind."""
    if field.kind == "month" and not MONTH.fullmatch(text):
        return ("is geen maand: schrijf jaar en maand als 2023-01",)
    if field.kind == "link":
        return list_link_objections(text)
    if field.kind == "contact":
        return list_contact_objections(text)
    return _object_to_organization(text) if field.key == "organization" else ()


def _object_to_organization(name: str) -> tuple[str, ...]:
    """Refuse what the register's download of a whole organisation cannot put in a file name."""
    foreign = next((character for character in name if ord(character) > ord("ÿ")), None)
    if foreign is None:
        return ()
    advice = "gebruik een rechte apostrof, een gewoon streepje en gewone letters"
    return (f"bevat het teken {foreign}, dat de download van het register niet aankan: {advice}",)


def _object_to_choices(field: Field, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        return ("is geen lijst: geef een lijst, ook voor één keuze",)
    if not value:
        return ("is een lege lijst: kies er een, of laat het veld leeg",)
    objections = [] if all(one in field.choices for one in value) else [_name_choices(field)]
    if any(value.count(choice) > 1 for choice in field.choices):
        objections.append("noemt een keuze twee keer: noem elke keuze één keer")
    return tuple(objections)


def _name_choices(field: Field) -> str:
    return f"is geen toegestane keuze: neem precies over uit {', '.join(field.choices)}"
