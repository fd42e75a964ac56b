"""The letters of the menus, and what tooltips say of actions."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from window_acts import draw_cat

from desktop.actions import SPECS
from desktop.language import use_language
from desktop.marks import without_mnemonic
from desktop.window import MainWindow


@pytest.fixture(autouse=True)
def english_again(qapp) -> Iterator[None]:
    yield
    use_language("en")


def speak(window: MainWindow, qtbot, language: str) -> None:
    """In all its texts, which change a moment later."""
    title = {"en": "&File", "zh_CN": "文件(&F)"}[language]
    window.context.settings.change(language=language)
    qtbot.waitUntil(lambda: window._menus["file"].title() == title)


def menus_of(menu: QMenu) -> Iterator[QMenu]:
    """Those within it included, filled."""
    menu.aboutToShow.emit()
    yield menu
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from menus_of(inner)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_letter_stands_for_two_rows_of_a_menu(window: MainWindow, qtbot, language: str) -> None:
    speak(window, qtbot, language)
    every = [menu for top in window._menus.values() for menu in menus_of(top)]
    assert len(every) > 12
    for rows in (window.menuBar().actions(), *(menu.actions() for menu in every)):
        letters: dict[str, str] = {}
        for row in rows:
            letter = QKeySequence.mnemonic(row.text()).toString()
            assert not letter or letter not in letters, (row.text(), letters[letter])
            letters[letter] = row.text()
    named = [spec for spec in SPECS if spec.name != "language_zh_CN"]
    for spec in named:
        text = window.commands[spec.name].text()
        assert not QKeySequence.mnemonic(text).isEmpty(), f"{text} has no letter"


def test_a_letter_chooses_its_row(window: MainWindow, qtbot) -> None:
    window.commands["eraser"].trigger()
    menu = window._menus["edit"]
    menu.popup(window.mapToGlobal(QPoint(60, 60)))
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: not menu.isVisible())
    assert window.commands["pen"].isChecked()


def tip_over(widget: QWidget) -> str:
    """What comes when the pointer rests there."""
    QToolTip.hideText()
    middle = widget.rect().center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, middle, widget.mapToGlobal(middle))
    QApplication.sendEvent(widget, event)
    return QToolTip.text()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_tooltips_begin_with_the_name_and_its_keys(
    window: MainWindow, qtbot, language: str
) -> None:
    """Then comes what it does; or why not, where it is greyed out."""
    speak(window, qtbot, language)
    button = window.shelf.bar_buttons["shelf_sheet"]
    window.show_panel("shelf")
    name = without_mnemonic(window.commands["shelf_sheet"].text()).rstrip("…")
    first, why = tip_over(button).split("\n")
    assert first == f"{name} (Ctrl+Alt+C)" and not button.isEnabled()
    assert why != window.commands["shelf_sheet"].statusTip()
    draw_cat(window.draw.canvas)
    window.commands["keep"].trigger()
    first, what = tip_over(button).split("\n")
    assert first == f"{name} (Ctrl+Alt+C)" and button.isEnabled()
    assert what == window.commands["shelf_sheet"].statusTip()
    grey = [
        action
        for action in map(window.commands.__getitem__, window.commands)
        if not action.isEnabled()
    ]
    assert len(grey) > 4
    qtbot.waitUntil(lambda: all(action.property("reason") for action in grey))
    for spec in SPECS:
        action = window.commands[spec.name]
        first, about = action.toolTip().split("\n")
        assert re.sub(r" \([^()]*\)$", "", first) == without_mnemonic(action.text()).rstrip("…")
        assert about
