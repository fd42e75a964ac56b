"""The memorisation check tells copies from new drawings."""

import numpy as np
import pytest

from aemodel.data.dataset import Dataset
from aemodel.evaluation.memorisation import measure_memorisation, nearest


def test_copies_are_at_distance_zero_mirrored_ones_too(dataset: Dataset) -> None:
    training = dataset.train.images
    copies = training[:5] / 255
    assert nearest(copies, training).max() < 0.02
    asymmetric = np.zeros((1, 28, 28), np.uint8)
    asymmetric[0, 5:9, 2:6] = 255
    known = np.concatenate([training, asymmetric])
    mirrored = asymmetric[:, :, ::-1] / 255
    assert nearest(mirrored, known).max() < 0.02
    assert nearest(mirrored, known, mirrored=False).min() > 1


def test_distance_is_the_euclidean_one_in_units_of_full_ink() -> None:
    training = np.zeros((2, 28, 28), np.uint8)
    training[1] = 255
    image = np.zeros((1, 28, 28))
    image[0, :2, :2] = 1
    assert nearest(image, training)[0] == pytest.approx(2, abs=1e-3)


def test_a_model_that_copies_scores_below_held_out_drawings(dataset: Dataset) -> None:
    training, validation = dataset.train.images, dataset.validation.images
    held_out = measure_memorisation(dataset.test.images / 255, training, validation)
    rng = np.random.default_rng(0)
    copies = training[::3] / 255 + 0.01 * rng.uniform(size=(60, 28, 28))
    copied = measure_memorisation(copies, training, validation)
    assert copied.median < held_out.median / 2
    assert copied.nearer_to_training == 1
    assert held_out.percentile_1 < held_out.median
    share = len(training) / (len(training) + len(validation))
    assert held_out.nearer_to_training == pytest.approx(share, abs=0.15)
