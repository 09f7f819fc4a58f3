"""Drafts beside what the register published of the same algorithms."""
