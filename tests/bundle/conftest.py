"""Toy bundles, opened once a session or fresh to be tampered with."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from toy_bundle import write_toy

from aemodel.bundle import Bundle, open_bundle


@pytest.fixture(scope="session")
def toys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Bundle]:
    """Opened bundles by kind: ae, vae, full. Read only."""
    folder = tmp_path_factory.mktemp("toys")
    return {kind: open_bundle(write_toy(folder / kind, kind)) for kind in ("ae", "vae", "full")}


@pytest.fixture
def toy(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a fresh toy of a kind and returns its folder."""
    return lambda kind="vae": write_toy(tmp_path / f"toy-{kind}", kind)


@pytest.fixture(scope="session")
def drawings() -> np.ndarray:
    """Ten pictures (10, 28, 28): rings of several places and sizes."""
    ys, xs = np.mgrid[:28, :28]
    rings = np.random.default_rng(5).uniform([8, 8, 4], [20, 20, 10], (10, 3))
    pictures = [np.clip(2 - np.abs(np.hypot(xs - x, ys - y) - r), 0, 1) for x, y, r in rings]
    return np.array(pictures, np.float32)
