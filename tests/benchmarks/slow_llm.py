"""An endpoint on this machine that takes its time, and counts what it is asked."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from extractor.standard.catalogue import load_fields


def answer_nothing(_: str) -> str:
    """Return an answer that finds nothing, for every field that may be asked."""
    absent = {"kind": "not_found", "reason": "De passages zeggen het niet.", "quotes": []}
    answers = [{"field": each.key, "claims": [], "absent": absent} for each in load_fields()]
    return json.dumps({"answers": answers})


class SlowLlm:
    """What was asked, how often, and how many questions were in flight at once."""

    def __init__(self, latency: float) -> None:
        self.latency = latency
        self.asked: Counter[str] = Counter()
        self.in_flight = self.most_in_flight = 0
        self.overtaken = 0
        """Questions on a dossier that came before its first was answered."""
        self.endpoint = ""
        self._lock = threading.Lock()
        self._begun: Counter[str] = Counter()
        self._answered: Counter[str] = Counter()

    @property
    def repeated(self) -> int:
        """Return how many requests were a question asked before."""
        return sum(count - 1 for count in self.asked.values())

    def take(self, messages: list[dict[str, str]]) -> None:
        """Count a question and wait as an llm would."""
        question = json.dumps(messages).encode()
        dossier = messages[-1]["content"].partition('dossier "')[2].partition('"')[0]
        with self._lock:
            self.overtaken += bool(self._begun[dossier]) and not self._answered[dossier]
            self._begun[dossier] += 1
            self.asked[hashlib.sha256(question).hexdigest()] += 1
            self.in_flight += 1
            self.most_in_flight = max(self.most_in_flight, self.in_flight)
        time.sleep(self.latency)
        with self._lock:
            self.in_flight -= 1
            self._answered[dossier] += 1


def write_completion(answer: str) -> bytes:
    """Return an answer in the form of the API."""
    message = {"role": "assistant", "content": answer}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    head = {"id": "1", "object": "chat.completion", "created": 0, "model": "x"}
    return json.dumps({**head, "choices": [choice], "usage": usage}).encode()


@contextmanager
def serve_slowly(
    latency: float, answer: Callable[[str], str] = answer_nothing
) -> Iterator[SlowLlm]:
    """Yield an endpoint that answers every question after so many seconds, from its user part."""
    llm = SlowLlm(latency)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            messages = json.loads(body)["messages"]
            llm.take(messages)
            content = write_completion(answer(messages[-1]["content"]))
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, *_: object) -> None:
            """Say nothing of a client that was killed."""

    server = Quiet(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    llm.endpoint = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield llm
    finally:
        server.shutdown()
        server.server_close()
