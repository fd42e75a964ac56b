"""Do samples repeat the training set? Distances to the nearest training drawing.

A model that copies has samples nearer to the training set than drawings that it never saw are.
Mirror images count as copies, because training mirrors drawings. A blurred picture is near to
every drawing, so distances alone flatter nobody and accuse the blurred; the share of samples that
are nearer to the training set than to a held-out set compares each sample with itself instead
(after Meehan, Chaudhuri and Dasgupta 2020, arXiv:2004.05675).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aemodel.evaluation.interface import FloatArray
from aemodel.evaluation.neighbours import nearest_distances


class Memorisation(NamedTuple):
    """Euclidean distances between pictures of 28x28 pixels in [0, 1].

    The share is to be compared with that of held-out drawings; it is near to the part that the
    training drawings make up of both sets for them, and 1 for copies.
    """

    median: float  # of the distance to the nearest training drawing
    percentile_1: float  # of the same
    nearer_to_training: float  # share that is nearer to a training than to a validation drawing


def measure_memorisation(
    images: FloatArray, training: NDArray[np.uint8], validation: NDArray[np.uint8]
) -> Memorisation:
    """Compare images (n, 28, 28) in [0, 1] with drawings uint8 (m, 28, 28) of both sides."""
    distances = nearest(images, training)
    nearer = distances < nearest(images, validation)
    return Memorisation(
        float(np.median(distances)), float(np.percentile(distances, 1)), float(nearer.mean())
    )


def nearest(
    images: FloatArray, drawings: NDArray[np.uint8], *, mirrored: bool = True
) -> NDArray[np.float32]:
    """Distance (n,) of images (n, 28, 28) in [0, 1] to the nearest drawing uint8 (m, 28, 28)."""
    scaled = 255 * np.asarray(images, dtype=np.float32)  # meet the grey levels, blockwise
    references = drawings.reshape(len(drawings), -1)
    distances = nearest_distances(scaled.reshape(len(scaled), -1), references)
    if mirrored:
        flipped = scaled[:, :, ::-1].reshape(len(scaled), -1)
        distances = np.minimum(distances, nearest_distances(flipped, references))
    return np.asarray(distances / np.float32(255))
