"""The `aemodel` command. Each module of this package adds the sub-commands that it is named after.

Parsing imports nothing heavy: a command imports what it needs when it runs, so that the
generating commands answer in about a second and never load TensorFlow.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from aemodel import __version__
from aemodel.cli import data, evaluate, export, generate, morph, redraw, train
from aemodel.errors import DoodlescapeError


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; every sub-command sets `run`, a function of the parsed arguments."""
    parser = argparse.ArgumentParser(
        prog="aemodel", description="Train, measure, export and use doodle autoencoders."
    )
    parser.add_argument("--version", action="version", version=f"aemodel {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (data, train, evaluate, export, generate, redraw, morph):
        module.register(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Exit status: 0 done, 1 an expected error (one sentence), 130 interrupted, 141 the reader of the
    output went away, as in `aemodel ... | head`.
    """
    arguments = build_parser().parse_args(argv)
    try:
        status = int(arguments.run(arguments) or 0)
        sys.stdout.flush()
        return status
    except DoodlescapeError as error:
        print(f"aemodel: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("aemodel: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # What is still buffered goes nowhere; else Python would complain while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
