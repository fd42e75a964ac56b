"""Takes noise out of pictures: `denoiser.tflite` tells ink from noise, NumPy integrates.

See `aemodel.models.denoiser` for the network and its training.
"""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from aemodel.bundle.checks import SIDE, Floats
from aemodel.bundle.graphs import Graph

DENOISER = "denoiser.tflite"
INPUTS = {"noisy": (SIDE, SIDE), "previous": (SIDE, SIDE), "time": ()}
OUTPUTS = {"logits": (SIDE, SIDE)}
STEPS = 4
"""Grain is gone after one step, specks want some more."""


class Denoiser:
    """Follows the flow of noise to drawings from where a noisy picture lies on it."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def clean(self, images: Floats, noise: float) -> Floats:
        """Images (n, 28, 28) rid of Gaussian noise of a standard deviation over 0.

        Paper is 0 and ink is 1. A picture with noise is a drawing on its way: (1 - t) of noise to t
        of the drawing, in which paper and ink are 2 apart. Integrated by Euler's method: what comes
        out is what the network says at the last step.
        """
        since = np.float32(1 / (1 + 2 * noise))
        x = since * (2 * images - 1)
        clean = np.zeros_like(x)
        times = np.linspace(since, 1, STEPS + 1, dtype=np.float32)
        for time, following in pairwise(times):
            clean = self._clean(x, clean, time)
            x = x + (following - time) / (1 - time) * (clean - x)
        drawings: Floats = np.clip((x + 1) / 2, 0, 1)
        return drawings

    def _clean(self, x: Floats, previous: Floats, time: np.float32) -> Floats:
        """What the network takes the drawings for, paper at -1 and ink at 1."""
        when = np.full(len(x), time, np.float32)
        clean: Floats = np.tanh(self._graph(noisy=x, previous=previous, time=when)["logits"] / 2)
        return clean


def load_denoiser(files: Mapping[str, bytes]) -> Denoiser | None:
    """The denoiser of a bundle's files; None where there is none."""
    if DENOISER not in files:
        return None
    return Denoiser(Graph(DENOISER, files[DENOISER], INPUTS, OUTPUTS))
