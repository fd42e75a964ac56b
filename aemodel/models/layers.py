"""Layers that several models share."""

from typing import Any

import keras
import numpy as np
from keras import KerasTensor, ops


class Sampling(keras.layers.Layer):
    """The reparametrisation trick: `mean + exp(log_var / 2) * noise`, noise ~ N(0, I).

    Takes `(mean, log_var)`, each (n, size), and gives one draw, (n, size). Kingma and Welling,
    arXiv:1312.6114. The noise comes from a `SeedGenerator`, whose state is a variable of the model:
    saved with the weights, so that a resumed training draws what the uninterrupted one would have.
    """

    def __init__(self, seed: int = 0, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs: tuple[KerasTensor, KerasTensor]) -> KerasTensor:
        mean, log_var = inputs
        noise = keras.random.normal(ops.shape(mean), dtype=mean.dtype, seed=self.seed_generator)
        return mean + ops.exp(log_var / 2) * noise

    def compute_output_shape(self, input_shape: list[tuple[int, ...]]) -> tuple[int, ...]:
        return input_shape[0]


def fourier(values: Any, octaves: int, base: float) -> Any:
    """(n, d) -> (n, 2 * d * octaves): sines and cosines of geometrically spaced frequencies.

    The frequencies are 16-bit numbers, so that graphs with 16-bit constants hold the same ones.
    """
    steps = (base * np.exp(np.arange(octaves) * 0.3466)).astype(np.float16).astype(np.float32)
    angles = ops.reshape(values[:, :, None] * steps, (-1, values.shape[-1] * octaves))
    return ops.concatenate([ops.sin(angles), ops.cos(angles)], axis=-1)
