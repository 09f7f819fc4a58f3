"""Confirmed entries to the register's ingest API, as drafts there (register.md 2)."""
