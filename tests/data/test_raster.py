"""The rasteriser against closed forms and against the official bitmaps."""

import json
import timeit
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from aemodel.data.raster import rasterize, rasterize_batch
from aemodel.data.split import split_of
from aemodel.data.strokes import normalise

PAIRS = 25
ROWS = {
    "rainbow": [0, *range(1000, 999 + PAIRS)],
    **dict.fromkeys(("coffee cup", "shoe", "spoon"), range(10, 10 + PAIRS)),
}
"""Rows of the first lines in these copies, where they are not the first rows."""
COLOUR_MAPPED = {"coffee cup", "shoe", "spoon"}
"""Bitmaps that lost some grey levels on their way: 256 levels were mapped to 232."""


@pytest.fixture(scope="module")
def pairs(quickdraw_dir):
    """Category -> (strokes of the first lines, their official bitmaps)."""
    found = {}
    for path in sorted((quickdraw_dir / "bitmap").glob("*.npy")):
        chosen = list(ROWS.get(path.stem, range(PAIRS)))
        rows = np.load(path, mmap_mode="r")[chosen].reshape(-1, 28, 28)
        with (quickdraw_dir / "simplified" / f"{path.stem}.ndjson").open() as file:
            lines = [json.loads(next(file))["drawing"] for _ in range(PAIRS)]
        drawings = [[np.array(stroke, dtype=float).T for stroke in line] for line in lines]
        found[path.stem] = (drawings, np.array(rows))
    return found


def test_equals_the_official_bitmaps_to_the_last_bit(pairs):
    assert len(pairs) >= 20
    for category in pairs.keys() - COLOUR_MAPPED:
        drawings, rows = pairs[category]
        assert np.array_equal(rasterize_batch(drawings), rows), category


def test_differs_from_colour_mapped_bitmaps_by_the_map_alone(pairs):
    mapped = [pairs[category] for category in sorted(COLOUR_MAPPED & pairs.keys())]
    rasters = np.concatenate([rasterize_batch(drawings) for drawings, _ in mapped])
    official = np.concatenate([rows for _, rows in mapped])
    both = np.stack([rasters.ravel(), official.ravel()]).astype(int)
    levels = {tuple(pair) for pair in np.unique(both, axis=1).T}
    assert len(levels) == len(np.unique(rasters))  # one official level for each of ours
    assert all(theirs in (ours, ours - 1) for ours, theirs in levels)


def test_a_raster_and_its_official_bitmap_fall_on_one_side(pairs):
    rasters = np.concatenate([rasterize_batch(drawings) for drawings, _ in pairs.values()])
    official = np.concatenate([rows for _, rows in pairs.values()])
    assert np.array_equal(split_of(rasters), split_of(official))


def scribble(strokes, points, seed):
    """Strokes that cross themselves and one another, of whole numbers as in the dataset."""
    k = np.arange(strokes * points)
    x, y = (37 * k * k + 11 * k + seed) % 251, (53 * k * k + 29 * k + 7 * seed) % 253
    return np.split(np.column_stack((x, y)).astype(float), strokes)


@pytest.mark.parametrize(
    ("drawing", "checksum"),
    [
        ([np.array([[3, 4]])], 2002126001),
        # Parallel to sides of the pen: ties between its corners.
        ([np.array([[20, 131], [25, 126], [90, 191], [30, 251]])], 166499341),
        # Rows that edges go through from top to bottom.
        ([np.array([[10, 0], [60, 255]]), np.array([[200, 0], [120, 255], [200, 3]])], 1815083657),
        (scribble(4, 12, 1), 477481757),
        (scribble(2, 40, 5), 3779380904),
        (scribble(6, 3, 9), 3086628711),
    ],
    ids=["dot", "diagonal", "steep", "scribble", "long", "many"],
)
def test_equals_what_cairo_paints(drawing, checksum):
    # The checksums are those of pictures painted by cairo 1.16.0 itself.
    assert zlib.crc32(rasterize(drawing).tobytes()) == checksum


def test_the_area_of_a_line_and_of_a_dot():
    line = rasterize([np.array([[0.0, 100.0], [255.0, 100.0]])])
    dot = rasterize([np.array([[10.0, 10.0]])])
    scale = 28 / 304
    cap = 3 * (8 * scale) ** 2  # a polygon of twelve corners: 12 sin(30 degrees) r^2 / 2
    assert line.sum() / 255 == pytest.approx(255 * 16 * scale**2 + cap, rel=0.01)
    assert dot.sum() / 255 == pytest.approx(cap, rel=0.02)


