"""How a doodle came about: one small frozen dataclass a way, enough to make it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from aemodel.defaults import TEMPERATURE
from aemodel.errors import DataError
from desktop.state.plain import (
    DAMAGED,
    mapping_from_plain,
    number_from_plain,
    text_from_plain,
)
from desktop.state.taught import SMALL, Taught


@dataclass(frozen=True)
class Blank:
    """Nothing yet."""


@dataclass(frozen=True)
class Drawn:
    """Ink of the person at the canvas."""


@dataclass(frozen=True)
class Example:
    """Ink that comes along with the program."""

    name: str


@dataclass(frozen=True)
class Picked:
    """A point of the map; `details` says whether the former doodle's residual came along.

    Where the map is filled in, it was done from `seed`, for `category` ("" = any).
    """

    x: float
    y: float
    seed: int = 0
    details: bool = False
    category: str = ""


@dataclass(frozen=True)
class Steered:
    """A principal axis, counted from 0, was set to `sigma`; so was a second one unless it is -1."""

    axis: int
    sigma: float
    second: int = -1
    second_sigma: float = 0.0


@dataclass(frozen=True)
class Sampled:
    """Number `index`, counted from 0, of the endless row of sketches that a seed stands for.

    Each category ("" = any) and each temperature has a row of its own.
    """

    seed: int
    index: int
    category: str = ""
    temperature: float = TEMPERATURE


@dataclass(frozen=True)
class Learnt(Sampled):
    """A sketch of a category of one's own, whose name is `category`.

    `taught` is the category as it was then; a file leaves one of very many examples out, so that
    the sketch is then kept by its latent alone.
    """

    taught: Taught | None = None


@dataclass(frozen=True)
class Varied:
    """Number `index` of `count` doodles like another, at a distance in 0..1, from `seed`."""

    seed: int
    index: int
    count: int
    distance: float


@dataclass(frozen=True)
class Finished:
    """Number `index` of `count` ways to finish a sketch, from `seed`."""

    seed: int
    index: int
    count: int


@dataclass(frozen=True)
class Morphed:
    """At `position` of a path through keyframes; 0 is the first, 1 the second, and so on."""

    position: float
    path: str = "straight"


@dataclass(frozen=True)
class Mixed:
    """The result of arithmetic on other doodles, in words such as "A - B + C"."""

    recipe: str


@dataclass(frozen=True)
class Opened:
    """A picture that was opened, pasted or dropped."""

    name: str


@dataclass(frozen=True)
class Mirrored:
    """The picture of a doodle without ink, left and right exchanged."""


@dataclass(frozen=True)
class Redrawn:
    """What one model made of another one's doodle, its `original`."""


Origin = (
    Blank
    | Drawn
    | Example
    | Picked
    | Steered
    | Sampled
    | Learnt
    | Varied
    | Finished
    | Morphed
    | Mixed
    | Opened
    | Mirrored
    | Redrawn
)
_KINDS: dict[str, Callable[..., Origin]] = {kind.__name__.lower(): kind for kind in Origin.__args__}


def origin_to_plain(origin: Origin) -> dict[str, Any]:
    """As JSON-able values."""
    values = {field.name: getattr(origin, field.name) for field in fields(origin)}
    if isinstance(origin, Learnt):
        taught = origin.taught
        values["taught"] = taught.to_plain() if taught is not None and taught.small else None
    return {"kind": type(origin).__name__.lower(), **values}


def origin_from_plain(value: Any) -> Origin:
    """Inverse of `origin_to_plain`. Raises DataError for unknown kinds and wrong types."""
    value = mapping_from_plain(value)
    kind = _KINDS.get(str(value.get("kind")))
    if kind is None:
        raise DataError(DAMAGED)
    arguments: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        if field.name not in value:
            raise DataError(DAMAGED)
        arguments[field.name] = _READERS[str(field.type)](value[field.name])
    return kind(**arguments)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise DataError(DAMAGED)
    return value


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise DataError(DAMAGED)
    return value


def _taught(value: Any) -> Taught | None:
    return None if value is None else Taught.from_plain(value, SMALL)


_READERS: dict[str, Callable[[Any], Any]] = {
    "float": number_from_plain,
    "int": _whole,
    "str": text_from_plain,
    "bool": _flag,
    "Taught | None": _taught,
}
