"""What the open model says of single doodles; the one picture the model is shown."""

from pathlib import Path

import numpy as np
import pytest

from aemodel.bundle import open_bundle
from aemodel.data.raster import rasterize
from aemodel.data.simplify import simplify
from desktop.engine import MOST_NEW, Engine, ink_image, looked_at
from desktop.examples import example_names, load_example
from desktop.state.doodle import Doodle
from desktop.state.ink import Stroke
from desktop.state.origin import Drawn, Opened


@pytest.fixture(scope="module")
def engine(models: dict[str, Path]) -> Engine:
    return Engine(open_bundle(models["vae"]))


def test_examples_fit_the_page() -> None:
    assert "cat" in example_names()
    for name in example_names():
        points = np.concatenate([stroke.points for stroke in load_example(name)])
        assert points.min() >= 0 and points.max() <= 255


def test_the_model_is_shown_what_the_rasteriser_makes_of_the_simplified_strokes() -> None:
    ink = load_example("cat")
    for count in range(1, len(ink) + 1):
        drawing = [stroke.points for stroke in ink[:count]]
        expected = rasterize(simplify(drawing))
        np.testing.assert_array_equal(np.rint(ink_image(ink[:count]) * 255), expected)


def test_neither_place_nor_size_nor_pen_changes_what_the_model_is_shown() -> None:
    ink = load_example("cat")
    moved = tuple(
        Stroke(stroke.points * 0.5 + np.float32(40), np.full(len(stroke.points), 0.3, np.float32))
        for stroke in ink
    )
    difference = np.abs(ink_image(moved) - ink_image(ink))
    assert difference.mean() < 0.01


def test_a_dot_is_seen(engine: Engine) -> None:
    doodle = engine.from_ink((Stroke(np.array([[9, 9]], np.float32)),))
    assert doodle.input is not None and doodle.input.max() > 0.3
    assert doodle.decoded is not None


def test_without_a_model_ink_waits_for_one(engine: Engine) -> None:
    waiting = Engine().from_ink(load_example("cat"))
    assert waiting.latent is None and waiting.input is not None
    seen = engine.adapt(waiting)
    now = engine.from_ink(load_example("cat"))
    np.testing.assert_array_equal(seen.latent, now.latent)
    assert seen.ink is waiting.ink and isinstance(seen.origin, Drawn)


def test_doodles_of_the_open_model_are_left_alone(engine: Engine) -> None:
    doodle = engine.from_ink(load_example("cat"))
    assert engine.adapt(doodle) is doodle


def test_place_on_the_map_decodes_to_the_maps_latent(engine: Engine) -> None:
    doodle = engine.at_place(0.2, -0.3)
    expected = engine.map.decode(np.array([[0.2, -0.3]], np.float32))[0]
    np.testing.assert_allclose(doodle.latent, expected, atol=1e-6)
    assert doodle.place == (0.2, -0.3)


def test_details_come_along_on_the_map_and_back_again(engine: Engine) -> None:
    drawn = engine.from_ink(load_example("cat"))
    assert drawn.place is not None
    x, y = drawn.place
    away = engine.at_place(x + 0.1, y, drawn)
    assert not np.allclose(away.latent, engine.at_place(x + 0.1, y).latent, atol=1e-2)
    back = engine.at_place(x, y, engine.details_of(away))
    np.testing.assert_allclose(back.latent, drawn.latent, atol=1e-4)


def test_details_fade_with_the_distance_and_do_not_come_back_in_many_short_ways(
    engine: Engine,
) -> None:
    drawn = engine.from_ink(load_example("cat"))
    assert drawn.place is not None
    x, y = drawn.place
    left, moved = [], drawn
    for way in np.linspace(0, 0.8, 41):
        moved = engine.at_place(x + way, y, engine.details_of(moved))
        plain = engine.at_place(x + way, y)
        left.append(float(np.linalg.norm(moved.latent - plain.latent)))
    assert left[0] == pytest.approx(float(np.linalg.norm(drawn.latent - plain_at(engine, x, y))))
    assert left[3] > 0.8 * left[0] and left[-1] < 1e-3 * left[0]
    assert left == sorted(left, reverse=True)
    assert max(-np.diff(left)) < 0.12 * left[0]


def plain_at(engine: Engine, x: float, y: float) -> np.ndarray:
    return engine.at_place(x, y).latent


def test_what_its_place_says_all_of_carries_no_details(engine: Engine) -> None:
    assert engine.details_of(engine.at_place(0.1, 0.2)) is None
    sample = engine.samples(1, seed=3)[0]
    assert engine.details_of(sample) is sample


def test_ends_of_the_way_are_the_ends(engine: Engine) -> None:
    first, second = engine.samples(2, seed=3)
    path = engine.morph_path([first, second], "straight")
    np.testing.assert_array_equal(engine.on_path(path, 0.0).latent, first.latent)
    np.testing.assert_array_equal(engine.on_path(path, 1.0).latent, second.latent)
    film = engine.film(path, [0, 0.5, 1])
    np.testing.assert_allclose(film[0].decoded, first.decoded, atol=1e-5)
    np.testing.assert_allclose(film[-1].decoded, second.decoded, atol=1e-5)


def test_samples_are_reproducible(engine: Engine) -> None:
    one, two, other = (engine.samples(4, seed) for seed in (7, 7, 8))
    for mine, yours in zip(one, two, strict=True):
        np.testing.assert_array_equal(mine.decoded, yours.decoded)
    assert not np.allclose(one[0].decoded, other[0].decoded)


def test_opened_pictures_are_encoded(engine: Engine) -> None:
    image = ink_image(load_example("cat"))
    opened: Doodle = engine.from_image(image, Opened("cat.png"))
    drawn = engine.from_ink(load_example("cat"))
    np.testing.assert_allclose(opened.latent, drawn.latent, atol=1e-6)
    assert opened.ink is None


def test_what_has_not_been_read_yet_is_finished_as_it_is_now(models: dict[str, Path]) -> None:
    engine = Engine(open_bundle(models["full"]))
    dots = [Stroke(np.array([[9 * n, 5 * n]], np.float32)) for n in range(MOST_NEW + 2)]
    ink = (*load_example("cat"), *dots)
    waiting = engine.soon(engine.from_ink(load_example("tree")), ink)
    assert waiting.glance and waiting.ink == ink
    assert not np.array_equal(waiting.input, ink_image(ink))
    np.testing.assert_array_equal(looked_at(waiting).input, ink_image(ink))
    found, due = (engine.completions(d, 2, 1) for d in (waiting, engine.from_ink(ink)))
    for ours, theirs in zip(found, due, strict=True):
        np.testing.assert_array_equal(ours.decoded, theirs.decoded)
