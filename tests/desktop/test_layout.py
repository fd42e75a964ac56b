"""Nothing is cut off or overlaps, at two sizes, two scales of the screen and two languages.

Empty and filled, every tab and every mode, dialogs too: see `tests/support/layout_checks.py`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from aemodel.bundle.runtime import list_bundles

ROOT = Path(__file__).resolve().parents[2]
SIZES = ("1024x680", "1600x1000")
LOOKS = [("vae", "en", "1"), ("vae", "en", "2"), ("atlas", "zh_CN,en", "1")]
# Logical pixels that rounding may move a panel by, from one scale to another.
TOLERANCE = 6


def look(model: str, languages: str, scale: str, home: Path) -> dict[str, Any]:
    environment = os.environ | {"QT_SCALE_FACTOR": scale, "HOME": str(home), "LANG": "C"}
    environment |= {name: str(home) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA")}
    environment["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "tests" / "support")))
    script = ROOT / "tests" / "support" / "layout_checks.py"
    result = subprocess.run(
        [sys.executable, str(script), model, languages, *SIZES],
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
def findings(
    models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., dict[str, Any]]]:
    """What each look has found; they go on beside one another, the longest first."""
    paths = {path.name: path for path in list_bundles()} | models
    home = tmp_path_factory.mktemp("home")
    with ThreadPoolExecutor(2) as pool:
        looks = {
            (model, languages, scale): pool.submit(look, str(paths[model]), languages, scale, home)
            for model, languages, scale in reversed(LOOKS)
            if model in paths
        }

        def found(*wanted: str) -> dict[str, Any]:
            if wanted not in looks:
                pytest.skip(f"the model {wanted[0]} is not among the shipped ones")
            return looks[wanted].result()

        yield found
        pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize(("model", "languages", "scale"), LOOKS)
def test_nothing_is_cut_off_or_overlaps(findings, model: str, languages: str, scale: str) -> None:
    """The first language as the window starts with it, the others changed while it runs."""
    found = findings(model, languages, scale)
    for size in SIZES:
        there = found[size]
        assert there["size"] == [int(side) for side in size.split("x")]
        assert there["minimum"][0] <= 980 and there["minimum"][1] <= there["size"][1]
        assert there["ratio"] == pytest.approx(float(scale), abs=0.01)
        assert there["problems"] == [], f"{model}, {languages}, {size}, scale {scale}"


@pytest.mark.parametrize("size", SIZES)
def test_the_layout_is_where_it_should_be(findings, size: str) -> None:
    """The rows and columns of the design, with room to work in; the same at both scales."""
    once, twice = (findings("vae", "en", scale)[size] for scale in ("1", "2"))
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
