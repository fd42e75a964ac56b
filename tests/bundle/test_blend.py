"""What category a place of the map is filled in as."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aemodel.bundle.blend import blend_at

EXTENT = (-1.0, 1.0, -1.0, 1.0)
SIZE = 40


def halves(left: float = 0.8, right: float = 0.8) -> np.ndarray:
    """Two categories, one on the left and one on the right; they overlap in the middle; a third is
    nowhere."""
    x = np.linspace(-1, 1, SIZE)
    one, two = left * np.exp(-2 * (x + 0.7) ** 2), right * np.exp(-2 * (x - 0.7) ** 2)
    rows = [np.broadcast_to(grid, (SIZE, SIZE)) for grid in (one, two, np.zeros(SIZE))]
    return np.stack(rows).astype(np.float32)


def weights(places: np.ndarray, seed: int, grids: np.ndarray) -> np.ndarray:
    """Of the categories and of any, (n, 4)."""
    found = blend_at(grids, EXTENT, places.astype(np.float32), seed)
    np.testing.assert_allclose(found.sum(axis=1), 1, atol=1e-6)
    assert (found >= 0).all()
    return found


def test_seeds_pick_categories_as_often_as_drawings_are_of_them() -> None:
    middle = np.zeros((1, 2))
    grids = halves(left=0.9, right=0.3)
    picked = [int(weights(middle, seed, grids)[0].argmax()) for seed in range(2000)]
    share = np.bincount(picked, minlength=4) / 2000
    np.testing.assert_allclose(share, [0.75, 0.25, 0, 0], atol=0.03)


def test_where_no_drawings_are_any_category_fills_in() -> None:
    corner, nothing = np.array([[0.9, 0.9]]), np.zeros((3, SIZE, SIZE), np.float32)
    filled = [int(weights(corner, seed, nothing)[0].argmax()) for seed in range(200)]
    assert np.mean(np.array(filled) == 3) > 0.95


@given(st.integers(0, 2**32))
def test_categories_come_and_go_by_degrees_along_a_drag(seed: int) -> None:
    path = np.stack([np.linspace(-1, 1, 400), np.full(400, 0.2)], axis=1)
    along = weights(path, seed, halves())
    assert np.abs(np.diff(along, axis=0)).max() < 0.03
    alone = np.concatenate([weights(place[None], seed, halves()) for place in path[190:200]])
    np.testing.assert_allclose(alone, along[190:200], atol=1e-6)
