"""The article's variational autoencoder (after Geron, Hands-On Machine Learning).

The encoder and decoder of `aemodel.models.ae`; between them two dense layers give the mean and the
log-variance of 576 Gaussians, a `Sampling` layer draws from them, and the KL to N(0, I) is added to
the reconstruction's cross-entropy. Kingma and Welling, arXiv:1312.6114.
"""

from collections.abc import Mapping

import keras
from keras import KerasTensor, layers, ops

from aemodel.models.ae import (
    IMAGE_SHAPE,
    ConvArchitecture,
    convolutional_decoder,
    convolutional_features,
)
from aemodel.models.layers import Sampling
from aemodel.models.losses import bernoulli_nll, kl_to_standard_normal


class VariationalAutoencoder(keras.Model):
    """`loss` = `reconstruction` + `kl`, the negative ELBO in nats per drawing.

    `encoder`: (n, 28, 28, 1) -> [mean, log_var], each (n, 576). `decoder`: latent -> logits
    (n, 28, 28, 1). A latent is drawn anew at each call, in validation too: the bound asks for it.
    """

    def __init__(
        self, architecture: ConvArchitecture | None = None, seed: int = 0, **kwargs: object
    ) -> None:
        super().__init__(**kwargs)
        architecture = architecture or ConvArchitecture()
        self.latent_size = architecture.latent_size
        image = keras.Input(IMAGE_SHAPE, name="image")
        features = convolutional_features(image, architecture)
        mean = layers.Dense(self.latent_size, name="mean")(features)
        log_var = layers.Dense(self.latent_size, name="log_var")(features)
        self.encoder = keras.Model(image, [mean, log_var], name="encoder")
        self.sampling = Sampling(seed)
        self.decoder = convolutional_decoder(architecture)
        self.reconstruction_tracker = keras.metrics.Mean(name="reconstruction")
        self.kl_tracker = keras.metrics.Mean(name="kl")
        self.build((None, *IMAGE_SHAPE))

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Nothing is left to create: the two halves were built with their own inputs."""
        self.built = True

    def encode(self, images: KerasTensor) -> tuple[KerasTensor, KerasTensor]:
        """Images (n, 28, 28[, 1]) -> mean and log-variance, each (n, latent_size)."""
        mean, log_var = self.encoder(ops.reshape(images, (-1, *IMAGE_SHAPE)))
        return mean, log_var

    def decode(self, latents: KerasTensor) -> KerasTensor:
        """Latents (n, latent_size) -> images (n, 28, 28, 1) in [0, 1]."""
        return ops.sigmoid(self.decoder(latents))

    def call(self, images: KerasTensor, training: bool | None = None) -> dict[str, KerasTensor]:
        mean, log_var = self.encoder(images, training=training)
        latents = self.sampling((mean, log_var))
        logits = self.decoder(latents, training=training)
        return {"logits": logits, "mean": mean, "log_var": log_var}

    def compute_loss(
        self,
        x: KerasTensor,
        y: object = None,
        y_pred: Mapping[str, KerasTensor] | None = None,
        sample_weight: object = None,
        training: bool = True,
    ) -> KerasTensor:
        """Mean negative ELBO over the batch; `y_pred` is what `call` gave for `x`."""
        assert y_pred is not None
        reconstruction = bernoulli_nll(x, y_pred["logits"])
        kl = kl_to_standard_normal(y_pred["mean"], y_pred["log_var"])
        self.reconstruction_tracker.update_state(reconstruction)
        self.kl_tracker.update_state(kl)
        return ops.mean(reconstruction + kl)
