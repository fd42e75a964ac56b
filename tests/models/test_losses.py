"""The two terms of the bound, against closed forms and estimates."""

import numpy as np
import pytest
from scipy.stats import norm

from aemodel.models.losses import bernoulli_nll, kl_to_standard_normal

RNG = np.random.default_rng(0)
MEAN = RNG.normal(size=(3, 5)).astype("float32")
LOG_VAR = RNG.normal(size=(3, 5)).astype("float32")


def test_kl_is_zero_only_for_the_standard_normal():
    zeros = np.zeros((2, 7), "float32")
    assert np.array(kl_to_standard_normal(zeros, zeros)) == pytest.approx(0.0, abs=1e-7)
    assert (np.array(kl_to_standard_normal(MEAN, LOG_VAR)) > 0.1).all()


def test_kl_equals_the_closed_form_dimension_by_dimension():
    deviation = np.exp(LOG_VAR.astype(float) / 2)
    expected = (-np.log(deviation) + (deviation**2 + MEAN.astype(float) ** 2) / 2 - 0.5).sum(axis=1)
    np.testing.assert_allclose(kl_to_standard_normal(MEAN, LOG_VAR), expected, rtol=1e-5)


def test_kl_equals_a_monte_carlo_estimate():
    deviation = np.exp(LOG_VAR.astype(float) / 2)
    draws = MEAN + deviation * RNG.standard_normal((200_000, 3, 5))
    ratio = (norm.logpdf(draws, MEAN, deviation) - norm.logpdf(draws)).sum(axis=-1)
    error = 4 * ratio.std(axis=0) / np.sqrt(len(ratio))
    difference = np.abs(ratio.mean(axis=0) - np.array(kl_to_standard_normal(MEAN, LOG_VAR)))
    assert (difference < error).all()


def test_nll_is_the_cross_entropy_summed_over_pixels():
    images = RNG.uniform(size=(4, 28, 28, 1)).astype("float32")
    logits = RNG.normal(size=(4, 28, 28, 1)).astype("float32")
    ink = 1 / (1 + np.exp(-logits.astype(float)))
    expected = -(images * np.log(ink) + (1 - images) * np.log(1 - ink)).sum(axis=(1, 2, 3))
    np.testing.assert_allclose(bernoulli_nll(images, logits), expected, rtol=1e-5)


def test_nll_stays_finite_when_the_decoder_is_certain_and_wrong():
    certain = np.full((1, 28, 28, 1), -200.0, "float32")
    assert np.array(bernoulli_nll(np.ones_like(certain), certain)) == pytest.approx(784 * 200)
