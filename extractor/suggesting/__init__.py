"""What to read for a field that a drafter left empty."""

from extractor.suggesting.choosing import add_suggestions
from extractor.suggesting.fingerprint import hash_suggesting

__all__ = ["add_suggestions", "hash_suggesting"]
