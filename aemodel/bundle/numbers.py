"""Reads the numbers of a manifest's prior block."""

from collections.abc import Mapping
from typing import Any

from aemodel.errors import BundleError


def number(block: Mapping[str, Any], name: str, least: float, most: float, default: float) -> float:
    """A number within bounds, or the default where it is not given; else raises BundleError."""
    value = block.get(name, default)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not least <= value <= most:
        raise BundleError(f"The prior's {name!r} must be a number from {least:g} to {most:g}.")
    return float(value)


def whole_number(block: Mapping[str, Any], name: str, least: int, most: int) -> int:
    """A whole number within bounds, which has to be given; else raises BundleError."""
    value = block.get(name)
    if type(value) is not int or not least <= value <= most:
        raise BundleError(f"The prior's {name!r} must be a whole number from {least} to {most}.")
    return value
