"""Which random doodles a document asks for, and that none is made twice."""

import numpy as np
import pytest

from aemodel.bundle.runtime import open_bundle
from desktop.engine import Engine
from desktop.sampling import Wish
from desktop.state.document import State


class Counting:
    """An engine that notes which rows of samples it was asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.made: list[tuple[str, int]] = []

    def samples(self, count, seed, category="", temperature=1.0, first=0):
        self.made += [(category, number) for number in range(first, first + count)]
        return self._engine.samples(count, seed, category, temperature, first)


@pytest.fixture(scope="module")
def engine(models) -> Engine:
    return Engine(open_bundle(models["full"]))


def latents(doodles) -> np.ndarray:
    return np.stack([doodle.latent for doodle in doodles])


@pytest.mark.parametrize("categories", [(), ("cat",), ("cat", "tree"), ("cat", "dog", "tree")])
@pytest.mark.parametrize("count", [1, 11, 50])
def test_portions_make_nothing_twice(engine: Engine, categories, count: int) -> None:
    wish, counting = Wish(5, categories, 0.8), Counting(engine)
    portions = list(wish.portions(counting, count))
    assert len(counting.made) == len(set(counting.made)) == count == len(portions[-1])
    for portion in portions:
        assert all(one is two for one, two in zip(portion, portions[-1], strict=False))
    whole = wish.doodles(engine, count)
    np.testing.assert_array_equal(latents(whole), latents(portions[-1]))
    assert [doodle.origin for doodle in whole] == [doodle.origin for doodle in portions[-1]]


@pytest.mark.parametrize("categories", [(), ("dog",), ("cat", "dog", "tree")])
@pytest.mark.parametrize("first", [0, 1, 4, 23])
def test_a_wish_goes_on_from_any_place(engine: Engine, categories, first: int) -> None:
    wish = Wish(3, categories)
    whole, later = wish.doodles(engine, first + 7), wish.doodles(engine, 7, first)
    np.testing.assert_array_equal(latents(later), latents(whole[first:]))
    assert [doodle.origin for doodle in later] == [doodle.origin for doodle in whole[first:]]


def test_each_category_has_a_row_of_its_own(engine: Engine) -> None:
    origins = [doodle.origin for doodle in Wish(3, ("cat", "dog")).doodles(engine, 5)]
    named = [(origin.category, origin.index) for origin in origins]
    assert named == [("cat", 0), ("dog", 0), ("cat", 1), ("dog", 1), ("cat", 2)]


def test_only_what_the_model_knows_is_asked_for(engine: Engine, models) -> None:
    state = State(seed=8, categories=("cat", "zebra"), temperature=0.5)
    assert Wish.of(engine, state) == Wish(8, ("cat",), 0.5)
    assert Wish.of(Engine(open_bundle(models["vae"])), state) == Wish(8, (), 0.5)
