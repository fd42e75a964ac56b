"""The pair between latents and the plane."""

import keras
import numpy as np
import pytest
from scipy.stats import norm

from aemodel.models.plane import (
    EDGE,
    PlanePair,
    PlaneSettings,
    distance_from_normal,
    from_square,
    to_square,
)
from aemodel.training.config import Optimisation
from aemodel.training.feed import ArrayBatches
from aemodel.training.optimisers import compile_model
from aemodel.training.plane import density_grids, variance_kept

RNG = np.random.default_rng(0)


def latents_of_two_categories(count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Posteriors in 6 dimensions, nearly all of whose variance lies in a plane, and labels."""
    labels = np.arange(count) % 2
    inner = RNG.standard_normal((count, 2)) + 3 * labels[:, None]
    mean = inner @ RNG.standard_normal((2, 6)) + 5 + 0.05 * RNG.standard_normal((count, 6))
    return mean.astype("float32"), np.full((count, 6), -4, "float32"), labels.astype("int32")


def test_the_square_and_back():
    points = RNG.uniform(-EDGE, EDGE, (200, 2)).astype("float32")
    np.testing.assert_allclose(to_square(from_square(points)), points, atol=1e-5)
    beyond = np.array([[1.0, -1.0], [7.0, -9.0]], "float32")
    np.testing.assert_allclose(from_square(beyond), from_square(np.sign(beyond) * EDGE))


def test_a_normal_distribution_fills_the_square_evenly():
    coordinates = np.linspace(-4, 4, 801).astype("float32")
    np.testing.assert_allclose(
        (np.array(to_square(coordinates)) + 1) / 2, norm.cdf(coordinates), atol=0.01
    )


def test_distance_from_the_normal_distribution():
    seed = keras.random.SeedGenerator(0)
    normal = RNG.standard_normal((2000, 2)).astype("float32")
    assert float(distance_from_normal(normal, seed)) < 0.01
    # Shifted by d: d^2 / 2 on average over directions. Scaled by s: (s - 1)^2.
    shifted = float(distance_from_normal(normal + np.array([2, 0], "float32"), seed, 4000))
    assert shifted == pytest.approx(2.0, rel=0.1)
    assert float(distance_from_normal(3 * normal, seed)) == pytest.approx(4.0, rel=0.1)
    half = normal * np.array([1, 0], "float32")
    assert float(distance_from_normal(half, seed)) > 0.1


def test_standardisation_is_folded_into_both_halves():
    mean, log_var, _ = latents_of_two_categories(500)
    pair = PlanePair(6, 2, PlaneSettings(width=8, depth=1))
    pair.adapt(mean, log_var)
    scaled = np.array(pair.standardise(mean))
    np.testing.assert_allclose(scaled.mean(axis=0), 0, atol=1e-3)
    expected = np.sqrt(mean.var(axis=0) / (mean.var(axis=0) + np.exp(-4)))
    np.testing.assert_allclose(scaled.std(axis=0), expected, rtol=1e-3)
    centre = np.array(pair.destandardise(np.zeros((1, 6), "float32")))[0]
    np.testing.assert_allclose(centre, mean.mean(axis=0), rtol=1e-4)
    assert float(pair.total_variance.value) == pytest.approx(mean.var(axis=0).sum(), rel=1e-4)


def test_training_keeps_what_a_plane_can_keep_and_fills_it():
    keras.utils.set_random_seed(1)
    posteriors = latents_of_two_categories(2048)
    pair = PlanePair(6, 2, PlaneSettings(width=32, depth=2), seed=1)
    pair.adapt(*posteriors[:2])

    def as_batch(batch):
        mean, log_var, labels = batch
        return (mean, log_var), labels

    batches = ArrayBatches(posteriors, 256, transform=as_batch)
    compile_model(pair, Optimisation(optimizer="adam", learning_rate=5e-3), len(batches))
    for epoch in range(25):
        logs = pair.fit(batches.epoch(epoch), verbose=0).history
    assert set(logs) == {"loss", "lost", "kl", "fill", "class_loss", "accuracy"}
    mean = posteriors[0]
    assert variance_kept(pair, mean) > 0.8
    assert logs["accuracy"][0] > 0.85
    points = pair.map_encoder.predict(mean, verbose=0)
    counts, _, _ = np.histogram2d(*points.T, bins=4, range=((-1, 1), (-1, 1)))
    assert counts.min() > len(points) / 16 / 3 and counts.max() < len(points) / 16 * 3
    anywhere = pair.map_decoder.predict(RNG.uniform(-1, 1, (50, 2)), verbose=0)
    assert np.isfinite(anywhere).all()


def test_gradients_reach_every_weight():
    import tensorflow as tf

    mean, log_var, labels = latents_of_two_categories(64)
    pair = PlanePair(6, 2, PlaneSettings(width=8, depth=2))
    with tf.GradientTape() as tape:
        loss = pair.compute_loss((mean, log_var), labels, pair((mean, log_var), training=True))
    for gradient in tape.gradient(loss, pair.trainable_variables):
        assert gradient is not None and np.abs(gradient).max() > 0


def test_density_grids_say_where_drawings_lie():
    corner = np.array([-0.9, 0.8])  # left, top
    points = np.concatenate([np.tile(corner, (300, 1)), np.tile([0.9, -0.9], (100, 1))])
    labels = np.repeat([0, 1], [300, 100])
    grids = density_grids(points.astype("float32"), labels, 3, size=40)
    assert grids["density"].shape == (40, 40) and grids["category_density"].shape == (3, 40, 40)
    assert grids["density"].max() == pytest.approx(1)
    row, column = np.unravel_index(grids["density"].argmax(), (40, 40))
    assert (row, column) == (int(1.8 / 2 * 40), int(0.1 / 2 * 40))  # row 0 is the bottom
    np.testing.assert_allclose(grids["category_density"].sum(axis=0), grids["density"], atol=1e-6)
    assert grids["category_density"][2].max() == 0
    np.testing.assert_array_equal(grids["extent"], [-1, 1, -1, 1])
