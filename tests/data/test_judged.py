"""The graded sketches that are shipped."""

from pathlib import Path

import numpy as np
import pytest

from aemodel.bundle import open_bundle
from aemodel.data import judged
from aemodel.data.formats import open_bitmaps
from aemodel.data.split import TRAIN, split_of
from aemodel.errors import DataError


def test_sketches_of_every_category_of_atlas_with_grades_of_all_kinds() -> None:
    categories = open_bundle("atlas").categories
    doodles = judged.judged_doodles(categories)
    assert doodles.images.shape[1:] == (28, 28) and doodles.images.dtype == np.uint8
    assert len(doodles.images) == len(doodles.labels) == len(doodles.grades) > 4000
    assert set(np.unique(doodles.labels)) == set(range(len(categories)))
    assert set(np.unique(doodles.grades)) >= {0, 0.25, 0.5, 0.75, 1}
    assert doodles.grades.min() >= 0 and doodles.grades.max() <= 1


def test_only_the_categories_that_are_asked_for_in_their_order() -> None:
    both = judged.judged_doodles(["dog", "robot", "cat"])
    cats = judged.judged_doodles(["cat"])
    assert set(np.unique(both.labels)) == {0, 2}
    np.testing.assert_array_equal(both.images[both.labels == 2], cats.images)
    assert len(judged.judged_doodles(["robot"]).images) == 0


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut off"])
def test_a_damaged_file(tmp_path: Path, monkeypatch, content: bytes | None) -> None:
    (tmp_path / "judged").mkdir()
    if content is not None:
        for name in ("doodles.npz", "drawings.npz"):
            (tmp_path / "judged" / name).write_bytes(content)
    monkeypatch.setattr(judged, "assets_dir", lambda: tmp_path)
    with pytest.raises(DataError, match="install Doodlescape again"):
        judged.judged_doodles(["cat"])
    with pytest.raises(DataError, match="install Doodlescape again"):
        judged.graded_drawings(np.zeros((1, 28, 28), np.uint8))


def test_drawings_are_known_by_every_pixel(tmp_path: Path, monkeypatch) -> None:
    images = np.random.default_rng(0).integers(0, 256, (5, 28, 28), np.uint8)
    (tmp_path / "judged").mkdir()
    np.savez(
        tmp_path / "judged" / "drawings.npz",
        fingerprints=judged.fingerprints_of(images[[3, 1]]),
        grades=np.array([0.75, 0.25], np.float32),
    )
    monkeypatch.setattr(judged, "assets_dir", lambda: tmp_path)
    rows, grades = judged.graded_drawings(images)
    assert rows.tolist() == [1, 3] and grades.tolist() == [0.25, 0.75]
    images[1, 27, 27] ^= 1
    assert judged.graded_drawings(images)[0].tolist() == [3]
    assert len(judged.graded_drawings(images[:0])[0]) == 0


def test_graded_drawings_are_of_the_training_side(quickdraw_dir: Path) -> None:
    """Or else what is measured on the others would be flattered."""
    cats = np.array(open_bitmaps(quickdraw_dir / "bitmap" / "cat.npy")[:4500])
    rows, grades = judged.graded_drawings(cats)
    assert len(rows) > 500 and (split_of(cats[rows]) == TRAIN).all()
    assert grades.min() >= 0 and grades.max() <= 1 and grades.mean() > 0.3
