"""Categories of one's own: a name, and the drawings that say what it means.

They hold no latents: whatever model is open learns them from the drawings (`engine.learnt`).
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from aemodel.errors import DataError
from desktop.state.plain import DAMAGED, list_from_plain, mapping_from_plain, text_from_plain

SIDE = 28
FEWEST = 2
GOOD = 5
MOST = 200
"""How many examples a category can have; from GOOD on it is told well."""
MOST_CATEGORIES = 100
LONGEST_NAME = 40
SMALL = 24
"""Up to so many examples travel with every sketch; see `desktop.state.origin.Learnt`."""
SIGN = "own:"


@dataclass(frozen=True)
class Taught:
    """A category told by examples.

    key: what `State.categories` calls it, whatever its name: SIGN and random letters.
    name: what the person at the window calls it, 1 to LONGEST_NAME letters.
    pixels: FEWEST to MOST drawings of 28x28 grey levels 0..255, 255 = ink, one after another.
    """

    key: str
    name: str
    pixels: bytes = field(repr=False)

    @property
    def count(self) -> int:
        """How many examples it has."""
        return len(self.pixels) // SIDE**2

    @property
    def images(self) -> NDArray[np.uint8]:
        """The examples, (count, 28, 28), 255 = ink."""
        return np.frombuffer(self.pixels, np.uint8).reshape(-1, SIDE, SIDE)

    @property
    def pictures(self) -> tuple[NDArray[np.float32], ...]:
        """The examples one by one, (28, 28) in [0, 1], 1 = ink."""
        return tuple(image.astype(np.float32) / np.float32(255) for image in self.images)

    @property
    def small(self) -> bool:
        """Whether it is small enough to travel with every sketch."""
        return self.count <= SMALL

    @cached_property
    def _packed(self) -> str:
        return base64.b64encode(zlib.compress(self.pixels, 9)).decode("ascii")

    def to_plain(self) -> dict[str, Any]:
        """As JSON-able values."""
        return {"key": self.key, "name": self.name, "examples": self._packed}

    @staticmethod
    def from_plain(value: Any, most: int = MOST) -> Taught:
        """Inverse of `to_plain`, of at most so many examples. Raises DataError."""
        value = mapping_from_plain(value)
        key, name = text_from_plain(value.get("key"), 60), text_from_plain(value.get("name"))
        pixels = _unpacked(text_from_plain(value.get("examples"), 2 * most * SIDE**2), most)
        count, rest = divmod(len(pixels), SIDE**2)
        good = key.startswith(SIGN) and plain_name(name) == name and name
        if not good or rest or not FEWEST <= count <= most:
            raise DataError(DAMAGED)
        return Taught(key, name, pixels)


def teach(name: str, images: Iterable[Any], key: str = "") -> Taught:
    """A category of drawings, each (28, 28): floats in [0, 1] or grey levels, 1 or 255 = ink.

    A new one unless it is told its `key`. Raises DataError for too few, too many, or no name.
    """
    rows = [_levels(image) for image in images]
    if not FEWEST <= len(rows) <= MOST:
        raise DataError(f"A category is taught by {FEWEST} to {MOST} drawings.")
    if not plain_name(name):
        raise DataError("A category needs a name.")
    pixels = b"".join(row.tobytes() for row in rows)
    return Taught(key or new_key(), plain_name(name), pixels)


def taught_from_plain(value: Any) -> tuple[Taught, ...]:
    """Several of them, no key and no name twice. Raises DataError."""
    listed = list_from_plain(value, MOST_CATEGORIES)
    return united((), [Taught.from_plain(one) for one in listed])


def new_key() -> str:
    """A key that no other category has."""
    return SIGN + uuid4().hex[:16]


def plain_name(name: str) -> str:
    """A name as it is kept: one line, no space around, nothing that cannot be printed."""
    letters = "".join(letter if letter.isprintable() else " " for letter in name)
    return " ".join(letters.split())[:LONGEST_NAME].strip()


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, or with the first number behind it that makes it differ from those taken."""
    known, name = {other.casefold() for other in taken}, plain_name(name)
    number, free = 1, name
    while free.casefold() in known:
        number += 1
        free = f"{name[: LONGEST_NAME - 4].strip()} {number}"
    return free


def by_key(taught: Iterable[Taught], key: str) -> Taught | None:
    """The one of this key."""
    return next((category for category in taught if category.key == key), None)


def united(first: Sequence[Taught], second: Sequence[Taught]) -> tuple[Taught, ...]:
    """Both, where the first wins for the same key, and no name is there twice."""
    both = list(first)
    for category in second:
        if by_key(both, category.key) is None:
            name = free_name(category.name, [other.name for other in both])
            both.append(replace(category, name=name))
    return tuple(both[:MOST_CATEGORIES])


def _levels(image: Any) -> NDArray[np.uint8]:
    array = np.asarray(image)
    if array.shape != (SIDE, SIDE):
        raise DataError(DAMAGED)
    if array.dtype != np.uint8:
        array = np.rint(np.clip(array, 0, 1) * 255).astype(np.uint8)
    return array


def _unpacked(text: str, most: int) -> bytes:
    """Never more than `most` drawings, whatever the text unpacks to."""
    try:
        packed = base64.b64decode(text, validate=True)
        unpacking = zlib.decompressobj()
        pixels = unpacking.decompress(packed, most * SIDE**2 + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise DataError(DAMAGED) from error
    if not unpacking.eof:
        raise DataError(DAMAGED)
    return pixels
