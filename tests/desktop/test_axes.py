"""Principal directions."""

import numpy as np
import pytest
from toy_bundle import write_toy

from aemodel.bundle.runtime import open_bundle
from desktop.map.axes import model_axes, principal_axes


def cloud() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(5)
    turn, _ = np.linalg.qr(rng.standard_normal((6, 6)))
    scales = np.array([5, 3, 1, 0.5, 0.1, 0])
    return rng.standard_normal((20_000, 6)) * scales @ turn.T + 7, turn


def test_directions_and_spreads_of_a_known_cloud_are_found() -> None:
    latents, turn = cloud()
    axes = principal_axes(latents)
    assert len(axes) == 5, "along the sixth nothing varies"
    np.testing.assert_allclose(np.abs(axes.directions @ turn[:, :5]), np.eye(5), atol=0.05)
    np.testing.assert_allclose(axes.sigma, [5, 3, 1, 0.5, 0.1], rtol=0.03)
    np.testing.assert_allclose(axes.share[:3], np.array([25, 9, 1]) / 35.26, rtol=0.05)


def test_moving_sets_coordinates_and_leaves_the_rest() -> None:
    latents, _ = cloud()
    axes = principal_axes(latents)
    latent = latents[0].astype(np.float32)
    moved = axes.moved(latent, {0: 1.5, 2: -2.0})
    at = axes.coordinates(moved)
    assert at[0] == pytest.approx(1.5, abs=1e-4) and at[2] == pytest.approx(-2, abs=1e-4)
    others = [1, 3, 4]
    np.testing.assert_allclose(at[others], axes.coordinates(latent)[others], atol=1e-4)
    np.testing.assert_allclose(axes.rest(moved, (0, 2)), axes.rest(latent, (0, 2)), atol=1e-4)


def test_too_few_latents_are_refused() -> None:
    with pytest.raises(ValueError, match="two"):
        principal_axes(np.zeros((1, 4)))


def test_axes_of_a_model_are_the_same_every_time(tmp_path) -> None:
    bundle = open_bundle(write_toy(tmp_path / "full", "full"))
    one, two = model_axes(bundle), model_axes(bundle)
    np.testing.assert_array_equal(one.directions, two.directions)
    assert 1 < len(one) <= bundle.latent_size
    assert (np.diff(one.share) <= 0).all() and 0 < one.share.sum() <= 1 + 1e-5
    np.testing.assert_allclose(one.directions @ one.directions.T, np.eye(len(one)), atol=1e-4)
