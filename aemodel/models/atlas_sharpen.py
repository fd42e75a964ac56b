"""`atlas`, last part: its decoder is sharpened against a discriminator; the encoder stays.

Four kinds of pictures come before the discriminator: real drawings, reconstructions, decoded
mixtures of two drawings' latents of one category (after Berthelot et al., arXiv:1807.07543), and
decoded samples of the prior (after Larsen et al., arXiv:1512.09300). So what lies between two
doodles, and what the prior invents, is asked to look like a doodle too.
"""

from dataclasses import dataclass
from typing import Any

import keras
from keras import ops

from aemodel.models.layers import Sampling
from aemodel.models.losses import bernoulli_nll
from aemodel.models.residual import SpectralConv2D


@dataclass(frozen=True)
class Sharpening:
    """The weights of the sharpening loss, and its players' sizes.

    Attributes:
        adversarial_weight: of the generator's hinge terms.
        feature_weight: of the relative L1 distance between hidden features of a drawing and of
            its reconstruction (Larsen et al.'s learned similarity).
        mixture_weight: of mixtures, relative to reconstructions.
        sample_weight: of prior samples, relative to reconstructions.
        prior_steps: Heun steps of the prior's samples.
        widths: channels of the discriminator.
    """

    adversarial_weight: float = 32.0
    feature_weight: float = 40.0
    mixture_weight: float = 0.5
    sample_weight: float = 1.0
    prior_steps: int = 8
    widths: tuple[int, int, int] = (48, 96, 160)


class Discriminator(keras.Model):
    """Spectral-normalised; judges patches, and the whole picture knowing its category by
    projection (Miyato and Koyama, arXiv:1802.05637).

    Call: (images (n, 28, 28, 1), labels (n,)) -> (patch logits (n, 7, 7, 1), whole logits (n, 1),
    list of hidden features).
    """

    def __init__(self, categories: int, widths: tuple[int, int, int]) -> None:
        super().__init__(name="discriminator")
        fine, middle, coarse = widths
        self.stem = SpectralConv2D(fine, 3, name="stem")
        self.down1 = SpectralConv2D(fine, 4, strides=2, name="down1")
        self.down2 = SpectralConv2D(middle, 4, strides=2, name="down2")
        self.down3 = SpectralConv2D(coarse, 4, strides=2, name="down3")
        self.patch = SpectralConv2D(1, 3, name="patch")
        self.whole = keras.layers.Dense(1, name="whole")
        self.embedding = keras.layers.Embedding(categories, coarse, name="embedding")
        self(ops.zeros((1, 28, 28, 1)), ops.zeros((1,), dtype="int32"))

    def call(self, images: Any, labels: Any, training: bool = False) -> Any:
        features = []
        x = images
        for layer in (self.stem, self.down1, self.down2, self.down3):
            x = ops.leaky_relu(layer(x, training=training), 0.2)
            features.append(x)
        patch = self.patch(features[2], training=training)
        pooled = ops.mean(x, axis=(1, 2))
        agreement = ops.sum(self.embedding(labels) * pooled, axis=-1, keepdims=True)
        return patch, self.whole(pooled) + agreement, features


