"""Ink: strokes as vectors, in canvas units.

One canvas unit is one unit of Quick, Draw!'s simplified coordinates: a drawing that fills the
model's image spans 0..255. The canvas shows the square from -24 to 280, which is exactly the
square that the 28x28 image covers, so a ghost of the image and ink traced over it coincide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.errors import DataError
from desktop.state.plain import DAMAGED, list_from_plain, mapping_from_plain

CANVAS_ORIGIN = -24.0
CANVAS_SIDE = 304.0


@dataclass(frozen=True, eq=False)
class Stroke:
    """One line of the pen: points (n, 2) with n >= 1; pressure (n,) in [0, 1], None for a mouse."""

    points: NDArray[np.float32]
    pressure: NDArray[np.float32] | None = None

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of its points; a rubber asks for it at every move."""
        (left, top), (right, bottom) = self.points.min(0).tolist(), self.points.max(0).tolist()
        return left, top, right, bottom

    def to_plain(self) -> dict[str, Any]:
        """As JSON-able values, to a hundredth of a unit."""
        plain: dict[str, Any] = {
            "x": [round(float(x), 2) for x in self.points[:, 0]],
            "y": [round(float(y), 2) for y in self.points[:, 1]],
        }
        if self.pressure is not None:
            plain["pressure"] = [round(float(p), 3) for p in self.pressure]
        return plain

    @staticmethod
    def from_plain(value: Any) -> Stroke:
        """Inverse of `to_plain`. Raises DataError."""
        value = mapping_from_plain(value)
        points = np.stack([_numbers(value.get("x")), _numbers(value.get("y"), value.get("x"))], 1)
        pressure = value.get("pressure")
        if pressure is not None:
            pressure = np.clip(_numbers(pressure, value.get("x")), 0, 1)
        return Stroke(points, pressure)


Ink = tuple[Stroke, ...]


def ink_from_lines(lines: Iterable[Sequence[Sequence[float]]]) -> Ink:
    """Ink from `[[x...], [y...]]` pairs, the form of Quick, Draw!'s simplified files."""
    return tuple(Stroke(np.stack([_numbers(x), _numbers(y, x)], 1)) for x, y in lines)


def _numbers(value: Any, like: Any = None) -> NDArray[np.float32]:
    values = list_from_plain(value, limit=100_000)
    if not values or (like is not None and len(values) != len(like)):
        raise DataError(DAMAGED)
    try:
        numbers = np.array(values, np.float32)
    except (TypeError, ValueError, OverflowError) as error:
        raise DataError(DAMAGED) from error
    if numbers.ndim != 1 or not np.isfinite(numbers).all() or np.abs(numbers).max() > 1e5:
        raise DataError(DAMAGED)
    return numbers
