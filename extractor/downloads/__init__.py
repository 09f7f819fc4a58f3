"""The register's own downloads: rows of a file in, what was published out."""

from extractor.downloads.entries import Cell, Download, PublishedEntry, Row, Unmapped
from extractor.downloads.reading import read_download

__all__ = ["Cell", "Download", "PublishedEntry", "Row", "Unmapped", "read_download"]
