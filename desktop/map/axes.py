"""Principal directions of a model's latents: along what doodles differ most. No Qt.

The idea of GANSpace (Härkönen et al., arXiv:2004.02546): principal component analysis of latents
that stand for plausible doodles. A coordinate is how many standard deviations (sigma) a latent
lies from the mean along a direction; setting some leaves what is orthogonal to them as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

SAMPLES = 384
# Of the variance along the widest direction: along others, rounding would pass for a move.
LEAST = 1e-4
SEED = 20_240_229

Vector = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Axes:
    """Principal directions, the widest first.

    mean (L,); directions (k, L), orthonormal rows; sigma (k,), standard deviations along them;
    share (k,), of the whole variance, in 0..1.
    """

    mean: Vector
    directions: Vector
    sigma: Vector
    share: Vector

    def __len__(self) -> int:
        return len(self.sigma)

    def coordinates(self, latent: Vector) -> NDArray[np.float64]:
        """Where a latent (L,) lies along each direction, in sigmas, (k,)."""
        along = self.directions @ (latent - self.mean)
        at: NDArray[np.float64] = along.astype(np.float64) / self.sigma
        return at

    def moved(self, latent: Vector, to: Mapping[int, float]) -> Vector:
        """The latent with coordinate i set to `to[i]` sigmas, and all else as it is."""
        at = self.coordinates(latent)
        moved = latent.astype(np.float64)
        for axis, sigmas in to.items():
            moved += (sigmas - at[axis]) * self.sigma[axis] * self.directions[axis]
        return moved.astype(np.float32)

    def rest(self, latent: Vector, axes: tuple[int, ...]) -> Vector:
        """What a latent says besides these coordinates: the latent with them set to 0."""
        return self.moved(latent, dict.fromkeys(axes, 0.0))


def principal_axes(latents: ArrayLike) -> Axes:
    """Axes of latents (n, L), n >= 2, by singular value decomposition.

    Directions along which next to nothing varies are left out. Signs are fixed: the largest
    component of a direction is positive.
    """
    rows = np.asarray(latents, np.float64)
    if rows.ndim != 2 or len(rows) < 2:
        raise ValueError("axes need two latents or more")
    mean = rows.mean(axis=0)
    _, spreads, directions = np.linalg.svd(rows - mean, full_matrices=False)
    variance = spreads**2 / (len(rows) - 1)
    count = int((variance > LEAST * max(variance[0], 1e-30)).sum())
    directions = directions[:count]
    largest = np.abs(directions).argmax(axis=1)
    directions = directions * np.sign(directions[np.arange(count), largest])[:, None]
    return Axes(
        mean.astype(np.float32),
        directions.astype(np.float32),
        np.sqrt(variance[:count]).astype(np.float32),
        (variance[:count] / variance.sum()).astype(np.float32),
    )


def model_axes(bundle: Any) -> Axes:
    """Axes of what the model itself makes: seeded samples, decoded and seen again.

    The second look matters where the prior is N(0, I): there all directions vary equally, and
    only what the decoder draws tells which of them mean something. Takes a second or two; needs
    `sample`.
    """
    images, latents = bundle.sample(SAMPLES, seed=SEED)
    if "encode" not in bundle.missing:
        latents = bundle.encode(images)[0]
    return principal_axes(latents)
