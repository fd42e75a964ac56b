"""Categories of one's own."""

import numpy as np
import pytest

from aemodel.bundle import Bundle
from aemodel.bundle.arrays import write_arrays
from aemodel.bundle.few_shot import LearnedCategory, learn_category
from aemodel.errors import BundleError

Toys = dict[str, Bundle]


@pytest.fixture
def rings(toys: Toys, drawings: np.ndarray) -> LearnedCategory:
    return learn_category(toys["full"], drawings[:5], "  my   rings ")


def test_cold_samples_are_the_examples_redrawn(
    toys: Toys, rings: LearnedCategory, drawings: np.ndarray
) -> None:
    _, latents = rings.sample(toys["full"], 30, temperature=0, seed=1)
    both = np.concatenate([drawings[:5], drawings[:5, :, ::-1]])
    examples = toys["full"].encode(both)[0]
    apart = np.linalg.norm(latents[:, None] - examples[None], axis=2)
    np.testing.assert_allclose(apart.min(axis=1), 0, atol=1e-4)
    assert len(np.unique(apart.argmin(axis=1))) > 5


def test_samples_are_new_but_near(toys: Toys, rings: LearnedCategory) -> None:
    model = toys["full"]
    examples = rings.latents.reshape(-1, rings.latents.shape[2])
    _, latents = rings.sample(model, 40, seed=1)
    near = np.linalg.norm(latents[:, None] - examples[None], axis=2).min(axis=1)
    random = model.sample(40, seed=1)[1]
    far = np.linalg.norm(random[:, None] - examples[None], axis=2).min(axis=1)
    assert near.min() > 0
    assert np.median(near) < np.median(far)
    few = rings.sample(model, 5, seed=1)[1]
    np.testing.assert_array_equal(latents[:5], few)
    for name in ("full", "filled") if "filled" in toys else ("full",):
        own = learn_category(toys[name], np.rint(rings.images).astype(np.uint8), "ring")
        whole = own.sample(toys[name], 9, seed=4)[1]
        later = own.sample(toys[name], 3, seed=4, first=6)[1]
        np.testing.assert_allclose(later, whole[6:], atol=1e-4)


def test_it_is_stored_as_plain_data(toys: Toys, rings: LearnedCategory) -> None:
    again = LearnedCategory.from_bytes(rings.to_bytes())
    assert (again.name, again.model) == ("my rings", "full")
    np.testing.assert_array_equal(again.latents, rings.latents)


@pytest.mark.parametrize(
    "content",
    [
        b"nothing",
        write_arrays({"latents": np.zeros((2, 5, 4), np.float32)}),
        write_arrays({"name": np.zeros(2, np.uint8), "model": np.zeros(2, np.uint8)}),
    ],
)
def test_damaged_data_are_refused_in_words(content: bytes) -> None:
    with pytest.raises(BundleError):
        LearnedCategory.from_bytes(content)


def test_what_cannot_be_learnt_is_refused_in_words(
    toys: Toys, rings: LearnedCategory, drawings: np.ndarray
) -> None:
    with pytest.raises(BundleError, match="five or more"):
        learn_category(toys["full"], drawings[:1], "ring")
    with pytest.raises(BundleError, match="name"):
        learn_category(toys["full"], drawings, " ")
    with pytest.raises(BundleError, match="learn it again"):
        rings.sample(toys["vae"], 3)
    lonely = learn_category(toys["ae"], drawings, "ring")
    with pytest.raises(BundleError, match="no prior"):
        lonely.sample(toys["ae"], 3)


def test_the_drawings_come_along_for_another_model(
    toys: Toys, rings: LearnedCategory, drawings: np.ndarray
) -> None:
    again = LearnedCategory.from_bytes(rings.to_bytes())
    assert again.images is not None and again.images.dtype == np.uint8
    np.testing.assert_allclose(again.images / 255, drawings[:5], atol=0.51 / 255)
    elsewhere = learn_category(toys["vae"], again.images, again.name)
    assert elsewhere.model == "vae"


@pytest.mark.parametrize("shape", [(4, 28, 28), (5, 27, 28), (5, 784)])
def test_drawings_that_do_not_fit_are_refused(rings: LearnedCategory, shape: tuple) -> None:
    odd = LearnedCategory(rings.name, rings.model, rings.latents, np.zeros(shape, np.uint8))
    with pytest.raises(BundleError, match="do not fit"):
        LearnedCategory.from_bytes(odd.to_bytes())
