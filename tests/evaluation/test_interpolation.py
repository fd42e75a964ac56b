"""Pairs, paths and step changes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aemodel.evaluation.interpolation import (
    pairs_across,
    pairs_within,
    random_ends,
    smoothness,
    step_changes,
    straight_path,
)

labels_of_two = st.lists(st.integers(0, 3), min_size=2, max_size=40).filter(
    lambda labels: len(set(labels)) > 1
)


@given(labels_of_two, st.integers(0, 1000))
def test_pairs_keep_or_change_the_category(values: list[int], seed: int) -> None:
    labels = np.array(values)
    first, second = pairs_within(labels, seed)
    assert (labels[first] == labels[second]).all()
    assert sorted(second) == list(range(len(labels)))
    alone = np.bincount(labels)[labels] == 1
    assert ((first == second) == alone).all()
    first, second = pairs_across(labels, seed)
    assert (labels[first] != labels[second]).all()


def test_pairs_across_need_two_categories() -> None:
    with pytest.raises(ValueError, match="two categories"):
        pairs_across(np.zeros(5, int), 0)


def test_a_path_starts_and_ends_where_it_should_in_even_steps() -> None:
    path = straight_path(np.array([0.0, 1.0]), np.array([4.0, -1.0]), 4)
    np.testing.assert_allclose(path, [[0, 1], [1, 0.5], [2, 0], [3, -0.5], [4, -1]])


def test_step_changes_show_a_jump() -> None:
    frames = np.zeros((11, 28, 28))
    frames[:, 0, 0] = np.linspace(0, 0.1, 11)
    frames[6:, 5:7, 5:7] = 1
    changes = step_changes(frames)
    assert len(changes) == 10
    assert changes.argmax() == 5
    result = smoothness(changes)
    assert result.median == pytest.approx(0.01)
    assert result.largest == pytest.approx(2, rel=1e-3)
    assert result.median < result.percentile_99 <= result.largest


def test_ends_are_the_same_rows_for_any_space() -> None:
    points = np.arange(20.0)[:, None]
    ends = list(random_ends(points, 5, seed=3))
    doubled = list(random_ends(2 * points, 5, seed=3))
    assert [(float(2 * a), float(2 * b)) for (a,), (b,) in ends] == [
        (float(a), float(b)) for (a,), (b,) in doubled
    ]
    assert all(a != b for (a,), (b,) in ends)
