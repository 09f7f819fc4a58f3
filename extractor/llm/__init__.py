"""The language model behind one method; the only room that imports openai.

What goes wrong is raised as `LlmFailed` with a reason that holds no text of a document.
"""

from extractor.llm.client import OpenAILlm
from extractor.llm.forms import FORMS, Form
from extractor.llm.listings import ListedLlm
from extractor.llm.questions import Llm, Question, Reply
from extractor.llm.replies import Refused

__all__ = ["FORMS", "Form", "ListedLlm", "Llm", "OpenAILlm", "Question", "Refused", "Reply"]
