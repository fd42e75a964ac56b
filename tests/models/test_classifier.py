"""The classifier: its shapes, its loss against a closed form, that it learns and is repeatable."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import pytest

from aemodel.models.classifier import Classifier, ClassifierConfig, build_classifier

SMALL = ClassifierConfig(
    categories=3, stem=4, stages=((6, 1), (8, 1)), dropout=0.0, label_smoothing=0.1
)


@pytest.fixture
def small() -> Classifier:
    keras.utils.set_random_seed(7)
    return build_classifier(SMALL)


def bars(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Horizontal, vertical and diagonal bars: three categories that are easily told apart."""
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, n)
    images = np.zeros((n, 28, 28, 1), np.float32)
    for image, label in zip(images, labels, strict=True):
        at = rng.integers(4, 22)
        if label == 0:
            image[at : at + 2] = 1
        elif label == 1:
            image[:, at : at + 2] = 1
        else:
            image[np.arange(28), np.arange(28)] = 1
    return images, labels


def test_default_size_is_that_of_a_small_network() -> None:
    model = build_classifier()
    assert 300_000 < model.count_params() < 600_000
    assert model.features.output_shape == (None, 96)
    assert model.logits.output_shape == (None, 46)


def test_features_are_finite_and_not_negative(small: Classifier) -> None:
    features = keras.ops.convert_to_numpy(small.features(bars(5)[0]))
    assert features.shape == (5, 8)
    assert np.isfinite(features).all()
    assert (features >= 0).all()


def test_calling_the_model_is_logits_of_features(small: Classifier) -> None:
    images = bars(4)[0]
    expected = keras.ops.convert_to_numpy(small.logits(small.features(images)))
    np.testing.assert_allclose(keras.ops.convert_to_numpy(small(images)), expected, atol=1e-6)


def test_loss_is_the_smoothed_cross_entropy(small: Classifier) -> None:
    logits = np.array([[2.0, -1.0, 0.5], [0.0, 0.0, 0.0]], np.float32)
    labels = np.array([0, 2])
    log_probabilities = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    targets = np.full((2, 3), 0.1 / 3)
    targets[[0, 1], labels] += 0.9
    expected = -(targets * log_probabilities).sum(axis=1).mean()
    loss = small.compute_loss(y=labels, y_pred=keras.ops.convert_to_tensor(logits))
    assert float(loss) == pytest.approx(expected, rel=1e-5)
    assert float(small.accuracy_tracker.result()) == 0.5


def fit_bars(epochs: int, n: int = 192, **options: object) -> tuple[Classifier, list[float]]:
    images, labels = bars(n)
    keras.utils.set_random_seed(3)
    model = build_classifier(SMALL)
    model.compile(optimizer=keras.optimizers.Adam(2e-2), jit_compile=False, **options)
    history = model.fit(images, labels, epochs=epochs, batch_size=24, verbose=0)
    return model, history.history["loss"]


def test_it_learns_to_tell_bars_apart() -> None:
    images, labels = bars(192)
    model, losses = fit_bars(epochs=12)
    predicted = keras.ops.convert_to_numpy(model(images)).argmax(axis=1)
    assert (predicted == labels).mean() > 0.95
    assert losses[-1] < losses[0] / 2


def test_the_seed_decides_the_training() -> None:
    first, second = (fit_bars(1, n=48, run_eagerly=True)[1] for _ in range(2))
    assert first == second


def test_every_weight_changes_once_blocks_are_open(small: Classifier) -> None:
    images, labels = bars(48)
    before = [keras.ops.convert_to_numpy(w).copy() for w in small.trainable_variables]
    small.compile(optimizer=keras.optimizers.Adam(1e-2), run_eagerly=True)
    small.fit(images, labels, epochs=1, batch_size=16, verbose=0)
    for old, weight in zip(before, small.trainable_variables, strict=True):
        assert not np.array_equal(old, keras.ops.convert_to_numpy(weight)), weight.path
