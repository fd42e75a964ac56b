"""Fixtures that every package's tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

# Before NumPy loads: on a busy machine its threads wait for one another longer than they compute.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Before TensorFlow does, in this process or one of ours: remarks on stderr are none of ours.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import pytest
from beside import Beside
from numpy.typing import NDArray

QUICKDRAW = Path(__file__).resolve().parents[2] / "shared" / "data" / "quickdraw"

Strokes = list[NDArray[np.float64]]


@pytest.fixture(scope="session")
def beside(request: pytest.FixtureRequest) -> Iterator[Beside]:
    """What runs while tests go on."""
    beside = Beside(request.session)
    yield beside
    beside.stop()


@pytest.fixture(scope="session")
def quickdraw_dir() -> Path:
    """Real drawings in the official formats; absent from a plain clone."""
    if not (QUICKDRAW / "bitmap").is_dir():
        pytest.skip(f"no real drawings in {QUICKDRAW}")
    return QUICKDRAW


def _arc(x: float, y: float, rx: float, ry: float) -> NDArray[np.float64]:
    angle = np.deg2rad(np.linspace(0, 360, 20))
    return np.column_stack((x + rx * np.cos(angle), y + ry * np.sin(angle)))


def _line(*points: tuple[float, float]) -> NDArray[np.float64]:
    return np.array(points, dtype=np.float64)


@pytest.fixture(scope="session")
def own_drawings() -> dict[str, Strokes]:
    """Name -> a hand-made drawing in simplified coordinates."""
    rays = np.deg2rad(np.arange(0, 360, 45))
    return {
        "cat": [
            _arc(128, 150, 100, 90),
            _line((50, 90), (40, 0), (100, 66)),
            _line((156, 66), (216, 0), (206, 90)),
            _arc(95, 130, 8, 10),
            _arc(160, 130, 8, 10),
            _line((90, 170), (0, 160)),
            _line((166, 170), (255, 160)),
        ],
        "dog": [
            _arc(128, 110, 70, 80),
            _arc(40, 110, 40, 70),
            _arc(215, 110, 40, 70),
            _arc(128, 140, 15, 10),
        ],
        "tree": [
            _arc(128, 80, 100, 80),
            _line((110, 158), (105, 255)),
            _line((146, 158), (150, 255)),
        ],
        "sun": [
            _arc(128, 128, 60, 60),
            *(
                _line(
                    (128 + 80 * np.cos(a), 128 + 80 * np.sin(a)),
                    (128 + 127 * np.cos(a), 128 + 127 * np.sin(a)),
                )
                for a in rays
            ),
        ],
        "house": [
            _line((30, 110), (30, 255), (226, 255), (226, 110)),
            _line((0, 120), (128, 0), (255, 120), (0, 120)),
            _line((105, 255), (105, 180), (150, 180), (150, 255)),
        ],
    }
