"""The flow prior, on a velocity field whose flow is known in closed form."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from aemodel.bundle import open_bundle
from aemodel.bundle.flow import FlowPrior, load_flow
from aemodel.bundle.flow_path import flow_path
from aemodel.errors import BundleError

Floats = NDArray[np.float32]
SIZE, CATEGORIES = 3, 2


class PullToCentres:
    """Velocities that carry noise to N(centre, spread^2) along straight paths.

    The marginal velocity of flow matching between N(0, I) and N(c, s^2 I) at time t is
    c + ((t s^2 - (1 - t)) / ((1 - t)^2 + t^2 s^2)) (x - t c).
    """

    centres = np.array([[2.0, 0.0, 0.0], [0.0, -2.0, 0.0], [0.0, 0.0, 0.0]], np.float32)
    spread = 0.5

    def __call__(self, **inputs: Floats) -> dict[str, Floats]:
        t = inputs["time"][:, None]
        centre = self.centres[inputs["category"].astype(int)]
        variance = (1 - t) ** 2 + (t * self.spread) ** 2
        slope = (t * self.spread**2 - (1 - t)) / variance
        return {"velocity": (centre + slope * (inputs["latent"] - t * centre)).astype(np.float32)}


def make_prior(**options: Any) -> FlowPrior:
    ones = np.ones(SIZE, np.float32)
    graph = PullToCentres()
    return FlowPrior(graph, 0 * ones, ones, CATEGORIES, **{"steps": 20, **options})  # type: ignore[arg-type]


def test_samples_have_the_moments_of_the_category() -> None:
    latents = make_prior().sample(3000, category=1, seed=4)
    assert np.allclose(latents.mean(axis=0), [0, -2, 0], atol=0.05)
    assert np.allclose(latents.std(axis=0), 0.5, atol=0.03)


def test_a_sample_depends_on_seed_and_place_alone() -> None:
    prior = make_prior()
    assert np.array_equal(prior.sample(3, seed=9), prior.sample(8, seed=9)[:3])
    assert not np.allclose(prior.sample(3, seed=9), prior.sample(3, seed=10))


@pytest.mark.parametrize("category", [None, 1])
def test_samples_go_on_from_any_place(category: int | None) -> None:
    prior = make_prior()
    whole = prior.sample(10, category, seed=9)
    assert np.array_equal(prior.sample(6, category, seed=9, first=4), whole[4:])


def test_temperature_scales_the_noise() -> None:
    wide = make_prior().sample(500, category=0, temperature=0.5, seed=1)
    narrow = make_prior(noise_scale=0.5).sample(500, category=0, seed=1)
    assert np.allclose(wide, narrow, atol=1e-6)
    assert np.allclose(make_prior().sample(1, category=0, temperature=0.0), [[2, 0, 0]], atol=1e-3)


def test_guidance_moves_away_from_the_unconditional() -> None:
    plain = make_prior().sample(200, category=0, seed=2).mean(axis=0)
    guided = make_prior(guidance=2.0).sample(200, category=0, seed=2).mean(axis=0)
    assert guided[0] > plain[0] + 1


class PullToTheMiddle(PullToCentres):
    """A weaker network, whose categories lie half as far out."""

    centres = PullToCentres.centres / 2


def test_weak_guidance_moves_away_from_the_weaker_network() -> None:
    plain = make_prior().sample(200, category=0, seed=2)
    same = make_prior(weak=PullToCentres(), weak_guidance=2.0).sample(200, category=0, seed=2)
    led = make_prior(weak=PullToTheMiddle(), weak_guidance=2.0)
    assert np.allclose(same, plain, atol=1e-5)
    # (c + slope (x - t c)) twice less once with c / 2: the centre is half as far out again.
    assert np.allclose(
        led.sample(200, category=0, seed=2) - plain, [PullToCentres.centres[0] / 2] * 200, atol=1e-3
    )
    both = make_prior(guidance=2.0, weak=PullToTheMiddle(), weak_guidance=2.0)
    guided = make_prior(guidance=2.0).sample(200, category=0, seed=2)
    assert both.sample(200, category=0, seed=2)[:, 0].mean() > guided[:, 0].mean() + 0.5


def test_guidance_begins_at_its_time() -> None:
    asked: dict[float, int] = {}

    class Counting(PullToCentres):
        def __call__(self, **inputs: Floats) -> dict[str, Floats]:
            time = round(float(inputs["time"][0]), 3)
            asked[time] = max(asked.get(time, 0), len(inputs["time"]))
            return super().__call__(**inputs)

    ones = np.ones(SIZE, np.float32)
    late = FlowPrior(
        Counting(),  # type: ignore[arg-type]
        0 * ones,
        ones,
        CATEGORIES,
        steps=4,
        guidance=2.0,
        guidance_from=0.5,
    )
    guided = late.sample(200, category=0, seed=2)
    assert asked == {0.0: 200, 0.25: 200, 0.5: 400, 0.75: 400}
    at_once = make_prior(steps=4, guidance=2.0).sample(200, category=0, seed=2)
    plain = make_prior(steps=4).sample(200, category=0, seed=2)
    assert plain[:, 0].mean() < guided[:, 0].mean() < at_once[:, 0].mean()


def test_the_way_to_noise_and_back_is_a_round_trip() -> None:
    prior = make_prior()
    latents = prior.sample(20, category=0, seed=5)
    category = np.zeros(20, int)
    again = prior.integrate(prior.to_noise(latents, category), category)
    assert np.allclose(again, latents, atol=5e-3)


def test_a_way_between_two_drawings_meets_both() -> None:
    prior = make_prior(guidance=1.5)
    first, last = prior.sample(2, category=0, seed=6)[:, None]
    shares = np.array([0.0, 0.5, 1.0], np.float32)
    way = prior.between(np.tile(first, (3, 1)), np.tile(last, (3, 1)), shares, np.zeros(3, int))
    assert np.allclose(way[[0, 2]], np.concatenate([first, last]), atol=5e-3)
    assert np.linalg.norm(way[1] - way[0]) < 3 * np.linalg.norm(last - first) + 1


def test_a_path_meets_its_waypoints_and_has_no_jump_there() -> None:
    prior = make_prior(guidance=1.5, steps=4)
    # Off the categories' centres, where four steps lose a good deal on the way back and forth.
    points = np.float32([[3, 1, 0], [1, -1, 1], [0, -3, 2]])
    path = flow_path(prior, points, np.array([0, CATEGORIES]))
    assert (path.kind, path.legs) == ("model", 2)
    assert np.array_equal(path([0, 1, 2]), points)
    beside = path([1e-4, 1 - 1e-4, 1 + 1e-4, 2 - 1e-4])
    assert np.allclose(beside, points[[0, 1, 1, 2]], atol=5e-3)
    plain = prior.between(points[:1], points[1:2], np.float32([0]), np.array([0]))
    assert np.abs(plain - points[0]).max() > 0.02


def test_a_path_goes_the_way_between_drawings() -> None:
    prior = make_prior(guidance=1.5)
    points = prior.sample(3, category=0, seed=6)
    path = flow_path(prior, points, np.array([0, CATEGORIES]))
    shares = np.float32([0.3, 0.5, 0.9])
    for leg, category in ((0, 0), (1, CATEGORIES)):
        ends = (np.tile(points[leg + i], (3, 1)) for i in (0, 1))
        way = prior.between(*ends, shares, np.full(3, category))
        assert np.allclose(path(leg + shares), way, atol=0.02)


def test_a_path_between_two_of_the_same_is_a_still() -> None:
    prior = make_prior(guidance=1.5, noise_scale=1.2)
    first, last = prior.sample(2, category=0, seed=6)
    path = flow_path(prior, np.stack([first, first, last]), np.zeros(2, int))
    assert np.allclose(path([0.25, 0.5, 0.9]), first, atol=1e-6)
    assert np.array_equal(path([0.5, 1.5])[1], path([1.5])[0])
    assert np.abs(path([1.5]) - (first + last) / 2).max() > 0.05, "the rest goes as before"


def test_a_path_seeks_the_noise_of_its_ends_once() -> None:
    prior, asked = make_prior(), []
    to_noise = prior.to_noise
    prior.to_noise = lambda *of: (asked.append(len(of[0])), to_noise(*of))[1]  # type: ignore[method-assign]
    path = flow_path(prior, prior.sample(3, seed=1), np.zeros(2, int))
    path([0, 1])
    assert asked == []
    path([0.5])
    path([1.5, 0.2])
    assert asked == [4]


def test_what_is_likely_scores_higher() -> None:
    prior = make_prior()
    near, far = np.zeros((1, SIZE), np.float32), np.full((1, SIZE), 6, np.float32)
    assert prior.log_density(near)[0] > prior.log_density(far)[0]


@pytest.mark.parametrize(
    "block",
    [
        {"steps": 0},
        {"steps": 8, "guidance": 0.5},
        {"steps": 8, "weak_guidance": 0.5},
        {"steps": 8, "noise_scale": True},
        {"steps": 8, "guidance_from": 1.5},
        {},
    ],
)
def test_a_block_out_of_range_is_refused(block: dict[str, object]) -> None:
    files = {"prior.tflite": b"", "prior.npz": b""}
    with pytest.raises(BundleError):
        load_flow({"kind": "flow", **block}, files, SIZE, CATEGORIES)


def test_the_shipped_atlas_keeps_nothing_from_call_to_call() -> None:
    """LiteRT with XNNPACK answered the second call of graphs with shapes that are learnt while
    running from stale memory; `bundle.from_atlas` exports none."""
    model = open_bundle("atlas")
    rng = np.random.default_rng(0)
    latents = rng.standard_normal((9, model.latent_size)).astype(np.float32)
    alone = np.concatenate([model.decode(row[None]) for row in latents])
    for count in (2, 3, 4, 6, 8, 9):
        for _ in range(2):
            assert np.allclose(model.decode(latents[:count]), alone[:count], atol=1e-3)
            assert np.allclose(model.decode(latents[-count:]), alone[-count:], atol=1e-3)


def test_the_shipped_atlas_morphs_from_drawing_to_drawing() -> None:
    model = open_bundle("atlas")
    _, latents = model.sample(2, category="cat", seed=3)
    shares = np.linspace(0, 1, 5, dtype=np.float32)
    way = model.between(np.tile(latents[0], (5, 1)), np.tile(latents[1], (5, 1)), shares)
    assert np.abs(model.decode(way[[0, 4]]) - model.decode(latents)).mean() < 0.02


def test_what_lies_between_stays_in_the_category_that_both_ends_can_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = open_bundle("atlas")
    anything = len(model.categories)
    # By row: cat for both; dog and cat, but both could be a cat; nothing in common.
    seen = np.zeros((2, 3, anything), np.float32)
    seen[0, 0, 0] = seen[1, 0, 0] = 1
    seen[0, 1, :2], seen[1, 1, :2] = (0.4, 0.6), (0.9, 0.1)
    seen[0, 2, 0] = seen[1, 2, 2] = 1
    answers = iter(seen)
    monkeypatch.setattr(model, "classify", lambda latents: next(answers))
    asked: list[np.ndarray] = []

    def between(starts: Floats, ends: Floats, shares: Floats, category: np.ndarray) -> Floats:
        asked.append(category)
        return starts

    monkeypatch.setattr(model._prior, "between", between)
    ends = np.zeros((3, model.latent_size), np.float32)
    model.between(ends, ends, np.full(3, 0.5, np.float32))
    assert asked[0].tolist() == [0, 0, anything]


def test_the_path_of_the_shipped_atlas_is_its_own_and_safe_in_threads() -> None:
    model = open_bundle("atlas")
    _, latents = model.sample(3, category="cat", seed=3)
    path = model.path(latents)
    assert path.kind == "model"
    positions = np.linspace(0, 2, 9)
    with ThreadPoolExecutor(4) as pool:
        alone = np.concatenate(list(pool.map(lambda at: path([at]), positions)))
    assert np.allclose(alone, path(positions), atol=1e-3)
    assert np.array_equal(path([0, 1, 2]), latents)
    assert np.abs(path([0.5]) - model.path(latents, "straight")([0.5])).max() > 0.1
