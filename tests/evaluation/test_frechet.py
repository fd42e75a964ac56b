"""Frechet distance against closed forms."""

import numpy as np
import pytest
from scipy.linalg import sqrtm

from aemodel.evaluation.frechet import (
    Moments,
    frechet_distance,
    frechet_distance_of_moments,
    moments,
)


def random_covariance(rng: np.random.Generator, size: int, rank: int) -> np.ndarray:
    factor = rng.normal(size=(size, rank))
    return factor @ factor.T


def test_moments_match_numpy() -> None:
    values = np.random.default_rng(0).normal(size=(50, 4)).astype(np.float32)
    mean, covariance = moments(values)
    np.testing.assert_allclose(mean, values.mean(axis=0), atol=1e-6)
    np.testing.assert_allclose(covariance, np.cov(values, rowvar=False), atol=1e-6)


def test_diagonal_gaussians_have_the_closed_form() -> None:
    rng = np.random.default_rng(1)
    mean_a, mean_b = rng.normal(size=(2, 6))
    deviation_a, deviation_b = rng.uniform(0.1, 2, size=(2, 6))
    distance = frechet_distance_of_moments(
        Moments(mean_a, np.diag(deviation_a**2)), Moments(mean_b, np.diag(deviation_b**2))
    )
    expected = ((mean_a - mean_b) ** 2).sum() + ((deviation_a - deviation_b) ** 2).sum()
    assert distance == pytest.approx(expected, rel=1e-10)


def test_full_covariances_agree_with_the_matrix_square_root_of_the_product() -> None:
    rng = np.random.default_rng(2)
    a, b = random_covariance(rng, 5, 9), random_covariance(rng, 5, 9)
    expected = np.trace(a + b - 2 * sqrtm(a @ b).real)
    zero = np.zeros(5)
    assert frechet_distance_of_moments(Moments(zero, a), Moments(zero, b)) == pytest.approx(
        expected, rel=1e-8
    )


def test_singular_covariances_give_a_finite_symmetric_distance() -> None:
    rng = np.random.default_rng(3)
    zero = np.zeros(20)
    a = Moments(zero, random_covariance(rng, 20, 3))
    b = Moments(zero, random_covariance(rng, 20, 4))
    forward, backward = frechet_distance_of_moments(a, b), frechet_distance_of_moments(b, a)
    assert np.isfinite(forward)
    assert forward > 1
    assert forward == pytest.approx(backward, rel=1e-6)
    assert frechet_distance_of_moments(a, a) == pytest.approx(0, abs=1e-5)


def test_samples_of_two_gaussians_approach_the_distance_of_the_gaussians() -> None:
    rng = np.random.default_rng(4)
    a = rng.normal(size=(40_000, 3))
    b = 2 * rng.normal(size=(40_000, 3)) + 1
    assert frechet_distance(a, b) == pytest.approx(3 + 3, rel=0.03)


def test_equal_sets_are_at_distance_zero_in_any_order() -> None:
    values = np.random.default_rng(5).normal(size=(100, 8))
    assert frechet_distance(values, values[::-1]) == pytest.approx(0, abs=1e-8)


@pytest.mark.parametrize("bad", [np.zeros((1, 4)), np.zeros(4), np.full((3, 2), np.nan)])
def test_unusable_features_are_refused(bad: np.ndarray) -> None:
    with pytest.raises(ValueError, match="features"):
        frechet_distance(bad, np.zeros((5, 4)))
