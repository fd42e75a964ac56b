"""The sampling layer."""

import keras
import numpy as np

from aemodel.models.layers import Sampling


def test_draws_have_the_mean_and_the_variance_asked_for():
    mean = np.array([[-1.0, 0.0, 3.0]], "float32")
    log_var = np.log(np.array([[4.0, 1.0, 0.01]], "float32"))
    count = 100_000
    draws = np.array(Sampling(seed=1)((np.repeat(mean, count, 0), np.repeat(log_var, count, 0))))
    deviation = np.exp(log_var / 2)
    assert (np.abs(draws.mean(axis=0) - mean) < 4 * deviation / np.sqrt(count)).all()
    assert (np.abs(draws.std(axis=0) / deviation - 1) < 4 / np.sqrt(2 * count)).all()
    correlation = np.corrcoef(draws.T) - np.eye(3)
    assert np.abs(correlation).max() < 4 / np.sqrt(count)


def test_a_seed_repeats_the_draws_and_every_call_draws_anew():
    inputs = (np.zeros((4, 5), "float32"), np.zeros((4, 5), "float32"))
    one, same, other = Sampling(seed=1), Sampling(seed=1), Sampling(seed=2)
    first = np.array(one(inputs))
    np.testing.assert_array_equal(first, same(inputs))
    assert not np.allclose(first, other(inputs))
    assert not np.allclose(first, one(inputs))


def test_no_variance_means_no_noise():
    mean = np.ones((2, 3), "float32")
    np.testing.assert_allclose(Sampling()((mean, np.full((2, 3), -80.0, "float32"))), mean)


def test_symbolic_shape():
    size = keras.Input((576,))
    assert Sampling()((size, size)).shape == (None, 576)
