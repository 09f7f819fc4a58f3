"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# A machine's load is no fault of the code; in CI every run tries the same examples.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
