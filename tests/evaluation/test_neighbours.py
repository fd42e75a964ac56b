"""Precision, recall, density, coverage and nearest neighbours on constructed sets."""

import numpy as np
import pytest

from aemodel.evaluation.neighbours import (
    nearest_distances,
    neighbour_radii,
    precision_recall,
    squared_distances,
)


def gaussian(seed: int, n: int = 600, size: int = 4) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(n, size))


def test_squared_distances_match_the_definition() -> None:
    a, b = gaussian(0, 7), gaussian(1, 5)
    expected = ((a[:, None] - b[None]) ** 2).sum(axis=-1)
    np.testing.assert_allclose(squared_distances(a, b), expected, atol=1e-12)


def test_radius_is_the_distance_to_the_kth_other_point() -> None:
    line = np.array([[0.0], [1.0], [3.0], [7.0]])
    np.testing.assert_allclose(neighbour_radii(line, 1), [1, 1, 4, 16])
    np.testing.assert_allclose(neighbour_radii(line, 2), [9, 4, 9, 36])


def test_duplicates_have_radius_zero_and_do_not_hide_one_another() -> None:
    points = np.array([[0.0], [0.0], [5.0]])
    np.testing.assert_allclose(neighbour_radii(points, 1), [0, 0, 25])


def test_radii_do_not_depend_on_the_block_size(monkeypatch: pytest.MonkeyPatch) -> None:
    values = gaussian(2, 50)
    whole = neighbour_radii(values, 3)
    result = precision_recall(values, gaussian(3, 40))
    monkeypatch.setattr("aemodel.evaluation.neighbours._BLOCK", 7)
    np.testing.assert_allclose(neighbour_radii(values, 3), whole)
    assert precision_recall(values, gaussian(3, 40)) == pytest.approx(result)


def test_the_same_distribution_scores_near_one() -> None:
    result = precision_recall(gaussian(4), gaussian(5))
    assert result.precision > 0.85
    assert result.recall > 0.85
    assert result.density == pytest.approx(1, abs=0.1)
    assert result.coverage == pytest.approx(1 - 0.5**3, abs=0.05)  # the paper's expectation


def test_samples_far_away_score_zero() -> None:
    assert tuple(precision_recall(gaussian(6), gaussian(7) + 100)) == (0, 0, 0, 0)


def test_one_repeated_mode_is_precise_but_recalls_little() -> None:
    real = np.concatenate([gaussian(8, 300), gaussian(9, 300) + 50])
    result = precision_recall(real, gaussian(10))
    assert result.precision > 0.8
    assert result.recall < 0.5
    assert result.coverage < 0.55


def test_wide_samples_recall_all_but_are_imprecise() -> None:
    real = gaussian(11)
    samples = np.concatenate([gaussian(12, 300), 30 * gaussian(13, 300)])
    result = precision_recall(real, samples)
    assert result.recall > 0.75
    assert result.precision < 0.6


def test_a_lone_outlier_inflates_precision_but_hardly_density() -> None:
    """The case that density was made for: one real outlier covers all samples."""
    real = np.concatenate([gaussian(14, 400), [[100.0, 0, 0, 0]]])
    samples = gaussian(15, 400) + np.array([50.0, 0, 0, 0])
    result = precision_recall(real, samples)
    assert result.precision > 0.9
    assert result.density < 0.5


def test_too_few_drawings_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        precision_recall(gaussian(0, 3), gaussian(1))


def test_nearest_distance_finds_the_planted_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    references, queries = gaussian(16, 100, 9), gaussian(17, 30, 9)
    queries[4] = references[90]
    brute = np.sqrt(((queries[:, None] - references[None]) ** 2).sum(-1)).min(1)
    np.testing.assert_allclose(nearest_distances(queries, references), brute, atol=2e-3)
    monkeypatch.setattr("aemodel.evaluation.neighbours._BLOCK", 3)
    distances = nearest_distances(queries, references)
    np.testing.assert_allclose(distances, brute, atol=2e-3)
    assert distances[4] < 2e-3
