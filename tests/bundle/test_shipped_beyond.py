"""Variations, completions and learnt categories of the model that ships."""

import numpy as np
import pytest

from aemodel.bundle import Bundle, list_bundles, open_bundle
from aemodel.bundle.completion import kept
from aemodel.bundle.few_shot import learn_category


@pytest.fixture(scope="module")
def atlas() -> Bundle:
    if "atlas" not in [path.name for path in list_bundles()]:
        pytest.skip("the model atlas is not among the shipped ones")
    return open_bundle("atlas")


def test_variations_keep_the_category_nearby_and_at_any_distance(atlas: Bundle) -> None:
    latent = atlas.sample(1, "cat", seed=3)[1][0]
    for distance in (0.1, 0.5, 1.0):
        latents = atlas.variations(latent, 16, distance, seed=1)[1]
        seen = atlas.classify(latents).argmax(axis=1)
        assert (seen == atlas.categories.index("cat")).mean() > 0.7
    few = atlas.variations(latent, 2, 0.5, seed=1)[1]
    np.testing.assert_allclose(few, atlas.variations(latent, 16, 0.5, seed=1)[1][:2], atol=1e-3)


def test_half_a_sun_is_finished_around_its_ink(atlas: Bundle) -> None:
    ink = atlas.sample(1, "sun", seed=1)[0][0]
    ink[:, 16:] = 0
    images, latents = atlas.complete(ink, 6, seed=1)
    assert (images >= ink).all()
    assert kept(atlas.decode(latents), ink).min() > 0.9
    more = np.maximum(images[:, :, 18:], 0).sum(axis=(1, 2))
    assert (more > 5).any()


def test_a_category_is_learnt_from_five_drawings(atlas: Bundle) -> None:
    shots, _ = atlas.sample(5, "clock", seed=4)
    category = learn_category(atlas, shots, "clock of mine")
    latents = category.sample(atlas, 20, seed=2)[1]
    seen = atlas.classify(latents).argmax(axis=1)
    assert (seen == atlas.categories.index("clock")).mean() > 0.5
