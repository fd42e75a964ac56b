"""Arithmetic on doodles: weighted terms, and directions with a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.errors import DataError
from desktop.state.doodle import Doodle
from desktop.state.plain import (
    DAMAGED,
    list_from_plain,
    mapping_from_plain,
    number_from_plain,
    text_from_plain,
    vector_from_plain,
    vector_to_plain,
)

MOST_WEIGHT = 3.0
MOST_TERMS = 5
MOST_EXAMPLES = 100
LEAST_DIFFERENCE = 1e-3
NUMBER = re.compile(r" \d+$")
"""What `free_name` puts behind a name."""
Groups = tuple[tuple[Doodle, ...], tuple[Doodle, ...]]
"""Doodles that have something, and doodles that lack it."""


@dataclass(frozen=True)
class Term:
    """One place of the mix: `weight` times the doodle, or an empty place."""

    weight: float
    doodle: Doodle | None = None

    def to_plain(self) -> dict[str, Any]:
        """As JSON-able values."""
        doodle = None if self.doodle is None else self.doodle.to_plain()
        return {"weight": self.weight, "doodle": doodle}

    @staticmethod
    def from_plain(value: Any) -> Term:
        """Inverse of `to_plain`. Raises DataError."""
        value = mapping_from_plain(value)
        weight, doodle = number_from_plain(value.get("weight")), value.get("doodle")
        if abs(weight) > MOST_WEIGHT:
            raise DataError(DAMAGED)
        return Term(weight, None if doodle is None else Doodle.from_plain(doodle))


@dataclass(frozen=True, eq=False)
class Direction:
    """`vector` (latent_size,) of the model named `model`: from doodles without to doodles with."""

    name: str
    model: str
    vector: NDArray[np.float32] = field(repr=False)

    @property
    def key(self) -> tuple[str, str, bytes]:
        """What makes it the same direction, also where its name has got a number."""
        return NUMBER.sub("", self.name), self.model, self.vector.tobytes()

    def to_plain(self) -> dict[str, Any]:
        """As JSON-able values."""
        return {"name": self.name, "model": self.model, "vector": vector_to_plain(self.vector)}

    @staticmethod
    def from_plain(value: Any) -> Direction:
        """Inverse of `to_plain`. Raises DataError."""
        value = mapping_from_plain(value)
        vector = vector_from_plain(value.get("vector"))
        if vector is None:
            raise DataError(DAMAGED)
        return Direction(
            text_from_plain(value.get("name")), text_from_plain(value.get("model")), vector
        )


def groups_from_plain(value: Any) -> Groups:
    """From two lists of plain doodles. Raises DataError."""
    groups = list_from_plain(value, limit=2)
    if len(groups) != 2:
        raise DataError(DAMAGED)
    having, lacking = (
        tuple(map(Doodle.from_plain, list_from_plain(group, limit=MOST_EXAMPLES)))
        for group in groups
    )
    return having, lacking


def recipe_of(terms: tuple[Term, ...]) -> str:
    """Such as "A - B + 0.5 C": letters by place, empty places and zero weights left out."""
    words = ""
    for index, term in enumerate(terms):
        if term.doodle is None or not term.weight:
            continue
        sign = "-" if term.weight < 0 else "+"
        amount = "" if abs(term.weight) == 1 else f"{abs(term.weight):g} "
        lead = f" {sign} " if words else sign.replace("+", "")
        words += lead + amount + chr(ord("A") + index)
    return words


def free_name(name: str, directions: Iterable[Direction], model: str) -> str:
    """The name, or where a direction of the model has it already, the name with a number."""
    taken = {direction.name for direction in directions if direction.model == model}
    numbered = (f"{name} {number}" for number in count(2))
    return next(free for free in chain((name,), numbered) if free not in taken)


def together(first: Sequence[Direction], second: Sequence[Direction]) -> tuple[Direction, ...]:
    """Both, without what is in the first already, and no name of a model's is there twice."""
    both, known = list(first), {direction.key for direction in first}
    for direction in second:
        if direction.key not in known:
            name = free_name(direction.name, both, direction.model)
            same = name == direction.name
            both.append(direction if same else replace(direction, name=name))
    return tuple(both)


def difference(
    name: str, having: tuple[Doodle, ...], lacking: tuple[Doodle, ...], model: str
) -> Direction:
    """Mean latent of the doodles `having` it less that of those `lacking` it, all of `model`.

    Raises DataError where there is none.
    """
    groups = [[d.latent for d in group if d.latent is not None] for group in (having, lacking)]
    if not all(groups):
        raise DataError("Drop at least one doodle on each side to make a direction.")
    means = [np.mean(group, axis=0) for group in groups]
    vector = (means[0] - means[1]).astype(np.float32)
    if np.linalg.norm(vector) < LEAST_DIFFERENCE * np.linalg.norm(means[0]):
        raise DataError("Both sides are the same; change one of them to make a direction.")
    return Direction(name, model, vector)
