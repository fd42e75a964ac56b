"""What the stage `judge` is shown."""

import numpy as np
import pytest

from aemodel.data.dataset import Dataset
from aemodel.data.judged import JudgedDoodles
from aemodel.training import judge
from aemodel.training.judge import UNGRADED, mixed, with_people
from aemodel.training.stages import StageContext


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


def test_graded_drawings_of_people_come_as_the_model_redraws_them(
    tiny_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawings = tiny_dataset.train
    monkeypatch.setattr(
        judge, "graded_drawings", lambda images: (np.array([2, 0]), np.array([1, 0.5], "f4"))
    )
    context = StageContext(None, drawings.categories, 0, loaded=tiny_dataset)
    shown = with_people(context, sketches(3), lambda _, images: 255 - images)
    np.testing.assert_array_equal(shown.images[3:], 255 - drawings.images[[2, 0]])
    np.testing.assert_array_equal(shown.labels[3:], drawings.labels[[2, 0]])
    np.testing.assert_array_equal(shown.grades, [0, 0.5, 1, 1, 0.5])
