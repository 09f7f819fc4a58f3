"""The language model behind one method; the only room that imports openai.

What goes wrong is raised as `LlmFailed` with a reason that holds no text of a document.
"""

from extractor.llm.client import OpenAILlm
from extractor.llm.questions import Llm, Question, Reply

__all__ = ["Llm", "OpenAILlm", "Question", "Reply"]
