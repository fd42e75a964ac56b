"""Strokes -> 28x28 uint8, the way the official Quick, Draw! bitmaps were made. NumPy only.

The recipe of the dataset: the drawing, in simplified coordinates, is centred in a square of 256
units with 24 units of room on every side, scaled to 28 pixels, and each stroke is painted white
over black with a round pen of 16 units. The reference renderer (cairo) does so in the steps
followed here, for all strokes of a batch at once:

1. points are rounded to 1/256 pixel, and the pen is a polygon of twelve corners;
2. the outline of a stroke consists of the two sides of every segment, a fan of pen corners around
   the outer side of every joint, and half a pen at both ends;
3. coverage is the length inside the outline (non-zero winding) along 15 scan lines per pixel row;
4. strokes are composed in 8 bits: `paper + ink - paper * ink`.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aemodel.data.strokes import Drawing, clean

SIDE = 28
FRAME_UNITS = 256.0
PEN_UNITS = 16.0
MARGIN_UNITS = 24.0
"""Room around the frame: a padding of 16 and half the pen."""
PIXELS_PER_UNIT = SIDE / (FRAME_UNITS + 2 * MARGIN_UNITS)

_FIXED = 256  # steps per pixel in x and y
_SCAN_LINES = 15  # per pixel row
_CORNERS = 12
_FAN = 7  # most pen corners around one joint: half the pen and one more
_CHUNK = 16  # drawings rasterised together; their arrays stay in the processor's cache
_REACH = 1e6  # coordinates are clipped to it, units
_LINES = SIDE * _SCAN_LINES
_LEFT, _RIGHT = -_FIXED, (SIDE + 1) * _FIXED  # crossings beyond are moved here

_RADIUS = PEN_UNITS / 2 * PIXELS_PER_UNIT * _FIXED
_ANGLES = 2 * np.pi * np.arange(_CORNERS) / _CORNERS
_PEN = np.rint(_RADIUS * np.column_stack((np.cos(_ANGLES), np.sin(_ANGLES))))
_SIDES = np.roll(_PEN, -1, axis=0) - _PEN
_SIDE_ANGLES = np.arctan2(_SIDES[:, 1], _SIDES[:, 0])  # of the side that follows each corner
_FIRST_SIDE = float(_SIDE_ANGLES[0])
# Angles of the pen's sides from the first one on, over three turns.
_TURNS = (np.unwrap(_SIDE_ANGLES) - _FIRST_SIDE)[None] + 2 * np.pi * np.arange(-1, 2)[:, None]
_TURNS = _TURNS.ravel()


class _Segments(NamedTuple):
    """Segments of all strokes, in order. A stroke without length has one segment without length.

    start, end: (s, 2) in 1/256 pixel; direction: (s, 2), never zero; stroke: (s,) index.
    """

    start: NDArray[np.float64]
    end: NDArray[np.float64]
    direction: NDArray[np.float64]
    stroke: NDArray[np.int64]


def rasterize(drawing: Drawing) -> NDArray[np.uint8]:
    """The picture of a drawing in simplified coordinates.

    As in the reference, the box from the origin to the drawing's far corner is centred, and
    nothing is scaled: bring ink of any place and size to the simplified form first (`simplify`). Points that are not finite are dropped; what lies
    outside the frame is cut off; a stroke of one point is a dot; an empty drawing is black.

    Returns:
        uint8 (28, 28), 0 = paper, 255 = ink.

    Raises:
        ValueError: when a stroke does not have the shape (points, 2).
    """
    return rasterize_batch([drawing])[0]


def rasterize_batch(drawings: Sequence[Drawing]) -> NDArray[np.uint8]:
    """The pictures uint8 (n, 28, 28) of many drawings; see `rasterize`."""
    images = np.zeros((len(drawings), SIDE, SIDE), dtype=np.uint8)
    for begin in range(0, len(drawings), _CHUNK):
        part = slice(begin, begin + _CHUNK)
        _paint(images[part], drawings[part])
    return images


def _paint(images: NDArray[np.uint8], drawings: Sequence[Drawing]) -> None:
    """Paint drawings on their black pictures (n, 28, 28)."""
    strokes: list[NDArray[np.float64]] = []
    owners: list[int] = []
    for index, drawing in enumerate(drawings):
        kept = clean(drawing)
        strokes += kept
        owners += [index] * len(kept)
    if strokes:
        owner = np.array(owners)
        segments = _segments(strokes, owner)
        coverage = _coverage(*_outline(segments), len(strokes))
        _compose(images, coverage, owner)


def _segments(strokes: list[NDArray[np.float64]], owner: NDArray[np.int64]) -> _Segments:
    """Strokes in device coordinates, cut into segments."""
    sizes = np.array([len(stroke) for stroke in strokes])
    stroke = np.repeat(np.arange(len(strokes)), sizes)
    points = np.clip(np.concatenate(strokes), -_REACH, _REACH)
    # Strokes of a drawing are adjacent, so its points begin where its first stroke does.
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    begins = (np.cumsum(sizes) - sizes)[first]
    middle = np.maximum.reduceat(points, begins) / 2
    drawing = np.repeat(np.arange(len(first)), np.diff(begins, append=len(points)))
    shift = FRAME_UNITS / 2 + MARGIN_UNITS - middle
    fixed = np.rint((points + shift[drawing]) * (PIXELS_PER_UNIT * _FIXED))

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
    return _Segments(start, end, direction, of)


def _outline(
    segments: _Segments,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Directed edges of all outlines: from (e, 2), to (e, 2), stroke (e,)."""
    start, end, direction, stroke = segments
    unit = direction / np.hypot(direction[:, 0], direction[:, 1])[:, None]
    # The left side (of someone walking along, y up) is the right one on a screen.
    side = np.rint(_RADIUS * np.column_stack((-unit[:, 1], unit[:, 0])))
    angle = np.arctan2(direction[:, 1], direction[:, 0])

    first = np.flatnonzero(np.diff(stroke, prepend=-1))
    last = np.append(first[1:], len(stroke)) - 1
    into = np.flatnonzero(stroke[1:] == stroke[:-1])
    out = into + 1
    (x0, y0), (x1, y1) = direction[into].T, direction[out].T
    cross = x0 * y1 - x1 * y0
    turn = np.arctan2(cross, x0 * x1 + y0 * y1)
    reverse = (cross == 0) & (turn > 1)
    turn[reverse & ((x0 < 0) | ((x0 == 0) & (y0 < 0)))] = -np.pi

    left = into[turn < 0], out[turn < 0], -turn[turn < 0]
    right = into[turn > 0], out[turn > 0], turn[turn > 0]
    joint = end[left[0]]
    fans = [_fan(joint, side[left[0]], side[left[1]], angle[left[0]], left[2], -1)]
    joint_right = end[right[0]]
    fans.append(
        _fan(joint_right, -side[right[0]], -side[right[1]], angle[right[0]], right[2], 1)[:, ::-1]
    )
    half = np.full(len(first), np.pi)
    fans.append(_fan(end[last], side[last], -side[last], angle[last], half, -1))
    fans.append(_fan(start[first], -side[first], side[first], angle[first] + np.pi, half, -1))
    of_fans = [stroke[left[0]], stroke[right[0]], stroke[last], stroke[first]]

    chains = np.concatenate(fans)
    chain_stroke = np.repeat(np.concatenate(of_fans), _FAN + 1)
    begin = np.concatenate(
        (
            start + side,
            end - side,
            joint - side[left[1]],
            joint,
            joint_right + side[right[0]],
            joint_right,
            chains[:, :-1].reshape(-1, 2),
        )
    )
    finish = np.concatenate(
        (
            end + side,
            start - side,
            joint,
            joint - side[left[0]],
            joint_right,
            joint_right + side[right[1]],
            chains[:, 1:].reshape(-1, 2),
        )
    )
    of_left, of_right = stroke[left[0]], stroke[right[0]]
    of = np.concatenate((stroke, stroke, of_left, of_left, of_right, of_right, chain_stroke))
    return begin, finish, of


