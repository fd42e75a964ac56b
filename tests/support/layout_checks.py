"""Where everything in the window is, in logical pixels, and what is clipped or overlaps.

Run by itself it prints the findings as JSON, so that a test can ask at any scale of the screen:

    QT_SCALE_FACTOR=2 python tests/support/layout_checks.py MODEL LANGUAGE WIDTHxHEIGHT...
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QSlider,
    QWidget,
)

from desktop.window import MainWindow

TEXTS = (QLabel, QAbstractButton, QComboBox, QAbstractSpinBox)
PARTS = (*TEXTS, QSlider)
# A pixel here and there is rounding.
SLACK = 2


def boxes(window: MainWindow) -> dict[str, tuple[int, int, int, int]]:
    """x, y, width, height of each panel in front."""
    found = {}
    for name, dock in window.docks.items():
        if dock.isVisible() and not dock.visibleRegion().isEmpty():
            corner = dock.mapTo(window, QPoint(0, 0))
            found[name] = (corner.x(), corner.y(), dock.width(), dock.height())
    return found


def problems(window: MainWindow) -> list[str]:
    """What a person would see as broken."""
    found = _overlapping_panels(window)
    for name in boxes(window):
        found += _clipped(window.docks[name]) + _overlapping(window.docks[name])
    return found


def _overlapping_panels(window: MainWindow) -> list[str]:
    rects = {name: QRect(*box) for name, box in boxes(window).items()}
    found = [name for name, rect in rects.items() if not window.rect().contains(rect)]
    found = [f"the panel {name} leaves the window" for name in found]
    names = list(rects)
    for index, one in enumerate(names):
        for two in names[index + 1 :]:
            if rects[one].intersects(rects[two]):
                found.append(f"the panels {one} and {two} overlap")
    return found


def _shown(dock: QWidget) -> list[QWidget]:
    widgets = [widget for widget in dock.findChildren(QWidget) if isinstance(widget, PARTS)]
    return [
        widget
        for widget in widgets
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        and not _scrolled(widget, dock)
    ]


def _scrolled(widget: QWidget, dock: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not dock:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _clipped(dock: QWidget) -> list[str]:
    found = []
    for widget in _shown(dock):
        rect = QRect(widget.mapTo(dock, QPoint(0, 0)), widget.size())
        if not dock.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            found.append(f"{_name(widget)} leaves its panel")
        if not isinstance(widget, TEXTS):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.heightForWidth(widget.width()) > widget.height() + SLACK
        else:
            wanted = widget.minimumSizeHint()
            if isinstance(widget, QLabel):
                wanted = widget.sizeHint()
            short = (
                wanted.width() > widget.width() + SLACK or wanted.height() > widget.height() + SLACK
            )
        if short:
            found.append(f"{_name(widget)} is cut off")
    return found


def _overlapping(dock: QWidget) -> list[str]:
    shown = [(w, QRect(w.mapTo(dock, QPoint(0, 0)), w.size())) for w in _shown(dock)]
    found = []
    for index, (one, first) in enumerate(shown):
        for two, second in shown[index + 1 :]:
            both = first.intersected(second)
            nested = one.isAncestorOf(two) or two.isAncestorOf(one)
            if min(both.width(), both.height()) > SLACK and not nested:
                found.append(f"{_name(one)} and {_name(two)} overlap")
    return found


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")() or widget.accessibleName()
    return f"{type(widget).__name__} {text[:40]!r}"


def main() -> None:
    """Prints, for each size, boxes and problems, and the ratio of device pixels."""
    model, language, *sizes = sys.argv[1:]
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtTest import QTest

    from desktop.background import stop_background
    from desktop.settings import SettingsStore
    from desktop.theme import install_theme

    app = QApplication(["layout"])
    settings = SettingsStore(Path(os.environ["HOME"]) / "settings.json")
    settings.change(language=language)
    install_theme(app).choose("light")
    window = MainWindow(settings, model)
    window.resize(*map(int, sizes[0].split("x")))
    window.show()
    for _ in range(400):
        QTest.qWait(25)
        if window.editor.document.state.model:
            break
    result = {}
    for size in sizes:
        width, height = map(int, size.split("x"))
        window.resize(width, height)
        QTest.qWait(300)
        shot = window.grab()
        result[size] = {
            "size": window.size().toTuple(),
            "boxes": boxes(window),
            "problems": problems(window),
            "minimum": window.layout().minimumSize().toTuple(),
            "ratio": shot.width() / window.width(),
        }
    print(json.dumps(result))
    window.close()
    stop_background()


if __name__ == "__main__":
    main()
