"""The register's own downloads: a file in, what was published out."""

from extractor.downloads.entries import Cell, Download, Row
from extractor.downloads.groupings import read_grouping
from extractor.downloads.mapping import find_target
from extractor.downloads.reading import name_media, read_download

__all__ = ["Cell", "Download", "Row", "find_target", "name_media", "read_download", "read_grouping"]
