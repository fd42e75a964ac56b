"""What callers hand to a model, checked once at the border: shapes, types, ranges, finiteness."""

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aemodel.errors import BundleError

Floats = NDArray[np.float32]

SIDE = 28
_ROUNDING = 1e-5


class InvalidInput(BundleError, ValueError):
    """An argument that the model cannot take; the text says what it would take instead."""


def _array(value: ArrayLike, what: str) -> NDArray[Any]:
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise InvalidInput(f"The {what} do not form one rectangular array of numbers.") from error
    if array.dtype.kind not in "fiu":
        raise InvalidInput(f"The {what} must be real numbers, not of type {array.dtype}.")
    return array


def _finite(array: NDArray[Any], what: str) -> None:
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise InvalidInput(f"The {what} hold values that are not finite (NaN or infinity).")


def as_images(value: ArrayLike) -> Floats:
    """Images (n, 28, 28) as float32 in [0, 1], 1 = ink.

    Floating point images must lie in [0, 1] already. `uint8` is the storage form of this project
    (0 = paper, 255 = ink) and is divided by 255. Other integers are refused: nothing says which
    of the two scales they are meant in.
    """
    array = _array(value, "images")
    if array.ndim != 3 or array.shape[1:] != (SIDE, SIDE):
        raise InvalidInput(
            f"Images must have the shape (n, {SIDE}, {SIDE}), not {array.shape}"
            f"{'; put one image into a batch with image[None]' if array.ndim == 2 else ''}."
        )
    if array.dtype == np.uint8:
        scaled: Floats = array.astype(np.float32) / np.float32(255)
        return scaled
    if array.dtype.kind != "f":
        raise InvalidInput(
            f"Images must be floats in [0, 1] or uint8 in 0..255, not {array.dtype}."
        )
    _finite(array, "images")
    if array.size and (array.min() < -_ROUNDING or array.max() > 1 + _ROUNDING):
        raise InvalidInput(
            f"Images of floats must lie in [0, 1], but these span "
            f"{array.min():.4g} to {array.max():.4g}; divide grey levels by 255."
        )
    images: Floats = np.clip(array.astype(np.float32), 0.0, 1.0)
    return images


def as_rows(value: ArrayLike, width: int, what: str) -> Floats:
    """Rows (n, width) of finite numbers as float32; `what` names them in the error."""
    array = _array(value, what)
    if array.ndim != 2 or array.shape[1] != width:
        raise InvalidInput(f"The {what} must have the shape (n, {width}), not {array.shape}.")
    with np.errstate(over="ignore"):
        rows = array.astype(np.float32)
    _finite(rows, what)
    return rows


def as_count(value: int, what: str = "number of samples") -> int:
    """A whole number >= 0."""
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < 0:
        raise InvalidInput(f"The {what} must be a whole number of at least 0, not {value!r}.")
    return int(value)


def as_seed(value: int) -> int:
    """A seed: any whole number >= 0."""
    return as_count(value, "seed")


def as_share(value: float, what: str) -> float:
    """A number in 0..1; `what` names it in the error."""
    if isinstance(value, bool) or not isinstance(value, int | float | np.number):
        raise InvalidInput(f"The {what} must be a number, not {value!r}.")
    if not 0 <= value <= 1:
        raise InvalidInput(f"The {what} must lie between 0 and 1, not {value}.")
    return float(value)


def as_temperature(value: float) -> float:
    """A temperature: finite and >= 0 (0 gives the most typical sample, 1 the prior itself)."""
    if isinstance(value, bool) or not isinstance(value, int | float | np.number):
        raise InvalidInput(f"The temperature must be a number, not {value!r}.")
    temperature = float(value)
    if not math.isfinite(temperature) or temperature < 0:
        raise InvalidInput(f"The temperature must be finite and at least 0, not {value}.")
    return temperature
