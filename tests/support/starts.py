"""Starts the program in several ways, each in a process and a home of its own."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path

import pytest
from beside import Beside, Ran

HEAVY = ("tensorflow", "keras", "scipy.stats", "sklearn", "matplotlib")

# What an application on X11 does while it is made.
THINNED_OUT = """
from PySide6 import QtCore, QtWidgets
THIN = QtCore.Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents
class Application(QtWidgets.QApplication):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.setAttribute(THIN, True)
QtWidgets.QApplication = Application
"""


def start_in_several_ways(
    beside: Beside, models: Mapping[str, Path], homes: pytest.TempPathFactory
) -> dict[str, Future[Ran]]:
    """The smoke test inspected, with `ae`, with an absent and an empty model; the version."""
    empty = homes.mktemp("empty")
    smoke = ("-m", "desktop", "--smoke-test", "--model")
    code = (
        f"{THINNED_OUT}\n"
        "import sys\n"
        "from desktop.main import main\n"
        f"status = main(['--smoke-test', '--model', {str(models['vae'])!r}])\n"
        f"heavy = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "thin = QtCore.QCoreApplication.testAttribute(THIN)\n"
        "sys.exit(status or thin and 'thin' or bool(heavy) and f'loaded {heavy}')\n"
    )
    ways = {
        "inspected": ("-c", code),
        "ae": (*smoke, str(models["ae"]), "--report", str(empty.parent / "report.json")),
        "absent": (*smoke, str(empty / "nowhere")),
        "empty": (*smoke, str(empty)),
        "version": ("-m", "desktop", "--version"),
    }
    return {name: beside.python(homes.mktemp(name), *arguments) for name, arguments in ways.items()}
