"""A drawing that is read again is redrawn at least as well, and no model has to."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aemodel.bundle import Bundle, open_bundle
from aemodel.bundle.refinement import parse_refinement
from aemodel.errors import BundleError
from aemodel.models.refinement import Refinement, cross_entropy, refine

Pixels = np.ndarray[Any, np.dtype[np.float32]]


def draw(latents: Pixels) -> Pixels:
    """Each number of a latent (n, 784) is the logit of a pixel."""
    return np.asarray(1 / (1 + np.exp(-latents)), np.float32).reshape(-1, 28, 28)


def read_roughly(images: Pixels) -> Pixels:
    """Logits, each of them a third too small."""
    flat = np.clip(images, 0.02, 0.98).reshape(len(images), -1)
    return np.asarray(np.log(flat / (1 - flat)) / 1.5, np.float32)


def test_reading_again_finds_what_a_rough_encoder_meant(drawings: np.ndarray) -> None:
    clean = draw(read_roughly(drawings) * 1.5)
    first = read_roughly(clean)
    costs = [cross_entropy(clean, draw(first)).mean()]
    for passes in (1, 2, 8):
        redrawn, latents = refine(clean, first, read_roughly, draw, Refinement(passes, 0.8))
        np.testing.assert_array_equal(redrawn, draw(latents))
        costs.append(cross_entropy(clean, redrawn).mean())
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] - cross_entropy(clean, clean).mean() < 0.02 * (costs[0] - costs[-1])


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**31), st.integers(1, 4), st.floats(0.1, 1.0))
def test_no_drawing_gets_worse_whatever_the_encoder_says(
    seed: int, passes: int, rate: float
) -> None:
    rng = np.random.default_rng(seed)
    images = rng.random((3, 28, 28), np.float32)
    first = rng.standard_normal((3, 784)).astype(np.float32)

    def nonsense(drawn: Pixels) -> Pixels:
        return rng.standard_normal((len(drawn), 784)).astype(np.float32)

    redrawn, latents = refine(images, first, nonsense, draw, Refinement(passes, rate))
    assert (cross_entropy(images, redrawn) <= cross_entropy(images, draw(first))).all()
    np.testing.assert_array_equal(redrawn, draw(latents))


def test_a_model_without_refinement_reads_once(
    toys: dict[str, Bundle], drawings: np.ndarray
) -> None:
    redrawn, latents = toys["vae"].redraw(drawings)
    np.testing.assert_array_equal(latents, toys["vae"].encode(drawings)[0])
    np.testing.assert_array_equal(redrawn, toys["vae"].decode(latents))


def with_refinement(folder: Path, block: object) -> Path:
    path = folder / "model.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"refinement": block}))
    return folder


def test_a_bundle_says_how_often_its_drawings_are_read(toy: Any, drawings: np.ndarray) -> None:
    model = open_bundle(with_refinement(toy("vae"), {"passes": 3, "rate": 0.5}))
    assert model.refinement == Refinement(3, 0.5)
    redrawn, latents = model.redraw(drawings)
    once = model.decode(model.encode(drawings)[0])
    assert (cross_entropy(drawings, redrawn) <= cross_entropy(drawings, once)).all()
    np.testing.assert_allclose(redrawn, model.decode(latents), atol=1e-5)
    assert len(model.redraw(drawings[:0])[0]) == 0


@pytest.mark.parametrize(
    "block",
    [{}, {"passes": 0, "rate": 0.5}, {"passes": 11, "rate": 0.5}, {"passes": True, "rate": 0.5},
     {"passes": 2, "rate": 0}, {"passes": 2, "rate": 1.5}, {"passes": 2, "rate": "1"}],
)  # fmt: skip
def test_a_refinement_that_cannot_be_is_refused(block: dict[str, Any], toy: Any) -> None:
    with pytest.raises(BundleError, match="refinement"):
        parse_refinement(block)
    with pytest.raises(BundleError, match="refinement"):
        open_bundle(with_refinement(toy("vae"), block))
