"""What category a place of the map is filled in as, where nobody asks for one.

A place belongs to several categories where their regions meet. Each seed picks one of them, as
often as drawings there are of it (the Gumbel-max trick), and goes over to the next by degrees along
a drag (a relaxation, Maddison et al., arXiv:1611.00712), so that no doodle leaps.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.checks import Floats

SOFTNESS = 0.6
"""Of the relaxation; chosen on the validation side, see models/atlas.md."""
_FAINT = 0.1
"""Odds against the first category from which on another takes part: fewer make a map step fast."""
_ANY = 1 / 400
"""Density of "any" everywhere, the highest of all being 1: less than the least that maps store. It
fills in where no drawings are."""
_NOTHING = 1e-5
"""Added to densities, which have logarithms."""


def blend_at(
    category_density: Floats, extent: tuple[float, float, float, float], places: Floats, seed: int
) -> Floats:
    """Weights (n, K + 1) of the categories, and of any, at places (n, 2); each row sums to 1.

    `category_density` (K, H, W) is where drawings of each category lie on the map. The weights of a
    place depend on the place and the seed alone.
    """
    x0, x1, y0, y1 = extent
    count, height, width = category_density.shape
    column = (places[:, 0] - x0) / (x1 - x0) * width - 0.5
    row = (places[:, 1] - y0) / (y1 - y0) * height - 0.5
    here = np.full((len(places), count + 1), _ANY)
    here[:, :count] = _between_cells(category_density, row, column).T
    chance = np.random.default_rng((seed, count)).gumbel(size=count + 1)
    score = (np.log(here + _NOTHING) + chance) / SOFTNESS
    odds = np.exp(score - score.max(axis=1, keepdims=True))
    weights = np.maximum(odds - _FAINT, 0)
    shares: Floats = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
    return shares


def _between_cells(
    grids: Floats, row: NDArray[np.floating], column: NDArray[np.floating]
) -> NDArray[np.float64]:
    """Values (K, n) of grids (K, H, W) at fractional rows and columns (n,), linear in both; beyond
    the rim as at the rim."""
    top, bottom, down = _cells(row, grids.shape[1])
    left, right, along = _cells(column, grids.shape[2])
    upper = (1 - along) * grids[:, top, left] + along * grids[:, top, right]
    lower = (1 - along) * grids[:, bottom, left] + along * grids[:, bottom, right]
    values: NDArray[np.float64] = (1 - down) * upper + down * lower
    return values


def _cells(
    position: NDArray[np.floating], size: int
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Cells (n,) before and after fractional positions (n,), and the share (n,) of the latter."""
    inside = np.clip(position, 0, size - 1).astype(np.float64)
    before = np.floor(inside).astype(int)
    return before, np.minimum(before + 1, size - 1), inside - before
