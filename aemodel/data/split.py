"""Deterministic train, validation and test sides, decided by the drawing itself.

The same drawing must fall on the same side whether it comes from an official bitmap or from this
project's raster of its strokes. Both are equal as a rule, but some copies of the bitmaps went
through a colour map and are off by one grey level, and a cryptographic hash would tear such twins
apart. The side is therefore decided by a p-stable locality-sensitive hash (Datar,
Immorlica, Indyk and Mirrokni 2004): the picture is projected on one fixed smooth random pattern,
and the projection is wound around a circle. On the circle the sides lie in the order train,
validation, test, validation, train: a small disagreement near a border can move a drawing
between neighbouring sides but never between train and test.
"""

import numpy as np
from numpy.typing import NDArray

TRAIN, VALIDATION, TEST = 0, 1, 2
SIDE_NAMES = ("train", "validation", "test")

PERIOD = 12.0
"""Length of the circle, about 0.6 standard deviations of the projection over all categories: short
enough that every category is spread evenly, long against the disagreement of two rasters."""
_VALIDATION_START, _TEST_START, _TEST_END, _VALIDATION_END = 0.40, 0.45, 0.55, 0.60

# Frequency in x, frequency in y (cycles over the 28 pixels), phase in turns.
_WAVES = (
    (0.61, 0.37, 0.1320),
    (-0.43, 0.83, 0.7390),
    (1.07, -0.29, 0.4170),
    (0.23, 1.19, 0.9080),
    (1.31, 0.71, 0.2650),
    (-0.97, 1.03, 0.5710),
)


def _pattern() -> NDArray[np.float64]:
    """The weights (784,): plane waves of low frequency, so that antialiasing averages out."""
    x, y = np.meshgrid((np.arange(28) + 0.5) / 28, (np.arange(28) + 0.5) / 28)
    waves = [np.cos(2 * np.pi * (u * x + v * y + phase)) for u, v, phase in _WAVES]
    pattern: NDArray[np.float64] = np.sum(waves, axis=0).reshape(784)
    pattern /= np.sqrt(len(_WAVES) / 2)
    return pattern


def circle_position(images: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Where each picture (n, 28, 28) lies on the circle of the hash, in [0, 1)."""
    flat = np.asarray(images).reshape(len(images), 784)
    weights = _pattern() / (255.0 * PERIOD)
    projections = [
        flat[i : i + 8192].astype(np.float64) @ weights for i in range(0, len(flat), 8192)
    ]
    position = np.concatenate(projections) if projections else np.zeros(0)
    return position - np.floor(position)


def split_of(images: NDArray[np.uint8]) -> NDArray[np.int8]:
    """The side of each picture: 0 train (80 %), 1 validation (10 %), 2 test (10 %).

    Args:
        images: uint8 (n, 28, 28), 255 = ink.

    Returns:
        int8 (n,) of `TRAIN`, `VALIDATION`, `TEST`.
    """
    position = circle_position(images)
    sides = np.full(len(position), TRAIN, dtype=np.int8)
    sides[(position >= _VALIDATION_START) & (position < _VALIDATION_END)] = VALIDATION
    sides[(position >= _TEST_START) & (position < _TEST_END)] = TEST
    return sides
