"""Which strokes an eraser touches. No Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.state.ink import Ink

Point = tuple[float, float]


def strokes_touched(ink: Ink, start: Point, end: Point, radius: float) -> set[int]:
    """Indices of strokes that come within `radius` of the eraser's way from start to end."""
    length = float(np.hypot(end[0] - start[0], end[1] - start[1]))
    steps = 2 + int(length / max(radius / 2, 1e-3))
    way = np.linspace(start, end, steps)
    return {
        index
        for index, stroke in enumerate(ink)
        if _distance(np.asarray(stroke.points, np.float64), way) <= radius
    }


def _distance(points: NDArray[np.float64], way: NDArray[np.float64]) -> float:
    """Least distance between a poly-line (n, 2) and the points of a way (m, 2)."""
    start = points[:-1] if len(points) > 1 else points
    step = (points[1:] - start) if len(points) > 1 else np.zeros_like(points)
    square = np.maximum((step**2).sum(1), 1e-12)
    offset = way[:, None] - start[None]
    along = np.clip((offset * step).sum(2) / square, 0, 1)
    nearest = offset - along[..., None] * step
    return float(np.sqrt((nearest**2).sum(2)).min())