def _fan(
    joint: NDArray[np.float64],
    from_side: NDArray[np.float64],
    to_side: NDArray[np.float64],
    angle: NDArray[np.float64],
    turn: NDArray[np.float64],
    sense: int,
) -> NDArray[np.float64]:
    """Pen corners around joints (j, 2), between two sides: chains (j, _FAN + 2, 2).

    Args:
        joint, from_side, to_side: the joint, and where the chain begins and ends relative to it.
        angle: direction of the incoming segment, radians.
        turn: how far the direction turns, radians > 0.
        sense: +1 when the corners follow one another with growing angle, -1 otherwise.
    """
    tiny = 1e-9
    if sense > 0:
        # Corners that lie at least half a side away from both ends.
        at = np.mod(angle - _FIRST_SIDE, 2 * np.pi)
        first = np.searchsorted(_TURNS, at - tiny) + 1
        count = np.searchsorted(_TURNS, at + turn + tiny) - first
    else:
        # Corners that lie at most half a side beyond either end; none if one side spans the turn.
        at = np.mod(angle + np.pi - _FIRST_SIDE, 2 * np.pi)
        first = np.searchsorted(_TURNS, at - tiny)
        count = first - np.searchsorted(_TURNS, at - turn + tiny) + 1
        count = np.where(count == 1, 0, count)
    step = np.arange(_FAN)
    corners = _PEN[(first[:, None] + sense * step) % _CORNERS]
    corners = np.where((step < count[:, None])[..., None], corners, to_side[:, None])
    chain = np.concatenate((from_side[:, None], corners, to_side[:, None]), axis=1)
    return joint[:, None] + chain


