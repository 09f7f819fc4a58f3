"""How much fits in a field, and what to say when more is given."""

from __future__ import annotations

from extractor.standard.rich_text import count_characters, count_stored

LONGEST_READ = 200_000
"""More characters than this fit no field, and are refused without being parsed."""


def list_length_objections(html: str, maximum: int | None) -> tuple[str, ...]:
    """Return why text or html of this length does not fit; the maximum itself does."""
    if len(html) > LONGEST_READ:
        return ("is veel te lang: maak de tekst korter",)
    length = count_characters(html)
    if maximum is None or length <= maximum:
        return ()
    return (f"telt {length} tekens en er passen er {maximum}: schrap er {length - maximum}",)


def list_column_objections(html: str, column: int | None) -> tuple[str, ...]:
    """Return why the register's database cannot hold the html, markup included."""
    stored = count_stored(html)
    if column is None or stored <= column:
        return ()
    advice = "maak de tekst korter, of gebruik minder alinea's, opsommingen en &-tekens"
    return (f"neemt met opmaak {stored} tekens in en er passen er {column}: {advice}",)
