"""What a document is: kind, voice, status, date, version, language, marking; each with its sign."""

from extractor.documents.profile.describing import describe_reading
from extractor.documents.profile.profiles import (
    DocumentKind,
    DocumentProfile,
    Sign,
    Status,
    Voice,
)

__all__ = ["DocumentKind", "DocumentProfile", "Sign", "Status", "Voice", "describe_reading"]
