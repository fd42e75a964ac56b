"""Paths through latents: waypoints, lengths, evenness."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy.interpolate import CubicSpline

from aemodel.bundle.latent_path import (
    MODEL,
    SPHERICAL,
    SPLINE,
    STRAIGHT,
    path_through,
    spherical,
    straight,
)
from aemodel.errors import BundleError

KINDS = (STRAIGHT, SPHERICAL, SPLINE)
vectors = hnp.arrays(np.float32, 6, elements=st.floats(-5, 5, width=32))


def waypoints(count: int, seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal((count, 16)).astype(np.float32)


@given(vectors, vectors, st.sampled_from(KINDS), st.integers(2, 30))
def test_a_walk_meets_both_ends_and_stays_finite(
    a: np.ndarray, b: np.ndarray, kind: str, frames: int
) -> None:
    steps = path_through([a, b], kind).evenly(frames)
    assert steps.shape == (frames, 6)
    assert steps.dtype == np.float32
    np.testing.assert_array_equal(steps[0], a)
    np.testing.assert_array_equal(steps[-1], b)
    assert np.isfinite(steps).all()


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.integers(2, 7), st.integers(0, 1000))
def test_every_path_meets_its_waypoints_exactly(kind: str, count: int, seed: int) -> None:
    points = waypoints(count, seed)
    path = path_through(points, kind)
    assert path.kind == kind and path.legs == count - 1
    np.testing.assert_array_equal(path(np.arange(count)), points)
    np.testing.assert_allclose(path(np.arange(count) + 1e-6), points, atol=1e-4)
    np.testing.assert_array_equal(path([-1, count + 5]), points[[0, -1]])


@given(st.sampled_from(KINDS), st.integers(2, 5))
def test_positions_asked_together_are_those_asked_alone(kind: str, count: int) -> None:
    path = path_through(waypoints(count), kind)
    positions = np.linspace(0, count - 1, 9)
    alone = np.concatenate([path([position]) for position in positions])
    np.testing.assert_allclose(path(positions), alone, atol=1e-6)


def test_spherical_keeps_length_and_turns_evenly() -> None:
    a, b = np.float32([3, 0, 0]), np.float32([0, 0, 3])
    steps = path_through([a, b], SPHERICAL).evenly(10)
    np.testing.assert_allclose(np.linalg.norm(steps, axis=1), 3, rtol=1e-6)
    angles = np.degrees(np.arctan2(steps[:, 2], steps[:, 0]))
    np.testing.assert_allclose(angles, np.linspace(0, 90, 10), atol=1e-4)


@pytest.mark.parametrize("factor", [1, 2, -1, 0])
def test_spherical_is_straight_where_no_circle_is_singled_out(factor: float) -> None:
    a = np.float32([1, 2, 3])
    np.testing.assert_allclose(
        spherical(a, factor * a, 0.25), straight(a, factor * a, 0.25), rtol=1e-6
    )


def test_a_walk_passes_its_waypoints_evenly() -> None:
    path = path_through(np.float32([[0], [10], [40]]), STRAIGHT)
    np.testing.assert_allclose(path.evenly(5)[:, 0], [0, 5, 10, 25, 40])


@pytest.mark.parametrize("kind", [STRAIGHT, SPLINE])
def test_two_waypoints_are_joined_by_a_line(kind: str) -> None:
    a, b = waypoints(2)
    np.testing.assert_allclose(
        path_through([a, b], kind)([0.25])[0], 0.75 * a + 0.25 * b, atol=1e-6
    )


def test_a_spline_has_no_corners_where_lines_have() -> None:
    def kink(kind: str) -> float:
        before, at, after = path_through(waypoints(4), kind)([0.99, 1, 1.01]).astype(np.float64)
        return float(np.linalg.norm(after - 2 * at + before))

    assert kink(SPLINE) < 0.1 * kink(STRAIGHT)


def test_the_spline_is_the_natural_cubic_one() -> None:
    points = waypoints(6)
    wanted = CubicSpline(range(6), points.astype(np.float64), bc_type="natural")
    positions = np.linspace(0, 5, 41)
    np.testing.assert_allclose(
        path_through(points, SPLINE)(positions), wanted(positions), atol=1e-5
    )


@pytest.mark.parametrize(
    ("points", "frames", "kind"),
    [
        ([[1.0]], 5, STRAIGHT),
        ([[1.0], [np.nan]], 5, STRAIGHT),
        ([[1.0], [2.0, 3.0]], 5, STRAIGHT),
        ([[1.0], [2.0]], 1, STRAIGHT),
        ([[1.0], [2.0]], 5, MODEL),
    ],
)
def test_walks_that_cannot_be_are_refused(points: list, frames: int, kind: str) -> None:
    with pytest.raises(BundleError):
        path_through(points, kind).evenly(frames)


def test_a_place_that_is_no_number_is_refused() -> None:
    with pytest.raises(BundleError, match="finite"):
        path_through(waypoints(2), STRAIGHT)([np.nan])
