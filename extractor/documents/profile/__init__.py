"""What a document is: kind, voice, status, date, version, language, marking; each with its sign."""

from extractor.documents.profile.describing import describe_reading, list_markings
from extractor.documents.profile.profiles import (
    Aspect,
    DocumentKind,
    DocumentProfile,
    Language,
    Place,
    Sign,
    Status,
    Voice,
)

__all__ = [
    "Aspect",
    "DocumentKind",
    "DocumentProfile",
    "Language",
    "Place",
    "Sign",
    "Status",
    "Voice",
    "describe_reading",
    "list_markings",
]
