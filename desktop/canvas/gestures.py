"""What a drag over the page does to the ink, tool by tool. No Qt.

A gesture is given the ink as it is and the pointer's next place in canvas units, and returns the
new ink, or None when nothing has changed.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop.canvas.hits import Point, rubbed_out, strokes_touched
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE, Ink
from desktop.state.placing import Box, bounds, moved, scaled

ERASER_RADIUS = 7.0
RUBBER_RADIUS = 9.0
HANDLE_REACH = 10.0
RIM = 5.0
_SMALLEST, _LARGEST = 8.0, 1200.0


class Gesture(Protocol):
    """One drag, from press to release; `alike` says that the model sees no difference."""

    @property
    def alike(self) -> bool:
        """Whether it only moves the drawing, or scales it evenly."""

    def to(self, ink: Ink, point: Point) -> Ink | None:
        """The ink after the pointer went on to `point`; None when that changes nothing."""


class EraseStrokes:
    """Takes away every stroke that the eraser touches."""

    alike = False

    def __init__(self, start: Point) -> None:
        self._last = start

    def to(self, ink: Ink, point: Point) -> Ink | None:
        """Without the strokes on the way."""
        touched = strokes_touched(ink, self._last, point, ERASER_RADIUS)
        self._last = point
        if not touched:
            return None
        return tuple(stroke for index, stroke in enumerate(ink) if index not in touched)


class RubOut:
    """Takes away only what lies under the rubber; strokes fall into pieces."""

    alike = False

    def __init__(self, start: Point) -> None:
        self._last = start

    def to(self, ink: Ink, point: Point) -> Ink | None:
        """Without what lay under the way."""
        rest = rubbed_out(ink, self._last, point, RUBBER_RADIUS)
        self._last = point
        return rest


class Place:
    """Moves the whole drawing, or scales it by one of the handles of its box.

    handle: (-1, 0 or 1) across and down; (0, 0) moves. Corners keep the proportions; the opposite
    side stays where it is.
    """

    def __init__(self, ink: Ink, start: Point, handle: tuple[int, int] = (0, 0)) -> None:
        self._ink = ink
        self._box = bounds(ink)
        self._start = start
        self._handle = handle
        self.alike = handle == (0, 0) or 0 not in handle

    def to(self, ink: Ink, point: Point) -> Ink | None:
        """The drawing of the beginning, moved or scaled as far as the pointer went."""
        across, down = self._handle
        dx, dy = point[0] - self._start[0], point[1] - self._start[1]
        if (across, down) == (0, 0):
            return moved(self._ink, dx, dy)
        x0, y0, x1, y1 = self._box
        size = np.array([x1 - x0, y1 - y0])
        wanted = size + np.array([dx * across, dy * down])
        factors = _factors(size, wanted)
        if across and down:
            factors[:] = factors[int(np.argmax(size))]
        anchor = (x1 if across < 0 else x0, y1 if down < 0 else y0)
        return scaled(self._ink, float(factors[0]), float(factors[1]), anchor)


class Pinch:
    """Two fingers move and scale the whole drawing."""

    alike = True

    def __init__(self, ink: Ink, first: Point, second: Point) -> None:
        self._ink = ink
        self._first, self._second = np.array(first), np.array(second)
        self._box = bounds(ink)

    def between(self, first: Point, second: Point) -> Ink:
        """The drawing of the beginning, as the fingers lie now."""
        before = float(np.linalg.norm(self._second - self._first))
        now = float(np.hypot(second[0] - first[0], second[1] - first[1]))
        side = max(self._box[2] - self._box[0], self._box[3] - self._box[1], 1.0)
        factor = now / before if before > 1 else 1.0
        factor = min(max(factor, _SMALLEST / side), _LARGEST / side)
        middle = (self._first + self._second) / 2
        step = (np.array(first) + np.array(second)) / 2 - middle
        grown = scaled(self._ink, factor, factor, (float(middle[0]), float(middle[1])))
        return moved(grown, float(step[0]), float(step[1]))

    def to(self, ink: Ink, point: Point) -> Ink | None:
        """One finger alone changes nothing."""
        return None


def handles(box: Box) -> dict[tuple[int, int], Point]:
    """The eight handles of a box: where they are, by their direction from the middle.

    Where the drawing goes beyond the page they stay on it, within reach.
    """
    low, high = CANVAS_ORIGIN + RIM, CANVAS_ORIGIN + CANVAS_SIDE - RIM
    x0, y0, x1, y1 = (min(max(edge, low), high) for edge in box)
    xs, ys = {-1: x0, 0: (x0 + x1) / 2, 1: x1}, {-1: y0, 0: (y0 + y1) / 2, 1: y1}
    return {(i, j): (xs[i], ys[j]) for j in ys for i in xs if (i, j) != (0, 0)}


def handle_at(box: Box, point: Point, reach: float = HANDLE_REACH) -> tuple[int, int]:
    """The nearest handle within reach, or (0, 0)."""
    places = handles(box)
    distances = {
        handle: float(np.hypot(x - point[0], y - point[1])) for handle, (x, y) in places.items()
    }
    nearest = min(distances, key=lambda handle: distances[handle])
    return nearest if distances[nearest] <= reach else (0, 0)


def gesture_for(tool: str, ink: Ink, start: Point) -> Gesture | None:
    """The gesture of a tool that starts at `start`; None for the pen, or with nothing to place."""
    if tool == "eraser":
        return EraseStrokes(start)
    if tool == "rubber":
        return RubOut(start)
    if tool == "place" and ink:
        return Place(ink, start, handle_at(bounds(ink), start))
    return None


def _factors(size: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """wanted / size, within reason; 1 along a side of no length."""
    flat = size < 1e-6
    limited = np.clip(wanted, _SMALLEST, _LARGEST)
    factors: NDArray[np.float64] = np.where(flat, 1.0, limited / np.where(flat, 1.0, size))
    return factors
