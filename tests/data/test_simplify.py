"""Raw ink to the simplified form."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from aemodel.data.raster import rasterize
from aemodel.data.simplify import EPSILON, reduce_points, resample, simplify
from aemodel.data.strokes import bounds, normalise

points = hnp.arrays(
    np.float64,
    st.tuples(st.integers(1, 30), st.just(2)),
    elements=st.floats(-500, 500, allow_nan=False),
)


def distance_to_polyline(point, line):
    start, step = line[:-1], np.diff(line, axis=0)
    square = np.maximum((step**2).sum(axis=1), 1e-300)
    along = np.clip(((point - start) * step).sum(axis=1) / square, 0, 1)
    return np.hypot(*(point - start - along[:, None] * step).T).min()


@settings(max_examples=80, deadline=None)
@given(points, st.floats(0.1, 50))
def test_reduction_keeps_ends_order_and_distance(stroke, epsilon):
    kept = reduce_points(stroke, epsilon)
    assert np.array_equal(kept[0], stroke[0])
    assert np.array_equal(kept[-1], stroke[-1])
    rows = iter(stroke.tolist())
    assert all(row in rows for row in kept.tolist())  # a sub-sequence
    if len(kept) > 1:
        assert max(distance_to_polyline(p, kept) for p in stroke) <= epsilon + 1e-9
    assert np.array_equal(reduce_points(kept, epsilon)[[0, -1]], kept[[0, -1]])


@settings(max_examples=80, deadline=None)
@given(points)
def test_resampled_points_are_one_pixel_apart(stroke):
    dense = resample(stroke, 1.0)
    assert np.array_equal(dense[0], stroke[0])
    gaps = np.hypot(*np.diff(dense, axis=0).T)
    assert (gaps <= 1 + 1e-9).all()
    length = np.hypot(*np.diff(stroke, axis=0).T).sum()
    assert len(dense) <= length + 2.001


@settings(max_examples=80, deadline=None)
@given(st.lists(points, min_size=1, max_size=4))
def test_a_simplified_drawing_fills_the_frame(drawing):
    simple = simplify(drawing)
    assert len(simple) == len(drawing)
    x0, y0, x1, y1 = bounds(simple)
    # As in the official data, the reduction may drop an outermost point within its tolerance.
    assert 0 <= min(x0, y0) <= max(x0, y0) <= EPSILON + 0.5
    old = bounds(drawing)
    if max(old[2] - old[0], old[3] - old[1]) > 1e-300:
        assert 255 - EPSILON - 0.5 <= max(x1, y1) <= 255
    assert all(np.array_equal(stroke, np.rint(stroke)) for stroke in simple)


def test_canvas_size_and_place_do_not_matter(own_drawings):
    for drawing in own_drawings.values():
        expected = rasterize(simplify(drawing))
        for scale, shift in ((1.0, 77.0), (3.7, -1234.5), (0.01, 5.0), (1e150, 0.0)):
            moved = [stroke * scale + shift for stroke in drawing]
            assert np.abs(rasterize(simplify(moved)).astype(int) - expected).mean() < 1


def test_simplification_hardly_changes_the_picture(own_drawings):
    for drawing in own_drawings.values():
        simple = simplify(drawing)
        difference = rasterize(simple).astype(int) - rasterize(normalise(drawing))
        assert np.abs(difference).mean() < 6
        again = simplify(simple)
        assert all(len(a) <= len(b) for a, b in zip(again, simple, strict=True))


def test_official_drawings_stay_nearly_as_they_are(quickdraw_dir):
    from aemodel.data.formats import read_simplified

    changed = []
    for record in read_simplified(quickdraw_dir / "simplified" / "cat.ndjson"):
        simple = simplify(record.strokes)
        changed.append(np.abs(rasterize(simple).astype(int) - rasterize(record.strokes)).mean())
    assert np.median(changed) < 4


def test_a_long_stroke_needs_no_recursion():
    angle = np.linspace(0, 400 * np.pi, 100_000)
    spiral = np.column_stack((angle * np.cos(angle), angle * np.sin(angle)))
    kept = reduce_points(spiral, EPSILON)
    assert 1000 < len(kept) < len(spiral)


def test_dots_nothing_and_points_that_are_not_finite():
    assert simplify([]) == []
    assert simplify([np.zeros((0, 2))]) == []
    (dot,) = simplify([np.array([[40.0, 50.0], [40.0, 50.0]])])
    assert dot.tolist() == [[0, 0]]
    (line,) = simplify([np.array([[0, 0], [np.nan, 1], [10, 5]])])
    assert line.tolist() == [[0, 0], [255, 128]]


def test_normalise_keeps_proportions():
    (line,) = normalise([np.array([[-10.0, 20.0], [30.0, 40.0]])])
    assert np.allclose(line, [[0, 0], [255, 127.5]])