def test_a_dot_lies_in_the_middle_and_is_symmetric():
    # The far corner of the box from the origin is the dot itself.
    dot = rasterize([np.array([[0.0, 0.0]])]).astype(int)
    assert dot[13:15, 13:15].min() > 0
    assert np.abs(dot - dot[:, ::-1]).max() <= 2
    assert np.abs(dot - dot.T).max() <= 20  # scan lines are rows


def test_mirror_image_of_strokes_is_the_mirror_image_of_pixels(own_drawings):
    for drawing in map(normalise, own_drawings.values()):
        far = max(stroke[:, 0].max() for stroke in drawing)
        mirrored = [np.column_stack((far - s[:, 0], s[:, 1])) for s in drawing]
        there = rasterize(drawing).astype(int)
        assert np.abs(rasterize(mirrored)[:, ::-1] - there).mean() < 1.5


def test_strokes_are_composed_and_the_insides_of_one_are_not_counted_twice():
    ring = np.array([[0, 0], [255, 0], [255, 255], [0, 255], [0, 0], [255, 0]], dtype=float)
    once, twice = rasterize([ring]), rasterize([ring, ring])
    part = np.array([[0, 0], [255, 0], [255, 255], [0, 255], [0, 0]], dtype=float)
    assert np.abs(rasterize([part]).astype(int) - once).max() <= 60  # only the closing corner
    expected = 255 - (255 - once.astype(float)) ** 2 / 255
    assert np.abs(twice - expected).max() <= 1


def test_a_batch_equals_its_drawings_one_by_one(own_drawings):
    drawings = [*own_drawings.values(), [], *own_drawings.values()] * 3
    batch = rasterize_batch(drawings)
    assert batch.dtype == np.uint8
    assert batch.shape == (len(drawings), 28, 28)
    for image, drawing in zip(batch, drawings, strict=True):
        assert np.array_equal(image, rasterize(drawing))


@pytest.mark.parametrize(
    "drawing", [[], [np.zeros((0, 2))], [np.full((3, 2), np.nan)], [[]]], ids=str
)
def test_nothing_is_black(drawing):
    assert not rasterize(drawing).any()


def test_points_that_are_not_finite_are_dropped():
    line = np.array([[0, 0], [np.nan, 3], [255, 255], [np.inf, 0]])
    assert np.array_equal(rasterize([line]), rasterize([line[[0, 2]]]))


def test_a_wrong_shape_is_refused():
    with pytest.raises(ValueError, match="points, 2"):
        rasterize([np.zeros((2, 3))])


def test_repeated_points_change_nothing(own_drawings):
    for drawing in own_drawings.values():
        repeated = [np.repeat(stroke, 3, axis=0) for stroke in drawing]
        assert np.array_equal(rasterize(repeated), rasterize(drawing))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        hnp.arrays(
            np.float64,
            st.tuples(st.integers(0, 12), st.just(2)),
            elements=st.floats(allow_nan=True, allow_infinity=True, width=64),
        ),
        max_size=5,
    )
)
def test_any_numbers_give_a_picture(drawing):
    image = rasterize(drawing)
    assert image.shape == (28, 28)
    assert image.dtype == np.uint8


@settings(max_examples=60, deadline=None)
@given(
    hnp.arrays(
        np.float64,
        st.tuples(st.integers(1, 15), st.just(2)),
        elements=st.integers(0, 255).map(float),
    )
)
def test_ink_is_where_the_points_are_and_nowhere_else(points):
    image = rasterize([points])
    place = (points - points.max(axis=0) / 2 + 152) * 28 / 304
    columns, rows = place.astype(int).T
    assert image[rows, columns].min() > 0
    low, high = place.min(axis=0) - 0.75, place.max(axis=0) + 0.75
    inked = np.argwhere(image)[:, ::-1]
    assert (inked + 1 >= low).all()
    assert (inked <= high).all()


def test_a_drawing_takes_about_a_millisecond(own_drawings):
    best = min(timeit.repeat(lambda: rasterize(own_drawings["cat"]), number=1, repeat=50))
    assert best < 0.003
