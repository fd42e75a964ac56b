"""Sketches chosen among several, by a judge of known taste."""

from pathlib import Path

import numpy as np
import pytest
from toy_bundle import CATEGORIES, edit_manifest, swap_file, write_toy
from toy_graphs import GraphWriter

from aemodel.bundle import open_bundle
from aemodel.bundle.judge import JUDGE, MOST_CANDIDATES
from aemodel.bundle.runtime import Bundle
from aemodel.errors import BundleError

EACH = 5


def judge_graph(ink: float) -> bytes:
    """Grades by the share of ink, whatever the category."""
    graph = GraphWriter()
    image = graph.input("image", (28, 28))
    category = graph.reshape(graph.input("category", ()), (1,))
    by_ink = graph.dense(image, np.full((1, 784), ink / 784), np.zeros(1))
    grade = graph.add(by_ink, graph.dense(category, np.zeros((1, 1)), np.zeros(1)))
    return graph.finish({"grade": graph.reshape(grade, ())})


def judged(folder: Path, ink: float, good_enough: float, **more: float) -> Bundle:
    write_toy(folder, "filled")
    swap_file(folder, JUDGE, judge_graph(ink))
    prior = {"kind": "flow", "steps": 8, "candidates": EACH, "good_enough": good_enough}
    edit_manifest(folder, prior=prior | more)
    return open_bundle(folder)


def all_candidates(folder: Path, n: int, category: str | None, seed: int) -> np.ndarray:
    """The pictures (n, EACH, 28, 28) among which a judge may choose."""
    plain = open_bundle(write_toy(folder, "filled"))
    index = None if category is None else CATEGORIES.index(category)
    wanted = plain._prior.categories_of(n, index, seed)
    latents = plain._prior.rows(np.arange(n * EACH), np.repeat(wanted, EACH), 1.0, seed)
    return plain.decode(latents).reshape(n, EACH, 28, 28)


@pytest.mark.parametrize("category", ["cat", "tree", None])
def test_the_first_that_is_good_enough_or_else_the_best(
    tmp_path: Path, category: str | None
) -> None:
    every = all_candidates(tmp_path / "plain", 20, category, 3)
    ink = every.mean(axis=(2, 3))
    enough = float(np.quantile(ink, 0.85))
    model = judged(tmp_path / "model", 1.0, enough)
    images, latents = model.sample(20, category, seed=3)
    good = ink >= enough
    expected = np.where(good.any(axis=1), good.argmax(axis=1), ink.argmax(axis=1))
    assert not good.any(axis=1).all() and len(set(expected.tolist())) > 3
    np.testing.assert_allclose(images, every[np.arange(20), expected], atol=1e-5)
    np.testing.assert_allclose(model.decode(latents), images, atol=1e-5)


def test_a_judge_that_sees_no_difference_takes_the_first(tmp_path: Path) -> None:
    model = judged(tmp_path / "model", 0.0, 0.5)
    first = all_candidates(tmp_path / "plain", 6, "dog", 5)[:, 0]
    np.testing.assert_allclose(model.sample(6, "dog", seed=5)[0], first, atol=1e-5)


def test_candidates_are_drawn_more_wildly(tmp_path: Path) -> None:
    plain = open_bundle(write_toy(tmp_path / "plain", "filled"))
    latents = plain._prior.rows(np.arange(6) * EACH, np.full(6, 1), 1.5 * 0.8, 5)
    model = judged(tmp_path / "model", 0.0, 0.5, candidate_temperature=1.5)
    sampled = model.sample(6, CATEGORIES[1], temperature=0.8, seed=5)[1]
    np.testing.assert_allclose(sampled, latents, atol=1e-5)


@pytest.mark.parametrize("category", ["dog", None])
def test_a_sample_depends_on_the_seed_and_its_number_alone(
    tmp_path: Path, category: str | None
) -> None:
    model = judged(tmp_path / "model", 1.0, 0.5)
    every = model.sample(300, category, seed=8)[1]
    np.testing.assert_allclose(model.sample(3, category, seed=8, first=4)[1], every[4:7], atol=1e-5)
    late = model.sample(2, category, seed=8, first=298)[1]
    np.testing.assert_allclose(late, every[298:], atol=1e-5)
    assert model.sample(0, category)[0].shape == (0, 28, 28)


def test_candidates_of_any_category_are_of_one_category(tmp_path: Path) -> None:
    """Else the category that is liked best would come most often."""
    model = judged(tmp_path / "model", 1.0, 1.0)
    wanted = model._prior.categories_of(60, None, 2)
    latents = model.sample(60, None, seed=2)[1]
    assert len(set(wanted.tolist())) == 3
    # Latent 2 of the toy is the category.
    np.testing.assert_allclose(latents[:, 2], 2 * wanted - 2, atol=0.5)


def test_the_prior_alone_where_nobody_is_to_choose(tmp_path: Path) -> None:
    model = judged(tmp_path / "model", 1.0, 1.0)
    plain = open_bundle(write_toy(tmp_path / "plain", "filled"))
    assert model.candidates == EACH and plain.candidates == 1
    expected = plain.sample(4, "cat", seed=1)[1]
    np.testing.assert_allclose(model.sample(4, "cat", seed=1, judged=False)[1], expected, atol=1e-5)
    assert not np.allclose(model.sample(4, "cat", seed=1)[1], expected, atol=0.1)


@pytest.mark.parametrize("candidates", [0, MOST_CANDIDATES + 1, 2.0, True, "4", None])
def test_numbers_of_candidates_that_cannot_be(tmp_path: Path, candidates: object) -> None:
    write_toy(tmp_path, "filled")
    edit_manifest(tmp_path, prior={"kind": "flow", "steps": 8, "candidates": candidates})
    with pytest.raises(BundleError, match="from 1 to 16"):
        open_bundle(tmp_path)


def test_a_grade_that_cannot_be_good_enough(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="'good_enough' must be a number from 0 to 1"):
        judged(tmp_path, 1.0, 1.5)


def test_a_judge_that_is_missing(tmp_path: Path) -> None:
    write_toy(tmp_path, "filled")
    edit_manifest(tmp_path, prior={"kind": "flow", "steps": 8, "candidates": 2})
    with pytest.raises(BundleError, match=r"lacks judge\.tflite"):
        open_bundle(tmp_path)
