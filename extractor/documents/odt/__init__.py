"""Read OpenDocument texts: every character LibreOffice shows, once, in document order.

`package.py` opens the file, `walk.py` and `runs.py` go through its XML, `styles.py` and
`numbering.py` say what a paragraph is. lxml is enough for that: odfpy and odfdo wrap each element
in an object of their own, and leave white space, numbers, repeated cells and changes to the caller.
"""

from extractor.documents.odt.reader import READER, read_odt

__all__ = ["READER", "read_odt"]
