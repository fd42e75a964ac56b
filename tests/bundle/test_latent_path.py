"""Paths between latents: ends, lengths, evenness."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from aemodel.bundle.latent_path import PATHS, spherical, straight, walk
from aemodel.errors import BundleError

vectors = hnp.arrays(np.float32, 6, elements=st.floats(-5, 5, width=32))


@given(vectors, vectors, st.sampled_from(PATHS), st.integers(2, 30))
def test_a_walk_meets_both_ends_and_stays_finite(
    a: np.ndarray, b: np.ndarray, path: str, frames: int
) -> None:
    steps = walk([a, b], frames, path)
    assert steps.shape == (frames, 6)
    assert steps.dtype == np.float32
    np.testing.assert_array_equal(steps[0], a)
    np.testing.assert_array_equal(steps[-1], b)
    assert np.isfinite(steps).all()


def test_spherical_keeps_length_and_turns_evenly() -> None:
    a, b = np.float32([3, 0, 0]), np.float32([0, 0, 3])
    steps = walk([a, b], 10, "spherical")
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
    points = np.float32([[0], [10], [40]])
    np.testing.assert_allclose(walk(points, 5, "straight")[:, 0], [0, 5, 10, 25, 40])


@pytest.mark.parametrize(
    ("points", "frames"), [([[1.0]], 5), ([[1.0], [np.nan]], 5), ([[1.0], [2.0]], 1)]
)
def test_walks_that_cannot_be_are_refused(points: list, frames: int) -> None:
    with pytest.raises(BundleError):
        walk(points, frames, "straight")
