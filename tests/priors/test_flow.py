"""The flow prior and its training loss."""

import keras
import numpy as np
import pytest

from aemodel.models.layers import fourier
from aemodel.priors.flow import FlowMatching, FlowPrior, FlowSettings

SETTINGS = FlowSettings(width=16, blocks=2, condition_width=8)


@pytest.fixture
def prior() -> FlowPrior:
    keras.utils.set_random_seed(0)
    return FlowPrior(4, 3, SETTINGS)


def posteriors(rows: int = 64) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, rows).astype(np.int32)
    mean = (rng.standard_normal((rows, 4)) + 3 * labels[:, None]).astype(np.float32)
    position = rng.uniform(-1, 1, (rows, 2)).astype(np.float32)
    return mean, np.full_like(mean, -4), position, labels


def test_standardised_latents_have_unit_spread(prior: FlowPrior) -> None:
    mean, log_var, position, _ = posteriors(4000)
    prior.adapt(mean, log_var)
    latents = np.asarray(FlowMatching(prior, SETTINGS)((mean, log_var, position)))
    assert np.allclose(latents.mean(axis=0), 0, atol=0.05)
    assert np.allclose(latents.std(axis=0), 1, atol=0.05)


def test_a_new_network_says_nothing_and_its_loss_is_known(prior: FlowPrior) -> None:
    """With zero velocity the loss is E |latent - noise|^2 = 2 L for standardised latents."""
    mean, log_var, position, labels = posteriors(4000)
    prior.adapt(mean, log_var)
    trainer = FlowMatching(prior, SETTINGS)
    latents = trainer((mean, log_var, position))
    loss = float(trainer.compute_loss((mean, log_var, position), labels, latents))
    assert loss == pytest.approx(8.0, rel=0.05)


def test_training_learns_the_categories(prior: FlowPrior) -> None:
    mean, log_var, position, labels = posteriors(512)
    prior.adapt(mean, log_var)
    trainer = FlowMatching(prior, SETTINGS, seed=1)
    trainer.compile(optimizer=keras.optimizers.Adam(1e-2))
    trainer.fit((mean, log_var, position), labels, batch_size=128, epochs=60, verbose=0)
    noise = np.random.default_rng(1).standard_normal((300, 4)).astype(np.float32)
    category = np.repeat(np.arange(3), 100).astype(np.int32)
    drawn = np.asarray(prior.sample(noise, category, steps=8)).mean(axis=1)
    centres = [drawn[category == label].mean() for label in range(3)]
    assert centres == pytest.approx([0, 3, 6], abs=0.6)


def test_every_weight_gets_a_gradient() -> None:
    tf = pytest.importorskip("tensorflow")
    prior = FlowPrior(4, 3, SETTINGS)
    trainer = FlowMatching(prior, SETTINGS)
    for weight in prior.trainable_weights:  # leave the zeros that hide the layers before them
        weight.assign(keras.random.normal(weight.shape, stddev=0.3, seed=1))
    mean, log_var, position, labels = posteriors()
    with tf.GradientTape() as tape:
        latents = trainer((mean, log_var, position))
        loss = trainer.compute_loss((mean, log_var, position), labels, latents)
    for weight, gradient in zip(
        prior.trainable_weights, tape.gradient(loss, prior.trainable_weights), strict=True
    ):
        assert gradient is not None, weight.path
        assert np.abs(np.asarray(tf.convert_to_tensor(gradient))).max() > 0, weight.path


def test_fourier_features_are_of_unit_length() -> None:
    features = np.asarray(fourier(np.array([[0.0], [0.3]], np.float32), 16, 1.0))
    assert features.shape == (2, 32)
    assert np.allclose(np.square(features).sum(axis=1), 16, atol=1e-4)
