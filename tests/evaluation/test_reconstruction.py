"""Cross-entropy, PSNR, KL and the two bounds against closed forms."""

import numpy as np
import pytest
from scipy.special import expit
from scipy.stats import multivariate_normal, norm

from aemodel.evaluation.reconstruction import (
    active_units,
    cross_entropy,
    evidence_lower_bound,
    importance_weighted_bound,
    kl_to_standard_normal,
    psnr,
)


def test_cross_entropy_of_an_undecided_model_is_784_bits() -> None:
    images = np.random.default_rng(0).uniform(size=(3, 28, 28))
    expected = np.full(3, 784 * np.log(2))
    np.testing.assert_allclose(cross_entropy(images, np.full((3, 28, 28), 0.5)), expected)


def test_cross_entropy_of_grey_is_least_at_the_grey_itself() -> None:
    images = np.full((1, 28, 28), 0.3)
    at = {p: cross_entropy(images, np.full((1, 28, 28), p))[0] for p in (0.2, 0.3, 0.4)}
    entropy = -784 * (0.3 * np.log(0.3) + 0.7 * np.log(0.7))
    assert at[0.3] == pytest.approx(entropy)
    assert at[0.3] < min(at[0.2], at[0.4])


def test_a_certain_and_wrong_pixel_costs_a_finite_amount() -> None:
    images, redrawn = np.zeros((1, 28, 28)), np.zeros((1, 28, 28))
    images[0, 3, 4] = 1
    assert cross_entropy(images, redrawn)[0] == pytest.approx(-np.log(1e-7), rel=1e-4)


def test_psnr_of_a_known_error() -> None:
    images = np.zeros((2, 28, 28), np.float32)
    redrawn = np.stack([np.full((28, 28), 0.1), np.zeros((28, 28))])
    np.testing.assert_allclose(psnr(images, redrawn), [20, 100])


def test_kl_is_zero_at_the_prior_and_agrees_with_monte_carlo() -> None:
    assert kl_to_standard_normal(np.zeros((1, 5)), np.zeros((1, 5)))[0] == 0
    rng = np.random.default_rng(1)
    mean, log_var = rng.normal(size=(1, 3)), rng.normal(size=(1, 3))
    deviation = np.exp(log_var / 2)
    draws = mean + deviation * rng.standard_normal((400_000, 3))
    ratio = norm.logpdf(draws, mean, deviation) - norm.logpdf(draws)
    estimate = ratio.sum(axis=1).mean()
    assert kl_to_standard_normal(mean, log_var)[0] == pytest.approx(estimate, rel=0.01)


def test_units_that_do_not_move_with_the_drawing_are_not_active() -> None:
    rng = np.random.default_rng(2)
    mean = np.stack([rng.normal(size=500), 0.05 * rng.normal(size=500), np.ones(500)], axis=1)
    assert active_units(mean) == 1
    assert active_units(mean, threshold=0.001) == 2


class LinearGaussian:
    """x = W z + noise of deviation s: posterior and log p(x) are known in closed form."""

    def __init__(self) -> None:
        rng = np.random.default_rng(3)
        self.weights = np.linalg.qr(rng.normal(size=(6, 2)))[0] * np.array([1.5, 0.7])
        self.deviation = 0.5
        self.images = rng.normal(size=(40, 2)) @ self.weights.T
        self.images += self.deviation * rng.normal(size=self.images.shape)

    def decode(self, latents: np.ndarray) -> np.ndarray:
        return latents @ self.weights.T

    def log_likelihood(self, images: np.ndarray, decoded: np.ndarray) -> np.ndarray:
        return norm.logpdf(images, decoded, self.deviation).sum(axis=1)

    def posterior(self) -> tuple[np.ndarray, np.ndarray]:
        """Mean and log-variance; diagonal, because the columns of W are orthogonal."""
        precision = 1 + (self.weights**2).sum(axis=0) / self.deviation**2
        mean = self.images @ self.weights / self.deviation**2 / precision
        return mean, np.broadcast_to(-np.log(precision), mean.shape)

    def log_evidence(self) -> np.ndarray:
        covariance = self.weights @ self.weights.T + self.deviation**2 * np.eye(6)
        return multivariate_normal(np.zeros(6), covariance).logpdf(self.images)


def test_both_bounds_are_tight_at_the_exact_posterior_of_a_linear_gaussian_model() -> None:
    model = LinearGaussian()
    mean, log_var = model.posterior()
    for samples in (1, 5):
        bound = importance_weighted_bound(
            model.images,
            mean,
            log_var,
            model.decode,
            samples=samples,
            seed=0,
            log_likelihood=model.log_likelihood,
        )
        np.testing.assert_allclose(bound, model.log_evidence(), atol=1e-4)
    elbos = [
        evidence_lower_bound(
            model.images,
            mean,
            log_var,
            model.decode,
            seed=seed,
            log_likelihood=model.log_likelihood,
        ).mean()
        for seed in range(100)
    ]
    assert np.mean(elbos) == pytest.approx(model.log_evidence().mean(), abs=0.05)


def test_a_wrong_posterior_costs_its_kl_and_more_samples_win_it_back() -> None:
    model = LinearGaussian()
    mean, log_var = model.posterior()
    wrong = mean + 0.6
    gap = (0.6**2 * np.exp(-log_var) / 2).sum(axis=1)  # KL between equal-width Gaussians
    bounds = {
        samples: importance_weighted_bound(
            model.images,
            wrong,
            log_var,
            model.decode,
            samples=samples,
            seed=1,
            log_likelihood=model.log_likelihood,
        ).mean()
        for samples in (10, 100, 5000)
    }
    elbo = np.mean(
        [
            evidence_lower_bound(
                model.images,
                wrong,
                log_var,
                model.decode,
                seed=seed,
                log_likelihood=model.log_likelihood,
            ).mean()
            for seed in range(100)
        ]
    )
    evidence = model.log_evidence().mean()
    assert elbo == pytest.approx(evidence - gap.mean(), abs=0.1)
    assert elbo < bounds[10] < bounds[100] < bounds[5000] < evidence + 0.05
    assert bounds[5000] == pytest.approx(evidence, abs=0.1)


def test_bernoulli_bound_agrees_with_quadrature_over_one_latent() -> None:
    rng = np.random.default_rng(4)
    weights = rng.normal(size=784) / 8
    images = rng.uniform(size=(4, 28, 28))

    def decode(latents: np.ndarray) -> np.ndarray:
        return expit(latents * weights).reshape(-1, 28, 28)

    grid = np.linspace(-6, 6, 2001)
    decoded = decode(grid[:, None])
    bound = importance_weighted_bound(
        images, np.zeros((4, 1)), np.full((4, 1), 0.5), decode, samples=3000, seed=0
    )
    for image, found in zip(images, bound, strict=True):
        likelihood = -cross_entropy(np.broadcast_to(image, decoded.shape), decoded)
        top = likelihood.max()
        evidence = top + np.log(
            (np.exp(likelihood - top) * norm.pdf(grid)).sum() * (grid[1] - grid[0])
        )
        assert found == pytest.approx(evidence, abs=0.15)
