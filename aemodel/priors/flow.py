"""A class- and position-conditional prior over latents, learnt by flow matching.

Lipman et al., arXiv:2210.02747, with straight paths x_t = (1 - t) * noise + t * latent, whose
velocity is latent - noise; times are drawn logit-normal (Esser et al., arXiv:2403.03206); the
category and the map position are dropped at random, so that one network is the conditional and
the unconditional prior (Ho & Salimans, arXiv:2207.12598).
"""

from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
from keras import ops

from aemodel.models.layers import Sampling, fourier
from aemodel.priors.integrate import heun


@dataclass(frozen=True)
class FlowSettings:
    """Sizes, and how often a condition is hidden while training."""

    width: int = 512
    blocks: int = 5
    condition_width: int = 128
    drop_category: float = 0.1
    drop_position: float = 0.5


class VelocityNetwork(keras.Model):
    """Residual MLP; time, category and position scale and shift its hidden layers (Perez et al.,
    arXiv:1709.07871).

    Call: (latents (n, L), time (n,) in [0, 1], category (n,) int, `categories` meaning "any",
    position (n, 2) on the map, known (n,) 1 where the position counts) -> velocity (n, L).
    """

    def __init__(self, latent_size: int, categories: int, settings: FlowSettings) -> None:
        super().__init__(name="velocity")
        dense = keras.layers.Dense
        width, numbers = settings.width, range(settings.blocks)
        self.enter = dense(width, name="enter")
        self.category = keras.layers.Embedding(
            categories + 1, settings.condition_width, name="category"
        )
        self.when = dense(settings.condition_width, name="when")
        self.where = dense(settings.condition_width, name="where")
        self.condition = dense(settings.condition_width, activation="silu", name="condition")
        self.norms = [
            keras.layers.LayerNormalization(epsilon=1e-5, name=f"norm{i}") for i in numbers
        ]
        self.modulate = [
            dense(2 * width, kernel_initializer="zeros", name=f"modulate{i}") for i in numbers
        ]
        self.first = [dense(width, name=f"first{i}") for i in numbers]
        self.second = [dense(width, kernel_initializer="zeros", name=f"second{i}") for i in numbers]
        self.leave = dense(latent_size, kernel_initializer="zeros", name="leave")
        one = ops.zeros((1,))
        self(ops.zeros((1, latent_size)), one, ops.cast(one, "int32"), ops.zeros((1, 2)), one)

    def call(self, latents: Any, time: Any, category: Any, position: Any, known: Any) -> Any:
        condition = (
            self.when(fourier(time[:, None], 16, 1.0))
            + self.category(category)
            + self.where(_place(position, known))
        )
        condition = self.condition(ops.silu(condition))
        x = self.enter(latents)
        for norm, modulate, first, second in zip(
            self.norms, self.modulate, self.first, self.second, strict=True
        ):
            scale, shift = ops.split(modulate(condition), 2, axis=-1)
            x = x + second(ops.silu(first(norm(x) * (1.0 + scale) + shift)))
        return self.leave(ops.silu(x))


def _place(position: Any, known: Any) -> Any:
    known = known[:, None]
    return ops.concatenate([fourier(position, 8, 0.5) * known, known], axis=-1)


class FlowPrior(keras.Model):
    """A velocity network and the standardisation of the latents that it works on."""

    def __init__(
        self, latent_size: int, categories: int, settings: FlowSettings | None = None
    ) -> None:
        super().__init__(name="prior")
        settings = settings or FlowSettings()
        self.latent_size, self.categories = latent_size, categories
        self.velocity = VelocityNetwork(latent_size, categories, settings)
        self.centre = self.add_weight(
            shape=(latent_size,), initializer="zeros", trainable=False, name="centre"
        )
        self.spread = self.add_weight(
            shape=(latent_size,), initializer="ones", trainable=False, name="spread"
        )
        self.built = True

    def adapt(self, mean: Any, log_var: Any) -> None:
        """Take centre and spread from posteriors, NumPy arrays (n, L) each."""
        self.centre.assign(mean.mean(axis=0))
        self.spread.assign((mean.var(axis=0) + np.exp(log_var).mean(axis=0)) ** 0.5)

    def sample(self, noise: Any, category: Any, *, steps: int) -> Any:
        """Latents (n, L) from N(0, I) noise (n, L) and categories (n,), by Heun's method."""
        count = ops.shape(noise)[0]
        nowhere, unknown = ops.zeros((count, 2)), ops.zeros((count,))

        def velocity(x: Any, time: float) -> Any:
            return self.velocity(x, time * ops.ones((count,)), category, nowhere, unknown)

        return heun(velocity, noise, steps) * self.spread + self.centre


class FlowMatching(keras.Model):
    """Trains a `FlowPrior`.

    Batches are ((mean, log_var, position), labels): posteriors (n, L) twice, map positions (n, 2)
    and categories (n,). Positions and categories are hidden at random.
    """

    def __init__(self, prior: FlowPrior, settings: FlowSettings, seed: int = 0) -> None:
        super().__init__(name="flow")
        self.prior, self.settings = prior, settings
        self.sampling = Sampling(seed)
        self.chance = keras.random.SeedGenerator(seed + 1)
        self.built = True

    def call(self, inputs: Any, training: bool = False) -> Any:
        mean, log_var, _ = inputs
        return (self.sampling((mean, log_var)) - self.prior.centre) / self.prior.spread

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        """Squared error of the velocity, summed over the latent, averaged over the batch."""
        latents, (_, _, position) = y_pred, x
        count = ops.shape(y)[0]
        noise = keras.random.normal(ops.shape(latents), seed=self.chance)
        time = ops.sigmoid(keras.random.normal((count,), seed=self.chance))
        path = (1.0 - time[:, None]) * noise + time[:, None] * latents
        chance = keras.random.uniform((2, count), seed=self.chance)
        category = ops.where(
            chance[0] < self.settings.drop_category, self.prior.categories, ops.cast(y, "int32")
        )
        known = ops.cast(chance[1] >= self.settings.drop_position, "float32")
        predicted = self.prior.velocity(path, time, category, position, known)
        return ops.mean(ops.sum(ops.square(predicted - (latents - noise)), axis=-1))
