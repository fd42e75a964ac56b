"""Nothing is cut off or overlaps, at two sizes, two scales of the screen and two languages."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SIZES = ("1024x680", "1600x1000")
# Logical pixels that rounding may move a panel by, from one scale to another.
TOLERANCE = 6


@cache
def findings(model: str, language: str, scale: str, home: Path) -> dict[str, Any]:
    environment = os.environ | {"QT_SCALE_FACTOR": scale, "HOME": str(home), "LANG": "C"}
    environment |= {name: str(home) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA")}
    environment["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "tests" / "support")))
    script = ROOT / "tests" / "support" / "layout_checks.py"
    result = subprocess.run(
        [sys.executable, str(script), model, language, *SIZES],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize(("language", "scale"), [("en", "1"), ("en", "2"), ("zh_CN", "2")])
def test_nothing_is_cut_off_or_overlaps(models, home: Path, language: str, scale: str) -> None:
    found = findings(str(models["vae"]), language, scale, home)
    for size in SIZES:
        there = found[size]
        assert there["size"] == [int(side) for side in size.split("x")]
        assert there["minimum"][0] <= 1024 and there["minimum"][1] <= 680
        assert there["ratio"] == pytest.approx(float(scale), abs=0.01)
        assert there["problems"] == [], f"{language}, {size}, scale {scale}"


@pytest.mark.parametrize("size", SIZES)
def test_the_layout_is_where_it_should_be(models, home: Path, size: str) -> None:
    """The rows and columns of the design, with room to work in; the same at both scales."""
    once, twice = (findings(str(models["vae"]), "en", scale, home)[size] for scale in ("1", "2"))
    width, height = once["size"]
    draw, seen, map_ = (once["boxes"][name] for name in ("draw", "seen", "map"))
    below = [once["boxes"][name] for name in ("sketches", "morph")]
    assert draw[1] == seen[1] == map_[1] and draw[0] < seen[0] < map_[0]
    assert draw[3] == seen[3] == map_[3] >= 0.45 * height
    assert min(draw[2], seen[2], map_[2]) >= 0.24 * width
    assert all(box[1] >= draw[1] + draw[3] and box[3] >= 0.15 * height for box in below)
    assert below[0][0] < below[1][0]
    for name, box in once["boxes"].items():
        assert twice["boxes"][name] == pytest.approx(box, abs=TOLERANCE), name
