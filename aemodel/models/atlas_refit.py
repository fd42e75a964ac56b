"""`atlas`, after the sharpening: its encoder learns to draw with the decoder that is shipped.

The encoder was fitted to the decoder of the likelihood stage. Sharpening changed the decoder, so
what the encoder asks for is no longer quite what it gets: details go amiss. Here the encoder is
fitted once more, with the decoder frozen, and held near to where it was, so that map and prior,
which learnt its latents, stay true.
"""

from dataclasses import dataclass
from typing import Any

import keras
from keras import ops

from aemodel.models.layers import Sampling
from aemodel.models.losses import bernoulli_nll, kl_to_standard_normal


@dataclass(frozen=True)
class Refitting:
    """The weights of the loss, in nats.

    Attributes:
        kl_weight: of the KL, as in the likelihood stage.
        stay_weight: of the squared distance of the mean to the frozen encoder's, in units of the
            latents' spread, summed over the latent.
    """

    kl_weight: float = 0.1
    stay_weight: float = 0.5


class EncoderRefit(keras.Model):
    """Cross-entropy + kl_weight * KL + stay_weight * distance moved; `encoder` alone learns.

    `anchor` is the encoder as it was, `spread` (latent_size,) the standard deviation of its
    latents. Batches are (images (n, 28, 28, 1), labels); the labels are not used.
    """

    def __init__(
        self,
        encoder: keras.Model,
        decoder: keras.Model,
        anchor: keras.Model,
        spread: Any,
        settings: Refitting,
        seed: int = 0,
    ) -> None:
        super().__init__(name="refit")
        self.encoder, self.decoder, self.anchor = encoder, decoder, anchor
        self.decoder.trainable = False
        self.anchor.trainable = False
        self.spread = ops.convert_to_numpy(spread)
        self.settings = settings
        self.sampling = Sampling(seed)
        self.trackers = {
            name: keras.metrics.Mean(name=name) for name in ("reconstruction", "kl", "moved")
        }
        self.built = True

    def call(self, inputs: Any, training: bool = False) -> dict[str, Any]:
        mean, log_var = self.encoder(inputs)
        logits = self.decoder(self.sampling((mean, log_var)))
        return {"mean": mean, "log_var": log_var, "logits": logits}

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        anchored, _ = self.anchor(x)
        moved = ops.square((y_pred["mean"] - anchored) / self.spread)
        terms = {
            "reconstruction": bernoulli_nll(x, y_pred["logits"]),
            "kl": kl_to_standard_normal(y_pred["mean"], y_pred["log_var"]),
            "moved": ops.sum(moved, axis=-1),
        }
        means = {name: ops.mean(value) for name, value in terms.items()}
        for name, value in means.items():
            self.trackers[name].update_state(value)
        return (
            means["reconstruction"]
            + self.settings.kl_weight * means["kl"]
            + self.settings.stay_weight * means["moved"]
        )
