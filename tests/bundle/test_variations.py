"""Variations of a doodle, and moves by the prior."""

import numpy as np
import pytest
from toy_bundle import LATENT

from aemodel.bundle import Bundle
from aemodel.errors import BundleError

Toys = dict[str, Bundle]


@pytest.fixture
def latent(toys: Toys, drawings: np.ndarray) -> np.ndarray:
    return toys["full"].sample(1, category="tree", seed=2)[1][0]


@pytest.mark.parametrize("kind", ["vae", "full"])
def test_distance_goes_from_the_doodle_itself_to_others(
    toys: Toys, latent: np.ndarray, kind: str
) -> None:
    model = toys[kind]
    moved = [
        np.linalg.norm(model.variations(latent, 20, distance, seed=1)[1] - latent, axis=1).mean()
        for distance in (0.0, 0.2, 0.5, 1.0)
    ]
    assert moved[0] == 0
    assert moved == sorted(moved)


def test_the_whole_distance_gives_samples_of_its_category(toys: Toys, latent: np.ndarray) -> None:
    model = toys["full"]
    images, latents = model.variations(latent, 8, 1.0, seed=5)
    expected_images, expected = model.sample(8, category="tree", seed=5)
    np.testing.assert_allclose(latents, expected, atol=1e-5)
    np.testing.assert_allclose(images, expected_images, atol=1e-4)


def test_a_move_leaves_the_prior_as_it_is(toys: Toys) -> None:
    model = toys["vae"]
    _, latents = model.sample(1500, seed=3)
    moved = model.wander(latents, 0.4, seed=4)
    assert abs(moved.var() - 1) < 4 * np.sqrt(2 / moved.size)
    assert 0.7 < (moved * latents).mean() < 0.9


@pytest.mark.parametrize("kind", ["vae", "full"])
def test_a_variation_depends_on_seed_and_index_alone(
    toys: Toys, latent: np.ndarray, kind: str
) -> None:
    few = toys[kind].variations(latent, 3, 0.4, seed=7)[1]
    np.testing.assert_array_equal(toys[kind].variations(latent, 9, 0.4, seed=7)[1][:3], few)
    assert not np.array_equal(toys[kind].variations(latent, 3, 0.4, seed=8)[1], few)


@pytest.mark.parametrize("distance", [-0.1, 1.1, float("nan"), "far", True])
def test_a_bad_distance_is_refused_in_words(
    toys: Toys, latent: np.ndarray, distance: object
) -> None:
    with pytest.raises(BundleError, match="distance"):
        toys["vae"].variations(latent, 2, distance)


def test_a_model_without_prior_says_why(toys: Toys) -> None:
    for call in (toys["ae"].variations, lambda row, n: toys["ae"].wander(row[None], 0.5)):
        with pytest.raises(BundleError, match="no prior"):
            call(np.zeros(LATENT), 2)
