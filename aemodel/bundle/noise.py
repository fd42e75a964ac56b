"""Seeded noise: row i depends on the seed and on i alone."""

import numpy as np

from aemodel.bundle.checks import Floats


def generators(
    n: int, seed: int, shared: bool = False, first: int = 0
) -> list[np.random.Generator]:
    """One generator for each of the rows from `first` to `first` + n - 1 of a seed's endless row.

    With `shared`, every row gets an equal copy of row 0's.
    """
    return [
        np.random.Generator(
            np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(0 if shared else row,)))
        )
        for row in range(first, first + n)
    ]


def noise(n: int, size: int, seed: int, shared: bool = False, first: int = 0) -> Floats:
    """Standard normal noise (n, size), seeded by row; see `generators`."""
    rows = np.empty((n, size), np.float32)
    for row, generator in zip(rows, generators(n, seed, shared, first), strict=True):
        row[:] = generator.standard_normal(size, np.float32)
    return rows