def _coverage(
    begin: NDArray[np.float64],
    finish: NDArray[np.float64],
    stroke: NDArray[np.int64],
    strokes: int,
) -> NDArray[np.uint8]:
    """Coverage of every stroke by the scan lines: uint8 (strokes, 28, 28)."""
    lines = np.floor((finish[:, 1] * _SCAN_LINES + _FIXED // 2) / _FIXED)
    lines_begin = np.floor((begin[:, 1] * _SCAN_LINES + _FIXED // 2) / _FIXED)
    down = lines > lines_begin
    top = np.clip(np.minimum(lines, lines_begin), 0, _LINES).astype(np.int64)
    bottom = np.clip(np.maximum(lines, lines_begin), 0, _LINES).astype(np.int64)
    crossed = np.flatnonzero(bottom > top)
    begin, finish, stroke = begin[crossed], finish[crossed], stroke[crossed]
    top, height, down = top[crossed], (bottom - top)[crossed], down[crossed]

    # One crossing for each scan line that an edge meets.
    edge = np.repeat(np.arange(len(crossed)), height)
    ends = np.cumsum(height)
    line = np.arange(len(edge)) - np.repeat(ends - height, height) + np.repeat(top, height)
    slope = (finish[:, 0] - begin[:, 0]) / (finish[:, 1] - begin[:, 1])
    at_top = begin[:, 0] + ((top + 0.5) * (_FIXED / _SCAN_LINES) - begin[:, 1]) * slope
    x = at_top[edge] + (line - top[edge]) * (slope * (_FIXED / _SCAN_LINES))[edge]
    x = np.clip(np.floor(x + 0.5), _LEFT, _RIGHT).astype(np.int64) - _LEFT

    # Sorted by stroke, scan line and x; the winding number tells where the outline is entered.
    key = (((stroke[edge] * _LINES + line) << 13 | x) << 1) | down[edge]
    key.sort()
    winding = np.cumsum((key & 1) * 2 - 1)
    inside = winding != 0
    before = np.concatenate(([False], inside[:-1]))
    border = np.flatnonzero(inside != before)
    sign = np.where(inside[border], 1, -1)
    x = ((key[border] >> 1) & 8191) + _LEFT
    row = (key[border] >> 14) // _SCAN_LINES

    # A border at x covers what lies to the right of it: part of its own pixel, all of the next.
    column, part = (x >> 8) + 1, x & 255
    width = SIDE + 4
    place = row * width + column
    size = strokes * SIDE * width
    steps = np.bincount(place, sign * (_FIXED - part), size)
    steps += np.bincount(place + 1, sign * part, size)
    area = np.cumsum(steps.reshape(-1, SIDE, width), axis=2)[:, :, 1 : SIDE + 1]
    return np.floor(area * (2 * 17 / 512) + 0.5).astype(np.uint8)


def _compose(
    images: NDArray[np.uint8], coverage: NDArray[np.uint8], owner: NDArray[np.int64]
) -> None:
    """Paint the strokes over the pictures of their drawings, in order, in 8 bits."""
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    rank = np.arange(len(owner)) - np.repeat(first, np.diff(first, append=len(owner)))
    for turn in range(int(rank.max()) + 1):
        now = np.flatnonzero(rank == turn)
        ink = coverage[now].astype(np.int32)
        paper = images[owner[now]] * (255 - ink) + 128
        images[owner[now]] = ink + ((paper + (paper >> 8)) >> 8)
