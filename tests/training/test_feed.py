"""Batches: the same whenever asked, another order each epoch, nothing lost."""

import numpy as np
import pytest

from aemodel.data.augment import LIGHT
from aemodel.data.dataset import Dataset
from aemodel.data.pipeline import plan_epoch
from aemodel.training.feed import ArrayBatches, PlannedImages, image_batches

ROWS = np.arange(50, dtype=np.int32)


def rows_of(batches: ArrayBatches) -> np.ndarray:
    return np.concatenate([np.array(batches[index][0]) for index in range(len(batches))])


def test_an_epoch_is_a_function_of_seed_and_number():
    batches = ArrayBatches([ROWS], 8, seed=3)
    first = rows_of(batches.epoch(0))
    np.testing.assert_array_equal(first, rows_of(batches.epoch(0)))
    assert not np.array_equal(first, rows_of(batches.epoch(1)))
    assert not np.array_equal(first, rows_of(ArrayBatches([ROWS], 8, seed=4)))
    assert len(first) == 48 and len(set(first)) == 48  # full batches, no row twice


def test_validation_sees_every_row_in_order():
    np.testing.assert_array_equal(rows_of(ArrayBatches([ROWS], 8, shuffle=False)), ROWS)


def test_fewer_rows_than_a_batch_are_one_batch():
    assert sorted(rows_of(ArrayBatches([ROWS[:5]], 8))) == [0, 1, 2, 3, 4]


def test_arrays_stay_together_through_the_transform():
    batches = ArrayBatches([ROWS, ROWS * 2], 8, transform=lambda batch: (batch[0], batch[1] + 1))
    for index in range(len(batches)):
        x, y = batches[index]
        np.testing.assert_array_equal(np.array(x) * 2 + 1, y)


@pytest.mark.parametrize("augmentation", [None, LIGHT])
@pytest.mark.parametrize("training", [True, False])
def test_pictures_are_the_same_with_and_without_tf_data(
    tiny_dataset: Dataset, training: bool, augmentation
):
    drawings = tiny_dataset.train
    through_tf = image_batches(drawings, 32, seed=5, training=training, augmentation=augmentation)(
        2
    )
    plan = plan_epoch(drawings, seed=5, epoch=2, training=training, augmentation=augmentation)
    planned = PlannedImages((drawings.images, drawings.labels), plan, 32, training)
    count = 0
    for index, (images, labels) in enumerate(through_tf):
        assert images.shape[1:] == (28, 28, 1)
        other_images, other_labels = planned[index]
        np.testing.assert_allclose(images, other_images, atol=1e-6)
        np.testing.assert_array_equal(labels, other_labels)
        count += 1
    assert count == len(planned)
