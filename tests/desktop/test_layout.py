"""Nothing is cut off or overlaps, at two sizes, two scales of the screen and two languages.

Empty and filled, every tab and every mode, dialogs too: see `tests/support/layout_checks.py`.
"""

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

import pytest
from beside import Ran
from layout_looks import LOOKS, SIZES, Look

# Logical pixels that rounding may move a panel by, from one scale to another.
TOLERANCE = 6


@pytest.fixture
def findings(looks: Mapping[Look, Future[Ran]]) -> Callable[..., dict[str, Any]]:
    """What a look has found."""

    def found(*wanted: str) -> dict[str, Any]:
        if wanted not in looks:
            pytest.skip(f"the model {wanted[0]} is not among the shipped ones")
        ran = looks[wanted].result()
        assert ran.returncode == 0, ran.stderr
        findings: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
        return findings

    return found


@pytest.mark.parametrize(("model", "languages", "scale"), LOOKS)
def test_nothing_is_cut_off_or_overlaps(findings, model: str, languages: str, scale: str) -> None:
    """The first language as the window starts with it, the others changed while it runs."""
    found = findings(model, languages, scale)
    for size in SIZES:
        there = found[size]
        assert there["size"] == [int(side) for side in size.split("x")]
        assert there["minimum"][0] <= 960 and there["minimum"][1] <= there["size"][1]
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


def test_a_window_is_dressed_once_when_its_parts_are_together(findings) -> None:
    """Qt dresses a widget and all within it anew whenever it is put into another one."""
    assert 0.5 < findings("vae", "en", "1")["dressings"] < 3
