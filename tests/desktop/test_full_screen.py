"""The whole screen: there, back again, and after a restart."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from desktop.window import MainWindow

F11, ESCAPE = Qt.Key.Key_F11, Qt.Key.Key_Escape


@pytest.fixture
def open_small(open_window, qtbot, monkeypatch) -> Callable[[], MainWindow]:
    """A window that fits the screen of the tests, with a single panel."""
    monkeypatch.setattr(MainWindow, "minimumSizeHint", lambda window: QSize(400, 400))

    def make() -> MainWindow:
        window: MainWindow = open_window()
        for name, dock in window.docks.items():
            if name != "draw" and not dock.isHidden():
                dock.come()
                dock.come_or_go()
        window.draw.canvas.setFocus()
        room = window.screen().size()
        qtbot.waitUntil(lambda: window.layout().totalMinimumSize().width() < room.width())
        return window

    return make


@pytest.mark.parametrize("back", [F11, ESCAPE])
@pytest.mark.parametrize("maximised", [False, True])
def test_a_window_is_afterwards_as_it_was(open_small, qtbot, back, maximised) -> None:
    window = open_small()
    window.resize(600, 500)
    if maximised:
        window.showMaximized()
    qtbot.waitUntil(lambda: window.isMaximized() is maximised)
    size, tick = window.size(), window.commands["full_screen"]
    window.draw.canvas.setFocus()
    QTest.keyClick(window.draw.canvas, F11)
    qtbot.waitUntil(window.isFullScreen)
    assert tick.isChecked()
    QTest.keyClick(window.draw.canvas, back)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert window.isMaximized() is maximised and not tick.isChecked()
    qtbot.waitUntil(lambda: window.size() == size)


def test_the_tick_tells_the_truth_after_a_restart(open_small, qtbot) -> None:
    window = open_small()
    window.showMaximized()
    window.commands["full_screen"].trigger()
    qtbot.waitUntil(window.isFullScreen)
    window.close()
    again = open_small()
    assert again.isFullScreen() and again.commands["full_screen"].isChecked()
    QTest.keyClick(again, F11)
    qtbot.waitUntil(lambda: not again.isFullScreen())
    assert again.isMaximized() and not again.commands["full_screen"].isChecked()


def test_escape_is_first_for_what_has_a_use_for_it(open_small, qtbot) -> None:
    window = open_small()
    window.commands["full_screen"].trigger()
    qtbot.waitUntil(window.isFullScreen)
    canvas = window.draw.canvas
    canvas.setFocus()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    QTest.keyClick(canvas, ESCAPE)
    assert window.isFullScreen() and not canvas.busy
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    QTest.keyClick(canvas, ESCAPE)
    qtbot.waitUntil(lambda: not window.isFullScreen())
