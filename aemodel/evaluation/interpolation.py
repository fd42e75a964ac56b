"""What lies between two drawings: midpoints, and how evenly a path changes the picture."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aemodel.evaluation.interface import FloatArray


class Smoothness(NamedTuple):
    """Euclidean picture change from one step to the next (28x28 pixels in [0, 1])."""

    median: float
    percentile_99: float
    largest: float


def pairs_within(
    labels: NDArray[np.integer], seed: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Indices (n,) and (n,) of pairs with equal labels; every drawing starts one pair.

    Partners are the next ones in a random cycle through the category, so that no drawing is
    paired with itself where its category has two or more.
    """
    rng = np.random.default_rng(seed)
    partners = np.arange(len(labels))
    for label in np.unique(labels):
        cycle = rng.permutation(np.flatnonzero(labels == label))
        partners[cycle] = np.roll(cycle, -1)
    return np.arange(len(labels)), partners


def pairs_across(
    labels: NDArray[np.integer], seed: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Indices of pairs with different labels; every drawing starts one pair.

    Raises ValueError when there is only one label.
    """
    if len(np.unique(labels)) < 2:
        raise ValueError("pairs across categories need two categories")
    rng = np.random.default_rng(seed)
    partners = np.empty(len(labels), dtype=np.int64)
    for label in np.unique(labels):
        own = labels == label
        partners[own] = rng.choice(np.flatnonzero(~own), int(own.sum()))
    return np.arange(len(labels)), partners


def random_ends(
    points: FloatArray, count: int, seed: int
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Pairs of different rows of points (n, d): the same rows for any points of equal number."""
    rng = np.random.default_rng(seed)
    for _ in range(count):
        first, second = rng.choice(len(points), 2, replace=False)
        yield points[first], points[second]


def straight_path(start: FloatArray, end: FloatArray, steps: int) -> FloatArray:
    """Points (steps + 1, d) evenly spaced on the line from `start` (d,) to `end` (d,)."""
    t = np.linspace(0, 1, steps + 1, dtype=np.float32)[:, None]
    return ((1 - t) * start + t * end).astype(np.float32)


def step_changes(frames: FloatArray) -> NDArray[np.float64]:
    """Euclidean change (steps,) between consecutive pictures (steps + 1, 28, 28)."""
    flat = np.asarray(frames, dtype=np.float64).reshape(len(frames), -1)
    return np.asarray(np.sqrt((np.diff(flat, axis=0) ** 2).sum(axis=1)))


def smoothness(changes: NDArray[np.floating]) -> Smoothness:
    """Summary of the step changes of many paths, pooled."""
    return Smoothness(
        float(np.median(changes)), float(np.percentile(changes, 99)), float(np.max(changes))
    )
