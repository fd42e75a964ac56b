"""Arrays as JSON-able values and back, with every shape and type checked on the way in."""

from __future__ import annotations

import base64
import binascii
import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.errors import DataError

DAMAGED = "This doodle is damaged and cannot be read; open another copy of the file."


def image_to_plain(image: NDArray[np.float32] | None) -> str | None:
    """A (28, 28) image in [0, 1] as base64 of its 784 bytes, row by row."""
    if image is None:
        return None
    levels = np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)
    return base64.b64encode(levels.tobytes()).decode("ascii")


def image_from_plain(value: Any) -> NDArray[np.float32] | None:
    """Inverse of `image_to_plain` to within half a grey level. Raises DataError."""
    if value is None:
        return None
    levels = np.frombuffer(_bytes(value, 784), np.uint8).reshape(28, 28)
    image: NDArray[np.float32] = (levels / 255).astype(np.float32)
    return image


def vector_to_plain(vector: NDArray[np.float32] | None) -> str | None:
    """A float32 vector as base64 of its little-endian bytes: exact."""
    if vector is None:
        return None
    return base64.b64encode(np.asarray(vector, "<f4").tobytes()).decode("ascii")


def vector_from_plain(value: Any) -> NDArray[np.float32] | None:
    """Inverse of `vector_to_plain`. Raises DataError for anything but finite numbers."""
    if value is None:
        return None
    data = _bytes(value, None)
    if len(data) % 4 or not 4 <= len(data) <= 4 * 65536:
        raise DataError(DAMAGED)
    vector = np.frombuffer(data, "<f4").astype(np.float32)
    if not np.isfinite(vector).all():
        raise DataError(DAMAGED)
    return vector


def number_from_plain(value: Any) -> float:
    """A finite number. Raises DataError."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise DataError(DAMAGED)
    return float(value)


def text_from_plain(value: Any, limit: int = 200) -> str:
    """A short text. Raises DataError."""
    if not isinstance(value, str) or len(value) > limit:
        raise DataError(DAMAGED)
    return value


def mapping_from_plain(value: Any) -> dict[str, Any]:
    """A JSON object. Raises DataError."""
    if not isinstance(value, dict):
        raise DataError(DAMAGED)
    return value


def list_from_plain(value: Any, limit: int = 10_000) -> list[Any]:
    """A JSON array of bounded length. Raises DataError."""
    if not isinstance(value, list | tuple) or len(value) > limit:
        raise DataError(DAMAGED)
    return list(value)


def _bytes(value: Any, length: int | None) -> bytes:
    if not isinstance(value, str):
        raise DataError(DAMAGED)
    try:
        data = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise DataError(DAMAGED) from error
    if length is not None and len(data) != length:
        raise DataError(DAMAGED)
    return data


def point_from_plain(value: Any) -> tuple[float, float]:
    """Two finite numbers. Raises DataError."""
    values = list_from_plain(value, limit=2)
    if len(values) != 2:
        raise DataError(DAMAGED)
    return number_from_plain(values[0]), number_from_plain(values[1])
