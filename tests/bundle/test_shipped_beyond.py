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
    latents = atlas.sample(8, "cat", seed=3)[1]
    own = atlas.classify(latents).argmax(axis=1)
    for distance in (0.1, 0.5, 1.0):
        same = [
            (
                atlas.classify(atlas.variations(one, 16, distance, seed=1)[1]).argmax(1) == seen
            ).mean()
            for one, seen in zip(latents, own, strict=True)
        ]
        assert np.mean(same) > 0.7
    latent = latents[0]
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


def test_noise_hides_what_is_drawn_and_is_taken_away(atlas: Bundle) -> None:
    drawings, _ = atlas.sample(60, temperature=0.85, seed=6)
    seen = atlas.classify(atlas.encode(drawings)[0]).argmax(axis=1)

    def kept_share(images: np.ndarray) -> float:
        return float((atlas.classify(atlas.encode(images)[0]).argmax(axis=1) == seen).mean())

    noise = 0.3 * np.random.default_rng(1).standard_normal(drawings.shape)
    noisy = np.clip(drawings + noise, 0, 1).astype(np.float32)
    cleaned = atlas.clean(noisy, 0.3)
    assert np.abs(cleaned - drawings).mean() < 0.35 * np.abs(noisy - drawings).mean()
    assert kept_share(noisy) < 0.2
    assert kept_share(cleaned) > 0.9
    assert np.array_equal(atlas.clean(drawings, 0), drawings)
