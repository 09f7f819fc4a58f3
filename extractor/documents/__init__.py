"""Turn sources into readings: one reader per format, none of which ever raises on bad input.

`reading.py` picks the reader by content, `folders.py` finds the dossiers in a tree,
`profile/` says what a document is.
"""
