"""The second-stage pair between a model's latents and the plane, a VAE of its own.

A small MLP encodes a latent to a position, another decodes every position to a latent. The KL to
N(0, I) keeps neighbours together, a sliced Wasserstein term (Kolouri et al., arXiv:1804.01947)
makes all positions together a standard normal, and a classifier that sees the position alone gives
every category a region of its own.

The plane that people see is the square [-1, 1] x [-1, 1]: each normal coordinate goes through
tanh(0.851 t), which is its distribution function within one percent. So drawings are spread evenly
over the whole square, with no crowded middle and no empty corners.
"""

from dataclasses import dataclass
from typing import Any

import keras
from keras import layers, ops

from aemodel.models.layers import Sampling
from aemodel.models.losses import kl_to_standard_normal


@dataclass(frozen=True)
class PlaneSettings:
    """Sizes, and the weights of the loss' terms.

    Attributes:
        width: units of each hidden layer.
        depth: hidden layers on each side.
        fidelity: nats that losing all of the latents' variance costs; a share of it costs a share.
        kl_weight: of the KL of each position to N(0, I).
        fill_weight: of the distance of all positions together from N(0, I).
        class_weight: of the cross-entropy of the category told from the position.
    """

    width: int = 256
    depth: int = 3
    fidelity: float = 100.0
    kl_weight: float = 1.0
    fill_weight: float = 60.0
    class_weight: float = 10.0


UNIFORM_TO_NORMAL = 0.58740234375
"""Normal coordinate = this * log((1 + u) / (1 - u)); 1 / (2 * 0.851). It and `EDGE` are 16-bit
numbers, so that graphs with 16-bit constants hold the same ones."""
EDGE = 0.9951171875
"""Coordinates beyond it decode as it does: the edge of the square is at infinity."""


