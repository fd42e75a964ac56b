"""The outlines of strokes under a round pen, as the reference renderer of the dataset builds them.

Points are rounded to 1/256 pixel and the pen is a polygon of twelve corners. The outline of a
stroke consists of the two sides of every segment, a fan of pen corners around the outer side of
every joint, and half a pen at both ends. NumPy only; all strokes of a batch at once.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SIDE = 28
FIXED = 256
"""Steps per pixel, in x and in y."""
FRAME_UNITS = 256.0
PEN_UNITS = 16.0
MARGIN_UNITS = 24.0
"""Room around the frame: a padding of 16 and half the pen."""
PIXELS_PER_UNIT = SIDE / (FRAME_UNITS + 2 * MARGIN_UNITS)

_REACH = 1e6  # coordinates are clipped to it, units
_CORNERS = 12
_FAN = 8  # most pen corners around one joint: half the pen and two more
_RADIUS = PEN_UNITS / 2 * PIXELS_PER_UNIT * FIXED
_ANGLES = 2 * np.pi * np.arange(_CORNERS) / _CORNERS
_PEN = np.rint(_RADIUS * np.column_stack((np.cos(_ANGLES), np.sin(_ANGLES))))
_SIDES = np.roll(_PEN, -1, axis=0) - _PEN
_SIDE_ANGLES = np.arctan2(_SIDES[:, 1], _SIDES[:, 0])  # of the side that follows each corner
_FIRST_SIDE = float(_SIDE_ANGLES[0])
# Angles of the pen's sides from the first one on, over three turns.
_TURNS = (np.unwrap(_SIDE_ANGLES) - _FIRST_SIDE)[None] + 2 * np.pi * np.arange(-1, 2)[:, None]
_TURNS = _TURNS.ravel()


class Segments(NamedTuple):
    """Segments of all strokes, in order. A stroke without length has one segment without length.

    start, end: (s, 2) in 1/256 pixel; direction: (s, 2), never zero; stroke: (s,) index.
    """

    start: NDArray[np.float64]
    end: NDArray[np.float64]
    direction: NDArray[np.float64]
    stroke: NDArray[np.int64]


class Edges(NamedTuple):
    """Directed edges whose non-zero winding is the inside of the strokes.

    begin, finish: (e, 2) in 1/256 pixel; stroke: (e,) index.
    """

    begin: NDArray[np.float64]
    finish: NDArray[np.float64]
    stroke: NDArray[np.int64]


def segments_of(strokes: list[NDArray[np.float64]], owner: NDArray[np.int64]) -> Segments:
    """Cut strokes (points, 2), in units of the frame, into segments.

    Args:
        strokes: all strokes of all drawings, in order, none empty.
        owner: (strokes,) index of the drawing of each, ascending.
    """
    sizes = np.array([len(stroke) for stroke in strokes])
    stroke = np.repeat(np.arange(len(strokes)), sizes)
    points = np.clip(np.concatenate(strokes), -_REACH, _REACH)
    # Strokes of a drawing are adjacent, so its points begin where its first stroke does.
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    begins = (np.cumsum(sizes) - sizes)[first]
    middle = np.maximum.reduceat(points, begins) / 2
    drawing = np.repeat(np.arange(len(first)), np.diff(begins, append=len(points)))
    shift = FRAME_UNITS / 2 + MARGIN_UNITS - middle
    fixed = np.rint((points + shift[drawing]) * (PIXELS_PER_UNIT * FIXED))

    same = stroke[1:] == stroke[:-1]
    moved = same & (fixed[1:] != fixed[:-1]).any(axis=1)
    start, end, of = fixed[:-1][moved], fixed[1:][moved], stroke[:-1][moved]
    dots = np.flatnonzero(np.bincount(of, minlength=len(strokes)) == 0)
    if len(dots):
        at = fixed[(np.cumsum(sizes) - sizes)[dots]]
        of = np.concatenate((of, dots))
        order = np.argsort(of, kind="stable")
        start = np.concatenate((start, at))[order]
        end = np.concatenate((end, at))[order]
        of = of[order]
    direction = end - start
    direction[(direction == 0).all(axis=1)] = (1.0, 0.0)
    return Segments(start, end, direction, of)


def outline(segments: Segments) -> Edges:
    """The outlines of all strokes."""
    start, end, direction, stroke = segments
    length = np.hypot(direction[:, 0], direction[:, 1])
    # From the line to the pen's edge on the side that lies at +90 degrees.
    side = np.rint(_RADIUS / length[:, None] * direction[:, ::-1] * (-1, 1))

    continues = stroke[1:] == stroke[:-1]
    into = np.flatnonzero(continues)
    turn = _turns(direction[into], direction[into + 1])
    left, right = into[turn < 0], into[turn > 0]
    first = np.flatnonzero(np.concatenate(([True], ~continues)))
    last = np.append(first[1:], len(stroke)) - 1

    # The caps are half turns to the left, the first one seen backwards.
    half = np.full(len(first), np.pi)
    left_fans = _fan(
        np.concatenate((side[left], side[last], -side[first])),
        np.concatenate((side[left + 1], -side[last], side[first])),
        np.concatenate((direction[left], direction[last], -direction[first])),
        np.concatenate((direction[left + 1], -direction[last], direction[first])),
        np.concatenate((-turn[turn < 0], half, half)),
        sense=-1,
    )
    right_fans = _fan(
        -side[right],
        -side[right + 1],
        direction[right],
        direction[right + 1],
        turn[turn > 0],
        sense=1,
    )
    joint, joint_right = end[left], end[right]
    return _joined(
        Edges(start + side, end + side, stroke),
        Edges(end - side, start - side, stroke),
        _chained(
            left_fans,
            np.concatenate((joint, end[last], start[first])),
            np.concatenate((stroke[left], stroke[last], stroke[first])),
        ),
        _chained(right_fans[:, ::-1], joint_right, stroke[right]),
        # On the inner side the outline goes to the joint and back.
        Edges(joint - side[left + 1], joint, stroke[left]),
        Edges(joint, joint - side[left], stroke[left]),
        Edges(joint_right + side[right], joint_right, stroke[right]),
        Edges(joint_right, joint_right + side[right + 1], stroke[right]),
    )


def _joined(*pieces: Edges) -> Edges:
    return Edges(
        np.concatenate([piece.begin for piece in pieces]),
        np.concatenate([piece.finish for piece in pieces]),
        np.concatenate([piece.stroke for piece in pieces]),
    )


def _turns(into: NDArray[np.float64], out: NDArray[np.float64]) -> NDArray[np.float64]:
    """Angle from one direction to the next, radians in -pi..pi; reversals turn as the reference."""
    (x0, y0), (x1, y1) = into.T, out.T
    cross = x0 * y1 - x1 * y0
    turn: NDArray[np.float64] = np.arctan2(cross, x0 * x1 + y0 * y1)
    reverse = (cross == 0) & (turn > 1)
    turn[reverse & ~_forward(into)] = -np.pi
    return turn


def _forward(direction: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether directions (k, 2) lead to the right, or straight down; decides ties."""
    x, y = direction.T
    forward: NDArray[np.bool_] = (x > 0) | ((x == 0) & (y > 0))
    return forward


