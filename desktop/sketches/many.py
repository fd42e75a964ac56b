"""Very many doodles, each in a file of its own: what they are called, and writing them. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from aemodel.defaults import TEMPERATURE
from desktop.engine import Engine
from desktop.files.atomic import write_atomically
from desktop.sampling import Wish
from desktop.sight import guesses_of
from desktop.state.doodle import Doodle
from desktop.state.origin import Learnt, Sampled

PORTION = 16
ENGLISH: Mapping[str, str] = {}
"""The words of names as they are; otherwise other words for "any", "seed", "again", categories."""


def write_many(
    engine: Engine,
    wish: Wish,
    count: int,
    folder: Path,
    suffix: str,
    picture: Callable[[Sequence[Doodle]], bytes],
    words: Mapping[str, str] = ENGLISH,
) -> Iterator[int]:
    """Writes the first `count` doodles of a wish, and yields after each how many are there.

    They are made `PORTION` at a time. Whoever asks for no more ends it; every file that is there
    is whole. Raises DataError where one cannot be written.
    """
    names: set[str] = set()
    for first in range(0, count, PORTION):
        doodles = wish.doodles(engine, min(PORTION, count - first), first)
        for number, doodle in enumerate(doodles, first + 1):
            name = file_name(doodle, count, engine, words)
            while name in names:  # two categories of one's own may have the same name
                name += f"-{words.get('again', 'again')}"
            names.add(name)
            write_atomically(folder / f"{name}{suffix}", picture([doodle]))
            yield number


def file_name(
    doodle: Doodle, count: int, engine: Engine, words: Mapping[str, str] = ENGLISH
) -> str:
    """What the file of a sketch, one of `count`, is called, without its ending.

    Category, seed and number say how to make it again: "cat-seed-5-0004", and where the
    temperature is not the usual one, "cat-seed-5-t1-0004". Where any category was asked for, what
    the model sees stands at the end: "any-seed-5-0004-cat".
    """
    origin = doodle.origin
    assert isinstance(origin, Sampled)
    heat = "" if origin.temperature == TEMPERATURE else f"-t{origin.temperature:g}"
    number = f"{origin.index + 1:0{max(4, len(str(count)))}d}"
    asked = origin.category or "any"
    if not isinstance(origin, Learnt):  # names that people gave are nobody's to translate
        asked = words.get(asked, asked)
    name = f"{_plain(asked)}-{words.get('seed', 'seed')}-{origin.seed}{heat}-{number}"
    guesses = () if origin.category else guesses_of(engine, doodle)
    return f"{name}-{_plain(words.get(guesses[0][0], guesses[0][0]))}" if guesses else name


def _plain(words: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in words)
