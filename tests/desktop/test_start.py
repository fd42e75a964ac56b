"""Starting the program: what is imported, options, and the smoke test in its own process."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPen

from aemodel import __version__


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
