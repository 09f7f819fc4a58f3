"""States of algorithms, planned by hand and made up by hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from extractor.report.states import AlgorithmState

JUNE = date(2026, 6, 30)
NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


@pytest.fixture
def make_states() -> Callable[..., list[AlgorithmState]]:
    """Return what makes so many states that are alike."""

    def make(count: int, service: str = "Douane", **facts: object) -> list[AlgorithmState]:
        facts = {"phase": "not started", **facts}
        return [
            AlgorithmState.model_validate(
                {"id": f"{service}-{facts['phase']}-{each}", "service": service, **facts}
            )
            for each in range(count)
        ]

    return make
