"""The judge of sketches: its loss in closed form, how pictures are varied, and that it learns."""

import keras
import numpy as np
from keras import ops

from aemodel.models.judge import JudgeSettings, Judging, build_judge

SETTINGS = JudgeSettings(widths=(8, 8, 8, 8), features=16, dropout=0.0)


def pictures(count: int, seed: int = 0) -> np.ndarray:
    """A few lines each, some pixels from the rim."""
    rng = np.random.default_rng(seed)
    images = np.zeros((count, 28, 28, 1), np.float32)
    images[:, 4:24, 4:24, 0] = rng.random((count, 20, 20)) < 0.15
    return images


def test_a_new_judge_grades_all_alike() -> None:
    judge = build_judge(3, SETTINGS)
    graded = judge([pictures(6), np.array([0, 1, 2, 0, 1, 2])])
    assert graded["logits"].shape == (6, 3)
    np.testing.assert_array_equal(ops.convert_to_numpy(graded["grade"]), np.zeros(6))


def test_grades_count_by_their_squared_error_and_drawings_by_the_nats_of_their_category() -> None:
    trainer = Judging(build_judge(2, SETTINGS), SETTINGS)
    labels = np.array([0, 1, 1], np.int32)
    grades = np.array([-1.0, 0.5, 1.0], np.float32)
    predicted = {
        "grade": np.array([9.0, 0.0, 0.7], np.float32),
        "logits": np.array([[1.0, 0.0], [5.0, 0.0], [0.0, 0.0]], np.float32),
    }
    nats = np.log1p(np.exp(-1.0))
    expected = (nats + SETTINGS.grade_weight * (0.5**2 + 0.3**2)) / 3
    loss = trainer.compute_loss((pictures(3), labels), grades, predicted)
    np.testing.assert_allclose(float(loss), expected, rtol=1e-5)
    told = {metric.name: float(metric.result()) for metric in trainer.metrics}
    np.testing.assert_allclose(told["loss"], (0.5**2 + 0.3**2) / 2, rtol=1e-5)
    assert told["accuracy"] == 1.0


def test_pictures_are_mirrored_moved_and_made_paler_and_nothing_else() -> None:
    trainer = Judging(build_judge(2, SETTINGS), SETTINGS, seed=3)
    images = pictures(40)
    varied = ops.convert_to_numpy(trainer.varied(images))[..., 0]
    moves = set()
    for image, seen in zip(images[..., 0], varied, strict=True):
        sharp = (seen - seen.min()) / (seen.max() - seen.min())
        found = [
            (mirrored, y, x)
            for mirrored in (1, -1)
            for y in range(-2, 3)
            for x in range(-2, 3)
            if np.allclose(np.roll(image[:, ::mirrored], (y, x), (0, 1)), sharp, atol=1e-3)
        ]
        assert len(found) == 1
        moves.add(found[0])
    assert len(moves) > 15 and {move[0] for move in moves} == {1, -1}


def test_it_learns_what_is_liked_of_each_category() -> None:
    """Of the first category those with a square in the middle, of the second none."""
    keras.utils.set_random_seed(0)
    images = pictures(96)
    rng = np.random.default_rng(1)
    square, labels = rng.random(96) < 0.5, rng.integers(0, 2, 96).astype(np.int32)
    images[square, 10:18, 10:18] = 1
    images[~square, 10:18, 10:18] = 0
    grades = (square & (labels == 0)).astype(np.float32)
    trainer = Judging(build_judge(2, SETTINGS), SETTINGS)
    trainer.compile(optimizer=keras.optimizers.Adam(4e-3))
    trainer.fit((images, labels), grades, epochs=30, batch_size=32, verbose=0)
    given = ops.convert_to_numpy(trainer((images, labels))["grade"])
    assert given[grades == 1].mean() > 0.8 and given[grades == 0].mean() < 0.2