def _fan(
    begin: NDArray[np.float64],
    finish: NDArray[np.float64],
    into: NDArray[np.float64],
    out: NDArray[np.float64],
    turn: NDArray[np.float64],
    *,
    sense: int,
) -> NDArray[np.float64]:
    """Pen corners from one side of a joint to the next: chains (j, _FAN + 2, 2) around it.

    Args:
        begin, finish: (j, 2), ends of the chain, relative to the joint.
        into, out: (j, 2), directions of the incoming and of the outgoing segment.
        turn: (j,) angle between them, radians > 0.
        sense: +1 when the corners follow one another with growing angle, -1 otherwise.
    """
    tiny = 1e-9
    angle = np.arctan2(into[:, 1], into[:, 0])
    if sense > 0:
        # Corners that lie at least half a side away from both ends.
        at = np.mod(angle - _FIRST_SIDE, 2 * np.pi)
        first = np.searchsorted(_TURNS, at - tiny) + 1
        count = np.searchsorted(_TURNS, at + turn + tiny) - first
    else:
        # Corners that lie at most half a side beyond either end; none if one side spans the turn.
        # A segment parallel to a side of the pen leaves two corners to choose from.
        at = np.mod(angle + np.pi - _FIRST_SIDE, 2 * np.pi)
        first = np.searchsorted(_TURNS, np.where(_forward(into), at + tiny, at - tiny))
        to = at - turn
        count = first - np.searchsorted(_TURNS, np.where(_forward(out), to + tiny, to - tiny)) + 1
        count = np.where(count == 1, 0, count)
    step = np.arange(_FAN)
    corners = _PEN[(first[:, None] + sense * step) % _CORNERS]
    corners = np.where((step < count[:, None])[..., None], corners, finish[:, None])
    return np.concatenate((begin[:, None], corners, finish[:, None]), axis=1)


def _chained(
    chains: NDArray[np.float64], joints: NDArray[np.float64], stroke: NDArray[np.int64]
) -> Edges:
    """Chains of points (j, k, 2) around joints (j, 2) as edges."""
    points = joints[:, None] + chains
    links = chains.shape[1] - 1
    return Edges(
        points[:, :-1].reshape(-1, 2), points[:, 1:].reshape(-1, 2), np.repeat(stroke, links)
    )
