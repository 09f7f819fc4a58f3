"""Read files in processes of their own, so that a hostile one costs nothing but itself.

`Workers` keeps warm spawned processes. A shared queue, as of Pebble or the standard pool, would
not do: a process that dies while it holds the queue takes the other files with it. Here each
process has a connection of its own, and a thread that waits for it.
"""

from extractor.documents.workers.limits import Limits
from extractor.documents.workers.pool import Workers

__all__ = ["Limits", "Workers"]
