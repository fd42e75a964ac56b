"""A way on the map, for the current doodle to walk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.state.plain import (
    list_from_plain,
    mapping_from_plain,
    point_from_plain,
    text_from_plain,
)

MOST_POINTS = 5_000


@dataclass(frozen=True)
class Way:
    """Places of the map of a model, in order; without any, there is no way."""

    points: tuple[tuple[float, float], ...] = ()
    model: str = ""

    def to_plain(self) -> dict[str, Any]:
        """As JSON-able values."""
        return {"points": [list(point) for point in self.points], "model": self.model}

    @staticmethod
    def from_plain(value: Any) -> Way:
        """Inverse of `to_plain`. Raises DataError."""
        value = mapping_from_plain(value)
        points = list_from_plain(value.get("points"), MOST_POINTS)
        return Way(tuple(map(point_from_plain, points)), text_from_plain(value.get("model")))


NO_WAY = Way()
