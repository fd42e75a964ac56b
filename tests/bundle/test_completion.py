"""Completions keep the ink, are several, and are the same again."""

import numpy as np
import pytest

from aemodel.bundle import Bundle
from aemodel.bundle.completion import kept, spread
from aemodel.errors import BundleError

Toys = dict[str, Bundle]


@pytest.fixture(scope="module")
def half(drawings: np.ndarray) -> np.ndarray:
    ink = drawings[0].copy()
    ink[14:] = 0
    return ink


def test_spread_thickens_by_one_pixel() -> None:
    dot = np.zeros((1, 28, 28), np.float32)
    dot[0, 0, 5] = 0.7
    thick = spread(dot)
    assert (thick[0, :2, 4:7] == np.float32(0.7)).all()
    assert thick.sum() == pytest.approx(6 * 0.7)


def test_kept_forgives_one_pixel_and_no_more(half: np.ndarray) -> None:
    pictures = np.stack([half, np.roll(half, 1, axis=1), np.roll(half, 9, axis=1), 0 * half])
    shares = kept(pictures, half)
    assert shares[0] == shares[1] == pytest.approx(1)
    assert shares[2] < 0.6
    assert shares[3] == 0


@pytest.mark.parametrize("kind", ["vae", "full"])
def test_completions_hold_the_ink_and_differ(toys: Toys, half: np.ndarray, kind: str) -> None:
    images, latents = toys[kind].complete(half, 4, seed=1)
    assert images.shape == (4, 28, 28)
    assert (images >= half).all()
    assert images.max() <= 1
    assert len(np.unique(latents[:, 0])) == 4
    random = toys[kind].sample(40, seed=1)[0]
    assert kept(toys[kind].decode(latents), half).min() > kept(random, half).mean()


def test_the_same_seed_gives_the_same_completions(toys: Toys, half: np.ndarray) -> None:
    first, again, other = (toys["full"].complete(half, 3, seed=seed)[1] for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("n", [0, 1, 64])
def test_any_number_of_any_picture(toys: Toys, n: int) -> None:
    images, latents = toys["vae"].complete(np.zeros((28, 28), np.float32), n)
    assert len(images) == len(latents) == n


def test_what_cannot_be_completed_is_refused_in_words(toys: Toys, half: np.ndarray) -> None:
    with pytest.raises(BundleError, match="shape"):
        toys["vae"].complete(half[:20], 2)
    with pytest.raises(BundleError, match="At most 64"):
        toys["vae"].complete(half, 65)
    with pytest.raises(BundleError, match="no prior"):
        toys["ae"].complete(half, 2)
