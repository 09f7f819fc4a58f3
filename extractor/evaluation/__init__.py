"""Drafts against known truth: counts, never a single mark."""
