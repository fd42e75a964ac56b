"""Colours that everybody can read: contrasts of WCAG, and hues for any kind of colour vision."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from desktop.theme import CATEGORY_COLORS, DARK, LIGHT, Colors, install_theme

GROUNDS = ("window", "surface", "page", "hover")
# Linear RGB as people without one kind of cone see it (Machado et al. 2009, severity 1).
VISION = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(color: str) -> np.ndarray:
    part = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light = sorted(float(linear(color) @ (0.2126, 0.7152, 0.0722)) for color in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = np.array(matrix) @ np.clip(rgb, 0, 1) / (0.9505, 1.0, 1.089)
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", [*GROUNDS, "accent_soft"])
def test_texts_can_be_read_on_every_ground(colors: Colors, ground: str) -> None:
    for text in ("ink", "muted"):
        assert contrast(getattr(colors, text), getattr(colors, ground)) >= 4.5, text


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_can_be_seen_on_every_ground(colors: Colors) -> None:
    assert contrast(colors.on_accent, colors.accent) >= 4.5
    assert contrast(colors.accent, colors.surface) >= 4.5  # links
    for ground in GROUNDS:
        for mark in ("accent", "faint"):
            assert contrast(getattr(colors, mark), getattr(colors, ground)) >= 3, (mark, ground)
    # The rim that keeps pale hues of the legend in sight.
    assert contrast(colors.muted, colors.surface) >= 3


@pytest.mark.parametrize("vision", VISION)
def test_the_hues_of_categories_differ_for_any_colour_vision(vision: str) -> None:
    seen = [lab(np.array(VISION[vision]) @ linear(color)) for color in CATEGORY_COLORS]
    distances = [np.linalg.norm(one - other) for one, other in combinations(seen, 2)]
    assert min(distances) >= 15


def test_every_category_has_a_colour_of_its_own(qapp) -> None:
    colors = {install_theme(qapp).category_color(index).name() for index in range(32)}
    assert len(colors) == 32
    assert all(QColor(color).isValid() for color in colors)
