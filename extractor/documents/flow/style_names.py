"""What the name of a paragraph style says, in Word and in LibreOffice, in Dutch and in English."""

from __future__ import annotations

import re

HEADING_NAME = re.compile(r"(?:heading|kop) ?-? ?(?:niveau )?([1-9])\b", re.IGNORECASE)
"""Word keeps `heading 1` as a name and `Kop1` as an id; some templates name it themselves."""

TITLE_NAME = re.compile(r"(?:title|titel|documenttitel|hoofdtitel)", re.IGNORECASE)

CONTENTS_NAME = re.compile(
    r"(?:toc|inhopg|contents|inhoudsopgave|table ?of ?(?:figures|contents|authorities)"
    r"|kop ?van ?inhoudsopgave|lijst ?met ?(?:afbeeldingen|figuren|tabellen))\b.*"
    r"|(?:toc|inhopg)\d|(?:toc|contents)heading",
    re.IGNORECASE,
)

LIST_NAME = re.compile(
    r"(?:list|lijst) ?(?:bullet|number|opsom|nummer).*|opsomming.*", re.IGNORECASE
)
