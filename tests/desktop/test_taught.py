"""Categories of one's own as plain values: round trips, damage, names, and learning them."""

import base64
import json
import zlib
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from toy_bundle import write_toy

from aemodel.bundle import open_bundle
from aemodel.defaults import TEMPERATURE
from aemodel.errors import BundleError, DataError
from desktop.engine import Engine
from desktop.files.recipe import parse_recipe, recipe_text
from desktop.files.session import parse_session, session_bytes
from desktop.state import Document, Doodle, State
from desktop.state.origin import Learnt, Sampled, origin_from_plain, origin_to_plain
from desktop.state.taught import (
    LONGEST_NAME,
    MOST,
    SMALL,
    Taught,
    by_key,
    free_name,
    plain_name,
    teach,
    united,
)


def drawings(count: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (count, 28, 28)).astype(np.uint8)


def through_json(value: object) -> object:
    return json.loads(json.dumps(value))


def test_five_drawings_survive_json_to_the_last_grey_level() -> None:
    one = teach("  my   robot ", drawings(5))
    two = Taught.from_plain(through_json(one.to_plain()))
    assert two == one and hash(two) == hash(one)
    assert two.name == "my robot" and two.count == 5 and two.key.startswith("own:")
    np.testing.assert_array_equal(two.images, drawings(5))
    assert teach("robot", drawings(5)).key != one.key
    assert teach("robot", drawings(5), key=one.key).key == one.key


def test_floats_become_grey_levels() -> None:
    levels = drawings(3)
    np.testing.assert_array_equal(
        teach("x", levels.astype(np.float32) / np.float32(255)).images, levels
    )


@given(st.text(max_size=200))
def test_any_text_gives_a_name_that_fits_and_stays(text: str) -> None:
    name = plain_name(text)
    assert len(name) <= LONGEST_NAME and name.isprintable() and name == name.strip()
    assert plain_name(name) == name


@given(st.lists(st.sampled_from(["Cat", "cat", "cat 2", "dog", "x" * 60]), max_size=6))
def test_names_never_meet(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        taken.append(free_name(name, taken))
    assert len({name.casefold() for name in taken}) == len(names)
    assert all(len(name) <= LONGEST_NAME for name in taken)


@settings(max_examples=30, deadline=None)
@given(hnp.arrays(np.uint8, st.tuples(st.integers(2, 6), st.just(28), st.just(28))), st.text())
def test_whatever_is_taught_survives_json(images: np.ndarray, name: str) -> None:
    if not plain_name(name):
        with pytest.raises(DataError, match="name"):
            teach(name, images)
        return
    one = teach(name, images)
    assert Taught.from_plain(through_json(one.to_plain())) == one


PLAIN = teach("robot", drawings(4)).to_plain()


def packed(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data)).decode()


@pytest.mark.parametrize(
    "change",
    [
        {"key": "cat"},
        {"key": 3},
        {"name": ""},
        {"name": " x "},
        {"name": "two\nlines"},
        {"name": "x" * 41},
        {"examples": "?"},
        {"examples": base64.b64encode(b"no stream").decode()},
        {"examples": packed(bytes(784))},
        {"examples": packed(bytes(784 * 3 - 1))},
        {"examples": packed(bytes(784 * (MOST + 1)))},
        {"examples": packed(bytes(2**26))},
        {"examples": PLAIN["examples"][:40]},
        {"examples": None},
    ],
)
def test_damage_is_refused_in_a_sentence(change: dict) -> None:
    with pytest.raises(DataError, match=r"\.$"):
        Taught.from_plain(PLAIN | change)


def test_one_drawing_is_too_few_and_a_crowd_too_many() -> None:
    for count in (0, 1, MOST + 1):
        with pytest.raises(DataError, match="2 to 200"):
            teach("robot", drawings(count))


def test_two_collections_unite_without_losing_or_doubling() -> None:
    mine, other = teach("robot", drawings(2)), teach("Robot", drawings(3))
    again = Taught(mine.key, "former name", mine.pixels)
    both = united((mine,), (again, other))
    assert [category.name for category in both] == ["robot", "Robot 2"]
    assert both[0] is mine and by_key(both, other.key).pixels == other.pixels
    assert by_key(both, "own:else") is None


