"""The doodle: a latent vector, its decoded image, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.state.ink import Ink, Stroke
from desktop.state.origin import Blank, Origin, origin_from_plain, origin_to_plain
from desktop.state.plain import (
    image_from_plain,
    image_to_plain,
    list_from_plain,
    mapping_from_plain,
    point_from_plain,
    text_from_plain,
    vector_from_plain,
    vector_to_plain,
)

Image = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Doodle:
    """Immutable and shared freely. Two doodles are equal only if they are one object (`is_like`).

    ink: the strokes it was drawn with, or None when it did not come from ink.
    traced: the picture that lies under the ink as a ghost to trace, (28, 28), or None.
    input: what the model was given, float32 (28, 28) in [0, 1], or None when nothing was encoded.
    latent: (latent_size,) of the bundle named `model`; None while no model has seen the doodle.
    decoded: what the model makes of the latent, float32 (28, 28) in [0, 1], or None.
    place: its point on the model's map, or None where there is no map.
    name: what the person at the window calls it, "" while it has no name.
    glance: whether the model has read `input` only once and would make more of it if it read it
        again, or has not read the `ink` as it is now (see `desktop.close_reading`).
    original: the doodle of another model that this model was shown and has redrawn, or None.
    """

    origin: Origin
    ink: Ink | None = field(default=None, repr=False)
    traced: Image | None = field(default=None, repr=False)
    input: Image | None = field(default=None, repr=False)
    latent: NDArray[np.float32] | None = field(default=None, repr=False)
    decoded: Image | None = field(default=None, repr=False)
    place: tuple[float, float] | None = None
    model: str = ""
    name: str = ""
    glance: bool = False
    original: Doodle | None = field(default=None, repr=False)

    @property
    def of_model(self) -> bool:
        """Whether only its own model makes it: it came neither from ink nor from a picture."""
        return self.latent is not None and (self.input is None or self.original is not None)

    @property
    def picture(self) -> Image | None:
        """What another model would be shown of it: its input, else its decoded image."""
        return self.decoded if self.input is None else self.input

    @cached_property
    def likeness(self) -> tuple[str, bytes]:
        """Equal for a doodle and all its copies, be they from files and read more closely or not.

        Whatever it is called, and where another model was shown it, it is still the same doodle.
        """
        if self.original is not None:
            return self.original.likeness
        if self.ink:  # to a hundredth of a unit, as files keep it
            strokes = [np.rint(100.0 * stroke.points.astype(float)) for stroke in self.ink]
            return "ink", b"|".join(stroke.astype(np.int32).tobytes() for stroke in strokes)
        if self.input is not None:
            return "picture", np.rint(255 * self.input).astype(np.uint8).tobytes()
        return self.model, b"" if self.latent is None else self.latent.tobytes()

    def is_like(self, other: Doodle | None) -> bool:
        """Whether both are the same doodle, or copies of it."""
        return other is self or (other is not None and other.likeness == self.likeness)

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see."""
        return self.picture is None

    def to_plain(self) -> dict[str, Any]:
        """As JSON-able values."""
        return {
            "origin": origin_to_plain(self.origin),
            "ink": None if self.ink is None else [stroke.to_plain() for stroke in self.ink],
            "traced": image_to_plain(self.traced),
            "input": image_to_plain(self.input),
            "latent": vector_to_plain(self.latent),
            "decoded": image_to_plain(self.decoded),
            "place": None if self.place is None else list(self.place),
            "model": self.model,
            "name": self.name,
            "glance": self.glance,
            "original": None if self.original is None else self.original.to_plain(),
        }

    @staticmethod
    def from_plain(value: Any, *, redrawn: bool = True) -> Doodle:
        """Inverse of `to_plain`, images to within half a grey level. Raises DataError.

        Only one that may be `redrawn` has an original, which never is.
        """
        value = mapping_from_plain(value)
        original = value.get("original") if redrawn else None
        ink, place = value.get("ink"), value.get("place")
        if ink is not None:
            ink = tuple(Stroke.from_plain(stroke) for stroke in list_from_plain(ink))
        if place is not None:
            place = point_from_plain(place)
        given = image_from_plain(value.get("input"))
        return Doodle(
            origin=origin_from_plain(value.get("origin")),
            ink=ink,
            traced=image_from_plain(value.get("traced")),
            input=given,
            latent=vector_from_plain(value.get("latent")),
            decoded=image_from_plain(value.get("decoded")),
            place=place,
            model=text_from_plain(value.get("model", "")),
            name=text_from_plain(value.get("name", "")),
            glance=value.get("glance") is True and given is not None,
            original=None if original is None else Doodle.from_plain(original, redrawn=False),
        )


BLANK = Doodle(Blank())
