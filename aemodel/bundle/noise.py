"""Seeded noise: row i depends on the seed and on i alone."""

from collections.abc import Sequence

import numpy as np

from aemodel.bundle.checks import Floats


def generators(
    n: int, seed: int, shared: bool = False, first: int = 0
) -> list[np.random.Generator]:
    """One generator for each of the rows from `first` to `first` + n - 1 of a seed's endless row.

    With `shared`, every row gets an equal copy of row 0's.
    """
    return [_generator(seed, 0 if shared else row) for row in range(first, first + n)]


def noise(n: int, size: int, seed: int, shared: bool = False, first: int = 0) -> Floats:
    """Standard normal noise (n, size), seeded by row; see `generators`."""
    return noise_of([0] * n if shared else range(first, first + n), size, seed)


def noise_of(rows: Sequence[int], size: int, seed: int) -> Floats:
    """Standard normal noise (n, size) of the rows with these numbers."""
    drawn = [_generator(seed, row).standard_normal(size, np.float32) for row in rows]
    return np.stack(drawn) if drawn else np.empty((0, size), np.float32)


def _generator(seed: int, row: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(row,))))
