"""The graded sketches that are shipped."""

from pathlib import Path

import numpy as np
import pytest

from aemodel.bundle import open_bundle
from aemodel.data import judged
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
        (tmp_path / "judged" / "doodles.npz").write_bytes(content)
    monkeypatch.setattr(judged, "assets_dir", lambda: tmp_path)
    with pytest.raises(DataError, match="install Doodlescape again"):
        judged.judged_doodles(["cat"])
