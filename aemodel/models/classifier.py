"""The doodle classifier whose features the Frechet distances are measured in.

A small residual convolutional network (He et al. 2016, arXiv:1512.03385) that tells the
categories of Quick, Draw! apart. It is for evaluation only: no other model learns from it.
"""

from dataclasses import dataclass
from typing import Any

import keras
from keras import layers, ops

IMAGE_SIDE = 28


@dataclass(frozen=True)
class ClassifierConfig:
    """Shape and loss of the classifier. The defaults have about 0.55 million weights."""

    categories: int = 46
    stem: int = 32  # channels at 28x28
    stages: tuple[tuple[int, int], ...] = ((48, 1), (80, 2), (96, 1))  # channels, residual blocks
    dropout: float = 0.2  # of the features, before the logits
    label_smoothing: float = 0.05


class Classifier(keras.Model):
    """Images (n, 28, 28, 1) in [0, 1] to logits (n, categories), through two sub-models.

    `features`: images to non-negative features (n, d), d = channels of the last stage.
    `logits`: features to logits (n, categories).
    Trained on (images, labels) with integer labels (n,).
    """

    def __init__(self, config: ClassifierConfig, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.config = config
        self.features = _features(config)
        self.logits = _logits(config)
        self.accuracy_tracker = keras.metrics.Mean(name="accuracy")

    def call(self, images: Any, training: bool = False) -> Any:
        return self.logits(self.features(images, training=training), training=training)

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        """Cross-entropy in nats per image against labels smoothed by the configured share."""
        if y_pred is None:
            y_pred = self(x, training=training)
        labels = ops.cast(ops.reshape(y, (-1,)), "int32")
        share = self.config.label_smoothing
        targets = ops.one_hot(labels, self.config.categories) * (1 - share)
        targets = targets + share / self.config.categories
        hits = ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), "int32"), labels)
        self.accuracy_tracker.update_state(ops.mean(ops.cast(hits, "float32")))
        return ops.mean(ops.categorical_crossentropy(targets, y_pred, from_logits=True))


def build_classifier(config: ClassifierConfig | None = None) -> Classifier:
    """A classifier with fresh weights, built and ready to train or to load weights into."""
    model = Classifier(config or ClassifierConfig(), name="classifier")
    model.build((None, IMAGE_SIDE, IMAGE_SIDE, 1))
    return model


def _features(config: ClassifierConfig) -> keras.Model:
    images = keras.Input((IMAGE_SIDE, IMAGE_SIDE, 1), name="images")
    x = _convolution(images, config.stem)
    for channels, blocks in config.stages:
        x = _convolution(x, channels, strides=2)
        for _ in range(blocks):
            x = _residual(x, channels)
    return keras.Model(images, layers.GlobalAveragePooling2D()(x), name="features")


def _logits(config: ClassifierConfig) -> keras.Model:
    features = keras.Input((config.stages[-1][0],), name="features")
    x = layers.Dropout(config.dropout)(features)
    return keras.Model(features, layers.Dense(config.categories)(x), name="logits")


def _convolution(x: Any, filters: int, strides: int = 1) -> Any:
    x = layers.Conv2D(filters, 3, strides, padding="same", use_bias=False)(x)
    return layers.ReLU()(layers.BatchNormalization(momentum=0.95)(x))


def _residual(x: Any, filters: int) -> Any:
    y = _convolution(x, filters)
    y = layers.Conv2D(filters, 3, padding="same", use_bias=False)(y)
    y = layers.BatchNormalization(momentum=0.95, gamma_initializer="zeros")(y)  # starts as identity
    return layers.ReLU()(layers.Add()([x, y]))
