"""The article's two models: shapes, gradients, overfitting, repeatability."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from aemodel.models.ae import Autoencoder
from aemodel.models.losses import bernoulli_nll, kl_to_standard_normal
from aemodel.models.vae import VariationalAutoencoder

IMAGES = (np.random.default_rng(0).random((16, 28, 28, 1)) > 0.8).astype("float32")
MODELS = [Autoencoder, VariationalAutoencoder]


@pytest.fixture(autouse=True)
def _seed() -> None:
    keras.utils.set_random_seed(3)


def step(
    model: keras.Model, optimizer: keras.optimizers.Optimizer, images: np.ndarray
) -> tf.Tensor:
    """One step without `fit`, as a custom distributed loop makes it."""
    with tf.GradientTape() as tape:
        loss = model.compute_loss(x=images, y_pred=model(images, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


def test_the_encoder_is_the_article_s():
    encoder = Autoencoder().encoder
    convolutions = [layer for layer in encoder.layers if isinstance(layer, layers.Conv2D)]
    assert [layer.filters for layer in convolutions] == [16, 32, 64]
    for layer in convolutions:
        assert (layer.kernel_size, layer.padding) == ((3, 3), "same")
        assert layer.activation is keras.activations.selu
    assert sum(isinstance(layer, layers.MaxPooling2D) for layer in encoder.layers) == 3
    assert encoder.output_shape == (None, 3 * 3 * 64)


def test_the_decoder_is_the_article_s():
    layers_ = Autoencoder().decoder.layers
    transposed = [layer for layer in layers_ if isinstance(layer, layers.Conv2DTranspose)]
    assert [(layer.filters, layer.padding, layer.strides) for layer in transposed] == [
        (32, "valid", (2, 2)),
        (16, "same", (2, 2)),
        (1, "same", (2, 2)),
    ]
    assert [layer.kernel_size for layer in transposed] == [(3, 3)] * 3
    assert [layer.output.shape[1] for layer in transposed] == [7, 14, 28]


@pytest.mark.parametrize("model_class", MODELS)
def test_shapes_and_range(model_class: type):
    model = model_class()
    mean, log_var = model.encode(IMAGES)
    assert mean.shape == (16, model.latent_size) == (16, 576)
    assert log_var is None if model_class is Autoencoder else log_var.shape == (16, 576)
    assert model.encode(IMAGES[..., 0])[0].shape == (16, 576)
    images = np.array(model.decode(np.full((5, 576), 30.0, "float32")))
    assert images.shape == (5, 28, 28, 1)
    assert images.min() >= 0 and images.max() <= 1


@pytest.mark.parametrize("model_class", MODELS)
def test_gradients_reach_every_weight(model_class: type):
    model = model_class()
    with tf.GradientTape() as tape:
        loss = model.compute_loss(x=IMAGES, y_pred=model(IMAGES, training=True))
    for variable, gradient in zip(
        model.trainable_variables,
        tape.gradient(loss, model.trainable_variables),
        strict=True,
    ):
        assert gradient is not None and np.abs(gradient).max() > 0, variable.path


@pytest.mark.parametrize("model_class", MODELS)
def test_one_batch_can_be_overfitted(model_class: type):
    rows, columns = np.mgrid[:28, :28]
    radius = np.hypot(rows - 13.5, columns - 13.5)
    shapes = [np.abs(radius - 9) < 1.5, np.abs(rows - columns) < 2, rows % 9 < 2, radius < 6]
    batch = np.stack(shapes)[..., None].astype("float32")
    model = model_class()
    optimizer = keras.optimizers.Adam(3e-3)
    train = tf.function(lambda: step(model, optimizer, batch))
    for _ in range(300):
        train()
    error = np.abs(np.array(model.decode(model.encode(batch)[0])) - batch)
    assert error.mean() < 0.02
    assert error.mean() < np.abs(batch.mean(axis=0) - batch).mean() / 10


def test_the_vae_s_loss_is_its_two_terms_in_nats():
    model = VariationalAutoencoder()
    outputs = model(IMAGES)
    loss = float(model.compute_loss(x=IMAGES, y_pred=outputs))
    reconstruction = np.mean(bernoulli_nll(IMAGES, outputs["logits"]))
    kl = np.mean(kl_to_standard_normal(outputs["mean"], outputs["log_var"]))
    assert loss == pytest.approx(reconstruction + kl, rel=1e-5)
    assert float(model.reconstruction_tracker.result()) == pytest.approx(reconstruction, rel=1e-5)
    assert float(model.kl_tracker.result()) == pytest.approx(kl, rel=1e-4)


def test_the_objective_is_the_article_s_but_for_the_constant_784():
    model = VariationalAutoencoder()
    outputs = model(IMAGES)
    cross_entropy = keras.losses.BinaryCrossentropy()(IMAGES, keras.ops.sigmoid(outputs["logits"]))
    mean, log_var = outputs["mean"], outputs["log_var"]
    latent = -0.5 * keras.ops.sum(1 + log_var - keras.ops.exp(log_var) - mean**2, axis=-1)
    article = float(cross_entropy + keras.ops.mean(latent) / 784.0)
    assert float(model.compute_loss(x=IMAGES, y_pred=outputs)) / 784 == pytest.approx(
        article, rel=1e-4
    )


@pytest.mark.parametrize("model_class", MODELS)
def test_a_seed_repeats_the_training(model_class: type):
    def trained() -> list[np.ndarray]:
        keras.utils.set_random_seed(5)
        model = model_class()
        optimizer = keras.optimizers.Nadam()
        for _ in range(2):
            step(model, optimizer, IMAGES)
        return model.get_weights()

    for one, other in zip(trained(), trained(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_fit_and_an_own_step_under_a_strategy_learn_the_same():
    def fresh() -> VariationalAutoencoder:
        keras.utils.set_random_seed(5)
        return VariationalAutoencoder(seed=2)

    fitted = fresh()
    fitted.compile(optimizer=keras.optimizers.Adam())
    logs = fitted.fit(IMAGES, batch_size=8, shuffle=False, verbose=0).history
    assert set(logs) == {"loss", "reconstruction", "kl"}
    assert logs["loss"][0] == pytest.approx(logs["reconstruction"][0] + logs["kl"][0], rel=1e-4)

    strategy = tf.distribute.OneDeviceStrategy("/cpu:0")
    with strategy.scope():
        stepped = fresh()
        optimizer = keras.optimizers.Adam()
        optimizer.build(stepped.trainable_variables)

    @tf.function
    def run(images: tf.Tensor) -> tf.Tensor:
        return strategy.run(step, args=(stepped, optimizer, images))

    for start in (0, 8):
        run(tf.constant(IMAGES[start : start + 8]))
    for one, other in zip(fitted.get_weights(), stepped.get_weights(), strict=True):
        np.testing.assert_allclose(one, other, atol=2e-5)
