"""The ways between keyframes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.interpolate import CubicSpline

from desktop.morph_path import PATHS, SPHERICAL, SPLINE, STRAIGHT, morph_path


def keyframes(count: int, seed: int = 3) -> list[np.ndarray]:
    return list(np.random.default_rng(seed).standard_normal((count, 16)).astype(np.float32))


@settings(deadline=None)
@given(st.sampled_from(PATHS), st.integers(2, 7), st.integers(0, 1000))
def test_every_path_meets_its_keyframes_exactly(kind: str, count: int, seed: int) -> None:
    points = keyframes(count, seed)
    path = morph_path(points, kind)
    for index, point in enumerate(points):
        np.testing.assert_array_equal(path(index), point)
        np.testing.assert_allclose(path(index + 1e-6), point, atol=1e-4)
    np.testing.assert_array_equal(path(-1), points[0])
    np.testing.assert_array_equal(path(count + 5), points[-1])


@pytest.mark.parametrize("kind", [STRAIGHT, SPLINE])
def test_two_keyframes_are_joined_by_a_line(kind: str) -> None:
    a, b = keyframes(2)
    np.testing.assert_allclose(morph_path([a, b], kind)(0.25), 0.75 * a + 0.25 * b, atol=1e-6)


def test_a_great_circle_keeps_the_length() -> None:
    a, b = (point / np.linalg.norm(point) for point in keyframes(2))
    middle = morph_path([a, b], SPHERICAL)(0.5)
    assert np.linalg.norm(middle) == pytest.approx(1, abs=1e-5)
    np.testing.assert_allclose(middle @ a, middle @ b, atol=1e-5)


def test_a_spline_has_no_corners_where_lines_have() -> None:
    def kink(kind: str) -> float:
        path = morph_path(keyframes(4), kind)
        before, at, after = (path(1 + step).astype(np.float64) for step in (-0.01, 0, 0.01))
        return float(np.linalg.norm(after - 2 * at + before))

    assert kink(SPLINE) < 0.1 * kink(STRAIGHT)


def test_one_keyframe_is_no_morph() -> None:
    with pytest.raises(ValueError, match="two"):
        morph_path(keyframes(1))


def test_the_spline_is_the_natural_cubic_one() -> None:
    points = keyframes(6)
    wanted = CubicSpline(range(6), np.stack(points).astype(np.float64), bc_type="natural")
    path = morph_path(points, SPLINE)
    for position in np.linspace(0, 5, 41):
        np.testing.assert_allclose(path(position), wanted(position), atol=1e-5)
