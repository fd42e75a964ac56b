"""The article's vanilla convolutional autoencoder (after Geron, Hands-On Machine Learning).

    image 28x28x1 -> conv 16, 32, 64 (3x3, SELU), each halved by max-pooling -> 3x3x64 = 576
    576 -> 3x3x64 -> transposed conv 32 (valid), 16, 1 (same), 3x3, stride 2, SELU, sigmoid -> image

Trained on binary cross-entropy alone, nothing keeps its latents regular: it is the baseline that
shows why an autoencoder cannot generate.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import keras
from keras import KerasTensor, layers, ops

from aemodel.models.losses import bernoulli_nll

IMAGE_SHAPE = (28, 28, 1)


@dataclass(frozen=True)
class ConvArchitecture:
    """Channels of the three convolutions; the decoder mirrors them."""

    filters: tuple[int, int, int] = (16, 32, 64)

    @property
    def feature_shape(self) -> tuple[int, int, int]:
        """The shape that the three poolings of 28x28 leave."""
        return (3, 3, self.filters[-1])

    @property
    def latent_size(self) -> int:
        """Numbers in a latent: 576 in the article."""
        height, width, channels = self.feature_shape
        return height * width * channels


def convolutional_features(image: KerasTensor, architecture: ConvArchitecture) -> KerasTensor:
    """The encoder's trunk: (n, 28, 28, 1) -> (n, 576), flat."""
    x = image
    for filters in architecture.filters:
        x = layers.Conv2D(
            filters, 3, padding="same", activation="selu", kernel_initializer="lecun_normal"
        )(x)
        x = layers.MaxPooling2D(2)(x)
    return layers.Flatten()(x)


def convolutional_decoder(architecture: ConvArchitecture) -> keras.Model:
    """(n, 576) -> logits (n, 28, 28, 1); their sigmoid is the image."""
    first, second, _ = architecture.filters
    latent = keras.Input((architecture.latent_size,), name="latent")
    x = layers.Reshape(architecture.feature_shape)(latent)
    for filters, padding in ((second, "valid"), (first, "same")):
        x = layers.Conv2DTranspose(
            filters,
            3,
            strides=2,
            padding=padding,
            activation="selu",
            kernel_initializer="lecun_normal",
        )(x)
    logits = layers.Conv2DTranspose(1, 3, strides=2, padding="same")(x)
    return keras.Model(latent, logits, name="decoder")


class Autoencoder(keras.Model):
    """Deterministic autoencoder; `loss` and `reconstruction` are nats per drawing.

    `encoder`: (n, 28, 28, 1) -> latent (n, 576). `decoder`: latent -> logits (n, 28, 28, 1).
    """

    def __init__(self, architecture: ConvArchitecture | None = None, **kwargs: object) -> None:
        super().__init__(**kwargs)
        architecture = architecture or ConvArchitecture()
        self.latent_size = architecture.latent_size
        image = keras.Input(IMAGE_SHAPE, name="image")
        self.encoder = keras.Model(
            image, convolutional_features(image, architecture), name="encoder"
        )
        self.decoder = convolutional_decoder(architecture)
        self.reconstruction_tracker = keras.metrics.Mean(name="reconstruction")
        self.build((None, *IMAGE_SHAPE))

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Nothing is left to create: the two halves were built with their own inputs."""
        self.built = True

    def encode(self, images: KerasTensor) -> tuple[KerasTensor, None]:
        """Images (n, 28, 28[, 1]) -> latents (n, latent_size), and None: there is no variance."""
        return self.encoder(ops.reshape(images, (-1, *IMAGE_SHAPE))), None

    def decode(self, latents: KerasTensor) -> KerasTensor:
        """Latents (n, latent_size) -> images (n, 28, 28, 1) in [0, 1]."""
        return ops.sigmoid(self.decoder(latents))

    def call(self, images: KerasTensor, training: bool | None = None) -> dict[str, KerasTensor]:
        latents = self.encoder(images, training=training)
        return {"logits": self.decoder(latents, training=training)}

    def compute_loss(
        self,
        x: KerasTensor,
        y: object = None,
        y_pred: Mapping[str, KerasTensor] | None = None,
        sample_weight: object = None,
        training: bool = True,
    ) -> KerasTensor:
        """Mean over the batch of the summed cross-entropy; `y_pred` is what `call` gave for `x`."""
        assert y_pred is not None
        reconstruction = bernoulli_nll(x, y_pred["logits"])
        self.reconstruction_tracker.update_state(reconstruction)
        return ops.mean(reconstruction)
