"""A data folder of made-up drawings, small enough to train on in seconds."""

from pathlib import Path

import numpy as np
import pytest

from aemodel.data.dataset import Dataset, load_drawings


@pytest.fixture(scope="session")
def tiny_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """120 rings called `cat` and 120 bars called `tree`, all different."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "bitmap").mkdir()
    random = np.random.default_rng(0)
    rows, columns = np.mgrid[:28, :28]
    rings, bars = [], []
    for _ in range(120):
        y, x, radius = random.uniform(9, 19), random.uniform(9, 19), random.uniform(4, 8)
        rings.append(np.abs(np.hypot(rows - y, columns - x) - radius))
        angle, offset = random.uniform(0, np.pi), random.uniform(-4, 4)
        bars.append(
            np.abs(np.cos(angle) * (rows - 13.5) + np.sin(angle) * (columns - 13.5) - offset)
        )
    for name, distances in (("cat", rings), ("tree", bars)):
        ink = np.clip(2 - np.array(distances), 0, 1) * 255
        np.save(folder / "bitmap" / f"{name}.npy", ink.astype(np.uint8).reshape(-1, 784))
    return folder


@pytest.fixture(scope="session")
def tiny_dataset(tiny_data: Path) -> Dataset:
    """The drawings of `tiny_data`, loaded."""
    return load_drawings(tiny_data, ["cat", "tree"])
