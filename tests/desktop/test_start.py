"""Starting the program: what is imported, options, and the smoke test in its own process."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtGui import QPen

from aemodel import __version__

ROOT = Path(__file__).resolve().parents[2]
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


def run(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "APPDATA")
    environment = os.environ | {name: str(tmp_path) for name in names}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def started(
    models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, "Future[subprocess.CompletedProcess[str]]"]]:
    """The program, started in several ways beside one another; each in a home of its own."""
    empty = tmp_path_factory.mktemp("empty")
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
    with ThreadPoolExecutor(2) as pool:
        yield {
            name: pool.submit(run, tmp_path_factory.mktemp(name), *arguments)
            for name, arguments in ways.items()
        }
        pool.shutdown(cancel_futures=True)


def test_version(started) -> None:
    result = started["version"].result()
    assert result.returncode == 0 and __version__ in result.stdout


def test_the_qt_binding_keeps_its_references() -> None:
    """PySide6 6.12.0 gave one to None away at every call, until Python before 3.12 aborted."""
    pen = QPen()
    before = sys.getrefcount(None)
    for _ in range(200):
        pen.setWidthF(2.0)
    assert sys.getrefcount(None) > before - 50


def test_nothing_heavy_is_loaded_and_no_point_of_the_pen_is_thinned_out(started) -> None:
    result = started["inspected"].result()
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout.splitlines()[-1])
    assert report["ok"] and report["skipped"] == {}
    assert report["doodlescape"] == __version__
    assert {"python", "pyside6", "litert"} <= report.keys()
    times = report["timings"]
    assert 0 < times["first_paint_ms"] < times["first_reconstruction_ms"] < times["done_ms"]


def test_the_smoke_test_skips_what_the_model_lacks(started) -> None:
    result = started["ae"].result()
    report_file = Path(result.args[-1])
    assert result.returncode == 0, result.stderr
    report = json.loads(report_file.read_text(encoding="utf-8"))
    assert report["ok"] and {"sample"} <= set(report["skipped"]) <= {"sample", "map"}


@pytest.mark.parametrize("damage", ["absent", "empty"])
def test_the_smoke_test_fails_with_a_sentence(started, damage: str) -> None:
    result = started[damage].result()
    model = Path(result.args[-1])
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    assert str(model) in result.stderr or "nowhere" in result.stderr
    assert json.loads(result.stdout.splitlines()[-1])["ok"] is False
