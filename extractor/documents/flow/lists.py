"""Know a list item whose sign was typed."""

from __future__ import annotations

import re

TYPED_BULLET = re.compile(r"(?:[-–—•·▪●○□*]|[a-z]\)|\d{1,2}\))[ \t\u00a0]+\S")
"""A list item whose sign was typed instead of made by the program."""
