"""The flow's loss as a score of likelihood."""

import numpy as np
from numpy.typing import NDArray

from aemodel.priors.typicality import PAIRS, fixed_pairs, scores

Floats = NDArray[np.float32]


def standard_flow(x: Floats, time: Floats) -> Floats:
    """The velocity of the flow from N(0, I) to N(0, I)."""
    t = time[:, None]
    return ((2 * t - 1) / ((1 - t) ** 2 + t**2) * x).astype(np.float32)


def test_pairs_are_always_the_same() -> None:
    times, noise = fixed_pairs(5)
    again = fixed_pairs(5)
    assert times.shape == (PAIRS,) and noise.shape == (PAIRS, 5)
    assert np.array_equal(times, again[0]) and np.array_equal(noise, again[1])
    assert 0 < times.min() < times.max() < 1


def test_scores_rise_with_the_distance_from_the_centre() -> None:
    latents = np.outer([0.0, 1.0, 2.0, 4.0], np.ones(6)).astype(np.float32)
    found = scores(standard_flow, latents)
    assert (np.diff(found) > 0).all()


def test_a_score_does_not_depend_on_the_company() -> None:
    latents = np.random.default_rng(0).standard_normal((70, 4)).astype(np.float32)
    together = scores(standard_flow, latents)
    assert np.allclose(together[[0, 69]], scores(standard_flow, latents[[0, 69]]), rtol=1e-5)
    assert np.allclose(together, scores(standard_flow, latents, rows=7), rtol=1e-5)
