"""Very many doodles, each in a file of its own: what they are called, and writing them. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop.engine import Engine
from desktop.files.atomic import write_atomically
from desktop.sampling import Wish
from desktop.sight import guesses_of
from desktop.state.doodle import Doodle
from desktop.state.origin import Sampled

PORTION = 16


def write_many(
    engine: Engine,
    wish: Wish,
    count: int,
    folder: Path,
    suffix: str,
    picture: Callable[[Sequence[Doodle]], bytes],
) -> Iterator[int]:
    """Writes the first `count` doodles of a wish, and yields after each how many are there.

    They are made `PORTION` at a time. Whoever asks for no more ends it; every file that is there
    is whole. Raises DataError where one cannot be written.
    """
    names: set[str] = set()
    for first in range(0, count, PORTION):
        doodles = wish.doodles(engine, min(PORTION, count - first), first)
        for number, doodle in enumerate(doodles, first + 1):
            name = file_name(doodle, count, engine)
            while name in names:  # two categories of one's own may have the same name
                name += "-again"
            names.add(name)
            write_atomically(folder / f"{name}{suffix}", picture([doodle]))
            yield number


def file_name(doodle: Doodle, count: int, engine: Engine) -> str:
    """What the file of a sketch, one of `count`, is called, without its ending.

    Category, seed and number say how to make it again: "cat-seed-5-0004", and where the
    temperature is not 1, "cat-seed-5-t0.7-0004". Where any category was asked for, what the model
    sees stands at the end: "any-seed-5-0004-cat".
    """
    origin = doodle.origin
    assert isinstance(origin, Sampled)
    heat = "" if origin.temperature == 1 else f"-t{origin.temperature:g}"
    number = f"{origin.index + 1:0{max(4, len(str(count)))}d}"
    name = f"{_plain(origin.category or 'any')}-seed-{origin.seed}{heat}-{number}"
    guesses = () if origin.category else guesses_of(engine, doodle)
    return f"{name}-{_plain(guesses[0][0])}" if guesses else name


def _plain(words: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in words)
