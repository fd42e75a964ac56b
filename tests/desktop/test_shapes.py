"""Geometry without Qt: outlines, eraser hits, viewport, lattice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.canvas.hits import strokes_touched
from desktop.engine import ink_image
from desktop.files.svg import drawing
from desktop.map.lattice import (
    CELL,
    LEAST_CELL,
    OVERVIEW,
    cells_in,
    centre_of,
    level_of,
    size_of,
)
from desktop.map.viewport import Viewport
from desktop.paint.outline import LEVELS, bends, bent, outlines, upsample, washes
from desktop.state.ink import Stroke, ink_from_lines


def area(curve: np.ndarray) -> float:
    x, y = curve[:, 0], curve[:, 1]
    return float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


def disc(radius: float) -> np.ndarray:
    ys, xs = np.mgrid[:28, :28] + 0.5
    return np.clip(radius - np.hypot(xs - 14, ys - 14) + 0.5, 0, 1).astype(np.float32)


@pytest.mark.parametrize("radius", [4.0, 8.0, 11.0])
def test_outline_of_a_disc_is_its_circle(radius: float) -> None:
    (curves,) = outlines(disc(radius))
    assert len(curves) == 1
    distance = np.hypot(*(curves[0] - 14).T)
    np.testing.assert_allclose(distance, radius, atol=0.15)
    assert abs(area(curves[0])) == pytest.approx(np.pi * radius**2, rel=0.02)


@pytest.mark.parametrize("radius", [0.8, 4.0, 11.0])
def test_bends_follow_the_curve_and_have_no_corners(radius: float) -> None:
    (curves,) = outlines(disc(radius))
    segments = bends(curves[0])
    np.testing.assert_allclose(segments[:, 3], np.roll(segments[:, 0], -1, axis=0))
    points = bent(curves[0], 8)
    np.testing.assert_array_equal(points[:-1:8], segments[:, 0])
    mean = np.hypot(*(curves[0] - 14).T).mean()
    np.testing.assert_allclose(np.hypot(*(points - 14).T), mean, atol=0.1)
    arriving, leaving = segments[:, 3] - segments[:, 2], segments[:, 1] - segments[:, 0]
    leaving = np.roll(leaving, -1, axis=0)
    turn = arriving[:, 0] * leaving[:, 1] - arriving[:, 1] * leaving[:, 0]
    np.testing.assert_allclose(turn, 0, atol=1e-12)


@pytest.mark.parametrize("radius", [5.0, 9.0])
def test_the_steps_of_pixels_are_smoothed_away(radius: float) -> None:
    (curves,) = outlines((disc(radius) > 0.5).astype(np.float32))
    distance = np.hypot(*(curves[0] - 14).T)
    assert distance.std() < 0.13
    assert distance.mean() == pytest.approx(radius, abs=0.15)


def test_a_hole_of_one_pixel_stays() -> None:
    image = disc(8)
    image[14, 14] = 0
    (curves,) = outlines(image)
    assert len(curves) == 2 and 0.3 < min(abs(area(curve)) for curve in curves) < 2


def test_a_ring_has_a_hole_and_ink_at_the_border_is_closed() -> None:
    ring = disc(10) - disc(6)
    (curves,) = outlines(ring)
    assert len(curves) == 2
    full = np.ones((28, 28), np.float32)
    (border,) = outlines(full)
    assert len(border) == 1
    np.testing.assert_array_equal(border[0][0], border[0][-1])
    assert abs(area(border[0])) == pytest.approx(784, rel=0.02)


def test_no_ink_no_outline_and_lower_levels_reach_further() -> None:
    assert outlines(np.zeros((28, 28), np.float32)) == [[]]
    faint, solid = outlines(disc(8), (0.2, 0.5))
    assert abs(area(faint[0])) > abs(area(solid[0]))


@pytest.mark.parametrize("angle", [0.2, 0.5, 0.9, 1.3])
def test_a_line_is_as_wide_as_the_pen_that_the_model_sees(angle: float) -> None:
    """Within 4 %, off the grid: 16/304 of the picture is what the rasteriser draws."""
    along = np.array([np.cos(angle), np.sin(angle)])
    line = np.array([128 - 95 * along, 128 + 95 * along], np.float32)
    (curve,) = outlines(ink_image((Stroke(line),)), (LEVELS[-1][0],))[0]
    length = np.ptp(curve @ along)
    # Area of a line of such a width with round ends, solved for the width.
    bend = 1 - np.pi / 4
    width = (length - np.sqrt(length**2 - 4 * bend * abs(area(curve)))) / (2 * bend)
    assert width == pytest.approx(28 * 16 / 304, rel=0.04)


@pytest.mark.parametrize("angle", [0.0, 0.5, 0.9])
def test_what_is_sure_has_one_edge(angle: float) -> None:
    along = np.array([np.cos(angle), np.sin(angle)])
    line = np.array([128 - 95 * along, 128 + 95 * along], np.float32)
    for image in (ink_image((Stroke(line),)), disc(8), disc(10) - disc(6)):
        *faint, solid = washes(image)
        assert faint == [[], []] and solid
        assert drawing(image, 0, 0, 28, "#000000").count("<path") == 1


def test_grey_stays_where_the_model_hesitates() -> None:
    """Beside ink it goes on beneath it, and a faint line of its own is not taken for an edge."""
    image = disc(6)
    image[:, 14:] = np.maximum(image[:, 14:], 0.45 * disc(10)[:, 14:])
    outer, inner, (solid,) = washes(image)
    assert outer and inner
    for curve in (outer[0], inner[0]):
        assert curve[:, 0].max() == pytest.approx(24, abs=0.6)
        apart = np.hypot(curve[:, 0] - 14, curve[:, 1] - 14)
        assert apart.min() < 6 and curve[:, 0].min() > 11
    assert len(solid) > 20
    line = np.array([[30, 128], [226, 128]], np.float32)
    assert washes(0.45 * ink_image((Stroke(line),)))[0]


def test_interpolation_keeps_constants_and_slopes() -> None:
    ramp = np.tile(np.linspace(0, 1, 28, dtype=np.float32), (28, 1))
    fine = upsample(ramp)
    inside = fine[20:-20, 20:-20]
    steps = np.diff(inside, axis=1)
    np.testing.assert_allclose(steps, steps[0, 0], atol=1e-6)
    np.testing.assert_allclose(np.diff(inside, axis=0), 0, atol=1e-7)


def test_eraser_touches_what_it_crosses_alone() -> None:
    ink = ink_from_lines([[[0, 100], [0, 0]], [[0, 100], [50, 50]], [[200], [200]]])
    assert strokes_touched(ink, (50, -20), (50, 20), 5) == {0}
    assert strokes_touched(ink, (50, -20), (50, 80), 5) == {0, 1}
    assert strokes_touched(ink, (203, 200), (203, 200), 5) == {2}
    assert strokes_touched(ink, (300, 300), (300, 300), 5) == set()


plane = st.tuples(st.floats(-50, 50), st.floats(-50, 50))
pixel = st.tuples(st.floats(0, 800), st.floats(0, 600))


@given(plane, st.floats(0.5, 500), pixel)
def test_viewport_goes_there_and_back(
    centre: tuple[float, float], scale: float, at: tuple[float, float]
) -> None:
    view = Viewport(*centre, scale, 800, 600)
    assert view.to_screen(*view.to_plane(*at)) == pytest.approx(at, abs=1e-6)


@given(plane, st.floats(1, 100), pixel, st.floats(0.2, 5))
def test_zoom_keeps_the_pixel_under_the_pointer(
    centre: tuple[float, float], scale: float, at: tuple[float, float], factor: float
) -> None:
    view = Viewport(*centre, scale, 800, 600)
    zoomed = view.zoomed(factor, at, 0.5, 400)
    assert 0.5 <= zoomed.scale <= 400
    assert zoomed.to_plane(*at) == pytest.approx(view.to_plane(*at), abs=1e-6)


def test_the_whole_extent_fits() -> None:
    view = Viewport.fitting((-2, 4, 0, 3), 300, 300)
    assert view.to_screen(-2, 1.5) == pytest.approx((0, 150))
    assert view.to_screen(4, 1.5) == pytest.approx((300, 150))


@given(st.floats(CELL, 5000))
def test_cells_stay_of_one_size_at_every_zoom(scale: float) -> None:
    level = level_of(scale)
    width, least = size_of(level) * scale, LEAST_CELL if level <= OVERVIEW else CELL
    assert width * 1.0001 >= least and width <= 1.5 * CELL * 1.0001


def test_an_overview_has_smaller_thumbnails_rather_than_few() -> None:
    whole = OVERVIEW * LEAST_CELL / 2
    assert [level_of(scale) for scale in (whole - 1, whole, 1.7 * whole)] == [4, 6, 6]


def test_cells_cover_the_view_from_the_middle_out() -> None:
    view = Viewport(0.3, -0.2, 120, 400, 300)
    level = level_of(view.scale)
    keys = cells_in(view, level)
    middles = np.array([view.to_screen(*centre_of(key)) for key in keys])
    far = np.hypot(*(middles - (200, 150)).T)
    assert (np.diff(far) > -1e-6).all()
    size = size_of(level) * view.scale
    for corner in ((0, 0), (399, 0), (0, 299), (399, 299)):
        assert (np.abs(middles - corner).max(axis=1) <= size / 2 + 1e-6).any()
