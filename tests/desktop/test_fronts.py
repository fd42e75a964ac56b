"""Of panels that share a place, the one seen last is in front, whichever of them goes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from window_acts import LEFT

from desktop.window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier
PANELS = ("sketches", "shelf", "morph", "mix")
KEYS = {name: Qt.Key(Qt.Key.Key_F5 + number) for number, name in enumerate(PANELS)}


@pytest.fixture
def four(window: MainWindow) -> MainWindow:
    """Four panels share a place."""
    docks = window.docks
    for before, after in pairwise(PANELS):
        window.tabifyDockWidget(docks[before], docks[after])
    QApplication.processEvents()
    return window


def bar_of(window: MainWindow, name: str) -> tuple[QTabBar, int]:
    title = window.docks[name].windowTitle()
    for bar in window.findChildren(QTabBar):
        for index in range(bar.count()):
            if bar.isVisible() and bar.tabText(index) == title:
                return bar, index
    raise AssertionError(name)


def see(window: MainWindow, *names: str) -> None:
    """Clicks their tabs, one after the other."""
    for name in names:
        bar, index = bar_of(window, name)
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(index).center())
        QApplication.processEvents()


def fronts(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    return [name for name in PANELS if window.docks[name].in_front()]


def test_a_panel_that_hides_uncovers_the_one_seen_before(four: MainWindow) -> None:
    see(four, "mix", "sketches", "shelf")
    four.docks["shelf"].take_focus()
    QTest.keyClick(four, KEYS["shelf"], SHIFT)
    assert fronts(four) == ["sketches"]
    QTest.keyClick(four, KEYS["shelf"], SHIFT)
    assert fronts(four) == ["shelf"]
    see(four, "mix")
    four.docks["morph"].hide()
    four.docks["morph"].rearranged.emit()
    assert fronts(four) == ["mix"]


def test_a_panel_that_moves_away_uncovers_the_one_seen_before(four: MainWindow) -> None:
    see(four, "sketches", "mix", "shelf", "morph")
    four.docks["morph"].take_focus()
    four.commands["move_right"].trigger()
    assert fronts(four) == ["shelf", "morph"]
    see(four, "mix")
    four.docks["morph"].take_focus()
    four.commands["move_left"].trigger()
    assert fronts(four) == ["morph"]
    four.docks["morph"].take_focus()
    four.commands["move_right"].trigger()
    assert fronts(four) == ["morph", "mix"]


def test_a_panel_that_is_carried_away_uncovers_the_one_seen_before(four: MainWindow) -> None:
    see(four, "mix", "sketches", "shelf")
    docks = four.docks
    docks["shelf"].setFloating(True)  # what Qt does when a title bar is dragged
    QApplication.processEvents()
    four.tabifyDockWidget(docks["draw"], docks["shelf"])
    docks["shelf"].setFloating(False)
    docks["shelf"].raise_()
    assert fronts(four) == ["sketches", "shelf"] and not docks["draw"].in_front()


def test_who_was_in_front_is_so_after_a_restart(four: MainWindow, open_window) -> None:
    see(four, "sketches", "mix", "shelf", "morph")
    four.docks["morph"].take_focus()
    four.commands["move_right"].trigger()
    QApplication.processEvents()
    four.close()
    assert fronts(open_window()) == ["shelf", "morph"]
