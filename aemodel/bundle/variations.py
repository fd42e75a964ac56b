"""Moves around latents without leaving the region where drawings are."""

from collections.abc import Sequence

import numpy as np

from aemodel.bundle.checks import Floats
from aemodel.bundle.prior import Prior


def wander(
    prior: Prior,
    latents: Floats,
    distance: float,
    seed: int,
    categories: Sequence[int | None] | None = None,
) -> Floats:
    """Latents (n, L) at a distance in 0..1 from the given ones: 0 is themselves, 1 new samples.

    Each row is mixed with a sample of the prior on the great circle around the prior's most typical
    point, the step that leaves a Gaussian as it is (Cotter et al., arXiv:1202.0709). Row i depends
    on latent i, on its category (None: any) and on the seed and i alone.
    """
    angle = 0.5 * np.pi * distance
    count = len(latents)
    asked = [None] * count if categories is None or not prior.conditional else list(categories)
    moved = np.empty_like(latents)
    for category in set(asked):
        rows = [row for row, wanted in enumerate(asked) if wanted == category]
        fresh = prior.sample(count, category, 1.0, seed)[rows]
        centre = prior.sample(count, category, 0.0, seed)[rows]
        moved[rows] = centre + np.cos(angle) * (latents[rows] - centre)
        moved[rows] += np.sin(angle) * (fresh - centre)
    return latents.copy() if distance == 0 else moved
