"""What the stage `judge` is shown."""

import numpy as np

from aemodel.data.dataset import Dataset
from aemodel.data.judged import JudgedDoodles
from aemodel.training.judge import UNGRADED, mixed


def sketches(count: int) -> JudgedDoodles:
    images = np.full((count, 28, 28), 7, np.uint8)
    return JudgedDoodles(images, np.ones(count, np.int64), np.linspace(0, 1, count, dtype="f4"))


def test_graded_sketches_come_as_often_as_is_asked(tiny_dataset: Dataset) -> None:
    drawings = tiny_dataset.train
    images, labels, grades = mixed(drawings, sketches(3), 0.4)
    graded = grades != UNGRADED
    assert abs(graded.mean() - 0.4) < 0.03
    np.testing.assert_array_equal(images[~graded], drawings.images)
    np.testing.assert_array_equal(labels[~graded], drawings.labels)
    assert (images[graded] == 7).all() and (labels[graded] == 1).all()
    assert len({int((grades == grade).sum()) for grade in (0, 0.5, 1)}) == 1


def test_without_graded_sketches_there_are_drawings_alone(tiny_dataset: Dataset) -> None:
    images, _, grades = mixed(tiny_dataset.validation, sketches(0), 0.3)
    assert len(images) == len(tiny_dataset.validation) and (grades == UNGRADED).all()
