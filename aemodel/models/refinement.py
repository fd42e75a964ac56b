"""Reads a drawing more than once: what is amiss in the redrawn doodle moves its latent.

An encoder reads a drawing in one pass, and small details go wrong. The redrawn doodle, encoded in
its turn, tells how far off it is, and the latent moves by the difference. This is a fixed-point
iteration that needs no gradients; see Marino et al., arXiv:1807.09356, for inference in several
passes.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST_INK = 1e-6

Floats = NDArray[np.float32]
Graph = Callable[[Floats], Floats]


@dataclass(frozen=True)
class Refinement:
    """How often a drawing is read again, and the share of the difference that moves the latent."""

    passes: int
    rate: float


def refine(
    images: Floats, latents: Floats, encode: Graph, decode: Graph, settings: Refinement
) -> tuple[Floats, Floats]:
    """Images (n, 28, 28) redrawn, and the latents (n, L) that they are drawn from.

    `latents` are what the encoder makes of the images. Each row keeps the pass with the lowest
    cross-entropy, the first one included: reading again never makes a doodle worse.
    """
    redrawn = decode(latents)
    best_drawn, best_latents, least = redrawn, latents, cross_entropy(images, redrawn)
    moved = latents
    for _ in range(settings.passes):
        moved = moved + np.float32(settings.rate) * (latents - encode(redrawn))
        redrawn = decode(moved)
        cost = cross_entropy(images, redrawn)
        better = cost < least
        best_drawn = np.where(better[:, None, None], redrawn, best_drawn)
        best_latents = np.where(better[:, None], moved, best_latents)
        least = np.where(better, cost, least)
    return best_drawn, best_latents


def cross_entropy(images: Floats, redrawn: Floats) -> NDArray[np.float32]:
    """Nats (n,) by which each image (n, 28, 28) surprises its redrawn probabilities."""
    ink, paper = np.maximum(redrawn, LEAST_INK), np.maximum(1 - redrawn, LEAST_INK)
    nats: NDArray[np.float32] = -(images * np.log(ink) + (1 - images) * np.log(paper)).sum((1, 2))
    return nats
