"""Kinds of command-line arguments that several commands share."""

import argparse
import math
from collections.abc import Callable

MODEL_HELP = "name of a shipped model, or a model's folder or zip"


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


def share(text: str) -> float:
    """An argparse type: a number in 0..1."""
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value


def add_model(parser: argparse.ArgumentParser) -> None:
    """`--model`, common to all commands that a model works for."""
    parser.add_argument("--model", required=True, metavar="NAME_OR_PATH", help=MODEL_HELP)


def add_output(parser: argparse.ArgumentParser, kinds: str) -> None:
    """`-o`, common to all commands that write."""
    parser.add_argument("-o", "--output", required=True, help=kinds)


def add_seed(parser: argparse.ArgumentParser) -> None:
    """`--seed`, common to all commands that draw at random."""
    parser.add_argument("--seed", type=whole(0, 2**63 - 1), default=0, help="default 0")


def add_scale(parser: argparse.ArgumentParser, default: int) -> None:
    """`--scale`, common to all commands that write pictures."""
    parser.add_argument(
        "--scale",
        type=whole(1, 40),
        default=default,
        help=f"pixels on a side for each of the 28 of a doodle (default {default})",
    )
