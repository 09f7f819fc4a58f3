"""Remove the texts of one dossier for good; what others need and what seals the log stays."""

from extractor.store.forgetting.forgetting import Forgetting
from extractor.store.forgetting.scope import ForgetScope, SharedDocument

__all__ = ["ForgetScope", "Forgetting", "SharedDocument"]
