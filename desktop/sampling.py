"""Which random doodles are asked for, and making them in portions. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.files.atomic import write_atomically
from desktop.state.document import State
from desktop.state.doodle import Doodle

SEEDS = 1_000_000
# How many are shown first, and then.
PORTIONS = (12, 36, 96)
BATCH = 25


@dataclass(frozen=True)
class Wish:
    """Doodles of `categories` in turn (none = any), drawn with `seed` at `temperature`."""

    seed: int
    categories: tuple[str, ...] = ()
    temperature: float = 1.0

    @classmethod
    def of(cls, engine: Any, state: State) -> Wish:
        """What a document asks for, as far as the model can be asked for it."""
        known = () if engine.missing("sample_category") else engine.categories
        categories = tuple(name for name in state.categories if name in known)
        return cls(state.seed, categories, state.temperature)

    def doodles(self, engine: Any, count: int, first: int = 0) -> tuple[Doodle, ...]:
        """Numbers `first` to `first` + `count` - 1 of an endless row, the categories in turn."""
        names = self.categories or ("",)
        numbers = range(first, first + count)
        each = {}
        for place, name in enumerate(names):
            own = [number // len(names) for number in numbers if number % len(names) == place]
            if own:
                made = engine.samples(len(own), self.seed, name, self.temperature, own[0])
                each[place] = iter(made)
        return tuple(next(each[number % len(names)]) for number in numbers)

    def portions(self, engine: Any, count: int) -> Iterator[tuple[Doodle, ...]]:
        """The first few, then more of them, then all; nothing is made twice."""
        done: tuple[Doodle, ...] = ()
        for size in (*(portion for portion in PORTIONS if portion < count), count):
            done += self.doodles(engine, size - len(done), len(done))
            yield done


def write_many(
    engine: Any,
    wish: Wish,
    count: int,
    folder: Path,
    suffix: str,
    picture: Callable[[Sequence[Doodle]], bytes],
    went_on: Callable[[int], bool],
) -> int:
    """Writes `count` pictures into a folder, `BATCH` a seed; returns how many.

    The seeds count up from the wish's own, so that each file's name says how to make it again.
    `went_on(done)` is called after each picture; the first False ends it. Raises DataError.
    """
    done = 0
    while done < count:
        seed = (wish.seed + done // BATCH) % SEEDS
        batch = Wish(seed, wish.categories, wish.temperature)
        for index, doodle in enumerate(batch.doodles(engine, min(BATCH, count - done)), 1):
            name = f"{done + 1:05d}-seed-{seed}-sketch-{index}{suffix}"
            write_atomically(folder / name, picture([doodle]))
            done += 1
            if not went_on(done):
                return done
    return done
