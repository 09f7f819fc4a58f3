"""Read which llms an endpoint says it serves, and how much it says each takes.

OpenAI lists names alone, Ollama too; vLLM and most others add how long a question may be, each
under a name of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from extractor.models import Record

_TAKEN = ("max_model_len", "n_ctx", "loaded_context_length", "context_length", "context_window")
"""Keys of how many tokens a server takes now (vLLM; llama.cpp; LM Studio; OpenRouter; Groq)."""
_TRAINED = ("n_ctx_train", "max_context_length")
"""Keys of what the llm could take; a server may be set to less (llama.cpp; LM Studio)."""
_MOST_TOKENS = 10**8


class ListedLlm(Record):
    """An llm in an endpoint's list."""

    name: str
    context_tokens: int | None = None
    """What the server takes."""
    trained_tokens: int | None = None
    """What no server can exceed; it may well take less."""


def read_listing(body: bytes) -> tuple[ListedLlm, ...] | None:
    """Return the llms in the body of a list; none where it is no such list."""
    try:
        said: object = json.loads(body)
    except (ValueError, RecursionError):
        return None
    match said:
        case {"data": list(items)}:
            return tuple(_list_llms(items))
        case _:
            return None


def _list_llms(items: list[object]) -> Iterator[ListedLlm]:
    for item in items:
        match item:
            case {"id": str(name), **rest}:
                meta = rest.get("meta")
                told = {**(meta if isinstance(meta, dict) else {}), **rest}
                yield ListedLlm(
                    name=name,
                    context_tokens=_find_count(told, _TAKEN),
                    trained_tokens=_find_count(told, _TRAINED),
                )
            case _:
                continue


def _find_count(told: dict[str, object], keys: tuple[str, ...]) -> int | None:
    counts = (told.get(key) for key in keys)
    # True is an int in Python.
    return next((n for n in counts if type(n) is int and 0 < n <= _MOST_TOKENS), None)
