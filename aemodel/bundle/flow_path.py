"""The path of a model whose prior is a flow: every point on it is a drawing."""

import threading
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.checks import Floats
from aemodel.bundle.flow import FlowPrior
from aemodel.bundle.latent_path import MODEL, LatentPath, Legs, as_waypoints

# So little do latents of one drawing differ that were made alone or among others.
_SAME = 1e-2


class _Ends:
    """What a leg needs to know of its two ends, found out once, when it is first asked for."""

    def __init__(self, prior: FlowPrior, waypoints: Floats, categories: Legs) -> None:
        self._prior = prior
        self._waypoints = waypoints
        self._lock = threading.Lock()
        self.categories = categories
        self._differ: NDArray[np.bool_] = np.abs(np.diff(waypoints, axis=0)).max(axis=1) > _SAME

    @cached_property
    def _noises_and_losses(self) -> tuple[Floats, Floats]:
        prior = self._prior
        ends = np.concatenate([self._waypoints[:-1], self._waypoints[1:]])
        both = np.tile(self.categories, 2)
        noises = prior.to_noise(prior.latent_to_standard(ends), both)
        plain = np.zeros(len(ends), np.float32)
        again = prior.standard_to_latent(prior.integrate(noises, both, guided=plain))
        shape = (2, len(self._waypoints) - 1, -1)
        return noises.reshape(shape), (ends - again).reshape(shape)

    def step(self, legs: Legs, shares: Floats) -> Floats:
        """Between two that are one drawing the way is straight, or a still would come to move."""
        on = shares[:, None]
        latents: Floats = (1 - on) * self._waypoints[legs] + on * self._waypoints[legs + 1]
        led = self._differ[legs]
        if led.any():
            latents[led] = self._led(legs[led], shares[led])
        return latents

    def _led(self, legs: Legs, shares: Floats) -> Floats:
        """By the flow, from drawing to drawing."""
        with self._lock:
            noises, losses = self._noises_and_losses
        drawn = self._prior.from_mixture(
            noises[0][legs], noises[1][legs], shares, self.categories[legs]
        )
        on = shares[:, None]
        latents: Floats = drawn + (1 - on) * losses[0][legs] + on * losses[1][legs]
        return latents


def flow_path(prior: FlowPrior, waypoints: Floats, categories: Legs) -> LatentPath:
    """The path through waypoints (m, L) that `FlowPrior.between` describes.

    `categories` (m - 1,) is what each leg stays in, their number standing for any. The noise that
    makes the waypoints is found when the first point is asked for, and kept. What the integration
    loses of an end is given back in the share that the end has, so that the path meets the
    waypoints without a jump. Between two that are the same it stays where it is.
    """
    points = as_waypoints(waypoints)
    return LatentPath(MODEL, points, _Ends(prior, points, categories).step)
