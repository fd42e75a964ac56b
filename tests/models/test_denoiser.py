"""The denoiser: its network, its loss, and that it learns to take noise away."""

import math

import keras
import numpy as np
import pytest
from keras import ops

from aemodel.models.denoiser import (
    Denoiser,
    Denoising,
    DenoisingSettings,
    DepthToSpace,
    clean_of,
)

SMALL = DenoisingSettings(widths=(8, 12, 16), blocks=(1, 1, 1), condition_width=8)
ACROSS, DOWN = 0, 1


@pytest.fixture
def denoiser() -> Denoiser:
    keras.utils.set_random_seed(0)
    return Denoiser(2, SMALL)


def bars(rows: int) -> tuple[np.ndarray, np.ndarray]:
    """A thick stroke across (label 0) or down (label 1): (n, 28, 28, 1) and (n,)."""
    labels = np.random.default_rng(0).integers(0, 2, rows).astype(np.int32)
    images = np.zeros((rows, 28, 28, 1), np.float32)
    images[labels == ACROSS, 12:16, 4:24] = 1
    images[labels == DOWN, 4:24, 12:16] = 1
    return images, labels


def test_depth_to_space_puts_channels_where_tensorflow_does() -> None:
    tf = pytest.importorskip("tensorflow")
    x = np.random.default_rng(0).random((3, 5, 4, 8), np.float32)
    assert np.array_equal(DepthToSpace()(x), tf.nn.depth_to_space(x, 2))


def test_a_new_network_says_nothing_and_its_loss_is_known(denoiser: Denoiser) -> None:
    """It takes every pixel for ink with probability 1/2: log 2 nats a pixel, weighed by time."""
    images, labels = bars(2000)
    trainer = Denoising(denoiser, SMALL)
    loss = float(trainer.compute_loss(images, labels, trainer(images)))
    times = 1 / (1 + np.exp(0.5 - np.random.default_rng(1).standard_normal(200_000)))
    assert loss == pytest.approx(784 * math.log(2) * np.mean(1 / (1 - 0.9 * times)), rel=0.05)


def test_every_weight_gets_a_gradient(denoiser: Denoiser) -> None:
    tf = pytest.importorskip("tensorflow")
    trainer = Denoising(denoiser, SMALL)
    for weight in denoiser.trainable_weights:  # leave the zeros that hide the layers before them
        weight.assign(keras.random.normal(weight.shape, stddev=0.3, seed=1))
    images, labels = bars(32)
    with tf.GradientTape() as tape:
        loss = trainer.compute_loss(images, labels, trainer(images))
    for weight, gradient in zip(
        denoiser.trainable_weights, tape.gradient(loss, denoiser.trainable_weights), strict=True
    ):
        assert gradient is not None, weight.path
        assert np.abs(np.asarray(tf.convert_to_tensor(gradient))).max() > 0, weight.path


def test_it_learns_to_take_noise_away(denoiser: Denoiser) -> None:
    images, labels = bars(640)
    trainer = Denoising(denoiser, SMALL, seed=1)
    trainer.compile(optimizer=keras.optimizers.Adam(1e-2))
    trainer.fit(images, labels, batch_size=16, epochs=2, verbose=0)
    noise = np.random.default_rng(1).standard_normal((20, 28, 28, 1)).astype(np.float32)
    noisy = 0.7 * noise + 0.3 * (2 * images[:20] - 1)
    time = np.full(20, 0.3, np.float32)
    clean = clean_of(denoiser(noisy, np.zeros_like(noisy), time, labels[:20]))
    assert np.abs((ops.convert_to_numpy(clean) + 1) / 2 - images[:20]).mean() < 0.03
