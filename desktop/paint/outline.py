"""Smooth outlines of a 28x28 grey image: marching squares on the up-sampled image. No Qt.

Where the image goes from paper to ink within a pixel, the curves wave with the pixels: they are
smoothed along themselves, so that neither thin lines nor small holes are lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIZE = 28
UPSAMPLING = 4
PAD = 2
# Width of the smoothing, in points of a curve; there are five or six to a pixel.
WAVE = 4
# A solid line where the model is sure, two washes where it hesitates: (level, opacity). At 0.52 a
# line is as wide as the rasteriser's pen, 16/304 of the picture.
LEVELS = ((0.26, 0.12), (0.38, 0.26), (0.52, 1.0))
# So far around a solid line its own soft edge reaches: three quarters of a pixel, in fine ones.
EDGE = 3
# Pixels from bend to bend of a curve made of bends, and how many there are at least.
BEND = 0.4
FEWEST = 8

Curve = NDArray[np.float64]


def outlines(image: NDArray[np.float32], levels: Sequence[float] = (0.5,)) -> list[list[Curve]]:
    """For each level the closed curves (n, 2), x and y in pixels 0..28, around what is darker.

    Filled with the odd-even rule they give the inked area, holes included.
    """
    return _contours(upsample(image), levels)


def washes(image: NDArray[np.float32]) -> list[list[Curve]]:
    """The curves of `LEVELS`: what is sure has one edge, and grey is where the model hesitates.

    A line's own soft edge is no hesitation: only what is grey over more than the width of an edge.
    """
    fine = upsample(image)
    *faint, (solid, _) = LEVELS
    grey = _contours(_hesitation(fine, solid), [level for level, _ in faint])
    return [*grey, *_contours(fine, (solid,))]


def _contours(fine: NDArray[np.float64], levels: Sequence[float]) -> list[list[Curve]]:
    import contourpy

    contours: Any = contourpy.contour_generator(z=fine, line_type="Separate")
    shift = 0.5 / UPSAMPLING - PAD
    return [
        [smoothed(line) / UPSAMPLING + shift for line in contours.lines(level)] for level in levels
    ]


def _hesitation(fine: NDArray[np.float64], solid: float) -> NDArray[np.float64]:
    """The up-sampled image where it is grey further off ink than an edge reaches; else 0.

    From there on back to the ink, so that no gap is left between them.
    """
    ink, grey = fine >= solid, fine > LEVELS[0][0]
    apart = grey & ~_grown(ink, EDGE)
    if not apart.any():
        return np.zeros_like(fine)
    return fine * _grown(apart, EDGE + 2)


def _grown(mask: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """A mask with all that lies within `reach` of it."""
    height, width = mask.shape
    padded = np.pad(mask, reach)
    grown = np.zeros_like(mask)
    for dy in range(-reach, reach + 1):
        across = int((reach * (reach + 0.5) - dy * dy) ** 0.5)
        for dx in range(-across, across + 1):
            grown |= padded[reach + dy : reach + dy + height, reach + dx : reach + dx + width]
    return grown


def smoothed(curve: Curve) -> Curve:
    """A closed curve (n, 2), first point = last, without waves as short as a pixel of the image.

    A Gaussian along the curve, applied to what the first pass took away as well: so that circles
    do not shrink (Taubin, 1995). Loops hardly longer than a wave stay as they are.
    """
    kernel = _kernel()
    count, reach = len(curve) - 1, len(kernel) // 2
    if count < reach:
        return curve
    around = curve[np.arange(-reach, count + reach) % count]
    columns = [np.convolve(column, kernel, "valid") for column in around.T]
    smooth = np.stack(columns, axis=1)
    closed: Curve = np.concatenate([smooth, smooth[:1]])
    return closed


def bends(curve: Curve) -> NDArray[np.float64]:
    """A closed curve (n, 2), first point = last, as cubic Bezier segments (m, 4, 2).

    Each has its start, two handles and its end, in pixels 0..28; directions agree where they meet,
    so that pictures of any size show no corners (closed Catmull-Rom spline).
    """
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))])
    count = max(FEWEST, round(float(lengths[-1]) / BEND))
    at = np.arange(count) * (lengths[-1] / count)
    ends = np.stack([np.interp(at, lengths, column) for column in curve.T], axis=1)
    after, before = np.roll(ends, -1, axis=0), np.roll(ends, 1, axis=0)
    lean = (after - before) / 6
    return np.stack([ends, ends + lean, after - np.roll(lean, -1, axis=0), after], axis=1)


def bent(curve: Curve, steps: int) -> Curve:
    """Points (m * steps + 1, 2) along the bends of a closed curve, first = last."""
    t = (np.arange(steps) / steps)[:, None]
    weights = np.hstack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3])
    points = np.einsum("sk,mkd->msd", weights, bends(curve)).reshape(-1, 2)
    closed: Curve = np.concatenate([points, points[:1]])
    return closed


def upsample(image: NDArray[np.float32]) -> NDArray[np.float64]:
    """Catmull-Rom interpolation of the image in a margin of paper, `UPSAMPLING` times finer.

    Small matrix products on purpose: a product large enough for BLAS to start its threads costs
    more than everything else here together.
    """
    padded = np.pad(np.clip(np.asarray(image, np.float64), 0, 1), PAD + 2)
    fine: NDArray[np.float64] = _finer_columns(_finer_columns(padded).T).T
    return fine


def _finer_columns(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n + 4, m) -> (n * UPSAMPLING, m): interpolates down the first axis, which has a margin."""
    count, width = len(rows) - 4, rows.shape[1]
    around = np.stack([rows[k : k + count] for k in range(5)]).reshape(5, -1)
    fine = (_weights() @ around).reshape(UPSAMPLING, count, width)
    finer: NDArray[np.float64] = fine.transpose(1, 0, 2).reshape(count * UPSAMPLING, width)
    return finer


@lru_cache(maxsize=1)
def _kernel() -> NDArray[np.float64]:
    reach = 3 * WAVE
    gauss = np.exp(-0.5 * (np.arange(-reach, reach + 1) / WAVE) ** 2)
    gauss /= gauss.sum()
    twice = -np.convolve(gauss, gauss)
    twice[reach:-reach] += 2 * gauss
    return twice


@lru_cache(maxsize=1)
def _weights() -> NDArray[np.float64]:
    """Row p holds what the five pixels around add to fine sample p of the middle one."""
    at = (np.arange(UPSAMPLING) + 0.5) / UPSAMPLING - 0.5
    distance = np.abs(at[:, None] - np.arange(-2, 3)[None, :])
    near = 1.5 * distance**3 - 2.5 * distance**2 + 1
    far = -0.5 * distance**3 + 2.5 * distance**2 - 4 * distance + 2
    weights: NDArray[np.float64] = np.where(distance < 1, near, np.where(distance < 2, far, 0.0))
    return weights
