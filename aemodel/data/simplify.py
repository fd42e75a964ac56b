"""Raw ink -> the *simplified* form, by the four steps of the Quick, Draw! dataset.

Align to the top left corner, scale uniformly to a largest value of 255, resample every stroke at
one pixel of spacing, and simplify it by Ramer, Douglas and Peucker (1972, 1973) with epsilon 2.
"""

import numpy as np
from numpy.typing import NDArray

from aemodel.data.strokes import Drawing, normalise

SPACING = 1.0
EPSILON = 2.0


def simplify(drawing: Drawing) -> list[NDArray[np.float64]]:
    """Bring a drawing of any position and size to the simplified form.

    Points that are not finite and empty strokes are dropped; a dot stays a stroke of one point.

    Returns:
        Strokes float64 (points, 2) of whole numbers in 0..255; empty for an empty drawing.
    """
    strokes = normalise(drawing)
    return [np.rint(reduce_points(resample(stroke, SPACING), EPSILON)) for stroke in strokes]


def resample(stroke: NDArray[np.float64], spacing: float) -> NDArray[np.float64]:
    """Points at equal spacing along the stroke, its last point included.

    A stroke without length gives its one point.
    """
    steps = np.hypot(*np.diff(stroke, axis=0).T) if len(stroke) > 1 else np.zeros(0)
    length = np.concatenate(([0.0], np.cumsum(steps)))
    if length[-1] == 0:
        return stroke[:1]
    at = np.append(np.arange(0.0, length[-1], spacing), length[-1])
    points: NDArray[np.float64] = np.column_stack(
        [np.interp(at, length, stroke[:, axis]) for axis in (0, 1)]
    )
    return points


def reduce_points(stroke: NDArray[np.float64], epsilon: float) -> NDArray[np.float64]:
    """Ramer-Douglas-Peucker: a sub-sequence within `epsilon` of every point, both ends kept."""
    x, y = np.ascontiguousarray(stroke.T)
    keep = np.zeros(len(stroke), dtype=bool)
    keep[[0, -1]] = True
    pending = [(0, len(stroke) - 1)]
    while pending:
        first, last = pending.pop()
        if last - first < 2:
            continue
        dx, dy = float(x[last] - x[first]), float(y[last] - y[first])
        to_x, to_y = x[first + 1 : last] - x[first], y[first + 1 : last] - y[first]
        length_square = dx * dx + dy * dy
        if length_square > 0:
            # From the foot on the segment, not on the endless line through it.
            along = (to_x * dx + to_y * dy) / length_square
            along = np.minimum(np.maximum(along, 0.0), 1.0)
            to_x, to_y = to_x - along * dx, to_y - along * dy
        distance_square = to_x * to_x + to_y * to_y
        farthest = int(distance_square.argmax())
        if distance_square[farthest] > epsilon * epsilon:
            middle = first + 1 + farthest
            keep[middle] = True
            pending += [(first, middle), (middle, last)]
    return stroke[keep]
