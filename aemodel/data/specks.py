"""What is in a picture beside its drawing, and would else decide its frame. NumPy only.

Dust and smudges far from it; slivers of the table at the rim of a photograph.
"""

import numpy as np
from numpy.typing import NDArray

from aemodel.data.morphology import Mask, grow, pieces

_SIDE = 256  # longer side at most of the picture in which they are sought
_REACH = 0.25  # of the drawing's size: what is nearer belongs to it
_TINY = 0.08  # of the drawing's size: nothing in a speck is larger
_LITTLE = 0.03  # of its ink: no more is in specks that lie together
_SLIVER = 0.05  # of the picture's side: a sliver is nowhere further from the rim
_RIM = 0.02  # of the picture's side: it comes as near to the rim as that
_LONG = 3  # times as long as wide, or longer


def without_slivers(mask: Mask) -> Mask:
    """The ink (h, w) of a photograph, without narrow pieces along the picture's rim.

    A line that leaves the picture stays, and so does what goes on further inside.
    """
    names = pieces(mask)
    sliver = np.zeros(names.max() + 1, dtype=bool)
    for turned in (names, names[::-1], names.T, names.T[::-1]):
        height, width = turned.shape
        band = max(1, round(_SLIVER * height))
        inside = np.isin(np.arange(len(sliver)), turned[band:])
        high, first = np.full(len(sliver), height), np.full(len(sliver), width)
        low, last = np.full(len(sliver), -1), np.full(len(sliver), -1)
        for place, row in enumerate(turned[:band]):
            there = np.unique(row)
            high[there] = np.minimum(high[there], place)
            low[there] = place
            np.minimum.at(first, row, np.arange(width))
            np.maximum.at(last, row, np.arange(width))
        long = last - first + 1 >= _LONG * (low - high + 1)
        sliver |= (low >= 0) & ~inside & (high <= _RIM * height) & long
    sliver[0] = False
    left = mask & ~sliver[names]
    return np.asarray(left if left.any() else mask)


def without_specks(mask: Mask) -> Mask:
    """The ink (h, w), some of it true, without tiny pieces beside the drawing, far from all else.

    Dots within the drawing or near it stay, and so do many that lie together, such as rain.
    """
    factor = -(-max(mask.shape) // _SIDE)
    ink = _sums(mask, factor)
    coarse = ink > 0
    size = max(_middle(ink.sum(axis=0)), _middle(ink.sum(axis=1)))
    reach = max(2, round(_REACH * size))
    groups = pieces(grow(coarse, reach / 2)) * coarse
    amounts = np.bincount(groups.ravel(), ink.ravel())
    large = pieces(coarse)
    sides = _sides(large)[large] * coarse
    kept = amounts >= _LITTLE * amounts.max()
    np.logical_or.at(kept, groups.ravel(), sides.ravel() > 1 + _TINY * size)
    kept[0] = False
    drawing = kept[groups]
    rows, columns = np.flatnonzero(drawing.any(axis=1)), np.flatnonzero(drawing.any(axis=0))
    top, left = max(0, rows[0] - reach), max(0, columns[0] - reach)
    kept[groups[top : rows[-1] + reach + 1, left : columns[-1] + reach + 1]] = True
    fine = np.repeat(np.repeat(kept[groups], factor, axis=0), factor, axis=1)
    return np.asarray(mask & fine[: mask.shape[0], : mask.shape[1]])


def _sums(mask: Mask, factor: int) -> NDArray[np.int64]:
    """How many are set in squares of this side."""
    height, width = (-(-side // factor) for side in mask.shape)
    padded = np.zeros((height * factor, width * factor), dtype=np.int64)
    padded[: mask.shape[0], : mask.shape[1]] = mask
    sums: NDArray[np.int64] = padded.reshape(height, factor, width, factor).sum(axis=(1, 3))
    return sums


def _middle(amounts: NDArray[np.int64]) -> int:
    """How many places hold the middle nine tenths of all."""
    share = amounts.cumsum() / amounts.sum()
    return int(np.searchsorted(share, 0.95) - np.searchsorted(share, 0.05)) + 1


def _sides(names: NDArray[np.int64]) -> NDArray[np.int64]:
    """The longer side of each numbered piece."""
    low = np.full((2, names.max() + 1), max(names.shape))
    high = np.zeros_like(low)
    for axis, places in enumerate(np.indices(names.shape)):
        np.minimum.at(low[axis], names.ravel(), places.ravel())
        np.maximum.at(high[axis], names.ravel(), places.ravel())
    sides: NDArray[np.int64] = (high - low + 1).max(axis=0)
    return sides
