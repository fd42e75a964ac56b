"""Moves around latents without leaving the region where drawings are."""

from collections.abc import Sequence

import numpy as np

from aemodel.bundle.checks import Floats
from aemodel.bundle.flow import FlowPrior
from aemodel.bundle.noise import noise
from aemodel.bundle.prior import Prior


def wander(
    prior: Prior,
    latents: Floats,
    distance: float,
    seed: int,
    categories: Sequence[int | None],
    first: int = 0,
) -> Floats:
    """Latents (n, L) at a distance in 0..1 from the given ones: 0 is themselves, 1 new samples.

    Row i depends on latent i, on category i (None: any) and on the seed and `first` + i alone.
    """
    if distance == 0 or not len(latents):
        return np.array(latents, np.float32)
    if isinstance(prior, FlowPrior):
        return _renoise(prior, latents, distance, seed, categories, first)
    return _mix(prior, latents, distance, seed, categories, first)


def _renoise(
    prior: FlowPrior,
    latents: Floats,
    distance: float,
    seed: int,
    categories: Sequence[int | None],
    first: int,
) -> Floats:
    """Go back on the flow's path towards noise, and follow the flow to drawings again (SDEdit,
    Meng et al., arXiv:2108.01073)."""
    since = np.float32(1 - distance)
    fresh = noise(len(latents), latents.shape[1], seed, first=first)
    start = since * prior.latent_to_standard(latents) + (1 - since) * fresh
    anything = prior.categories
    asked = np.array([anything if index is None else index for index in categories])
    return prior.standard_to_latent(prior.integrate(start, asked, since=float(since)))


def _mix(
    prior: Prior,
    latents: Floats,
    distance: float,
    seed: int,
    categories: Sequence[int | None],
    first: int,
) -> Floats:
    """Mix with samples on the great circle around the prior's most typical point, the step that
    leaves a Gaussian as it is (Cotter et al., arXiv:1202.0709)."""
    angle = 0.5 * np.pi * distance
    asked = list(categories) if prior.conditional else [None] * len(latents)
    moved = np.empty_like(latents)
    for category in dict.fromkeys(asked):
        rows = [row for row, wanted in enumerate(asked) if wanted == category]
        fresh = prior.sample(len(latents), category, 1.0, seed, first=first)[rows]
        centre = prior.sample(len(latents), category, 0.0, seed, first=first)[rows]
        moved[rows] = centre + np.cos(angle) * (latents[rows] - centre)
        moved[rows] += np.sin(angle) * (fresh - centre)
    return moved
