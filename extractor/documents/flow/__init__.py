"""What Word, OpenDocument and web pages share: paragraphs and tables, laid out as one text.

`parts.py` says what a reader's walk gives, `stream.py` lays the parts out with blocks over them,
`frames.py` and `titles.py` see what a table or a bold line really is, `links.py` puts addresses
behind their words, `archive.py` and `xml.py` keep hostile files within bounds.
"""
