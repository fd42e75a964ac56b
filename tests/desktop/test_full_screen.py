"""The whole screen: there, back again, and after a restart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window import MainWindow

F11, ESCAPE = Qt.Key.Key_F11, Qt.Key.Key_Escape


@pytest.mark.parametrize("back", [F11, ESCAPE])
@pytest.mark.parametrize("maximised", [False, True])
def test_a_window_is_afterwards_as_it_was(window: MainWindow, qtbot, back, maximised) -> None:
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


def test_the_tick_tells_the_truth_after_a_restart(open_window, qtbot) -> None:
    window = open_window()
    window.showMaximized()
    window.commands["full_screen"].trigger()
    qtbot.waitUntil(window.isFullScreen)
    window.close()
    again = open_window()
    assert again.isFullScreen() and again.commands["full_screen"].isChecked()
    QTest.keyClick(again, F11)
    qtbot.waitUntil(lambda: not again.isFullScreen())
    assert again.isMaximized() and not again.commands["full_screen"].isChecked()


def test_escape_is_first_for_what_has_a_use_for_it(window: MainWindow, qtbot) -> None:
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
