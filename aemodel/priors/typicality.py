"""How likely a latent is under a flow prior, judged by the flow's own training loss.

The loss of a flow or diffusion model, averaged over times and noises, bounds the negative
log-likelihood up to weights of the times (Kingma and Gao, arXiv:2303.00848). Here the times and
noises are fixed, so that the same drawing always gets the same score.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
PAIRS = 32


def fixed_pairs(latent_size: int, count: int = PAIRS) -> tuple[Floats, Floats]:
    """Times (count,) spread over (0, 1) and noises (count, latent_size); always the same."""
    times = ((np.arange(count) + 0.5) / count).astype(np.float32)
    noise = np.random.default_rng(20_17).standard_normal((count, latent_size))
    return times, noise.astype(np.float32)


def scores(velocity: Callable[[Floats, Floats], Any], latents: Floats, rows: int = 64) -> Floats:
    """Mean squared error of the velocity, summed over the latent: (n,), lower is likelier.

    Args:
        velocity: (positions (m, L), times (m,)) -> velocities (m, L) with no condition known.
        latents: standardised, (n, L).
        rows: latents to score at a time, `PAIRS` positions each.
    """
    times, noise = fixed_pairs(latents.shape[1])
    result = np.zeros(len(latents), np.float32)
    for start in range(0, len(latents), rows):
        some = latents[start : start + rows, None, :]
        path = (1 - times[:, None]) * noise + times[:, None] * some
        flat = velocity(path.reshape(-1, path.shape[-1]), np.tile(times, len(some)))
        error = np.asarray(flat).reshape(path.shape) - (some - noise)
        result[start : start + rows] = np.square(error).sum(axis=-1).mean(axis=-1)
    return result
