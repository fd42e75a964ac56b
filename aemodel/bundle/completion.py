"""Finishes a drawing: searches the latent space, under the prior, for doodles that hold its ink."""

from typing import Protocol

import numpy as np

from aemodel.bundle.checks import Floats


class Sketcher(Protocol):
    """What the search needs of a model."""

    def encode(self, images: Floats) -> tuple[Floats, Floats | None]: ...
    def decode(self, latents: Floats) -> Floats: ...
    def sample(
        self, n: int, category: str | None = None, temperature: float = 1.0, seed: int = 0
    ) -> tuple[Floats, Floats]: ...
    def variations(
        self, latent: Floats, n: int, distance: float = 0.4, seed: int = 0
    ) -> tuple[Floats, Floats]: ...


def spread(images: Floats) -> Floats:
    """The darkest of each pixel (n, H, W) and its eight neighbours: lines one pixel thicker."""
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    height, width = images.shape[1:]
    shifted = [padded[:, y : y + height, x : x + width] for y in range(3) for x in range(3)]
    thick: Floats = np.max(shifted, axis=0)
    return thick


def kept(images: Floats, ink: Floats) -> Floats:
    """Share (n,) in 0..1 of the ink (28, 28) that images (n, 28, 28) cover within a pixel."""
    covered = np.minimum(spread(images), ink).sum(axis=(1, 2)) / max(float(ink.sum()), 1e-6)
    share: Floats = covered.astype(np.float32)
    return share


def complete(model: Sketcher, ink: Floats, n: int, seed: int) -> tuple[Floats, Floats]:
    """Images (n, 28, 28) and latents (n, L) of n doodles that hold the ink (28, 28)."""
    start, _ = model.encode(ink[None])
    latents = np.concatenate(
        [model.variations(start[0], 24, distance, seed)[1] for distance in (0.2, 0.4, 0.6)]
    )
    scores = kept(model.decode(latents), ink)
    best = np.argsort(-scores, kind="stable")[:n]
    return model.decode(latents[best]), latents[best]
