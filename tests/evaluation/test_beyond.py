"""Completion and few-shot measurements on models whose answers are known."""

import numpy as np

from aemodel.data.dataset import Dataset, LabelledDrawings, LoadReport
from aemodel.evaluation.completion import erase, measure_completion
from aemodel.evaluation.few_shot import measure_few_shot
from aemodel.evaluation.table import BEYOND, _table


class Halves:
    """Category 0 has ink above, category 1 below, 2 on both sides; by the amount of ink."""

    categories = ("above", "below", "both")

    def classify(self, images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        above, below = images[:, :14].mean((1, 2)), images[:, 14:].mean((1, 2))
        logits = np.column_stack([above - below, below - above, 2 * np.minimum(above, below)])
        return np.column_stack([above, below]), logits


def bars(count: int = 12) -> np.ndarray:
    images = np.zeros((count, 28, 28), np.float32)
    images[:, 3:25, 6:9] = 1
    images[:, 3:6, 6:22] = 1
    return images


def test_erasing_leaves_between_40_and_70_percent_of_the_ink_as_it_was() -> None:
    images = bars(50)
    left = erase(images, seed=1)
    share = left.sum((1, 2)) / images.sum((1, 2))
    assert share.min() > 0.38
    assert share.max() < 0.72
    assert np.ptp(share) > 0.1
    assert ((left == images) | (left == 0)).all()
    np.testing.assert_array_equal(left, erase(images, seed=1))
    assert not erase(np.zeros((1, 28, 28)), seed=1).any()


class Answers:
    """Proposes nothing new first, and then the whole drawing."""

    def complete(self, image: np.ndarray, n: int = 6, seed: int = 0) -> tuple:
        whole = np.full((28, 28), 0.5, np.float32)
        return np.stack([image, *[whole] * (n - 1)]), np.zeros((n, 2))


def test_completion_counts_first_mean_and_best() -> None:
    whole = np.full((20, 28, 28), 0.5, np.float32)
    found = measure_completion(Answers(), whole, np.full(20, 2), Halves(), proposals=4, seed=3)
    assert found.whole == found.best == 1
    assert found.first == found.partial < 1
    assert found.mean == np.float64(found.first / 4 + 0.75)


def dataset() -> Dataset:
    rng = np.random.default_rng(0)
    images = np.zeros((40, 28, 28), np.uint8)
    labels = np.arange(40) % 2
    for image, label in zip(images, labels, strict=True):
        image[14 * label : 14 * label + 14] = rng.integers(100, 255)
    side = LabelledDrawings(images, labels, ("above", "below"))
    return Dataset(side, side, side, LoadReport())


def test_copies_are_recognised_and_told_by_their_distance() -> None:
    def copies(shots: np.ndarray, name: str):
        return lambda n, seed: np.resize(shots, (n, 28, 28))

    found = measure_few_shot(copies, dataset(), Halves(), samples=10)
    assert found.recognised == found.real == 1
    assert found.distance == 0 < found.real_distance


def test_the_wrong_category_is_not_recognised() -> None:
    def upside_down(shots: np.ndarray, name: str):
        return lambda n, seed: np.resize(shots, (n, 28, 28))[:, ::-1]

    found = measure_few_shot(upside_down, dataset(), Halves(), samples=10)
    assert found.recognised == 0
    assert set(found.recognised_by_category) == {"above", "below"}


def test_the_table_shows_what_was_measured_and_dashes_for_the_rest() -> None:
    report = {"completion": {"whole": 0.9, "partial": 0.4, "first": 0.5}, "few_shot": None}
    table = _table(BEYOND, {"toy": report})
    assert "| toy | 90.0 % | 40.0 % | 50.0 % | – |" in table
