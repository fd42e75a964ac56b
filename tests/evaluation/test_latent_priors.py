"""Simple priors draw what they were fitted to."""

import numpy as np
import pytest

from aemodel.evaluation.latent_priors import (
    fit_gaussians,
    fit_mixtures,
    posterior_draws,
    standard_normal,
)


def two_categories(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Category 0: a slanted Gaussian. Category 1: two far clusters with nothing in between."""
    rng = np.random.default_rng(seed)
    slanted = rng.normal(size=(800, 2)) @ np.array([[2.0, 1.0], [0.0, 0.5]]) + 3
    clusters = 0.2 * rng.normal(size=(800, 2)) + 8 * rng.integers(2, size=(800, 1)) - 4
    return np.concatenate([slanted, clusters]).astype(np.float32), np.repeat([0, 1], 800)


def test_gaussian_has_the_moments_of_its_category() -> None:
    latents, labels = two_categories(0)
    drawn = fit_gaussians(latents, labels, seed=1)(0, 20_000)
    np.testing.assert_allclose(drawn.mean(axis=0), latents[labels == 0].mean(axis=0), atol=0.1)
    np.testing.assert_allclose(np.cov(drawn.T), np.cov(latents[labels == 0].T), atol=0.25)


def test_mixture_leaves_the_gap_that_a_gaussian_fills() -> None:
    latents, labels = two_categories(2)

    def in_gap(points: np.ndarray) -> float:
        return float((np.abs(points[:, 0]) < 2).mean())

    assert in_gap(fit_mixtures(latents, labels, seed=0)(1, 500)) < 0.01
    assert in_gap(fit_gaussians(latents, labels, seed=0)(1, 500)) > 0.2


def test_long_latents_get_a_mixture_in_principal_axes() -> None:
    rng = np.random.default_rng(3)
    latents = (rng.normal(size=(300, 4)) @ rng.normal(size=(4, 150))).astype(np.float32)
    drawn = fit_mixtures(latents, np.zeros(300, int), seed=0)(0, 3000)
    variance = latents.var(axis=0).sum()
    assert drawn.var(axis=0).sum() == pytest.approx(variance, rel=0.15)
    directions = np.linalg.svd(latents, full_matrices=False)[2][:4]
    outside = drawn - drawn @ directions.T @ directions
    assert (outside**2).mean() < 1e-3 * (drawn**2).mean()


def test_standard_normal_and_posterior_draws_are_seeded() -> None:
    drawn = standard_normal(6, seed=4)(0, 5000)
    assert drawn.dtype == np.float32
    assert np.abs(drawn.mean(axis=0)).max() < 0.06
    np.testing.assert_array_equal(standard_normal(6, seed=4)(2, 10), drawn[:10])
    mean = np.zeros((4000, 2), np.float32)
    log_var = np.full((4000, 2), np.log(9.0), np.float32)
    draws = posterior_draws(mean, log_var, seed=5)
    assert draws.std() == pytest.approx(3, rel=0.05)
    np.testing.assert_array_equal(draws, posterior_draws(mean, log_var, seed=5))
    np.testing.assert_array_equal(posterior_draws(mean + 1, None, seed=5), mean + 1)
