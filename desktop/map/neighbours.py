"""What lies near a place of the map: where drawings are dense, and kept doodles. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.state.doodle import Doodle

LEAST_DENSITY = 0.05
LEAST_CLUSTER = 0.5
APART = 0.25

Point = tuple[float, float]
Cluster = tuple[float, Point]
"""A density, and the place that has it."""


def shares_at(
    plane: Any, x: float, y: float, shown: frozenset[int] | None = None
) -> NDArray[np.float64]:
    """How the drawings at a place divide among the categories: (K,), sum 1; zeros where none are.

    Those of categories that are not `shown` do not count.

    plane: a PlaneMap; densities are read from the nearest cell of its grids.
    """
    x0, x1, y0, y1 = plane.extent
    height, width = plane.density.shape
    column, row = int((x - x0) / (x1 - x0) * width), int((y - y0) / (y1 - y0) * height)
    if not (0 <= column < width and 0 <= row < height):
        return np.zeros(len(plane.category_density))
    here: NDArray[np.float64] = plane.category_density[:, row, column].astype(np.float64)
    if shown is not None:
        here[[index for index in range(len(here)) if index not in shown]] = 0
    total = float(here.sum())
    return here / total if total > LEAST_DENSITY else np.zeros_like(here)


def density_of(plane: Any, shown: frozenset[int] | None) -> NDArray[np.float32]:
    """Density (H, W) of the categories with these indices, 1 at the densest; None means all."""
    if shown is None or not len(plane.category_density):
        density: NDArray[np.float32] = plane.density
        return density
    if not shown:
        return np.zeros_like(plane.density)
    most: NDArray[np.float32] = plane.category_density[sorted(shown)].max(axis=0)
    return most / max(float(most.max()), 1e-6)


def peaks(density: NDArray[np.float32], extent: tuple[float, float, float, float]) -> list[Point]:
    """Places where drawings lie denser than anywhere within two cells around."""
    height, width = density.shape
    padded = np.pad(density, 2, constant_values=-1.0)
    around = np.lib.stride_tricks.sliding_window_view(padded, (5, 5)).max(axis=(2, 3))
    rows, columns = np.nonzero((density >= around) & (density > LEAST_DENSITY))
    x0, x1, y0, y1 = extent
    return [
        (x0 + (column + 0.5) / width * (x1 - x0), y0 + (row + 0.5) / height * (y1 - y0))
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    ]


def clusters(
    category_density: NDArray[np.float32], extent: tuple[float, float, float, float]
) -> list[list[Cluster]]:
    """For each category the places around which it is the densest of all, densest first.

    category_density: (K, H, W). The first place is where it is densest wherever that is; the others
    have at least `LEAST_CLUSTER` of its density and are `APART` widths of the map from one another.
    """
    coarse = _smoothed(category_density)
    count, height, width = coarse.shape
    x0, x1, y0, y1 = extent
    rows, columns = np.mgrid[:height, :width]
    top = coarse.argmax(axis=0) if count else None
    found = []
    for index, density in enumerate(coarse):
        own = np.where(top == index, density, 0)
        places: list[Cluster] = []
        least = LEAST_CLUSTER * float(own.max()) or np.inf
        field = own if own.any() else density
        while not places or field.max() >= least:
            row, column = np.unravel_index(field.argmax(), field.shape)
            place = (
                x0 + (float(column) + 0.5) / width * (x1 - x0),
                y0 + (float(row) + 0.5) / height * (y1 - y0),
            )
            places.append((float(field[row, column]), place))
            near = np.hypot((rows - row) / height, (columns - column) / width) < APART
            field = np.where(near, 0, field)
        found.append(places)
    return found


def _smoothed(density: NDArray[np.float32]) -> NDArray[np.float32]:
    """Means over blocks of about a 32nd of the map, and over three by three of those."""
    for axis in (1, 2):
        size = density.shape[axis]
        block = max(1, size // 32)
        parts = np.add.reduceat(density, np.arange(0, size, block), axis=axis)
        padded = np.pad(parts, [(1, 1) if a == axis else (0, 0) for a in range(3)])
        density = np.lib.stride_tricks.sliding_window_view(padded, 3, axis=axis).sum(axis=-1)
    smooth: NDArray[np.float32] = density
    return smooth


def nearest(places: Iterable[Point], to: Point, count: int, apart: float = 0.0) -> list[Point]:
    """The nearest places, nearest first; none closer than `apart` to `to` or to one before it."""
    chosen: list[Point] = []
    for place in sorted(places, key=lambda place: distance(place, to)):
        if len(chosen) == count:
            break
        if all(distance(place, other) >= apart for other in [to, *chosen]):
            chosen.append(place)
    return chosen


def nearest_kept(
    collection: Iterable[Doodle], model: str, current: Doodle, reach: float
) -> list[Doodle]:
    """The kept doodles of this model within reach of the current one's place, nearest first."""
    to = current.place
    if to is None:
        return []
    there = [
        (distance(doodle.place, to), doodle)
        for doodle in collection
        if doodle.place is not None and doodle.model == model and doodle is not current
    ]
    near = [pair for pair in there if pair[0] <= reach]
    return [doodle for _, doodle in sorted(near, key=lambda pair: pair[0])]


def is_shown(plane: Any, place: Point | None, shown: frozenset[int] | None) -> bool:
    """Whether a place is of the shown categories: most drawings there are of one of them."""
    if shown is None or place is None:
        return shown is None
    return int(shares_at(plane, *place).argmax()) in shown


def distance(one: Point, other: Point) -> float:
    """As the crow flies, in units of the map."""
    return float(np.hypot(one[0] - other[0], one[1] - other[1]))
