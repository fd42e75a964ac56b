"""Simple densities fitted to a model's latents, to compare its own prior with.

Each category gets a density of its own: a Gaussian with full covariance, or a mixture of ten.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from aemodel.evaluation.interface import FloatArray

DrawLatents = Callable[[int, int], FloatArray]  # (category label, n) -> latents (n, latent_size)

MIXTURE_COMPONENTS = 10
_LARGEST_FULL_COVARIANCE = 128  # beyond this many units a component has too few drawings
_RIDGE = 1e-6


def posterior_draws(mean: FloatArray, log_var: FloatArray | None, seed: int) -> FloatArray:
    """One latent (n, latent_size) per posterior; the mean itself for a deterministic encoder."""
    if log_var is None:
        return np.asarray(mean, dtype=np.float32)
    noise = np.random.default_rng(seed).standard_normal(np.shape(mean))
    return np.asarray(mean + np.exp(log_var / 2) * noise, dtype=np.float32)


def standard_normal(latent_size: int, seed: int) -> DrawLatents:
    """N(0, I), whatever the category."""
    rng = np.random.default_rng(seed)

    def draw(_label: int, n: int) -> FloatArray:
        return rng.standard_normal((n, latent_size), dtype=np.float32)

    return draw


def fit_gaussians(latents: FloatArray, labels: NDArray[np.integer], seed: int) -> DrawLatents:
    """A Gaussian with full covariance for each label of latents (n, latent_size)."""
    rng = np.random.default_rng(seed)
    fitted: dict[int, tuple[NDArray[np.float64], NDArray[np.float64]]] = {}
    for label in np.unique(labels):
        own = np.asarray(latents[labels == label], dtype=np.float64)
        values, vectors = np.linalg.eigh(np.cov(own, rowvar=False))
        fitted[int(label)] = own.mean(axis=0), vectors * np.sqrt(np.clip(values, 0, None))

    def draw(label: int, n: int) -> FloatArray:
        mean, root = fitted[label]
        return np.asarray(mean + rng.standard_normal((n, len(mean))) @ root.T, dtype=np.float32)

    return draw


def fit_mixtures(latents: FloatArray, labels: NDArray[np.integer], seed: int) -> DrawLatents:
    """A Gaussian mixture of ten components for each label, fitted by expectation-maximisation.

    Covariances are full up to 128 latent units; beyond, each component's is diagonal in the
    principal axes of the category, which is what the number of drawings supports.
    """
    from sklearn.mixture import GaussianMixture

    full = latents.shape[1] <= _LARGEST_FULL_COVARIANCE
    fitted = {}
    for label in np.unique(labels):
        own = np.asarray(latents[labels == label], dtype=np.float64)
        centre = own.mean(axis=0)
        axes = np.eye(own.shape[1]) if full else np.linalg.eigh(np.cov(own, rowvar=False))[1]
        mixture = GaussianMixture(
            min(MIXTURE_COMPONENTS, len(own) // 2),
            covariance_type="full" if full else "diag",
            reg_covar=_RIDGE,
            max_iter=200,
            random_state=seed,
        ).fit((own - centre) @ axes)
        fitted[int(label)] = mixture, centre, axes

    def draw(label: int, n: int) -> FloatArray:
        mixture, centre, axes = fitted[label]
        latents_in_axes, components = mixture.sample(n)
        shuffled = np.random.default_rng(seed).permutation(len(components))
        return np.asarray(latents_in_axes[shuffled] @ axes.T + centre, dtype=np.float32)

    return draw
