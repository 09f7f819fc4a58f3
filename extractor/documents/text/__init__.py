"""Read plain text and Markdown: the text stays as it is, blocks say what is what.

Markdown's signs are marks inside the blocks, so that text is shown without them and a quote may
leave them out. Code, front matter, comments and rules are furniture: they answer nothing.
"""

from extractor.documents.text.reader import READER, read_text

__all__ = ["READER", "read_text"]
