"""Starting the program: what is imported, options, and the smoke test in its own process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPen

from aemodel import __version__

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("tensorflow", "keras", "scipy.stats", "sklearn", "matplotlib")


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


def test_version() -> None:
    result = run(ROOT, "-m", "desktop", "--version")
    assert result.returncode == 0 and __version__ in result.stdout


def test_the_qt_binding_keeps_its_references() -> None:
    """PySide6 6.12.0 gave one to None away at every call, until Python before 3.12 aborted."""
    pen = QPen()
    before = sys.getrefcount(None)
    for _ in range(200):
        pen.setWidthF(2.0)
    assert sys.getrefcount(None) > before - 50


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


def test_nothing_heavy_is_loaded_and_no_point_of_the_pen_is_thinned_out(
    tmp_path: Path, models: dict[str, Path]
) -> None:
    code = (
        f"{THINNED_OUT}\n"
        "import sys\n"
        "from desktop.main import main\n"
        f"status = main(['--smoke-test', '--model', {str(models['vae'])!r}])\n"
        f"heavy = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "thin = QtCore.QCoreApplication.testAttribute(THIN)\n"
        "sys.exit(status or thin and 'thin' or bool(heavy) and f'loaded {heavy}')\n"
    )
    result = run(tmp_path, "-c", code)
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout.splitlines()[-1])
    assert report["ok"] and report["skipped"] == {}
    assert report["doodlescape"] == __version__
    assert {"python", "pyside6", "litert"} <= report.keys()
    times = report["timings"]
    assert 0 < times["first_paint_ms"] < times["first_reconstruction_ms"] < times["done_ms"]


def test_the_smoke_test_skips_what_the_model_lacks(tmp_path: Path, models: dict[str, Path]) -> None:
    report_file = tmp_path / "report.json"
    result = run(
        tmp_path,
        *("-m", "desktop", "--smoke-test", "--model", str(models["ae"])),
        *("--report", str(report_file)),
    )
    assert result.returncode == 0, result.stderr
    report = json.loads(report_file.read_text(encoding="utf-8"))
    assert report["ok"] and {"sample"} <= set(report["skipped"]) <= {"sample", "map"}


@pytest.mark.parametrize("damage", ["absent", "empty"])
def test_the_smoke_test_fails_with_a_sentence(tmp_path: Path, damage: str) -> None:
    model = tmp_path / "nowhere"
    if damage == "empty":
        model.mkdir()
    result = run(tmp_path, "-m", "desktop", "--smoke-test", "--model", str(model))
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    assert str(model) in result.stderr or "nowhere" in result.stderr
    assert json.loads(result.stdout.splitlines()[-1])["ok"] is False
