"""Read web pages: the text a reader sees when the page opens, once, in document order.

lxml's parser is enough: since libxml2 2.14 it cuts a page into tags and text as HTML5 says, and
what it builds otherwise than a browser changes the order of no words. Its two gaps are closed
here: what follows `</html>`, and pages nested deeper than it goes.
"""

from extractor.documents.html.reader import READER, read_html

__all__ = ["READER", "read_html"]
