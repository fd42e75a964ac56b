"""The pixel flow of a bundle, on networks whose answers are known."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from aemodel.bundle.pixel_flow import PixelFlow, load_pixel_flow
from aemodel.errors import BundleError

Floats = NDArray[np.float32]
CATEGORIES = 3
SETTINGS: dict[str, Any] = {
    "steps": 5,
    "guidance": 1.0,
    "guidance_from": 0.0,
    "noise_scale": 1.0,
}


def pictures() -> Floats:
    """One for each category, and plain paper for any: (4, 28, 28), ink at 1, paper at -1."""
    known = -np.ones((CATEGORIES + 1, 28, 28), np.float32)
    for category in range(CATEGORIES):
        known[category, 5 + 4 * category] = 1
    return known


class Knowing:
    """Takes whatever it sees for the picture of the category; writes down what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Floats]] = []

    def __call__(self, **inputs: Floats) -> dict[str, Floats]:
        self.asked.append(inputs)
        return {"logits": 60 * pictures()[inputs["category"].astype(int)]}


class Blurring(Knowing):
    """Takes what it sees for itself: what is drawn depends on the noise."""

    def __call__(self, **inputs: Floats) -> dict[str, Floats]:
        super().__call__(**inputs)
        return {"logits": 2 * inputs["noisy"]}


def flow(network: Knowing, **settings: Any) -> PixelFlow:
    return PixelFlow(network, CATEGORIES, **{**SETTINGS, **settings})  # type: ignore[arg-type]


@pytest.mark.parametrize("steps", [1, 2, 12])
def test_a_network_that_knows_the_drawing_gets_it_drawn(steps: int) -> None:
    drawn = flow(Knowing(), steps=steps).sample(4, category=1, seed=3)
    assert np.allclose(drawn, (pictures()[1] + 1) / 2, atol=1e-6)


def test_without_a_category_each_row_gets_one() -> None:
    drawn = flow(Knowing()).sample(60, seed=3)
    rows = {int(image.sum(axis=1).argmax()) for image in drawn}
    assert rows == {5, 9, 13}


def test_the_network_sees_its_former_answer_and_rising_times() -> None:
    network = Knowing()
    flow(network, steps=4).sample(2, category=0, seed=1)
    assert [float(asked["time"][0]) for asked in network.asked] == [0, 0.25, 0.5, 0.75]
    assert not network.asked[0]["previous"].any()
    for asked in network.asked[1:]:
        assert np.array_equal(asked["previous"], pictures()[[0, 0]])


def test_guidance_leads_away_from_any_category_and_begins_at_its_time() -> None:
    network = Knowing()
    guided = flow(network, steps=4, guidance=1.5, guidance_from=0.5)
    drawn = guided.sample(2, category=0, seed=1)
    kinds = [int(asked["category"][0]) for asked in network.asked]
    assert kinds == [0, 0, 0, CATEGORIES, 0, CATEGORIES]
    assert np.allclose(drawn, (pictures()[0] + 1) / 2, atol=1e-6)  # no darker than ink
    assert np.array_equal(network.asked[-1]["previous"], pictures()[[CATEGORIES] * 2])


def test_a_drawing_depends_on_seed_and_place_alone() -> None:
    many = flow(Blurring()).sample(6, seed=9)
    assert np.array_equal(flow(Blurring()).sample(3, seed=9), many[:3])
    assert np.array_equal(flow(Blurring()).sample(2, seed=9, first=4), many[4:])
    assert not np.allclose(flow(Blurring()).sample(6, seed=10), many)
    assert len(np.unique(many.reshape(6, -1), axis=0)) == 6


def test_temperature_scales_the_noise() -> None:
    wide = flow(Blurring()).sample(2, category=0, temperature=0.5, seed=1)
    narrow = flow(Blurring(), noise_scale=0.5).sample(2, category=0, seed=1)
    assert np.array_equal(wide, narrow)
    assert np.allclose(flow(Blurring()).sample(1, temperature=0.0), 0.5)


class Denoising(Knowing):
    """Knows the one drawing there is and, from the time, how much noise there has to be."""

    drawing = pictures()[2]

    def __call__(self, **inputs: Floats) -> dict[str, Floats]:
        super().__call__(**inputs)
        time = inputs["time"][0]
        self.noise = (inputs["noisy"] - time * self.drawing) / (1 - time)
        return {"logits": 60 * np.stack([self.drawing] * len(inputs["noisy"]))}


@pytest.mark.parametrize("noise", [0.05, 0.4, 1.0])
def test_noise_is_told_to_the_network_as_it_learnt_it(noise: float) -> None:
    """At the time that it is given, what is not drawing is noise of standard deviation 1."""
    network = Denoising()
    drawing = (network.drawing + 1) / 2
    disturbed = drawing + noise * np.random.default_rng(0).standard_normal((5, 28, 28))
    cleaned = flow(network, guidance=2.0).clean(disturbed.astype(np.float32), noise)
    assert np.allclose(cleaned, drawing, atol=1e-6)
    assert {int(asked["category"][0]) for asked in network.asked} == {CATEGORIES}
    first = Denoising()
    first(**network.asked[0])
    assert first.noise.std() == pytest.approx(1, abs=0.05)


def test_none_asked_for_none_drawn() -> None:
    assert flow(Knowing()).sample(0, seed=1).shape == (0, 28, 28)


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ({"pixels": 3}, "block of settings"),
        ({"pixels": {"steps": 4}}, "lacks pixels.tflite"),
    ],
)
def test_a_bundle_that_lacks_something_is_refused(block: dict[str, Any], words: str) -> None:
    with pytest.raises(BundleError, match=words):
        load_pixel_flow(block, {}, CATEGORIES)


def test_a_bundle_need_not_have_one() -> None:
    assert load_pixel_flow({"kind": "flow"}, {}, CATEGORIES) is None