class AtlasSharpener(keras.Model):
    """One loss and one gradient for both players.

    The generator's terms see the discriminator's weights as constants, the discriminator's terms
    see the pictures as constants; so one backward pass gives each player its own gradient, from
    `fit` or from a hand-written step alike. Encoder and prior (an `aemodel.priors.flow.FlowPrior`)
    are frozen.

    Batches are (images (n, 28, 28, 1), labels (n,)). Mixtures come of the first half of a batch;
    samples are asked for in the categories of the second.
    """

    def __init__(
        self,
        encoder: keras.Model,
        decoder: keras.Model,
        prior: keras.Model,
        settings: Sharpening,
        seed: int = 0,
    ) -> None:
        super().__init__(name="sharpener")
        self.encoder, self.decoder, self.prior = encoder, decoder, prior
        self.encoder.trainable = False
        self.prior.trainable = False
        self.settings = settings
        self.discriminator = Discriminator(prior.categories, settings.widths)
        self.sampling = Sampling(seed)
        self.chance = keras.random.SeedGenerator(seed + 1)
        self.trackers = {
            name: keras.metrics.Mean(name=name)
            for name in ("reconstruction", "generator", "features", "discriminator_loss")
        }
        self.built = True

    def call(self, inputs: Any, training: bool = False) -> Any:
        latents = self.sampling(self.encoder(inputs))
        return {"latents": latents, "logits": self.decoder(latents)}

    def mixtures(self, latents: Any, labels: Any) -> tuple[Any, Any, Any]:
        """Mixtures of neighbours after a sort by category, in random order inside each.

        Returns:
            Latents (n, latent_size), their labels (n,), and a weight (n,) that is 0 where the
            neighbours belong to two categories.
        """
        count = ops.shape(labels)[0]
        jitter = keras.random.uniform((count,), maxval=0.9, seed=self.chance)
        order = ops.argsort(ops.cast(labels, "float32") + jitter)
        latents, labels = ops.take(latents, order, axis=0), ops.take(labels, order, axis=0)
        share = keras.random.uniform((count, 1), seed=self.chance)
        mixed = share * latents + (1.0 - share) * ops.roll(latents, 1, axis=0)
        same = ops.cast(ops.equal(labels, ops.roll(labels, 1, axis=0)), "float32")
        return mixed, labels, same

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        settings, critic = self.settings, self.discriminator
        labels = ops.cast(y, "int32")
        half = ops.shape(labels)[0] // 2
        reconstruction = ops.mean(bernoulli_nll(x, y_pred["logits"]))
        redrawn = ops.sigmoid(y_pred["logits"])

        mixed, mixed_labels, same = self.mixtures(y_pred["latents"][:half], labels[:half])
        rest = ops.shape(labels)[0] - half
        noise = keras.random.normal((rest, self.prior.latent_size), seed=self.chance)
        sampled = self.prior.sample(noise, labels[half:], steps=settings.prior_steps)
        invented = ops.sigmoid(self.decoder(ops.concatenate([mixed, sampled], axis=0)))
        pictures = ops.concatenate([x, redrawn, invented], axis=0)
        everyone = ops.concatenate([labels, labels, mixed_labels, labels[half:]], axis=0)
        weights = (same * settings.mixture_weight, settings.sample_weight)

        frozen = [ops.stop_gradient(v.value) for v in critic.trainable_variables]
        state = [v.value for v in critic.non_trainable_variables]
        (patch, whole, features), _ = critic.stateless_call(frozen, state, pictures, everyone)
        generator = 0.0
        for logits in (patch, whole):
            _, redrawn_logits, invented_logits = _three(logits)
            generator -= ops.mean(redrawn_logits) + _weighted(invented_logits, weights)
        matching = 0.0
        for layer in features:
            real, fake, _ = _three(layer)
            real = ops.stop_gradient(real)
            matching += ops.mean(ops.abs(real - fake)) / ops.mean(ops.abs(real)) / len(features)

        patch, whole, _ = critic(ops.stop_gradient(pictures), everyone, training=training)
        hinge = 0.0
        balance = 1.0 + settings.mixture_weight + settings.sample_weight
        for logits in (patch, whole):
            real, fake, invented_logits = _three(logits)
            against = ops.mean(ops.relu(1.0 + fake))
            against += _weighted(ops.relu(1.0 + invented_logits), weights)
            hinge += ops.mean(ops.relu(1.0 - real)) + against / balance

        for name, value in (
            ("reconstruction", reconstruction),
            ("generator", generator),
            ("features", matching),
            ("discriminator_loss", hinge),
        ):
            self.trackers[name].update_state(value)
        return (
            reconstruction
            + settings.adversarial_weight * generator
            + settings.feature_weight * matching
            + hinge
        )


def _three(values: Any) -> tuple[Any, Any, Any]:
    """Rows of real drawings, of reconstructions and of invented pictures: a third each."""
    third = ops.shape(values)[0] // 3
    return values[:third], values[third : 2 * third], values[2 * third :]


def _weighted(values: Any, weights: tuple[Any, float]) -> Any:
    """The weighted means of mixtures and of samples, added; their rows come one after the other."""
    rows = ops.mean(ops.reshape(values, (ops.shape(values)[0], -1)), axis=-1)
    half = ops.shape(rows)[0] // 2
    return ops.mean(rows[:half] * weights[0]) + ops.mean(rows[half:] * weights[1])
