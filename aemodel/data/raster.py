"""Strokes -> 28x28 uint8, the way the official Quick, Draw! bitmaps were made. NumPy only.

The recipe of the dataset: the drawing, in simplified coordinates, is centred in a square of 256
units with 24 units of room on every side, scaled to 28 pixels, and each stroke is painted white
over black with a round pen of 16 units. The reference renderer is cairo 1.16; its outlines
(`outline`), its coverage of pixels (`coverage`) and its composition in 8 bits (`paper + ink -
paper * ink`, here) are followed to the last bit, so that the pictures equal the official ones.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aemodel.data.coverage import coverage_of
from aemodel.data.outline import SIDE, outline, segments_of
from aemodel.data.strokes import Drawing, clean

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
        coverage = coverage_of(outline(segments_of(strokes, owner)), len(strokes))
        _compose(images, coverage, owner)


def _compose(
    images: NDArray[np.uint8], coverage: NDArray[np.uint8], owner: NDArray[np.int64]
) -> None:
    """Paint the strokes over the pictures of their drawings, in order, in 8 bits."""
    inks = coverage.astype(np.int32)
    if len(images) == 1:
        only = images[0].astype(np.int32)
        for ink in inks:
            only = _over(ink, only)
        images[0] = only
        return
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    rank = np.arange(len(owner)) - np.repeat(first, np.diff(first, append=len(owner)))
    papers = images.astype(np.int32)
    for turn in range(int(rank.max()) + 1):
        now = np.flatnonzero(rank == turn)
        papers[owner[now]] = _over(inks[now], papers[owner[now]])
    images[:] = papers


def _over(ink: NDArray[np.int32], paper: NDArray[np.int32]) -> NDArray[np.int32]:
    """Ink painted over paper, both 0..255.

    A product of two levels is divided by 255 and rounded, by two shifts as in the reference,
    which adds 127 first: a remainder of 128 is rounded down.
    """
    product = paper * (255 - ink) + 127
    painted: NDArray[np.int32] = ink + ((product + (product >> 8)) >> 8)
    return painted