class FixedAffine(layers.Layer):
    """`x * scale + shift`, both set once from data and never trained."""

    def __init__(self, size: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.scale = self.add_weight(shape=(size,), initializer="ones", trainable=False)
        self.shift = self.add_weight(shape=(size,), initializer="zeros", trainable=False)

    def call(self, inputs: Any) -> Any:
        return inputs * self.scale + self.shift

    def compute_output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        return input_shape


class PlanePair(keras.Model):
    """Latents (n, L) to and from the plane (n, 2).

    `map_encoder`, latents to places in [-1, 1]^2, and `map_decoder`, places to latents, have the
    standardisation folded in. Trained on batches ((mean, log_var), label): posteriors (n, L) twice,
    categories (n,). While training, half of the latents are posterior means, as of an encoded
    drawing, and half are drawn from the posterior, as random samples are; the mean is to be
    recovered from either.

    Trackers: `lost`, the share of the latents' variance that the plane does not keep; `kl`;
    `fill`; `class_loss` and `accuracy` of the category told from the position.
    """

    def __init__(
        self,
        latent_size: int,
        categories: int,
        settings: PlaneSettings | None = None,
        seed: int = 0,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.settings = settings = settings or PlaneSettings()
        self.latent_size = latent_size
        self.standardise = FixedAffine(latent_size, name="standardise")
        self.destandardise = FixedAffine(latent_size, name="destandardise")
        self.total_variance = self.add_weight(
            shape=(), initializer="ones", trainable=False, name="total_variance"
        )
        latent = keras.Input((latent_size,), name="latent")
        hidden = _hidden(self.standardise(latent), settings)
        mean = layers.Dense(2, name="position")(hidden)
        log_var = layers.Dense(2, name="position_log_var")(hidden)
        self.posterior = keras.Model(latent, [mean, log_var], name="posterior")
        position = keras.Input((2,), name="position")
        decoded = layers.Dense(latent_size)(_hidden(position, settings))
        self.generator = keras.Model(position, self.destandardise(decoded), name="generator")
        place = layers.Dense(64, activation="swish")(position)
        place = layers.Dense(64, activation="swish")(place)
        self.region = keras.Model(position, layers.Dense(categories)(place), name="region")
        self.map_encoder = keras.Model(latent, to_square(mean), name="map_encoder")
        point = keras.Input((2,), name="point")
        self.map_decoder = keras.Model(
            point, self.generator(from_square(point)), name="map_decoder"
        )
        self.sampling = Sampling(seed)
        self.chance = keras.random.SeedGenerator(seed + 1)
        self.trackers = {
            name: keras.metrics.Mean(name=name)
            for name in ("lost", "kl", "fill", "class_loss", "accuracy")
        }
        self.built = True

    def adapt(self, mean: Any, log_var: Any) -> None:
        """Take the standardisation from posteriors, arrays (n, L) each.

        What comes in is scaled by the spread of latents drawn from the posteriors; what goes out
        by that of their means, which is nothing in directions that the model does not use.
        """
        centre, means_variance = mean.mean(axis=0), mean.var(axis=0)
        spread = (means_variance + ops.convert_to_numpy(ops.exp(log_var)).mean(axis=0)) ** 0.5
        spread = spread.clip(1e-6)
        self.standardise.scale.assign(1 / spread)
        self.standardise.shift.assign(-centre / spread)
        self.destandardise.scale.assign(means_variance**0.5)
        self.destandardise.shift.assign(centre)
        self.total_variance.assign(max(float(means_variance.sum()), 1e-12))

    def call(self, posteriors: tuple[Any, Any], training: bool | None = None) -> dict[str, Any]:
        latent_mean, latent_log_var = posteriors
        latents = latent_mean
        if training:
            drawn = self.sampling((latent_mean, latent_log_var))
            coin = keras.random.uniform((ops.shape(drawn)[0], 1), seed=self.chance)
            latents = ops.where(coin < 0.5, latent_mean, drawn)
        mean, log_var = self.posterior(latents)
        position = self.sampling((mean, log_var)) if training else mean
        return {
            "mean": mean,
            "log_var": log_var,
            "position": position,
            "latents": self.generator(position),
            "logits": self.region(position),
        }

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        """The weighted sum of the terms, in nats; `y_pred` is what `call` gave for `x`."""
        settings = self.settings
        squares = ops.sum(ops.square(x[0] - y_pred["latents"]), axis=-1)
        labels = ops.cast(y, "int32")
        class_loss = keras.losses.sparse_categorical_crossentropy(
            labels, y_pred["logits"], from_logits=True
        )
        hits = ops.equal(ops.cast(ops.argmax(y_pred["logits"], axis=-1), "int32"), labels)
        terms = {
            "lost": squares / self.total_variance,
            "kl": kl_to_standard_normal(y_pred["mean"], y_pred["log_var"]),
            "fill": distance_from_normal(y_pred["position"], self.chance),
            "class_loss": class_loss,
            "accuracy": ops.cast(hits, "float32"),
        }
        for name, value in terms.items():
            self.trackers[name].update_state(value)
        return (
            settings.fidelity * ops.mean(terms["lost"])
            + settings.kl_weight * ops.mean(terms["kl"])
            + settings.fill_weight * terms["fill"]
            + settings.class_weight * ops.mean(class_loss)
        )


def to_square(positions: Any) -> Any:
    """Normal coordinates to places in the square."""
    return ops.tanh(positions / (2 * UNIFORM_TO_NORMAL))


def from_square(points: Any) -> Any:
    """Places in the square to normal coordinates; the inverse of `to_square` within `EDGE`."""
    points = ops.clip(points, -EDGE, EDGE)
    return UNIFORM_TO_NORMAL * ops.log((1 + points) / (1 - points))


def distance_from_normal(positions: Any, seed: Any, directions: int = 32) -> Any:
    """Sliced squared Wasserstein distance of `positions` (n, 2) from N(0, I), a scalar.

    Along random directions, the sorted projections are compared with the normal distribution's
    quantiles.
    """
    angles = keras.random.uniform((1, directions), maxval=3.14159265, seed=seed)
    axes = ops.concatenate([ops.cos(angles), ops.sin(angles)], axis=0)
    projected = ops.sort(ops.matmul(positions, axes), axis=0)
    count = ops.shape(positions)[0]
    levels = (ops.cast(ops.arange(count), "float32") + 0.5) / ops.cast(count, "float32")
    quantiles = ops.erfinv(2 * levels - 1) * 2**0.5
    return ops.mean(ops.square(projected - quantiles[:, None]))


def _hidden(x: Any, settings: PlaneSettings) -> Any:
    for _ in range(settings.depth):
        x = layers.Dense(settings.width, activation="swish")(x)
    return x