def test_the_document_keeps_them_and_the_lesson_under_way() -> None:
    document = Document()
    mine = teach("robot", drawings(5))
    example = Doodle(Sampled(1, 0), input=np.ones((28, 28), np.float32))
    document.update(taught=(mine,), categories=(mine.key, "cat"), lesson=(example,))
    fields = Document.from_plain(through_json(document.to_plain()))
    assert fields["taught"] == (mine,) and fields["categories"] == (mine.key, "cat")
    np.testing.assert_array_equal(fields["lesson"][0].input, example.input)
    older = document.to_plain()
    del older["taught"], older["lesson"]
    assert Document.from_plain(older)["taught"] == ()
    twice = document.to_plain() | {"taught": [mine.to_plain()] * 3}
    assert Document.from_plain(twice)["taught"] == (mine,)
    with pytest.raises(DataError):
        Document.from_plain(document.to_plain() | {"taught": [mine.to_plain()] * 101})


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=50), st.integers(2, 5)), max_size=5),
    st.integers(0, 9),
)
def test_the_session_format_keeps_any_categories(told: list[tuple[str, int]], seed: int) -> None:
    taught = united(
        (), [teach(name, drawings(count, seed)) for name, count in told if plain_name(name)]
    )
    keys = tuple(category.key for category in taught)
    sketches = tuple(
        Doodle(Learnt(seed, 0, category.name, 1.0, category), latent=np.ones(3, np.float32))
        for category in taught
    )
    state = replace(State(), taught=taught, categories=keys, sketches=sketches)
    fields, _ = parse_session(session_bytes(state))
    assert fields["taught"] == taught and fields["categories"] == keys
    assert [sketch.origin.taught for sketch in fields["sketches"]] == list(taught)


def test_a_recipe_brings_the_examples_unless_they_are_too_many() -> None:
    few, many = teach("robot", drawings(SMALL)), teach("crowd", drawings(SMALL + 1))
    doodles = [
        Doodle(Learnt(7, 2, category.name, 0.5, category), latent=np.ones(4, np.float32))
        for category in (few, many)
    ]
    first, second = parse_recipe(recipe_text(doodles))
    assert first.origin == doodles[0].origin and first.origin.taught.pixels == few.pixels
    assert second.origin == Learnt(7, 2, "crowd", 0.5, None)
    np.testing.assert_array_equal(second.latent, doodles[1].latent)
    plain = origin_to_plain(doodles[0].origin)
    with pytest.raises(DataError):
        origin_from_plain(plain | {"taught": {"key": "own:1"}})
    with pytest.raises(DataError):
        origin_from_plain(plain | {"taught": many.to_plain()})


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Engine]:
    folder = tmp_path_factory.mktemp("toys")
    return {
        kind: Engine(open_bundle(write_toy(folder / kind, kind))) for kind in ("full", "vae", "ae")
    }


def test_each_model_learns_from_the_same_drawings(engines: dict[str, Engine]) -> None:
    rings = teach("ring", drawings(5))
    for name in ("full", "vae"):
        engine = engines[name]
        doodles = engine.samples_of(rings, 6, seed=3)
        again = engine.samples_of(Taught(rings.key, "circle", rings.pixels), 4, seed=3)
        assert [d.origin for d in doodles] == [
            Learnt(3, i, "ring", TEMPERATURE, rings) for i in range(6)
        ]
        assert {d.origin.category for d in again} == {"circle"}
        for one, two in zip(doodles, again, strict=False):
            np.testing.assert_array_equal(one.latent, two.latent)
        assert all(d.model == engine.name and d.decoded is not None for d in doodles)
        assert not np.allclose(doodles[0].latent, engine.samples_of(rings, 1, seed=4)[0].latent)
    with pytest.raises(BundleError, match="no prior"):
        engines["ae"].samples_of(rings, 1, 0)


def test_a_sketch_is_made_again_from_its_origin(engines: dict[str, Engine]) -> None:
    engine = engines["full"]
    sketch = engine.samples_of(teach("ring", drawings(5)), 3, seed=9, temperature=0.5)[2]
    (read,) = parse_recipe(recipe_text([sketch]))
    origin = read.origin
    again = engine.samples_of(origin.taught, origin.index + 1, origin.seed, origin.temperature)[
        origin.index
    ]
    np.testing.assert_array_equal(again.latent, sketch.latent)
    np.testing.assert_array_equal(read.latent, sketch.latent)
