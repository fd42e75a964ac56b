"""The 2D map of a model: a second-stage encoder and decoder between its latents and a plane."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from aemodel.bundle.arrays import read_arrays, take_floats
from aemodel.bundle.blend import blend_at
from aemodel.bundle.checks import Floats, as_rows, as_seed, as_temperature
from aemodel.bundle.graphs import Graph
from aemodel.bundle.prior import PlacedPrior, Prior
from aemodel.errors import BundleError

MAP_ENCODER = "map_encoder.tflite"
MAP_DECODER = "map_decoder.tflite"
MAP_ARRAYS = "map.npz"
MAP_FILES = (MAP_ENCODER, MAP_DECODER, MAP_ARRAYS)
GRID_LIMIT = 2048


class PlaneMap:
    """The plane on which every point decodes to a latent.

    Attributes:
        extent: (x0, x1, y0, y1), the part of the plane where drawings lie.
        density: float32 (H, W) in [0, 1], where drawings are; row 0 is y0, column 0 is x0.
        category_density: float32 (K, H, W) in [0, 1], the same for each category.
        variance_kept: share in 0..1 of the latents' variance that the two numbers keep.
        filled: whether the prior fills in what the two numbers do not say, from a seed.
    """

    def __init__(
        self,
        *,
        block: Mapping[str, Any],
        files: Mapping[str, bytes],
        latent_size: int,
        categories: int,
        prior: Prior | None,
        category_index: Callable[[str | None], int | None],
    ) -> None:
        row = {"latent": (latent_size,)}
        place = {"point": (2,)}
        self._latent_size = latent_size
        self._encoder = Graph(MAP_ENCODER, files[MAP_ENCODER], row, place)
        self._decoder = Graph(MAP_DECODER, files[MAP_DECODER], place, row)
        self._prior = prior if isinstance(prior, PlacedPrior) else None
        self._category_index = category_index
        self.filled = self._prior is not None
        self.extent = _extent(block)
        self.variance_kept = _share(block)
        arrays = read_arrays(MAP_ARRAYS, files[MAP_ARRAYS])
        self.density = take_floats(MAP_ARRAYS, arrays, "density", (None, None))
        shape = (categories, *self.density.shape)
        self.category_density = take_floats(MAP_ARRAYS, arrays, "category_density", shape)
        for name, grid in (
            ("density", self.density),
            ("category_density", self.category_density),
        ):
            if 0 in self.density.shape or max(self.density.shape) > GRID_LIMIT:
                raise BundleError(
                    f"{MAP_ARRAYS}: {name!r} must have 1 to {GRID_LIMIT} rows and columns."
                )
            if grid.size and (grid.min() < 0 or grid.max() > 1):
                raise BundleError(f"{MAP_ARRAYS}: {name!r} must lie between 0 and 1.")
            grid.setflags(write=False)

    def encode(self, latents: ArrayLike) -> Floats:
        """Places (n, 2) on the plane of latents (n, latent_size)."""
        rows = as_rows(latents, self._latent_size, "latents")
        return self._encoder(latent=rows)["point"]

    def decode(
        self,
        points: ArrayLike,
        seed: int = 0,
        category: str | None = None,
        temperature: float = 1.0,
    ) -> Floats:
        """Latents (n, latent_size) for places (n, 2); every place of the plane has one.

        Where the map is `filled`, the prior conditioned on the place and on the category fills in
        the rest, from noise that depends on the seed alone and is scaled by the temperature. If no
        category is given it is one that drawings there are of, see `blend_at`. Otherwise the
        second-stage decoder answers, and nothing else changes anything.
        """
        places = as_rows(points, 2, "points")
        seed, scale = as_seed(seed), as_temperature(temperature)
        index = self._category_index(category)
        if self._prior is None:
            return self.decode_plain(places)
        if index is None:
            weights = blend_at(self.category_density, self.extent, places, seed)
        else:
            weights = np.zeros((len(places), len(self.category_density) + 1), np.float32)
            weights[:, index] = 1
        return self._prior.fill(places, weights, scale, seed)

    def decode_plain(self, points: ArrayLike) -> Floats:
        """Latents (n, latent_size) for places (n, 2) from the second-stage decoder alone."""
        return self._decoder(point=as_rows(points, 2, "points"))["latent"]


def _extent(block: Mapping[str, Any]) -> tuple[float, float, float, float]:
    value = block.get("extent")
    if (
        not isinstance(value, list)
        or len(value) != 4
        or any(isinstance(v, bool) or not isinstance(v, int | float) for v in value)
        or not all(abs(v) < 1e6 for v in value)
    ):
        raise BundleError("The map's 'extent' must be four numbers: x0, x1, y0, y1.")
    x0, x1, y0, y1 = (float(v) for v in value)
    if not (x0 < x1 and y0 < y1):
        raise BundleError("The map's 'extent' must have x0 < x1 and y0 < y1.")
    return x0, x1, y0, y1


def _share(block: Mapping[str, Any]) -> float:
    value = block.get("variance_kept")
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise BundleError("The map's 'variance_kept' must be a number between 0 and 1.")
    return float(np.float64(value))
