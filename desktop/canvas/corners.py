"""Where the curve through the points of a stroke bends, and where it has a corner. No Qt."""

from __future__ import annotations

import math

CORNER = 7.0
"""Canvas units before and behind a corner that are rounded."""
SMOOTH_TURN, SHARP_TURN = 32.0, 46.0
"""Degrees up to which a turn is part of a curve, and from which on it is a corner."""


def bent_shares(
    start: tuple[float, float], point: tuple[float, float], end: tuple[float, float]
) -> tuple[float, float]:
    """How much of the ways to a point and on from it the curve bends: all of them, 1, or less.

    Points far apart that turn sharply are corners, as the model sees them.
    """
    x, y = point[0] - start[0], point[1] - start[1]
    on_x, on_y = end[0] - point[0], end[1] - point[1]
    coming, going = math.hypot(x, y), math.hypot(on_x, on_y)
    if coming <= CORNER and going <= CORNER:
        return 1.0, 1.0
    turn = math.degrees(abs(math.atan2(x * on_y - y * on_x, x * on_x + y * on_y)))
    sharp = min(max((turn - SMOOTH_TURN) / (SHARP_TURN - SMOOTH_TURN), 0.0), 1.0)
    reach = CORNER + (1 - sharp) * (max(coming, going) - CORNER)
    return min(1.0, reach / coming) if coming else 1.0, min(1.0, reach / going) if going else 1.0
