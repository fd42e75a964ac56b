"""Where ink lies: its box, and the same ink moved, scaled or mirrored.

The model always sees a drawing as large as its frame, in the middle: moving it and scaling it
evenly change the page alone. Mirroring and stretching change what the model sees as well.
"""

from __future__ import annotations

import numpy as np

from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE, Ink, Stroke

Box = tuple[float, float, float, float]


def bounds(ink: Ink) -> Box:
    """(x0, y0, x1, y1) of all points of ink that is not empty."""
    points = np.concatenate([stroke.points for stroke in ink])
    (x0, y0), (x1, y1) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return x0, y0, x1, y1


def moved(ink: Ink, dx: float, dy: float) -> Ink:
    """Shifted, in canvas units; some of it always stays on the page."""
    x0, y0, x1, y1 = bounds(ink)
    low, high, rim = CANVAS_ORIGIN, CANVAS_ORIGIN + CANVAS_SIDE, 8.0
    dx = min(max(dx, low + rim - x1), high - rim - x0)
    dy = min(max(dy, low + rim - y1), high - rim - y0)
    step = np.array([dx, dy], np.float32)
    return tuple(Stroke(stroke.points + step, stroke.pressure) for stroke in ink)


def centred(ink: Ink) -> Ink:
    """In the middle of the page."""
    x0, y0, x1, y1 = bounds(ink)
    middle = CANVAS_ORIGIN + CANVAS_SIDE / 2
    return moved(ink, middle - (x0 + x1) / 2, middle - (y0 + y1) / 2)


def scaled(ink: Ink, across: float, down: float, anchor: tuple[float, float]) -> Ink:
    """Stretched around a point that stays; factors of 1 change nothing."""
    centre, factors = np.array(anchor, np.float32), np.array([across, down], np.float32)
    return tuple(
        Stroke((stroke.points - centre) * factors + centre, stroke.pressure) for stroke in ink
    )


def grown(ink: Ink, factor: float) -> Ink:
    """Scaled evenly around its middle, to a side of no less than 8 and no more than 1200 units."""
    x0, y0, x1, y1 = bounds(ink)
    side = max(x1 - x0, y1 - y0, 1.0)
    factor = min(max(factor, 8 / side), 1200 / side)
    return scaled(ink, factor, factor, ((x0 + x1) / 2, (y0 + y1) / 2))


def mirrored(ink: Ink) -> Ink:
    """Left and right of the page exchanged."""
    middle = np.float32(2 * CANVAS_ORIGIN + CANVAS_SIDE)
    sign, shift = np.array([-1, 1], np.float32), np.array([middle, 0], np.float32)
    return tuple(Stroke(stroke.points * sign + shift, stroke.pressure) for stroke in ink)
