"""The pixel flow in the runtime: `pixels.tflite` tells ink from noise, NumPy integrates.

See `aemodel.priors.pixel_flow` for the network and its training.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.checks import SIDE, Floats
from aemodel.bundle.graphs import Graph
from aemodel.bundle.noise import noise, some_categories
from aemodel.bundle.numbers import number, whole_number
from aemodel.errors import BundleError

PIXELS = "pixels.tflite"
INPUTS = {"noisy": (SIDE, SIDE), "previous": (SIDE, SIDE), "time": (), "category": ()}
OUTPUTS = {"logits": (SIDE, SIDE)}
MOST_STEPS = 50
MOST_GUIDANCE = 10.0
CLEANING_STEPS = 4
"""Grain is gone after one step, specks want some more."""


class PixelFlow:
    """Drawings by flow matching on pixels, for a category or for any.

    `guidance` over 1 exaggerates what a category asks for (Ho and Salimans, arXiv:2207.12598), from
    time `guidance_from` on (Kynkäänniemi et al., arXiv:2404.07724). `noise_scale` is the standard
    deviation of the noise at temperature 1.
    """

    def __init__(
        self,
        denoiser: Graph,
        categories: int,
        *,
        steps: int,
        guidance: float,
        guidance_from: float,
        noise_scale: float,
    ) -> None:
        self._denoiser = denoiser
        self.categories = categories
        self.steps, self.noise_scale = steps, noise_scale
        self.guidance, self.guidance_from = guidance, guidance_from

    def sample(
        self,
        n: int,
        category: int | None = None,
        temperature: float = 1.0,
        seed: int = 0,
        first: int = 0,
    ) -> Floats:
        """Drawings (n, 28, 28) in [0, 1], 1 = ink; without a category each row gets any one.

        They are the rows from `first` on of the seed's endless row of samples.
        """
        scale = np.float32(temperature * self.noise_scale)
        start = scale * noise(n, SIDE * SIDE, seed, first=first).reshape(n, SIDE, SIDE)
        if category is None:
            wanted = some_categories(n, self.categories, seed + 1, first)
        else:
            wanted = np.full(n, category)
        times = np.linspace(0, 1, self.steps + 1, dtype=np.float32)
        return self._integrate(start, wanted, times, self.guidance)

    def clean(self, images: Floats, noise: float) -> Floats:
        """Images (n, 28, 28) rid of Gaussian noise, of whatever category they are.

        `noise` is its standard deviation, over 0, where paper is 0 and ink is 1. An image with
        noise is a drawing on its way: (1 - t) of noise to t of paper and ink, which are 2 apart.
        """
        since = 1 / (1 + 2 * noise)
        times = np.linspace(since, 1, CLEANING_STEPS + 1, dtype=np.float32)
        start = np.float32(since) * (2 * images - 1)
        return self._integrate(start, np.full(len(images), self.categories), times, 1.0)

    def _integrate(
        self, x: Floats, category: NDArray[np.integer[Any]], times: Floats, guidance: float
    ) -> Floats:
        """Drawings (n, 28, 28) from what they are at the first of the times, by Euler's method:
        a drawing is what the network says at the last step."""
        asked = category.astype(np.float32)
        anything = np.full(len(x), self.categories, np.float32)
        clean = unconditional = np.zeros_like(x)
        for time, following in pairwise(times):
            clean = self._clean(x, clean, time, asked)
            guided = clean
            if guidance != 1.0 and time >= self.guidance_from:
                unconditional = self._clean(x, unconditional, time, anything)
                guided = clean + np.float32(guidance - 1) * (clean - unconditional)
            x = x + (following - time) / (1 - time) * (guided - x)
        drawings: Floats = np.clip((x + 1) / 2, 0, 1)
        return drawings

    def _clean(self, x: Floats, previous: Floats, time: np.float32, category: Floats) -> Floats:
        """What the network takes the drawings for, paper at -1 and ink at 1."""
        when = np.full(len(x), time, np.float32)
        asked = {"noisy": x, "previous": previous, "time": when, "category": category}
        clean: Floats = np.tanh(self._denoiser(**asked)["logits"] / 2)
        return clean


def load_pixel_flow(
    block: Mapping[str, Any], files: Mapping[str, bytes], categories: int
) -> PixelFlow | None:
    """The pixel flow of a bundle whose prior says {"pixels": {"steps": ...}}; None without."""
    if "pixels" not in block:
        return None
    pixels = block["pixels"]
    if not isinstance(pixels, Mapping):
        raise BundleError("The prior's 'pixels' must be a block of settings.")
    if PIXELS not in files:
        raise BundleError(f"The model lacks {PIXELS}, which draws its samples.")
    return PixelFlow(
        Graph(PIXELS, files[PIXELS], INPUTS, OUTPUTS),
        categories,
        steps=whole_number(pixels, "steps", 1, MOST_STEPS),
        guidance=number(pixels, "guidance", 1.0, MOST_GUIDANCE, 1.0),
        guidance_from=number(pixels, "guidance_from", 0.0, 1.0, 0.0),
        noise_scale=number(pixels, "noise_scale", 0.1, 2.0, 1.0),
    )
