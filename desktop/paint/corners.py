"""Where the curve through the points of a stroke bends, and where it has a corner. No Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CORNER = 7.0
"""Canvas units before and behind a corner that are rounded."""
SMOOTH_TURN, SHARP_TURN = 32.0, 46.0
"""Degrees up to which a turn is part of a curve, and from which on it is a corner."""

Rows = NDArray[np.float64]


def bends(table: Rows) -> tuple[Rows, Rows, Rows, Rows, Rows]:
    """How the curve passes each point of a stroke but the first and the last.

    table: rows x, y and whatever else belongs to a point. Returns as many rows each of where the
    curve comes from, begins to bend, what bends it (the point), where it ends to bend, and goes
    to. It comes from and goes to the middles between points, but for the first point.
    """
    points = table[1:-1]
    ends = (points + table[2:]) / 2
    starts = np.concatenate([table[:1], ends[:-1]])[: len(points)]
    before, behind = _shares(starts[:, :2], points[:, :2], ends[:, :2])
    bent_from = points + (starts - points) * before[:, None]
    bent_to = points + (ends - points) * behind[:, None]
    return starts, bent_from, points, bent_to, ends


def _shares(starts: Rows, points: Rows, ends: Rows) -> tuple[Rows, Rows]:
    """How much of the ways to points and on from them the curve bends: all of them, 1, or less.

    Points far apart that turn sharply are corners, as the model sees them.
    """
    (x, y), (on_x, on_y) = (points - starts).T, (ends - points).T
    coming, going = np.hypot(x, y), np.hypot(on_x, on_y)
    turn = np.degrees(np.abs(np.arctan2(x * on_y - y * on_x, x * on_x + y * on_y)))
    sharp = np.clip((turn - SMOOTH_TURN) / (SHARP_TURN - SMOOTH_TURN), 0, 1)
    reach = CORNER + (1 - sharp) * (np.maximum(coming, going) - CORNER)
    # A way of no length bends whole; any reach is beyond its end.
    before, behind = (np.minimum(1, reach / np.maximum(way, 1e-9)) for way in (coming, going))
    return before, behind
