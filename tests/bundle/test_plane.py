"""The 2D map: every point decodes; the prior fills in what two numbers do not say."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from toy_bundle import GRID, LATENT, edit_manifest, swap_file

from aemodel.bundle import Bundle, open_bundle, prior
from aemodel.bundle.arrays import write_arrays
from aemodel.bundle.checks import Floats
from aemodel.errors import BundleError

Toys = dict[str, Bundle]
Toy = Callable[..., Path]


def test_grids_and_numbers(toys: Toys) -> None:
    plane = toys["vae"].map
    assert plane.extent == (-4, 4, -3, 3)
    assert plane.variance_kept == 0.25
    assert plane.density.shape == (GRID, GRID)
    assert plane.category_density.shape == (3, GRID, GRID)
    assert plane.density.dtype == np.float32
    assert 0.8 < plane.density.max() <= 1
    peaks = plane.category_density.sum(axis=1).argmax(axis=1)
    assert peaks[0] < peaks[1] < peaks[2]
    with pytest.raises(ValueError, match="read-only"):
        plane.density[0] = 0


def test_a_point_comes_back_to_its_place(toys: Toys) -> None:
    plane = toys["vae"].map
    points = np.random.default_rng(0).uniform(-9, 9, (33, 2)).astype(np.float32)
    latents = plane.decode(points)
    assert latents.shape == (33, LATENT)
    np.testing.assert_allclose(plane.encode(latents), points, atol=1e-5)
    assert plane.decode(np.zeros((0, 2))).shape == (0, LATENT)


def test_without_a_positioned_prior_the_seed_changes_nothing(toys: Toys) -> None:
    plane = toys["full"].map
    assert not plane.filled
    point = [[1.0, 2.0]]
    np.testing.assert_array_equal(plane.decode(point, 1, "cat"), plane.decode(point, 2))


class PlacedPrior:
    """Place in the first two coordinates, first category in the third, noise in the others."""

    conditional = True

    def sample(
        self,
        n: int,
        category: int | None = None,
        temperature: float = 1.0,
        seed: int = 0,
        first: int = 0,
    ) -> Floats:
        return prior.noise(n, LATENT, seed, first=first) * temperature

    def fill(self, places: Floats, weights: Floats, temperature: float, seed: int) -> Floats:
        latents = prior.noise(len(places), LATENT, seed, shared=True) * temperature
        latents[:, :2], latents[:, 2] = places, weights.argmax(axis=1)
        return latents


@pytest.fixture
def placed(toy: Toy, monkeypatch: pytest.MonkeyPatch) -> Bundle:
    """A bundle whose prior can be asked for a place."""
    monkeypatch.setitem(prior.LOADERS, "placed", lambda *_: PlacedPrior())
    folder = toy()
    edit_manifest(folder, prior={"kind": "placed"})
    return open_bundle(folder)


def test_a_positioned_prior_fills_in_from_the_seed(placed: Bundle) -> None:
    plane = placed.map
    assert plane.filled
    points = np.array([[0, 0], [0.1, 0], [5, 5]])
    latents = plane.decode(points, seed=4)
    np.testing.assert_allclose(plane.encode(latents), points, atol=1e-6)
    np.testing.assert_array_equal(latents[0, 3:], latents[2, 3:])
    np.testing.assert_array_equal(latents[1], plane.decode(points[1:2], seed=4)[0])
    assert not np.array_equal(latents, plane.decode(points, seed=5))
    assert (plane.decode(points, 4, "tree")[:, 2] == 2).all()
    assert (plane.decode_plain(points)[:, 2:] == 0).all()


def test_bad_points_are_refused(toys: Toys) -> None:
    plane = toys["vae"].map
    for points in (np.zeros(2), np.zeros((1, 3)), [[np.nan, 0]]):
        with pytest.raises(BundleError, match="points"):
            plane.decode(points)
    with pytest.raises(BundleError, match="seed"):
        plane.decode([[0, 0]], seed=-1)
    with pytest.raises(BundleError, match="did you mean 'cat'"):
        plane.decode([[0, 0]], category="cta")


@pytest.mark.parametrize(
    "block",
    [
        {"variance_kept": 0.5},
        {"extent": [0, 1, 0], "variance_kept": 0.5},
        {"extent": [1, 0, 0, 1], "variance_kept": 0.5},
        {"extent": [0, 1, 0, True], "variance_kept": 0.5},
        {"extent": [0, 1e30, 0, 1], "variance_kept": 0.5},
        {"extent": [0, 1, 0, 1], "variance_kept": 1.5},
        {"extent": [0, 1, 0, 1]},
    ],
)
def test_a_map_that_makes_no_sense_is_refused(toy: Toy, block: dict) -> None:
    folder = toy()
    edit_manifest(folder, map=block)
    with pytest.raises(BundleError, match="map's"):
        open_bundle(folder)


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"density": np.zeros((4, 4))}, "lacks the array 'category_density'"),
        ({"density": np.zeros((4, 4)), "category_density": np.zeros((2, 4, 4))}, "shape"),
        ({"density": np.zeros((4, 4)), "category_density": np.zeros((3, 4, 5))}, "shape"),
        ({"density": np.full((4, 4), 2.0), "category_density": np.zeros((3, 4, 4))}, "between"),
        ({"density": np.full((4, 4), np.nan), "category_density": np.zeros((3, 4, 4))}, "finite"),
        ({"density": np.zeros((0, 4)), "category_density": np.zeros((3, 0, 4))}, "rows"),
        ({"density": np.array([["a"]]), "category_density": np.zeros((3, 1, 1))}, "real numbers"),
    ],
)
def test_grids_that_do_not_fit_are_refused(toy: Toy, arrays: dict, words: str) -> None:
    folder = toy()
    swap_file(folder, "map.npz", write_arrays(arrays))
    with pytest.raises(BundleError, match=words):
        open_bundle(folder)


def test_a_map_without_its_files_is_refused(toy: Toy) -> None:
    folder = toy()
    edit_manifest(folder, files=[])
    with pytest.raises(BundleError, match=r"lacks map_encoder\.tflite"):
        open_bundle(folder)
    edit_manifest(folder, files=[], map=None)
    assert set(open_bundle(folder).missing) >= {"encode", "decode", "sample", "map"}
