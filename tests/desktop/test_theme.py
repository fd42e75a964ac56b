"""Texts and marks that everybody can read: contrasts of WCAG, in both themes."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.theme import DARK, LIGHT, Colors, theme
from desktop.window import MainWindow

GROUNDS = ("window", "surface", "page", "hover")


def linear(color: str) -> np.ndarray:
    part = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light = sorted(float(linear(color) @ (0.2126, 0.7152, 0.0722)) for color in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


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


def test_the_window_follows_the_colours_chosen(open_window, qapp, settings) -> None:
    told: list[Colors] = []
    theme().choose("light")

    def note() -> None:
        told.append(theme().colors)

    theme().changed.connect(note)
    open_window(wait=False)
    assert LIGHT.accent in qapp.styleSheet() and not told
    settings.change(theme="dark")
    assert DARK.accent in qapp.styleSheet() and told == [DARK]
    assert qapp.palette().window().color().name().upper() == DARK.window
    settings.change(theme="light")
    theme().changed.disconnect(note)


def test_the_window_follows_the_system_until_somebody_chooses(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def system_turns(dark: bool) -> None:
        monkeypatch.setattr("desktop.theme.system_is_dark", lambda: dark)
        scheme = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)

    theme().choose("system")
    for dark in (True, False):
        system_turns(dark)
        assert theme().dark == dark
        paper = window.draw.canvas.grab().toImage().pixelColor(200, 200).lightness()
        assert (paper < 100) == dark
    theme().choose("light")
    system_turns(True)
    assert not theme().dark
