"""`atlas`, first part: a residual convolutional VAE with a compact latent and a small KL weight.

The recipe is that of latent diffusion (Rombach et al., arXiv:2112.10752) at doodle size: an
autoencoder trained for likelihood, sharpened by a discriminator (`atlas_sharpen`), and a prior
learnt over its latents (`flow`).
"""

from dataclasses import dataclass
from typing import Any

import keras
from keras import ops

from aemodel.models.layers import Sampling
from aemodel.models.losses import bernoulli_nll, kl_to_standard_normal
from aemodel.models.residual import ResidualBlock


@dataclass(frozen=True)
class AtlasArchitecture:
    """Sizes of the encoder and decoder.

    `grid_channels` 0 means one vector of `latent_size`; otherwise the latent is a 7x7 grid of that
    many channels, flattened, and `latent_size` must be 49 times it.
    """

    latent_size: int = 128
    grid_channels: int = 0
    encoder_widths: tuple[int, int, int] = (32, 64, 96)
    decoder_widths: tuple[int, int, int] = (96, 56, 24)
    decoder_blocks: tuple[int, int, int] = (2, 2, 1)


def build_encoder(arch: AtlasArchitecture) -> keras.Model:
    """(n, 28, 28, 1) in [0, 1] -> mean and log-variance, each (n, latent_size)."""
    narrow, middle, wide = arch.encoder_widths
    inputs = keras.Input((28, 28, 1), name="image")
    x = keras.layers.Conv2D(narrow, 5, strides=2, padding="same")(inputs)
    x = ResidualBlock(narrow)(x)
    x = keras.layers.Conv2D(middle, 3, strides=2, padding="same")(ops.silu(x))
    x = ResidualBlock(middle)(x)
    x = ResidualBlock(middle)(x)
    if arch.grid_channels:
        x = ResidualBlock(middle)(x)
        mean = keras.layers.Conv2D(arch.grid_channels, 1, name="mean")(ops.silu(x))
        log_var = keras.layers.Conv2D(arch.grid_channels, 1, name="log_var")(ops.silu(x))
        mean, log_var = keras.layers.Flatten()(mean), keras.layers.Flatten()(log_var)
    else:
        x = keras.layers.Conv2D(wide, 3, strides=2, padding="same")(ops.silu(x))
        x = ResidualBlock(wide)(x)
        x = keras.layers.Flatten()(ops.silu(x))
        mean = keras.layers.Dense(arch.latent_size, name="mean")(x)
        log_var = keras.layers.Dense(arch.latent_size, name="log_var")(x)
    return keras.Model(inputs, [mean, ops.clip(log_var, -10.0, 4.0)], name="encoder")


def build_decoder(arch: AtlasArchitecture) -> keras.Model:
    """(n, latent_size) -> logits (n, 28, 28, 1); their sigmoid is the doodle."""
    wide, middle, narrow = arch.decoder_widths
    inputs = keras.Input((arch.latent_size,), name="latent")
    if arch.grid_channels:
        x = keras.layers.Reshape((7, 7, arch.grid_channels))(inputs)
        x = keras.layers.Conv2D(wide, 3, padding="same")(x)
    else:
        x = keras.layers.Dense(7 * 7 * wide)(inputs)
        x = keras.layers.Reshape((7, 7, wide))(x)
    blocks = arch.decoder_blocks
    for _ in range(blocks[0]):
        x = ResidualBlock(wide)(x)
    x = keras.layers.Conv2DTranspose(middle, 4, strides=2, padding="same")(ops.silu(x))
    for _ in range(blocks[1]):
        x = ResidualBlock(middle)(x)
    x = keras.layers.Conv2DTranspose(narrow, 4, strides=2, padding="same")(ops.silu(x))
    for _ in range(blocks[2]):
        x = ResidualBlock(narrow)(x)
    logits = keras.layers.Conv2D(1, 3, padding="same", name="logits")(ops.silu(x))
    return keras.Model(inputs, logits, name="decoder")


class AtlasAutoencoder(keras.Model):
    """The likelihood stage: cross-entropy + kl_weight * KL + class_weight * read-out, in nats.

    `encoder` and `decoder` as above. Batches are (images (n, 28, 28, 1), labels (n,)); the labels
    train a linear read-out of the latent, whose weight is small: it makes room for the category in
    the latent. The KL's weight rises linearly during the first `warmup_steps` steps.
    """

    def __init__(
        self,
        architecture: AtlasArchitecture,
        categories: int,
        *,
        kl_weight: float,
        class_weight: float,
        warmup_steps: int,
        seed: int = 0,
    ) -> None:
        super().__init__(name="atlas")
        self.latent_size = architecture.latent_size
        self.encoder, self.decoder = build_encoder(architecture), build_decoder(architecture)
        self.read_out = keras.layers.Dense(categories, name="read_out")
        self.read_out.build((None, architecture.latent_size))
        self.sampling = Sampling(seed)
        self.kl_weight, self.class_weight = kl_weight, class_weight
        self.warmup_steps = warmup_steps
        self.steps_done = self.add_weight(
            shape=(), initializer="zeros", trainable=False, name="steps_done"
        )
        self.trackers = {
            name: keras.metrics.Mean(name=name) for name in ("reconstruction", "kl", "class_loss")
        }
        self.built = True

    def encode(self, images: Any) -> tuple[Any, Any]:
        """Images (n, 28, 28[, 1]) -> mean and log-variance, each (n, latent_size)."""
        mean, log_var = self.encoder(ops.reshape(images, (-1, 28, 28, 1)))
        return mean, log_var

    def decode(self, latents: Any) -> Any:
        """Latents (n, latent_size) -> images (n, 28, 28, 1) in [0, 1]."""
        return ops.sigmoid(self.decoder(latents))

    def call(self, inputs: Any, training: bool = False) -> dict[str, Any]:
        mean, log_var = self.encoder(inputs)
        latents = self.sampling((mean, log_var))
        return {
            "mean": mean,
            "log_var": log_var,
            "latents": latents,
            "logits": self.decoder(latents),
        }

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        terms = {
            "reconstruction": bernoulli_nll(x, y_pred["logits"]),
            "kl": kl_to_standard_normal(y_pred["mean"], y_pred["log_var"]),
            "class_loss": keras.losses.sparse_categorical_crossentropy(
                y, self.read_out(y_pred["latents"]), from_logits=True
            ),
        }
        means = {name: ops.mean(value) for name, value in terms.items()}
        for name, value in means.items():
            self.trackers[name].update_state(value)
        warm = 1.0
        if training:
            self.steps_done.assign(self.steps_done + 1.0)
            warm = ops.minimum(1.0, self.steps_done / self.warmup_steps)
        return (
            means["reconstruction"]
            + self.kl_weight * warm * means["kl"]
            + self.class_weight * means["class_loss"]
        )


def latent_classifier(latent_size: int, categories: int, width: int = 128) -> keras.Model:
    """What the app's "I see: cat" comes from: (n, latent_size) -> logits (n, categories)."""
    latent = keras.Input((latent_size,), name="latent")
    hidden = keras.layers.Dense(width, activation="silu")(latent)
    return keras.Model(latent, keras.layers.Dense(categories)(hidden), name="head")
