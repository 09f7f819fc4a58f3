"""The questionnaires under test, and the reference material where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.instruments.questions import Instrument, load_instrument


@pytest.fixture
def dpia() -> Instrument:
    """Return the DPIA model, version 3.0."""
    return load_instrument("dpia_3_0")


@pytest.fixture
def dpia_2017() -> Instrument:
    """Return the DPIA model of 2017."""
    return load_instrument("dpia_2017")


@pytest.fixture
def iama() -> Instrument:
    """Return the IAMA, version 2.0."""
    return load_instrument("iama_2_0")


@pytest.fixture
def shared() -> Path:
    """Return the folder of reference material; skips when it is not there."""
    folder = Path(__file__).parents[3] / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material is not there")
    return folder
