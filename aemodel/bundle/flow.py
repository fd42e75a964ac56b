"""The flow prior in the runtime: `prior.tflite` gives velocities, NumPy integrates them.

See `aemodel.priors.flow` for the network and its training.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.arrays import read_arrays, take_floats
from aemodel.bundle.checks import Floats
from aemodel.bundle.graphs import Graph
from aemodel.bundle.latent_path import spherical
from aemodel.bundle.noise import generators, noise, noise_of
from aemodel.errors import BundleError
from aemodel.priors.integrate import adams_bashforth, heun
from aemodel.priors.typicality import scores

VELOCITY = "prior.tflite"
WEAK = "weak.tflite"
STATISTICS = "prior.npz"
MOST_STEPS = 20
MOST_GUIDANCE = 10.0


class FlowPrior:
    """Latents by flow matching, for a category, a place on the map, both or neither.

    `centre` and `spread` (L,) standardise the latents that the network works on. `guidance` over 1
    exaggerates what a category or a place asks for (Ho and Salimans, arXiv:2207.12598). `weak` is a
    smaller network that learnt the same: `weak_guidance` over 1 exaggerates what the larger one
    knows better, and leads away from the mistakes of both (Karras et al., arXiv:2406.02507).
    Neither acts before time `guidance_from`: while noise is nearly all there is, guidance takes
    variety and gives nothing (Kynkäänniemi et al., arXiv:2404.07724).
    Samples take `steps` evaluations; ways from doodle to doodle, which have to lead back, twice as
    many.
    `noise_scale` is the standard deviation of the noise at temperature 1: a little over 1 gives
    back the variety that guidance takes.
    """

    conditional = True

    def __init__(
        self,
        velocity: Graph,
        centre: Floats,
        spread: Floats,
        categories: int,
        *,
        steps: int,
        guidance: float = 1.0,
        noise_scale: float = 1.0,
        weak: Graph | None = None,
        weak_guidance: float = 1.0,
        guidance_from: float = 0.0,
    ) -> None:
        self._velocity, self._weak = velocity, weak
        self.weak_guidance, self.guidance_from = weak_guidance, guidance_from
        self._centre, self._spread = centre, spread
        self.categories = categories
        self.steps, self.guidance, self.noise_scale = steps, guidance, noise_scale

    @property
    def latent_size(self) -> int:
        """Length of a latent."""
        return len(self._centre)

    def sample(
        self,
        n: int,
        category: int | None = None,
        temperature: float = 1.0,
        seed: int = 0,
        first: int = 0,
    ) -> Floats:
        """See `Prior.sample`. Without a category each row picks one at random."""
        wanted = self.categories_of(n, category, seed, first)
        return self._from_noise(noise(n, self.latent_size, seed, first=first), wanted, temperature)

    def fill(self, places: Floats, weights: Floats, temperature: float, seed: int) -> Floats:
        """See `PlacedPrior.fill`: the velocities towards the categories are mixed."""
        rows, asked = np.nonzero(weights)
        share, whole = weights[rows, asked, None], np.ones(len(rows), np.float32)

        def velocity(x: Floats, time: float) -> Floats:
            mixed = np.zeros_like(x)
            towards = self._guided(x[rows], time, asked, whole, places[rows])
            np.add.at(mixed, rows, share * towards)
            return mixed

        start = noise(len(places), self.latent_size, seed, shared=True)
        return self._drawn(velocity, start, temperature)

    def rows(
        self,
        numbers: NDArray[np.integer[Any]],
        wanted: NDArray[np.integer[Any]],
        temperature: float,
        seed: int,
    ) -> Floats:
        """Latents (n, L) of the categories (n,), of the noise with these numbers (n,)."""
        start = noise_of(numbers.tolist(), len(self._centre), seed)
        return self._from_noise(start, wanted, temperature)

    def categories_of(
        self, n: int, category: int | None, seed: int, first: int = 0
    ) -> NDArray[np.integer[Any]]:
        """The categories (n,) of the seed's samples from `first` on: the one, or any at random."""
        if category is not None:
            return np.full(n, category)
        streams = generators(n, seed + 1, first=first)
        return np.array([stream.integers(self.categories) for stream in streams], int)

    def _from_noise(
        self,
        start: Floats,
        wanted: NDArray[np.integer[Any]],
        temperature: float,
    ) -> Floats:
        whole = np.ones(len(start), np.float32)

        def velocity(x: Floats, time: float) -> Floats:
            return self._guided(x, time, wanted, whole)

        return self._drawn(velocity, start, temperature)

    def _drawn(
        self, velocity: Callable[[Floats, float], Floats], start: Floats, temperature: float
    ) -> Floats:
        """Latents (n, L) from noise (n, L)."""
        scale = np.float32(temperature * self.noise_scale)
        standard = adams_bashforth(velocity, start * scale, self.steps)
        return self.standard_to_latent(standard)

    def integrate(
        self,
        start: Floats,
        category: NDArray[np.integer[Any]],
        since: float = 0.0,
        guided: Floats | None = None,
    ) -> Floats:
        """Carry standardised points (n, L) from time `since` to 1, by Heun's method.

        `category` (n,) holds indices; the number of categories stands for any. With `since` over
        0 the points are drawings with noise mixed in, (1 - since) * noise + since * latent.
        `guided` (n,) in 0..1 is the share of the prior's guidance that each row gets, by default
        all of it.
        """
        share = np.ones(len(start), np.float32) if guided is None else guided
        steps = max(1, round(self.steps * (1.0 - since)))
        reach = 1.0 - since

        def velocity(x: Floats, time: float) -> Floats:
            when = since + reach * time
            return reach * self._guided(x, when, category, share)

        end: Floats = heun(velocity, start, steps)
        return end

    def to_noise(self, standard: Floats, category: NDArray[np.integer[Any]]) -> Floats:
        """Where the flow, unguided, brings standardised latents (n, L) from: time 1 back to 0."""
        rows = len(standard)
        nowhere, unknown = np.zeros((rows, 2), np.float32), np.zeros(rows, np.float32)

        def velocity(x: Floats, time: float) -> Floats:
            when = np.full(rows, 1.0 - time, np.float32)
            return -self.velocity(x, when, category.astype(np.float32), nowhere, unknown)

        start: Floats = heun(velocity, standard, self.steps)
        return start

    def between(
        self,
        starts: Floats,
        ends: Floats,
        shares: Floats,
        category: NDArray[np.integer[Any]],
    ) -> Floats:
        """Latents (n, L) on the way from `starts` to `ends` (n, L), where every one is a drawing.

        Both ends are followed back to the noise that the flow makes them from, the noises are
        mixed on the great circle (Song et al., arXiv:2010.02502), and the flow makes a drawing of
        the mixture. Guidance and the scale of the noise are those of samples half-way and come and
        go along the way, so that shares (n,) of 0 and 1 give the ends, but for what the integration
        loses (a few thousandths).
        """
        first, last = (
            self.to_noise(self.latent_to_standard(latents), category) for latents in (starts, ends)
        )
        return self.from_mixture(first, last, shares, category)

    def from_mixture(
        self, first: Floats, last: Floats, shares: Floats, category: NDArray[np.integer[Any]]
    ) -> Floats:
        """The second half of `between`: latents (n, L) from the noises (n, L) of both ends."""
        mixed = np.stack(
            [spherical(*row) for row in zip(first, last, map(float, shares), strict=True)]
        )
        coming = np.sin(np.pi * shares).astype(np.float32)
        scale = 1 + (self.noise_scale - 1) * coming
        drawn = self.integrate(scale[:, None] * mixed, category, guided=coming)
        return self.standard_to_latent(drawn)

    def _guided(
        self,
        x: Floats,
        time: float,
        category: NDArray[np.integer[Any]],
        share: Floats,
        position: Floats | None = None,
    ) -> Floats:
        """Velocity under the conditions, led away from the unconditional and from the weak one."""
        rows = len(x)
        place = np.zeros((rows, 2), np.float32) if position is None else position
        known = np.full(rows, position is not None, np.float32)
        when = np.full(rows, time, np.float32)
        asked = category.astype(np.float32)
        if time < self.guidance_from or not share.any():
            return self.velocity(x, when, asked, place, known)
        if self.guidance == 1.0:
            conditional = self.velocity(x, when, asked, place, known)
            away = np.zeros_like(conditional)
        else:
            both = self.velocity(
                np.concatenate([x, x]),
                np.concatenate([when, when]),
                np.concatenate([asked, np.full(rows, self.categories, np.float32)]),
                np.concatenate([place, place]),
                np.concatenate([known, np.zeros(rows, np.float32)]),
            )
            conditional, unconditional = both[:rows], both[rows:]
            away = (self.guidance - 1) * (conditional - unconditional)
        if self._weak is not None:
            weak = self._weak(latent=x, time=when, category=asked, place=place, known=known)
            away = away + (self.weak_guidance - 1) * (conditional - weak["velocity"])
        guided: Floats = conditional + share[:, None] * away
        return guided

    def velocity(
        self, x: Floats, time: Floats, category: Floats, place: Floats, known: Floats
    ) -> Floats:
        """The network: points (n, L), times, categories (n,), places (n, 2), known (n,)."""
        return self._velocity(latent=x, time=time, category=category, place=place, known=known)[
            "velocity"
        ]

    def latent_to_standard(self, latents: Floats) -> Floats:
        """Latents (n, L) in the units that the network works in."""
        standard: Floats = (latents - self._centre) / self._spread
        return standard

    def standard_to_latent(self, standard: Floats) -> Floats:
        """The inverse of `latent_to_standard`."""
        latents: Floats = standard * self._spread + self._centre
        return latents

    def log_density(self, latents: Floats) -> NDArray[np.float64]:
        """A stand-in for the log density (n,): minus the flow's loss, see `priors.typicality`."""

        def velocity(x: Floats, time: Floats) -> Floats:
            rows = len(x)
            anything = np.full(rows, self.categories, np.float32)
            nowhere, unknown = np.zeros((rows, 2), np.float32), np.zeros(rows, np.float32)
            return self.velocity(x, time, anything, nowhere, unknown)

        return -scores(velocity, self.latent_to_standard(latents)).astype(np.float64)


