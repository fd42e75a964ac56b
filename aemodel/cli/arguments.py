"""Kinds of command-line arguments that several commands share."""

import argparse
import math
from collections.abc import Callable


def whole(low: int, high: int) -> Callable[[str], int]:
    """An argparse type: a whole number within bounds, both included."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{value} is not between {low} and {high}")
        return value

    return parse


def temperature(text: str) -> float:
    """An argparse type: a sampling temperature, finite and at least 0."""
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not (math.isfinite(value) and value >= 0):
        raise argparse.ArgumentTypeError(f"{text} is not a finite number of at least 0")
    return value


def add_scale(parser: argparse.ArgumentParser, default: int) -> None:
    """`--scale`, common to all commands that write pictures."""
    parser.add_argument(
        "--scale",
        type=whole(1, 40),
        default=default,
        help=f"pixels on a side for each of the 28 of a doodle (default {default})",
    )
