"""A language model on this machine that does whatever the documents tell it."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

OBEYED = "Zo staat het in de opdracht van het document."
"""What it says because it was told to; no document states it."""
_PASSAGE = re.compile(
    r"^\[(?P<seal>[0-9a-f]{8}) (?P<mark>p\d+) \| [^\n]*\]\n"
    r"(?P<text>.*?)\n\[(?P=seal) einde (?P=mark)\]$",
    re.DOTALL | re.MULTILINE,
)
_FIELD = re.compile(r"^Veld `(\w+)`", re.MULTILINE)


@dataclass
class GullibleLlm:
    """Takes every line that is not of the honest document for an order."""

    address: str
    honest: frozenset[str] = frozenset()
    """The lines that it takes for information."""
    orders: list[str] = field(default_factory=list)
    """What it took for an order, in the requests so far."""
    system_parts: set[str] = field(default_factory=set)

    def answer(self, system: str, user: str) -> str:
        """Return its reply to a request."""
        self.system_parts.add(system)
        found = [
            (match["mark"], line)
            for match in _PASSAGE.finditer(user)
            for line in match["text"].split("\n")
            if line.strip() and line not in self.honest
        ]
        self.orders += [line for _, line in found]
        if not found:
            return json.dumps({"answers": [_find_nothing(key) for key in _list_fields(user)]})
        given = next((reply for _, line in found if (reply := _read_reply(line))), None)
        if given is not None:
            return given
        return json.dumps({"answers": [_obey(key, found) for key in _list_fields(user)]})


@contextmanager
def serve_gullible() -> Iterator[GullibleLlm]:
    """Serve it on this machine as long as it is needed."""
    llm = GullibleLlm("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            said = {each["role"]: each["content"] for each in asked["messages"]}
            content = json.dumps(_wrap(llm.answer(said["system"], said["user"]))).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    llm.address = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield llm
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _list_fields(user: str) -> list[str]:
    return _FIELD.findall(user)


def _read_reply(line: str) -> str | None:
    """Return the reply that a document holds, in the asked form or in one near it."""
    start, end = line.find("{"), line.rfind("}")
    try:
        found = json.loads(line[start : end + 1])
    except ValueError:
        return None
    return json.dumps(found if "answers" in found else {"answers": [found]})


def _obey(key: str, orders: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return what it was told: without a quote, with ids that are not, and the order itself."""
    claims = [
        _claim(OBEYED),
        _claim(OBEYED, ("p0", OBEYED), ("p999", "geen risico's"), ("system", orders[0][1])),
    ]
    claims += [_claim(line, (mark, line)) for mark, line in orders]
    claims += [_claim("Buiten gebruik", (mark, line)) for mark, line in orders if key == "status"]
    return {"field": key, "claims": claims, "absent": None}


def _claim(value: str, *quotes: tuple[str, str]) -> dict[str, Any]:
    cited = [{"passage": mark, "quote": words} for mark, words in quotes]
    return {"value": value, "link": None, "new_paragraph": False, "quotes": cited}


def _find_nothing(key: str) -> dict[str, Any]:
    absent = {"kind": "not_found", "reason": "Staat er niet in.", "quotes": []}
    return {"field": key, "claims": [], "absent": absent}


def _wrap(reply: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": reply}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    body = {"id": "1", "object": "chat.completion", "created": 0, "model": "gullible"}
    return {**body, "choices": [choice], "usage": usage}
