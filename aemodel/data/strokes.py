"""Drawings as strokes, and the coordinate frame that Quick, Draw! calls *simplified*.

A drawing is a sequence of strokes, a stroke an array (points, 2) of columns x and y, y pointing
down. In the simplified frame a drawing touches the left and the top edge and its larger side
spans at most 255.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FRAME = 255.0
"""Largest coordinate of the simplified frame."""

Stroke = NDArray[np.floating]
Drawing = Sequence[Stroke]


def clean(drawing: Drawing) -> list[NDArray[np.float64]]:
    """The drawing in float64 without points that are not finite and without empty strokes.

    Raises:
        ValueError: when a stroke does not have the shape (points, 2).
    """
    strokes = []
    for stroke in drawing:
        points = np.asarray(stroke, dtype=np.float64)
        if points.size == 0:
            continue
        if points.ndim != 2 or points.shape[1] != 2:
            raise ValueError(f"a stroke must have the shape (points, 2), not {points.shape}")
        points = points[np.isfinite(points).all(axis=1)]
        if len(points):
            strokes.append(points)
    return strokes


def bounds(drawing: Drawing) -> tuple[float, float, float, float] | None:
    """Smallest x, smallest y, largest x, largest y over all finite points; None without any."""
    strokes = clean(drawing)
    if not strokes:
        return None
    points = np.concatenate(strokes)
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return float(x0), float(y0), float(x1), float(y1)


def normalise(drawing: Drawing, size: float = FRAME) -> list[NDArray[np.float64]]:
    """Move the drawing to the top left corner and scale its larger side to `size`.

    A drawing whose points all coincide (a dot) is moved and not scaled. Points that are not
    finite are dropped.
    """
    strokes = clean(drawing)
    if not strokes:
        return []
    points = np.concatenate(strokes)
    # Scaling down first keeps differences of huge coordinates finite.
    largest = float(np.abs(points).max())
    unit = largest if largest > 1e100 else 1.0
    origin = (points / unit).min(axis=0)
    extent = float(((points / unit).max(axis=0) - origin).max())
    scale = size / extent if extent > 0 else 0.0
    if not np.isfinite(scale):
        scale = 0.0
    return [np.clip((stroke / unit - origin) * scale, 0.0, size) for stroke in strokes]
