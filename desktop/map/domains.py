"""To which category each place of the map belongs, where only some are shown. No Qt."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


class Domains:
    """Of the shown categories, the densest at each place; where none lies, that of the nearest.

    plane: a PlaneMap; `shown` are indices of its categories, one or more.
    """

    def __init__(self, plane: Any, shown: frozenset[int]) -> None:
        which = np.array(sorted(shown))
        densities = plane.category_density[which]
        self._extent = plane.extent
        self._densest = which[densities.argmax(axis=0)]
        self._settled = densities.max(axis=0) > 0
        self._cells = np.argwhere(self._settled)

    def at(self, points: ArrayLike) -> list[int]:
        """The category of each of the places (n, 2)."""
        x0, x1, y0, y1 = self._extent
        height, width = self._densest.shape
        x, y = np.asarray(points, np.float64).reshape(-1, 2).T
        columns = np.clip((x - x0) / (x1 - x0) * width, 0, width - 1).astype(int)
        rows = np.clip((y - y0) / (y1 - y0) * height, 0, height - 1).astype(int)
        return [self._of(cell) for cell in np.stack([rows, columns], axis=1)]

    def _of(self, cell: NDArray[np.int_]) -> int:
        if not self._settled[tuple(cell)] and len(self._cells):
            cell = self._cells[np.square(self._cells - cell).sum(axis=1).argmin()]
        return int(self._densest[tuple(cell)])
