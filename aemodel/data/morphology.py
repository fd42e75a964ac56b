"""Morphology on small pictures: masks thinned and grown, greys opened and smoothed. NumPy only."""

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


_CLOCKWISE = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))  # from north


def _rules() -> tuple[NDArray[np.int64], Mask]:
    """For each of the 256 neighbourhoods: how many are set, and what the two half-steps remove."""
    p = (np.arange(256)[None] >> np.arange(8)[:, None]) & 1
    count = p.sum(axis=0)
    rises = ((p == 0) & (np.roll(p, -1, axis=0) == 1)).sum(axis=0)
    north, east, south, west = p[0], p[2], p[4], p[6]
    border = (count >= 2) & (count <= 6) & (rises == 1)
    first = border & (north * east * south == 0) & (east * south * west == 0)
    second = border & (north * east * west == 0) & (north * south * west == 0)
    return count, np.stack((first, second))


_COUNTS, _RULES = _rules()


def thin(mask: Mask) -> Mask:
    """Centre lines one pixel wide (Zhang and Suen 1984); every blob keeps at least one pixel.

    The published method erases what has shrunk to two by two pixels; here one of them stays.

    Args:
        mask: bool (h, w).
    """
    lines = np.pad(mask, 1)
    changed = True
    while changed:
        changed = False
        for half in (0, 1):
            removable = _removable(lines, half)
            if removable.any():
                lines[1:-1, 1:-1] &= ~removable
                changed = True
    thinned: Mask = lines[1:-1, 1:-1]
    return thinned


def _removable(lines: Mask, half: int) -> Mask:
    """Pixels that one half-step of the method removes, without the padding."""
    height, width = lines.shape
    bits = lines.view(np.uint8)
    code = np.zeros((height - 2, width - 2), dtype=np.uint8)
    for place, (y, x) in enumerate(_CLOCKWISE):
        code |= bits[1 + y : height - 1 + y, 1 + x : width - 1 + x] << place
    inside = lines[1:-1, 1:-1]
    removable: Mask = inside & _RULES[half][code]
    of_four = inside & (_COUNTS[code] == 3)
    last = of_four[1:, 1:] & of_four[:-1, 1:] & of_four[1:, :-1] & of_four[:-1, :-1]
    removable[1:, 1:] &= ~last
    return removable


def depth(mask: Mask) -> NDArray[np.int32]:
    """How many erosions each pixel survives, plus one; 0 outside. Crosses and squares alternate."""
    levels = mask.astype(np.int32)
    core = mask
    square = False
    while core.any():
        padded = np.pad(core, 1)
        core = core & padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
        if square:
            core = core & padded[:-2, :-2] & padded[:-2, 2:] & padded[2:, :-2] & padded[2:, 2:]
        levels += core
        square = not square
    return levels


def pieces(mask: Mask) -> NDArray[np.int64]:
    """Connected parts, corners counting: their numbers from 1 on at their pixels, 0 elsewhere."""
    height, width = mask.shape
    # Runs of pixels in the rows, a gap between rows; those that touch one of the next row unite.
    flat = np.pad(mask, ((0, 1), (1, 1))).astype(np.int8).ravel()
    steps = np.diff(flat)
    begin, end = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)  # begin + 1 .. end
    stride = width + 2
    first = np.searchsorted(end, begin + stride)
    last = np.searchsorted(begin, end + stride, side="right")
    count = np.maximum(last - first, 0)
    above = np.repeat(np.arange(len(begin)), count)
    below = np.arange(len(above)) - np.repeat(np.cumsum(count) - count - first, count)
    root = np.arange(len(begin))
    while (root[above] != root[below]).any():
        least = np.minimum(root[above], root[below])
        np.minimum.at(root, root[above], least)
        np.minimum.at(root, root[below], least)
        while (root[root] != root).any():
            root = root[root]
    number = np.unique(root, return_inverse=True)[1] + 1
    change = np.zeros(flat.size + 1, dtype=np.int64)
    change[begin + 1], change[end + 1] = number, -number
    names = change[:-1].cumsum().reshape(height + 1, stride)
    return names[:height, 1:-1]


def grow(mask: Mask, radius: float) -> Mask:
    """Dilation by a disc: pixels whose centre is within `radius` pixels of one of the mask's."""
    height, width = mask.shape
    reach = int(radius)
    sums = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(mask, axis=1, out=sums[:, 1:])
    grown = np.zeros_like(mask)
    column = np.arange(width)
    for dy in range(-min(reach, height - 1), min(reach, height - 1) + 1):
        half = int(np.sqrt(radius * radius - dy * dy))
        right, left = np.minimum(column + half + 1, width), np.maximum(column - half, 0)
        wide = sums[:, right] > sums[:, left]
        if dy >= 0:
            grown[dy:] |= wide[: height - dy]
        else:
            grown[:dy] |= wide[-dy:]
    return grown


def opened(levels: NDArray[np.float32], width: int) -> NDArray[np.float32]:
    """Greys without what is brighter and narrower than `width`, an odd number of pixels.

    What is bright at the picture's rim goes on beyond.
    """
    reach = width // 2
    padded = np.pad(levels, 2 * reach, mode="edge")
    for of in (np.min, np.max):
        for axis in (0, 1):
            windows = np.lib.stride_tricks.sliding_window_view(padded, width, axis)
            padded = of(windows, axis=-1)
    return padded


def smoothed(levels: NDArray[np.float32], radius: int) -> NDArray[np.float32]:
    """Greys blurred by about a Gaussian of this deviation, in full precision; the rim goes on."""
    # Means of boxes, three times over, by differences of sums; the sides take turns.
    turned = levels.astype(np.float64)
    for _ in range(6):
        rows = np.pad(turned, ((radius + 1, radius), (0, 0)), mode="edge").cumsum(axis=0)
        turned = ((rows[2 * radius + 1 :] - rows[: -2 * radius - 1]) / (2 * radius + 1)).T
    result: NDArray[np.float32] = turned.astype(np.float32)
    return result
