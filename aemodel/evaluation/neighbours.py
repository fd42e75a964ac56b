"""Metrics made of nearest neighbours in a feature space, in plain NumPy.

Precision and recall: Kynkäänniemi et al. 2019 (arXiv:1904.06991). Density and coverage: Naeem
et al. 2020 (arXiv:2002.09797).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

DEFAULT_K = 3
_BLOCK = 1024  # rows of a distance matrix that are held at once


class PrecisionRecall(NamedTuple):
    """Each at least 0; precision, recall and coverage at most 1, density may pass 1."""

    precision: float  # share of samples inside the manifold of the real drawings
    recall: float  # share of real drawings inside the manifold of the samples
    density: float  # samples per real neighbourhood, 1 when both have the same distribution
    coverage: float  # share of real neighbourhoods that hold a sample


def squared_distances(a: NDArray[np.floating], b: NDArray[np.floating]) -> NDArray[np.floating]:
    """Squared Euclidean distances (n, m) between rows of a (n, d) and b (m, d), at least 0."""
    gram: NDArray[np.floating] = a @ b.T
    gram *= -2
    gram += np.einsum("nd,nd->n", a, a)[:, None]
    gram += np.einsum("md,md->m", b, b)[None, :]
    np.maximum(gram, 0, out=gram)
    return gram


def neighbour_radii(features: NDArray[np.floating], k: int = DEFAULT_K) -> NDArray[np.float64]:
    """Squared distance (n,) of every row to its k-th nearest other row of the same set.

    Raises ValueError when there are not more than k rows.
    """
    values = np.asarray(features, dtype=np.float64)
    if len(values) <= k:
        raise ValueError(f"{len(values)} drawings are too few for {k} nearest neighbours")
    radii = np.empty(len(values))
    for start in range(0, len(values), _BLOCK):
        block = squared_distances(values[start : start + _BLOCK], values)
        rows = np.arange(len(block))
        block[rows, start + rows] = -1.0  # itself sorts first
        radii[start : start + _BLOCK] = np.partition(block, k, axis=1)[:, k]
    return radii


def precision_recall(
    real: NDArray[np.floating], samples: NDArray[np.floating], k: int = DEFAULT_K
) -> PrecisionRecall:
    """Precision, recall, density and coverage of sample features (m, d) against real ones (n, d).

    The manifold of a set is the union of balls around its members that reach to their k-th
    nearest neighbour. Use equally many on both sides to compare precision with recall.
    """
    real = np.asarray(real, dtype=np.float64)
    samples = np.asarray(samples, dtype=np.float64)
    real_radii = neighbour_radii(real, k)
    sample_radii = neighbour_radii(samples, k)
    in_real = np.zeros(len(samples), dtype=np.int64)
    recalled = 0
    covered = 0
    for start in range(0, len(real), _BLOCK):
        block = squared_distances(real[start : start + _BLOCK], samples)
        radii = real_radii[start : start + _BLOCK, None]
        inside = block <= radii
        in_real += inside.sum(axis=0)
        covered += int(inside.any(axis=1).sum())
        recalled += int((block <= sample_radii[None, :]).any(axis=1).sum())
    return PrecisionRecall(
        precision=float((in_real > 0).mean()),
        recall=recalled / len(real),
        density=float(in_real.mean()) / k,
        coverage=covered / len(real),
    )


def nearest_distances(
    queries: NDArray[np.floating], references: NDArray[np.floating] | NDArray[np.uint8]
) -> NDArray[np.float32]:
    """Euclidean distance (n,) from every query row to the nearest reference row, float32."""
    queries = np.asarray(queries, dtype=np.float32)
    nearest = np.full(len(queries), np.inf, dtype=np.float32)
    for start in range(0, len(references), 8 * _BLOCK):
        block = np.asarray(references[start : start + 8 * _BLOCK], dtype=np.float32)
        for first in range(0, len(queries), _BLOCK):
            rows = slice(first, first + _BLOCK)
            distances = squared_distances(queries[rows], block).min(axis=1)
            nearest[rows] = np.minimum(nearest[rows], distances)
    return np.sqrt(nearest)
