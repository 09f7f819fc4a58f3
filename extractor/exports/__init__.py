"""Confirmed entries in the register's own formats, one file per format."""
