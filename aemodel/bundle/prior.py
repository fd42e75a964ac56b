"""Priors: the densities over latents that random sampling draws from, in NumPy.

A prior is any object of the form `Prior`. Noise is seeded by row: row i depends on the seed and
on i alone, so that the first five of twenty samples are the five samples of the same seed.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.arrays import read_arrays, take_floats
from aemodel.bundle.checks import Floats, InvalidInput
from aemodel.bundle.flow import load_flow
from aemodel.bundle.noise import generators, noise
from aemodel.errors import BundleError


class Prior(Protocol):
    """What the runtime asks of a prior.

    `conditional`: it can be asked for one category.
    """

    conditional: bool

    def sample(
        self,
        n: int,
        category: int | None = None,
        temperature: float = 1.0,
        seed: int = 0,
        first: int = 0,
    ) -> Floats:
        """Latents (n, latent_size) for a category index, or for any category.

        They are the rows from `first` on of the seed's endless row of samples.
        `temperature` scales the noise: 1 is the prior itself, 0 its most typical point.
        """
        ...


@runtime_checkable
class PlacedPrior(Protocol):
    """A prior that can be asked for a place on the 2D map, too."""

    def fill(self, places: Floats, weights: Floats, temperature: float, seed: int) -> Floats:
        """Latents (n, latent_size) for places (n, 2): the prior fills in what a place does not say.

        `weights` (n, K + 1) of the categories and, last, of any; each row sums to 1. All rows share
        the noise of row 0, so that the latent of a place depends on the place, its weights and the
        seed alone and changes continuously along a drag.
        """
        ...


class NormalPrior:
    """N(0, I): what a VAE is trained towards (Kingma and Welling, arXiv:1312.6114)."""

    conditional = False

    def __init__(self, latent_size: int) -> None:
        self._size = latent_size

    def sample(
        self,
        n: int,
        category: int | None = None,
        temperature: float = 1.0,
        seed: int = 0,
        first: int = 0,
    ) -> Floats:
        """See `Prior.sample`; a category cannot be asked for."""
        _refuse(category is not None, "category")
        latents: Floats = noise(n, self._size, seed, first=first) * np.float32(temperature)
        return latents

    def log_density(self, latents: Floats) -> NDArray[np.float64]:
        """Log density (n,) in nats."""
        squares = np.square(latents, dtype=np.float64).sum(axis=1)
        density: NDArray[np.float64] = -0.5 * (squares + self._size * math.log(2 * math.pi))
        return density


class GaussianPrior:
    """A Gaussian fitted to the latents of real drawings: one for all, or one for each category.

    `mean` (c, L) and either `factor` (c, L, L), the lower Cholesky factor of the covariance, or
    `std` (c, L), the standard deviations of a diagonal one; c is 1 or the number of categories.
    With one for each category, unconditional samples pick a category evenly at random.
    """

    def __init__(self, mean: Floats, factor: Floats | None, std: Floats | None) -> None:
        self._mean = mean
        self._factor = factor
        self._std = std
        self.conditional = len(mean) > 1
        scale = std if factor is None else np.diagonal(factor, axis1=1, axis2=2)
        if scale is None or not (scale > 0).all():
            raise BundleError("The Gaussian prior of the model has a spread that is not positive.")
        self._log_volume = np.log(scale.astype(np.float64)).sum(axis=1)
        self._whiten = None if factor is None else np.linalg.inv(factor.astype(np.float64))

    @classmethod
    def from_arrays(
        cls,
        file: str,
        arrays: Mapping[str, NDArray[np.generic]],
        latent_size: int,
        categories: int,
    ) -> "GaussianPrior":
        """Built from the arrays of a bundle's `.npz`; raises BundleError for misfits."""
        mean = take_floats(file, arrays, "mean", (None, latent_size))
        if len(mean) not in (1, categories):
            raise BundleError(f"{file} holds {len(mean)} Gaussians for {categories} categories.")
        if "factor" in arrays:
            shape = (len(mean), latent_size, latent_size)
            return cls(mean, np.tril(take_floats(file, arrays, "factor", shape)), None)
        return cls(mean, None, take_floats(file, arrays, "std", (len(mean), latent_size)))

    def sample(
        self,
        n: int,
        category: int | None = None,
        temperature: float = 1.0,
        seed: int = 0,
        first: int = 0,
    ) -> Floats:
        """See `Prior.sample`."""
        _refuse(category is not None and not self.conditional, "category")
        latents = np.empty((n, self._mean.shape[1]), np.float32)
        for row, generator in zip(latents, generators(n, seed, first=first), strict=True):
            draw = generator.standard_normal(len(row), np.float32) * np.float32(temperature)
            which = int(generator.integers(len(self._mean))) if category is None else category
            spread = draw * self._std[which] if self._std is not None else self._spread(which, draw)
            row[:] = self._mean[which] + spread
        return latents

    def _spread(self, which: int, draw: Floats) -> Floats:
        assert self._factor is not None
        spread: Floats = self._factor[which] @ draw
        return spread

    def log_density(self, latents: Floats) -> NDArray[np.float64]:
        """Log density (n,) in nats of the even mixture over the categories."""
        parts = np.empty((len(self._mean), len(latents)))
        constant = 0.5 * latents.shape[1] * math.log(2 * math.pi)
        for which, mean in enumerate(self._mean):
            centred = latents.astype(np.float64) - mean
            white = (
                centred @ self._whiten[which].T
                if self._whiten is not None
                else centred / np.asarray(self._std)[which]
            )
            parts[which] = -0.5 * np.square(white).sum(axis=1) - self._log_volume[which] - constant
        top = parts.max(axis=0)
        density: NDArray[np.float64] = top + np.log(np.exp(parts - top).mean(axis=0))
        return density


def _refuse(asked: bool, what: str) -> None:
    if asked:
        raise InvalidInput(f"This prior cannot be asked for a {what}.")


Files = Mapping[str, bytes]
Loader = Callable[[Mapping[str, Any], Files, int, int], "Prior | None"]
"""(the manifest's prior block, the bundle's files, latent size, number of categories) -> prior."""


def _load_gaussian(
    _: Mapping[str, Any], files: Files, latent_size: int, categories: int
) -> GaussianPrior:
    if "prior.npz" not in files:
        raise BundleError("The model lacks prior.npz, the arrays of its Gaussian prior.")
    arrays = read_arrays("prior.npz", files["prior.npz"])
    return GaussianPrior.from_arrays("prior.npz", arrays, latent_size, categories)


LOADERS: dict[str, Loader] = {
    "none": lambda block, files, latent_size, categories: None,
    "normal": lambda block, files, latent_size, categories: NormalPrior(latent_size),
    "gaussian": _load_gaussian,
    "flow": load_flow,
}
"""How to build each kind of prior that a manifest may name."""


def load_prior(
    block: Mapping[str, Any], files: Files, latent_size: int, categories: int
) -> "Prior | None":
    """The prior that the manifest's block describes; None where the model has none."""
    kind = block["kind"]
    if kind not in LOADERS:
        known = ", ".join(sorted(LOADERS))
        raise BundleError(f"The model has a prior of the unknown kind {kind!r} (known: {known}).")
    return LOADERS[kind](block, files, latent_size, categories)
