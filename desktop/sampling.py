"""Which random doodles are asked for, and making them in portions. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aemodel.defaults import TEMPERATURE
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.state.taught import Taught, by_key

SEEDS = 1_000_000
# How many are shown first, and then.
PORTIONS = (12, 36, 96)


def offered(engine: Any, state: State) -> tuple[str, ...]:
    """What sketches can be asked of now: what the model knows, and keys of one's own categories."""
    known = () if engine.missing("sample_category") else engine.categories
    learns = not (engine.missing("sample") or engine.missing("encode"))
    return (*known, *(taught.key for taught in state.taught if learns))


@dataclass(frozen=True)
class Wish:
    """Doodles of `categories` in turn (none = any), drawn with `seed` at `temperature`.

    Those that are keys of `taught` are categories of one's own.
    """

    seed: int
    categories: tuple[str, ...] = ()
    temperature: float = TEMPERATURE
    taught: tuple[Taught, ...] = ()

    @classmethod
    def of(cls, engine: Any, state: State) -> Wish:
        """What a document asks for, as far as the model can be asked for it."""
        known = offered(engine, state)
        categories = tuple(name for name in state.categories if name in known)
        taught = tuple(one for one in state.taught if one.key in categories)
        return cls(state.seed, categories, state.temperature, taught)

    def doodles(self, engine: Any, count: int, first: int = 0) -> tuple[Doodle, ...]:
        """Numbers `first` to `first` + `count` - 1 of an endless row, the categories in turn."""
        names = self.categories or ("",)
        numbers = range(first, first + count)
        each = {}
        for place, name in enumerate(names):
            own = [number // len(names) for number in numbers if number % len(names) == place]
            if own:
                taught, seed, heat = by_key(self.taught, name), self.seed, self.temperature
                each[place] = iter(
                    engine.samples(len(own), seed, name, heat, own[0])
                    if taught is None
                    else engine.samples_of(taught, len(own), seed, heat, own[0])
                )
        return tuple(next(each[number % len(names)]) for number in numbers)

    def portions(
        self, engine: Any, count: int, done: tuple[Doodle, ...] = ()
    ) -> Iterator[tuple[Doodle, ...]]:
        """The first few, then more of them, then all; none that is `done` is made again."""
        for size in (*(portion for portion in PORTIONS if len(done) < portion < count), count):
            done += self.doodles(engine, size - len(done), len(done))
            yield done
