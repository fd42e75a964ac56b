"""The denoiser of a bundle, on networks whose answers are known."""

import numpy as np
import pytest
from numpy.typing import NDArray

from aemodel.bundle.denoiser import STEPS, Denoiser, load_denoiser

Floats = NDArray[np.float32]
DRAWING = -np.ones((28, 28), np.float32)
DRAWING[9:12, 4:24] = 1


class Knowing:
    """Knows the one drawing there is; writes down what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Floats]] = []

    def __call__(self, **inputs: Floats) -> dict[str, Floats]:
        self.asked.append(inputs)
        return {"logits": 60 * np.repeat(DRAWING[None], len(inputs["noisy"]), axis=0)}


def disturbed(noise: float) -> Floats:
    random = np.random.default_rng(0)
    return ((DRAWING + 1) / 2 + noise * random.standard_normal((5, 28, 28))).astype(np.float32)


@pytest.mark.parametrize("noise", [0.05, 0.4, 1.0])
def test_noise_is_told_to_the_network_as_it_learnt_it(noise: float) -> None:
    """At the time that it is given, what is not drawing is noise of standard deviation 1."""
    network = Knowing()
    Denoiser(network).clean(disturbed(noise), noise)  # type: ignore[arg-type]
    for asked in network.asked:
        time = asked["time"][0]
        left = (asked["noisy"] - time * DRAWING) / (1 - time)
        assert left.std() == pytest.approx(1, abs=0.05)


def test_what_the_network_knows_is_what_comes_out() -> None:
    network = Knowing()
    cleaned = Denoiser(network).clean(disturbed(0.3), 0.3)  # type: ignore[arg-type]
    assert np.allclose(cleaned, (DRAWING + 1) / 2, atol=1e-5)


def test_the_network_sees_its_former_answer_and_rising_times() -> None:
    network = Knowing()
    Denoiser(network).clean(disturbed(0.5), 0.5)  # type: ignore[arg-type]
    times = [float(asked["time"][0]) for asked in network.asked]
    assert np.allclose(times, np.linspace(0.5, 1, STEPS + 1)[:-1])
    assert not network.asked[0]["previous"].any()
    for asked in network.asked[1:]:
        assert np.allclose(asked["previous"], DRAWING)


def test_nothing_to_clean_is_nothing() -> None:
    assert Denoiser(Knowing()).clean(disturbed(0.1)[:0], 0.1).shape == (0, 28, 28)  # type: ignore[arg-type]


def test_a_bundle_need_not_have_one() -> None:
    assert load_denoiser({}) is None
