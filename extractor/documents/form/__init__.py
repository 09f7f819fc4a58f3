"""Read what the government's form tool exports: a filled-in DPIA, IAMA or pre-scan as JSON.

The reader lays the answers out in the order of the questionnaire, each below the official title
of its question, and labels every block with the question's official id. Names and addresses of
who edited the form are left out; what stands in an answer stays.
"""

from extractor.documents.form.pages import label_pages
from extractor.documents.form.reader import READER, read_form

__all__ = ["READER", "label_pages", "read_form"]
