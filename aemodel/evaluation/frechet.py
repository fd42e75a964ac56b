"""Frechet distance between two sets of feature vectors, each summarised by a Gaussian.

With the features of an image classifier this is the FID of Heusel et al. 2017
(arXiv:1706.08500). Its estimate is biased upwards by an amount that depends on the number of
drawings, so two distances are comparable only when they were computed from equally many.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Moments(NamedTuple):
    """Mean (d,) and covariance (d, d) of a set of feature vectors, float64."""

    mean: NDArray[np.float64]
    covariance: NDArray[np.float64]


def moments(features: NDArray[np.floating]) -> Moments:
    """Mean and unbiased covariance of features (n, d), n at least 2.

    Raises ValueError for fewer than two rows or values that are not finite.
    """
    values = np.asarray(features, dtype=np.float64)
    if values.ndim != 2 or len(values) < 2:
        raise ValueError(f"features need the shape (n >= 2, d), not {values.shape}")
    if not np.isfinite(values).all():
        raise ValueError("features hold values that are not finite")
    mean = values.mean(axis=0)
    centred = values - mean
    return Moments(mean, centred.T @ centred / (len(values) - 1))


def frechet_distance_of_moments(a: Moments, b: Moments) -> float:
    """Squared 2-Wasserstein distance of two Gaussians:

        |mean_a - mean_b|^2 + tr(A) + tr(B) - 2 tr((A^1/2 B A^1/2)^1/2)

    The square roots are taken through symmetric eigendecompositions with negative eigenvalues
    (rounding) set to zero, so singular covariances need no epsilon and the result is real.
    """
    root = _symmetric_root(a.covariance)
    product = root @ b.covariance @ root
    eigenvalues = np.linalg.eigvalsh((product + product.T) / 2)
    overlap = np.sqrt(np.clip(eigenvalues, 0.0, None)).sum()
    shift = a.mean - b.mean
    distance = shift @ shift + np.trace(a.covariance) + np.trace(b.covariance) - 2 * overlap
    return max(float(distance), 0.0)


def frechet_distance(features_a: NDArray[np.floating], features_b: NDArray[np.floating]) -> float:
    """Frechet distance between feature sets (n, d) and (m, d); at least 0, 0 for equal sets."""
    return frechet_distance_of_moments(moments(features_a), moments(features_b))


def _symmetric_root(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    eigenvalues, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    root: NDArray[np.float64] = (vectors * np.sqrt(np.clip(eigenvalues, 0.0, None))) @ vectors.T
    return root
