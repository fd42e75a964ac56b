"""Do samples repeat the training set? Distances to the nearest training drawing.

A model that copies has samples nearer to the training set than drawings that it never saw are.
Mirror images count as copies, because training mirrors drawings.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aemodel.evaluation.interface import FloatArray
from aemodel.evaluation.neighbours import nearest_distances


class NearestTraining(NamedTuple):
    """Euclidean distance to the nearest training drawing: its median and first percentile."""

    median: float
    percentile_1: float


def nearest_training(
    images: FloatArray, training: NDArray[np.uint8], *, mirrored: bool = True
) -> NDArray[np.float32]:
    """Pixel distance (n,) of images (n, 28, 28) in [0, 1] to training drawings uint8 (m, ...)."""
    scaled = 255 * np.asarray(images, dtype=np.float32)  # meet the grey levels, blockwise
    references = training.reshape(len(training), -1)
    distances = nearest_distances(scaled.reshape(len(scaled), -1), references)
    if mirrored:
        flipped = scaled[:, :, ::-1].reshape(len(scaled), -1)
        distances = np.minimum(distances, nearest_distances(flipped, references))
    return np.asarray(distances / np.float32(255))


def summarise(distances: NDArray[np.floating]) -> NearestTraining:
    """Median and first percentile of distances (n,)."""
    return NearestTraining(float(np.median(distances)), float(np.percentile(distances, 1)))
