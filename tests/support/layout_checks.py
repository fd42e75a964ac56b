"""Where everything in the window is, in logical pixels, and what is clipped or overlaps.

Run by itself it prints the findings as JSON, so that a test can ask at any scale of the screen.
It looks at the empty window, then at the filled one: all tabs, all modes of the map and the mix,
proposals, dialogs; in the language named first and then, changed while it runs, the others.

    QT_SCALE_FACTOR=2 python tests/support/layout_checks.py MODEL LANGUAGES WIDTHxHEIGHT...
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from desktop.background import background_jobs, stop_background
from desktop.examples import load_example
from desktop.settings import SettingsStore
from desktop.state.mix import Term, difference
from desktop.theme import install_theme
from desktop.views.elided import ElidedLabel
from desktop.views.questions import Question
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
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)
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
        elif isinstance(widget, QComboBox | QAbstractSpinBox):
            short = _words_cut(widget)
        else:
            wanted = widget.minimumSizeHint()
            if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel):
                wanted = widget.sizeHint()
            short = (
                wanted.width() > widget.width() + SLACK or wanted.height() > widget.height() + SLACK
            )
        if short:
            found.append(f"{_name(widget)} is cut off")
    return found


def _words_cut(widget: QComboBox | QAbstractSpinBox) -> bool:
    """Whether a field shows only a part of its words, whatever it says of its size."""
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, part, widget
        )
        return widget.fontMetrics().horizontalAdvance(widget.currentText()) > room.width() + SLACK
    line = widget.lineEdit()
    left = line.textMargins().left()
    wide = widget.fontMetrics().horizontalAdvance(widget.text())
    return left < 4 or wide > line.width() - left + SLACK


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


def fill(window: MainWindow) -> None:
    """Something in every panel."""
    editor = window.editor
    ink = load_example("cat")
    editor.change("Draw", current=editor.inked(ink))
    cat = editor.current
    other = editor.engine.from_ink(ink[:2])
    editor.keep((cat, other, cat, other, cat))
    for index, doodle in enumerate((cat, other, cat)):
        editor.set_keyframe(index, doodle)
    name = "with a long and winding tail"
    direction = difference(name, (cat,), (other,), editor.engine.name)
    terms = (Term(1.0, cat), Term(-0.75, other), Term(1.25, cat))
    editor.change("Fill", terms=terms, directions=(direction,))
    editor.adopt(cat)


def faces(window: MainWindow) -> Iterator[str]:
    """Brings one face of the window after another to the front; names it."""
    commands = window.commands
    yield "as it starts"
    for name in ("shelf", "mix"):
        window.docks[name].raise_()
    commands["map_axes"].trigger()
    window.mix.show_page(1)
    commands["more_like_this"].trigger()
    yield "axes, directions, proposals, shelf"
    commands["map_sliders"].trigger()
    window.mix.show_page(2)
    yield "sliders, a new direction"
    window.mix.show_page(0)
    window.seen.proposals.leave()
    commands["map_plane"].trigger()
    yield "equation"
    for name in ("sketches", "morph"):
        window.docks[name].raise_()


def dialogs(window: MainWindow) -> list[str]:
    """What is cut off in the dialogs."""
    found = []
    for name in ("settings", "about", "help", "model_card", "palette"):
        dialog = window.dialogs.open(name)
        QTest.qWait(20)
        found += [f"{name}: {words}" for words in _clipped(dialog)]
        dialog.close()
    question = Question(window, "Save what you made before closing? " * 2, "", [("a", "Save")])
    question.open()
    QTest.qWait(20)
    found += [f"question: {words}" for words in _clipped(question)]
    question.close()
    return found


def at_rest(window: MainWindow) -> None:
    """Waits until the panels have stayed where they are for a while."""
    last, since = boxes(window), 0
    for _ in range(150):
        QTest.qWait(20)
        now = boxes(window)
        last, since = now, since + 1 if now == last else 0
        if since == 7:  # longer than the layout takes to think again
            return


def lasting_problems(window: MainWindow) -> list[str]:
    """What is wrong, and still is when nothing is on its way: on a busy machine words come late."""
    if problems(window):
        for _ in range(150):
            if not background_jobs():
                break
            QTest.qWait(20)
        at_rest(window)
    return problems(window)


def look(
    window: MainWindow, size: tuple[int, int], settings: SettingsStore, others: list[str]
) -> dict[str, Any]:
    """Boxes and problems at one size, and the ratio of device pixels."""
    window.resize(*size)
    at_rest(window)
    shot = window.grab()
    found: dict[str, Any] = {
        "boxes": boxes(window),
        "ratio": shot.width() / window.width(),
        "problems": [f"empty: {words}" for words in lasting_problems(window)],
        "minimum": list(window.layout().totalMinimumSize().toTuple()),
    }
    fill(window)
    first = settings.values.language
    for language in (first, *others):
        settings.change(language=language)
        at_rest(window)
        for face in faces(window):
            QTest.qWait(60)
            where = f"{language}, {face}"
            least = window.layout().totalMinimumSize().toTuple()
            found["minimum"] = [max(pair) for pair in zip(found["minimum"], least, strict=True)]
            found["problems"] += [f"{where}: {words}" for words in lasting_problems(window)]
            if window.size().toTuple() != size:
                found["problems"].append(f"{where}: the window grew to {window.size().toTuple()}")
        found["problems"] += dialogs(window)
    settings.change(language=first)
    while window.editor.undo_stack.canUndo():
        window.editor.undo()
    QTest.qWait(20)
    found["size"] = list(window.size().toTuple())
    return found


class Dressings(QObject):
    """Counts how often widgets are told of another style."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def main() -> None:
    """Prints what was found at each size, and how often a widget was dressed on average."""
    model, languages, *sizes = sys.argv[1:]
    first, *others = languages.split(",")
    app = QApplication(["layout"])
    settings = SettingsStore(Path(os.environ["HOME"]) / f"settings-{os.getpid()}.json")
    settings.change(language=first)
    install_theme(app).choose("light")
    dressings = Dressings()
    app.installEventFilter(dressings)
    window = MainWindow(settings, model)
    app.removeEventFilter(dressings)
    window.session.unattended = True
    window.resize(*map(int, sizes[0].split("x")))
    window.show()
    for _ in range(400):
        QTest.qWait(25)
        if window.editor.document.state.model:
            break
    result: dict[str, Any] = {"dressings": dressings.count / len(window.findChildren(QWidget))}
    for size in sizes:
        width, height = map(int, size.split("x"))
        result[size] = look(window, (width, height), settings, others)
    print(json.dumps(result))
    window.close()
    stop_background()


if __name__ == "__main__":
    main()
