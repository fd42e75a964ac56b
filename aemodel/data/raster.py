"""Strokes -> 28x28 uint8, after the recipe of the Quick, Draw! dataset."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aemodel.data.strokes import Drawing, clean

SIDE = 28
RADIUS = 8 * SIDE / 304


def rasterize(drawing: Drawing) -> NDArray[np.uint8]:
    """The picture uint8 (28, 28) of a drawing in simplified coordinates, 255 = ink."""
    return rasterize_batch([drawing])[0]


def rasterize_batch(drawings: Sequence[Drawing]) -> NDArray[np.uint8]:
    """The pictures uint8 (n, 28, 28) of many drawings."""
    images = np.zeros((len(drawings), SIDE, SIDE), dtype=np.uint8)
    y, x = np.mgrid[:SIDE, :SIDE] + 0.5
    for image, drawing in zip(images, drawings, strict=True):
        strokes = clean(drawing)
        if not strokes:
            continue
        points = np.concatenate(strokes)
        offset = 152 - (points.min(axis=0) + points.max(axis=0)) / 2
        paper = np.ones((SIDE, SIDE))
        for stroke in strokes:
            p = (stroke + offset) * SIDE / 304
            a, d = (p[:-1], np.diff(p, axis=0)) if len(p) > 1 else (p, np.zeros_like(p))
            square = np.maximum((d**2).sum(1), 1e-12)[:, None, None]
            dx, dy = x - a[:, 0, None, None], y - a[:, 1, None, None]
            t = np.clip((dx * d[:, 0, None, None] + dy * d[:, 1, None, None]) / square, 0, 1)
            distance = np.hypot(dx - t * d[:, 0, None, None], dy - t * d[:, 1, None, None])
            paper *= 1 - np.clip(0.5 + RADIUS - distance.min(axis=0), 0, 1)
        image[:] = np.rint(255 * (1 - paper))
    return images
