"""A way drawn on the map, to be walked at an even pace. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop.state.way import MOST_POINTS

Point = tuple[float, float]


class PlanePath:
    """A line through points of the plane; `at` finds the place so many units from its start."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points: NDArray[np.float64] = np.asarray(points, np.float64).reshape(-1, 2)
        steps = np.hypot(*np.diff(self.points, axis=0).T)
        self._along = np.concatenate([[0.0], np.cumsum(steps)])[: len(self.points)]

    @property
    def length(self) -> float:
        """In units of the plane."""
        return float(self._along[-1]) if len(self.points) else 0.0

    def at(self, distance: float) -> Point:
        """The place at a distance from the start, kept between the ends."""
        x, y = (float(np.interp(distance, self._along, column)) for column in self.points.T)
        return x, y

    def smoothed(self, spacing: float) -> PlanePath:
        """Without the hand's tremble: a moving average over points `spacing` apart; equal ends."""
        spacing = max(spacing, self.length / (MOST_POINTS - 1))
        if self.length <= 2 * spacing:
            return self
        count = round(self.length / spacing) + 1
        even = np.array([self.at(d) for d in np.linspace(0, self.length, count)])
        padded = np.pad(even, ((2, 2), (0, 0)), mode="edge")
        mean = np.mean([padded[k : k + count] for k in range(5)], axis=0)
        mean[0], mean[-1] = self.points[0], self.points[-1]
        return PlanePath([(float(x), float(y)) for x, y in mean])