def load_flow(
    block: Mapping[str, Any], files: Mapping[str, bytes], latent_size: int, categories: int
) -> FlowPrior:
    """The flow prior of a bundle whose manifest says {"kind": "flow", "steps": ...}."""
    for name in (VELOCITY, STATISTICS):
        if name not in files:
            raise BundleError(f"The model lacks {name}, a part of its flow prior.")
    steps = block.get("steps")
    if type(steps) is not int or not 1 <= steps <= MOST_STEPS:
        raise BundleError(f"The prior's 'steps' must be a whole number from 1 to {MOST_STEPS}.")
    guidance = number_of(block, "guidance", 1.0, MOST_GUIDANCE)
    noise_scale = number_of(block, "noise_scale", 0.1, 2.0)
    inputs = {"latent": (latent_size,), "time": (), "category": (), "place": (2,), "known": ()}
    outputs = {"velocity": (latent_size,)}
    graph = Graph(VELOCITY, files[VELOCITY], inputs, outputs)
    weak = Graph(WEAK, files[WEAK], inputs, outputs) if WEAK in files else None
    weak_guidance = number_of(block, "weak_guidance", 1.0, MOST_GUIDANCE)
    guidance_from = number_of(block, "guidance_from", 0.0, 1.0, default=0.0)
    arrays = read_arrays(STATISTICS, files[STATISTICS])
    centre = take_floats(STATISTICS, arrays, "centre", (latent_size,))
    spread = take_floats(STATISTICS, arrays, "spread", (latent_size,))
    if not (spread > 0).all():
        raise BundleError(f"{STATISTICS}: 'spread' must be positive.")
    return FlowPrior(
        graph,
        centre,
        spread,
        categories,
        steps=steps,
        guidance=guidance,
        noise_scale=noise_scale,
        weak=weak,
        weak_guidance=weak_guidance,
        guidance_from=guidance_from,
    )


def number_of(
    block: Mapping[str, Any], name: str, least: float, most: float, default: float = 1.0
) -> float:
    """A number of the prior's block. Raises BundleError where it is none, or out of bounds."""
    value = block.get(name, default)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not least <= value <= most:
        raise BundleError(f"The prior's {name!r} must be a number from {least:g} to {most:g}.")
    return float(value)
