"""Read Word documents: every character Word shows, once, in document order.

`package.py` opens the file, `walk.py` and `runs.py` go through its XML, `styles.py` and
`numbering.py` say what a paragraph is, `stream.py` lays the parts out as text with blocks.
python-docx opens the package only: going through its objects loses content controls,
insertions, text boxes, simple fields and notes.
"""

from extractor.documents.docx.reader import READER, read_docx

__all__ = ["READER", "read_docx"]
