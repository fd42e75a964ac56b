"""Priors: moments, densities against closed forms, noise seeded by row."""

import numpy as np
import pytest

from aemodel.bundle.arrays import write_arrays
from aemodel.bundle.prior import GaussianPrior, NormalPrior, load_prior, noise
from aemodel.errors import BundleError

RNG = np.random.default_rng(0)
MEAN = np.array([[1, -1, 0], [-2, 0, 2]], np.float32)
FACTOR = np.array(
    [[[1, 0, 0], [0.5, 0.8, 0], [-0.3, 0.1, 0.4]], [[0.3, 0, 0], [0, 2, 0], [0, 0, 1]]], np.float32
)


def test_noise_is_seeded_by_row() -> None:
    rows = noise(9, 5, seed=3)
    np.testing.assert_array_equal(noise(4, 5, seed=3), rows[:4])
    assert len(np.unique(rows)) == 45
    shared = noise(4, 5, seed=3, shared=True)
    np.testing.assert_array_equal(shared, np.repeat(rows[:1], 4, axis=0))
    assert noise(0, 5, seed=3).shape == (0, 5)


def test_noise_of_a_seed_never_changes() -> None:
    """Pictures carry their seed: it has to give the same picture in years to come."""
    np.testing.assert_allclose(
        noise(2, 3, seed=42),
        [[0.62307733, 1.8485538, 1.2230444], [0.12664127, -0.99785286, 0.29760912]],
        rtol=1e-6,
    )


@pytest.mark.parametrize("which", [0, 1])
def test_gaussian_samples_have_its_moments(which: int) -> None:
    drawn = GaussianPrior(MEAN, FACTOR, None).sample(20_000, category=which, seed=1)
    np.testing.assert_allclose(drawn.mean(axis=0), MEAN[which], atol=0.06)
    np.testing.assert_allclose(np.cov(drawn.T), FACTOR[which] @ FACTOR[which].T, atol=0.12)


def test_without_a_category_all_are_drawn_evenly() -> None:
    drawn = GaussianPrior(MEAN, FACTOR, None).sample(4000, temperature=0, seed=1)
    first = (drawn == MEAN[0]).all(axis=1)
    assert first.sum() + (drawn == MEAN[1]).all(axis=1).sum() == 4000
    assert abs(first.mean() - 0.5) < 4 * np.sqrt(0.25 / 4000)


def gaussian_log_density(points: np.ndarray, mean: np.ndarray, cov: np.ndarray) -> np.ndarray:
    centred = points - mean
    quadratic = np.einsum("ni,ij,nj->n", centred, np.linalg.inv(cov), centred)
    return -0.5 * (quadratic + np.linalg.slogdet(2 * np.pi * cov)[1])


def test_log_densities_match_the_closed_form() -> None:
    points = RNG.normal(size=(50, 3)).astype(np.float32)
    np.testing.assert_allclose(
        NormalPrior(3).log_density(points),
        gaussian_log_density(points, np.zeros(3), np.eye(3)),
        rtol=1e-6,
    )
    covariances = [factor.astype(float) @ factor.T for factor in FACTOR]
    each = [gaussian_log_density(points, *both) for both in zip(MEAN, covariances, strict=True)]
    np.testing.assert_allclose(
        GaussianPrior(MEAN, FACTOR, None).log_density(points),
        np.logaddexp(*each) - np.log(2),
        rtol=1e-5,
    )
    std = np.array([[0.5, 2, 1]], np.float32)
    np.testing.assert_allclose(
        GaussianPrior(MEAN[:1], None, std).log_density(points),
        gaussian_log_density(points, MEAN[0], np.diag(std[0].astype(float) ** 2)),
        rtol=1e-5,
    )


def test_far_points_have_a_finite_log_density() -> None:
    far = np.full((1, 3), 1e6, np.float32)
    assert np.isfinite(GaussianPrior(MEAN, FACTOR, None).log_density(far)).all()


def test_one_gaussian_for_all_knows_no_categories() -> None:
    prior = GaussianPrior(MEAN[:1], FACTOR[:1], None)
    assert not prior.conditional
    assert GaussianPrior(MEAN, FACTOR, None).conditional
    with pytest.raises(BundleError, match="category"):
        prior.sample(1, category=0)


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"mean": MEAN}, "lacks the array 'std'"),
        ({"mean": MEAN[:, :2], "factor": FACTOR}, "shape"),
        ({"mean": MEAN, "factor": FACTOR[:1]}, "shape"),
        ({"mean": np.repeat(MEAN, 3, 0), "factor": np.repeat(FACTOR, 3, 0)}, "6 Gaussians for 2"),
        ({"mean": MEAN, "factor": np.zeros_like(FACTOR)}, "not positive"),
        ({"mean": MEAN, "std": np.full((2, 3), np.inf)}, "not finite"),
        ({"mean": MEAN, "std": -np.ones((2, 3))}, "not positive"),
    ],
)
def test_arrays_that_are_no_gaussian_are_refused(arrays: dict, words: str) -> None:
    with pytest.raises(BundleError, match=words):
        load_prior({"kind": "gaussian"}, {"prior.npz": write_arrays(arrays)}, 3, 2)


def test_kinds_of_priors() -> None:
    assert load_prior({"kind": "none"}, {}, 3, 2) is None
    assert isinstance(load_prior({"kind": "normal"}, {}, 3, 2), NormalPrior)
    with pytest.raises(BundleError, match=r"lacks prior\.npz"):
        load_prior({"kind": "gaussian"}, {}, 3, 2)
    with pytest.raises(BundleError, match="unknown kind 'oracle'"):
        load_prior({"kind": "oracle"}, {}, 3, 2)
