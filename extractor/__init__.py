"""Draft entries for the Dutch Algorithm Register, every sentence fixed to its source."""
