"""Loading categories: labels, duplicates, damage, sides."""

import json

import numpy as np
import pytest

from aemodel.data.dataset import available_categories, load_drawings, without_duplicates
from aemodel.data.raster import rasterize_batch
from aemodel.data.split import TEST, TRAIN, VALIDATION, split_of
from aemodel.errors import DataError


def as_line(drawing, columns=2):
    strokes = [[*stroke.T.tolist(), list(range(len(stroke)))][:columns] for stroke in drawing]
    return json.dumps({"word": "x", "drawing": strokes})


@pytest.fixture
def folder(tmp_path, own_drawings):
    random = np.random.default_rng(0)
    (tmp_path / "bitmap").mkdir()
    (tmp_path / "simplified").mkdir()
    (tmp_path / "raw").mkdir()
    cats = random.integers(0, 256, (40, 784), dtype=np.uint8)
    np.save(tmp_path / "bitmap" / "cat.npy", np.concatenate((cats, cats[:7], cats[3:4])))
    np.save(tmp_path / "bitmap" / "dog.npy", random.integers(0, 256, (30, 784), dtype=np.uint8))
    lines = [as_line(drawing) for drawing in own_drawings.values()]
    (tmp_path / "simplified" / "cat.ndjson").write_text("\n".join(lines))
    (tmp_path / "simplified" / "sun.ndjson").write_text("\n".join([*lines, "{", lines[0]]))
    raw = [as_line([s * 3 + 7 for s in d], 3) for d in own_drawings.values()]
    (tmp_path / "raw" / "ink.ndjson").write_text("\n".join(raw))
    return tmp_path


def everything(dataset):
    return [dataset.train, dataset.validation, dataset.test]


def test_labels_follow_the_given_order(folder):
    dataset = load_drawings(folder, ["dog", "cat"])
    assert dataset.categories == ("dog", "cat")
    for side, drawings in zip((TRAIN, VALIDATION, TEST), everything(dataset), strict=True):
        assert drawings.images.dtype == np.uint8
        assert drawings.labels.dtype == np.int64
        assert drawings.images.shape == (len(drawings), 28, 28)
        assert (split_of(drawings.images) == side).all()
    labels = np.concatenate([drawings.labels for drawings in everything(dataset)])
    assert np.bincount(labels).tolist() == [30, 40]
    dogs = np.load(folder / "bitmap" / "dog.npy").reshape(-1, 28, 28)
    train = dataset.train.images[dataset.train.labels == 0]
    assert np.array_equal(train, dogs[split_of(dogs) == TRAIN])


def test_exact_copies_go_before_the_split(folder):
    report = load_drawings(folder, ["cat"]).report
    assert report.read == {"cat": 48}
    assert report.duplicates == {"cat": 8}
    assert "8 exact duplicates" in report.summary()


def test_bitmap_wins_and_a_form_can_be_asked_for(folder, own_drawings):
    assert load_drawings(folder, ["cat"]).report.form == {"cat": "bitmap"}
    dataset = load_drawings(folder, ["cat"], form="simplified")
    images = np.concatenate([drawings.images for drawings in everything(dataset)])
    expected = rasterize_batch(list(own_drawings.values()))
    assert sorted(i.tobytes() for i in images) == sorted(i.tobytes() for i in expected)


def test_damage_is_reported_and_the_rest_is_used(folder):
    report = load_drawings(folder, ["sun"]).report
    assert report.read == {"sun": 6}
    assert report.duplicates == {"sun": 1}
    assert "1 drawing left out" in report.summary()
    assert "sun.ndjson, line 6" in report.summary()


def test_raw_ink_is_simplified(folder, own_drawings):
    dataset = load_drawings(folder, ["ink"])
    assert sum(map(len, everything(dataset))) == len(own_drawings)


def test_limit_takes_the_first(folder):
    dataset = load_drawings(folder, ["dog", "sun"], limit=4)
    assert dataset.report.read == {"dog": 4, "sun": 4}


@pytest.mark.parametrize(
    ("categories", "options", "words"),
    [
        (["cta"], {}, ["'cta'", "Did you mean 'cat'", "dog, ink, sun"]),
        (["cat", "cat"], {}, ["twice"]),
        ([], {}, ["at least one"]),
        (["cat"], {"form": "png"}, ["'png'", "bitmap"]),
        (["sun"], {"form": "bitmap"}, ["no category 'sun'", "cat, dog"]),
    ],
)
def test_errors_say_what_there_is(folder, categories, options, words):
    with pytest.raises(DataError) as caught:
        load_drawings(folder, categories, **options)
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_missing_and_empty_folders(tmp_path):
    with pytest.raises(DataError, match="aemodel data fetch"):
        load_drawings(tmp_path / "none", ["cat"])
    with pytest.raises(DataError, match="aemodel data fetch"):
        load_drawings(tmp_path, ["cat"])
    (tmp_path / "bitmap").mkdir()
    np.save(tmp_path / "bitmap" / "cat.npy", np.zeros((0, 784), dtype=np.uint8))
    with pytest.raises(DataError, match="no readable drawing"):
        load_drawings(tmp_path, ["cat"])


def test_available_categories_counts_without_reading(folder):
    assert available_categories(folder) == {"cat": 48, "dog": 30, "ink": 5, "sun": 7}


def test_without_duplicates_keeps_the_first_in_order():
    images = np.array([3, 1, 3, 2, 1], dtype=np.uint8)[:, None, None] * np.ones((28, 28), np.uint8)
    assert without_duplicates(images)[:, 0, 0].tolist() == [3, 1, 2]


def test_real_drawings_load(quickdraw_dir):
    dataset = load_drawings(quickdraw_dir, ["cat", "dog", "zebra"], limit=300)
    assert sum(map(len, everything(dataset))) == sum(dataset.report.read.values())
    assert dataset.report.form["zebra"] == "simplified"
    assert 0.7 < len(dataset.train) / sum(map(len, everything(dataset))) < 0.9
