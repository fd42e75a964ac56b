"""Strokes -> 28x28 uint8, the way the official Quick, Draw! bitmaps were made. NumPy only.

The recipe of the dataset: the drawing, in simplified coordinates, is centred in a square of 256
units with 24 units of room on every side, scaled to 28 pixels, and each stroke is painted white
over black with a round pen of 16 units. As in the reference renderer (cairo), the coverage of a
stroke is the length inside its outline (non-zero winding, see `outline`) along 15 scan lines per
pixel row, and strokes are composed in 8 bits: `paper + ink - paper * ink`.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aemodel.data.outline import FIXED, SIDE, Edges, outline, segments_of
from aemodel.data.strokes import Drawing, clean

_SCAN_LINES = 15  # per pixel row
_LINES = SIDE * _SCAN_LINES
_X_BITS = 13  # enough for every x that is kept
_LEFT, _RIGHT = -FIXED, (SIDE + 1) * FIXED  # crossings beyond are moved here
_CHUNK = 16  # drawings rasterised together; their arrays stay in the processor's cache


def rasterize(drawing: Drawing) -> NDArray[np.uint8]:
    """The picture of a drawing in simplified coordinates.

    As in the reference, the box from the origin to the drawing's far corner is centred, and
    nothing is scaled: bring ink of any place and size to the simplified form first (`simplify`).
    Points that are not finite are dropped; what lies outside the frame is cut off; a stroke of
    one point is a dot; an empty drawing is black.

    Returns:
        uint8 (28, 28), 0 = paper, 255 = ink.

    Raises:
        ValueError: when a stroke does not have the shape (points, 2).
    """
    image: NDArray[np.uint8] = rasterize_batch([drawing])[0]
    return image


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
        coverage = _coverage(outline(segments_of(strokes, owner)), len(strokes))
        _compose(images, coverage, owner)


def _coverage(edges: Edges, strokes: int) -> NDArray[np.uint8]:
    """Coverage of every stroke by the scan lines: uint8 (strokes, 28, 28)."""
    begin, finish, stroke = edges
    lines_begin = np.floor(begin[:, 1] * (_SCAN_LINES / FIXED) + 0.5)
    lines_finish = np.floor(finish[:, 1] * (_SCAN_LINES / FIXED) + 0.5)
    tops = np.clip(np.minimum(lines_begin, lines_finish), 0, _LINES)
    heights = np.clip(np.maximum(lines_begin, lines_finish), 0, _LINES) - tops
    crossed = np.flatnonzero(heights)
    begin, finish = begin[crossed], finish[crossed]
    top, height = tops[crossed].astype(np.int64), heights[crossed].astype(np.int64)
    down = lines_finish[crossed] > lines_begin[crossed]

    # One crossing for each scan line that an edge meets, sorted by stroke, scan line and x.
    run, rise = (finish - begin).T
    slope = run / rise
    origin = begin[:, 0] - begin[:, 1] * slope + slope * (0.5 * FIXED / _SCAN_LINES) + 0.5
    skipped = np.cumsum(height) - height
    line = np.arange(int(height.sum())) + np.repeat(top - skipped, height)
    x = np.repeat(origin, height) + np.repeat(slope * (FIXED / _SCAN_LINES), height) * line
    x = np.clip(np.floor(x), _LEFT, _RIGHT) - _LEFT
    key_type = np.int32 if strokes * _LINES < 1 << 31 - _X_BITS - 1 else np.int64
    key = np.repeat((stroke[crossed] * _LINES << _X_BITS + 1) + down, height)
    key = (key + (line << _X_BITS + 1) + (x.astype(np.int64) << 1)).astype(key_type)
    key.sort()

    # The winding number tells where the outline is entered and left.
    inside = np.cumsum((key & 1) * 2 - 1) != 0
    border = np.flatnonzero(np.diff(inside, prepend=False))
    sign = np.where(inside[border], 1, -1)
    bordering = key[border].astype(np.int64) >> 1
    x = (bordering & (1 << _X_BITS) - 1) + _LEFT
    row = (bordering >> _X_BITS) // _SCAN_LINES

    # A border at x covers what lies to the right of it: part of its own pixel, all of the next.
    column, part = (x >> 8) + 1, x & 255
    width = SIDE + 4
    place = row * width + column
    size = strokes * SIDE * width
    steps = np.bincount(place, sign * (FIXED - part), size)
    steps += np.bincount(place + 1, sign * part, size)
    area = np.cumsum(steps.reshape(-1, SIDE, width), axis=2)[:, :, 1 : SIDE + 1]
    coverage: NDArray[np.uint8] = (area * (255 / (FIXED * _SCAN_LINES)) + 0.5).astype(np.uint8)
    return coverage


def _compose(
    images: NDArray[np.uint8], coverage: NDArray[np.uint8], owner: NDArray[np.int64]
) -> None:
    """Paint the strokes over the pictures of their drawings, in order, in 8 bits."""
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    rank = np.arange(len(owner)) - np.repeat(first, np.diff(first, append=len(owner)))
    inks = coverage.astype(np.int32)
    papers = images.astype(np.int32)
    for turn in range(int(rank.max()) + 1):
        now = np.flatnonzero(rank == turn)
        ink, of = inks[now], owner[now]
        paper = papers[of] * (255 - ink) + 128
        papers[of] = ink + ((paper + (paper >> 8)) >> 8)
    images[:] = papers
