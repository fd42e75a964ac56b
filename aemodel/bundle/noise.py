"""Seeded noise: row i depends on the seed and on i alone."""

import numpy as np

from aemodel.bundle.checks import Floats


def generators(n: int, seed: int, shared: bool = False) -> list[np.random.Generator]:
    """One generator for each of n rows; with `shared`, every row gets an equal copy of row 0's."""
    return [
        np.random.Generator(
            np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(0 if shared else row,)))
        )
        for row in range(n)
    ]


def noise(n: int, size: int, seed: int, shared: bool = False) -> Floats:
    """Standard normal noise (n, size), seeded by row."""
    rows = np.empty((n, size), np.float32)
    for row, generator in zip(rows, generators(n, seed, shared), strict=True):
        row[:] = generator.standard_normal(size, np.float32)
    return rows
