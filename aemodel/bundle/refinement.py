"""How often a bundle's drawings are read, as its manifest says; see `aemodel.models.refinement`."""

from collections.abc import Mapping
from typing import Any

from aemodel.errors import BundleError
from aemodel.models.refinement import Refinement

MOST_PASSES = 10


def parse_refinement(block: Mapping[str, Any]) -> Refinement:
    """What the manifest's `refinement` says; raises BundleError where that cannot be."""
    passes: Any = block.get("passes")
    rate: Any = block.get("rate")
    if type(passes) is not int or not 1 <= passes <= MOST_PASSES:
        raise BundleError(
            f"The refinement's 'passes' must be a whole number from 1 to {MOST_PASSES}."
        )
    number = isinstance(rate, int | float) and not isinstance(rate, bool)
    if not number or not 0 < rate <= 1:
        raise BundleError("The refinement's 'rate' must be a number over 0 and up to 1.")
    return Refinement(passes, float(rate))
