"""Every panel says what it is, on a tab or by itself."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from desktop.views.panel import MARGINS, TitleBar
from desktop.window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def hide(window: MainWindow, qtbot, name: str, key: Qt.Key) -> None:
    """With the keys: the first time it comes, the second time it goes."""
    for _ in range(2):
        QTest.keyClick(window, key, SHIFT)
    qtbot.waitUntil(window.docks[name].isHidden)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1024, 680), (1280, 832), (1600, 1000)])
def test_a_panel_without_its_tab_says_its_title(
    window: MainWindow, qtbot, size: tuple[int, int], language: str
) -> None:
    window.context.settings.change(language=language)
    drawn = {"en": "DRAW", "zh_CN": "绘画"}[language]
    qtbot.waitUntil(lambda: window.docks["draw"].bar.title.text() == drawn)
    window.resize(*size)
    hide(window, qtbot, "shelf", Qt.Key.Key_F6)
    hide(window, qtbot, "mix", Qt.Key.Key_F8)
    for dock in window.docks.values():
        if dock.isHidden():
            continue
        title = dock.bar.title
        qtbot.waitUntil(lambda dock=dock: dock.bar.title.shown() == dock.windowTitle().upper())
        assert title.isVisible()
        parts = [child for child in dock.bar.findChildren(QComboBox) if child.isVisible()]
        assert all(part.width() >= part.sizeHint().width() for part in parts), "nothing is cut off"
        assert dock.bar.rect().contains(title.geometry())
    assert window.size().toTuple() == size
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL_ALT)
    qtbot.waitUntil(lambda: not window.docks["mix"].isHidden())
    untitled = {"sketches", "shelf", "morph", "mix"}
    qtbot.waitUntil(
        lambda: untitled == {n for n, dock in window.docks.items() if dock.bar.title.isHidden()}
    )
    assert window.size().toTuple() == size, "no wider when panels are put back"


def test_a_title_stands_beside_the_controls_where_there_is_room(window: MainWindow, qtbot) -> None:
    hide(window, qtbot, "shelf", Qt.Key.Key_F6)
    bar = window.docks["sketches"].bar
    count = window.sketches.controls.count
    for width, beneath in ((1024, True), (1900, False), (1024, True)):
        window.resize(width, 832)
        qtbot.waitUntil(
            lambda beneath=beneath: (
                beneath is (bar.title.geometry().bottom() < count.geometry().top())
            )
        )
    assert window.size().toTuple() == (1024, 832)


def test_a_title_bar_that_is_arranged_rests(window: MainWindow, qtbot, monkeypatch) -> None:
    """Above its controls as well as beside them: what it sets asks for no other layout."""
    window.resize(1024, 680)
    hide(window, qtbot, "shelf", Qt.Key.Key_F6)
    qtbot.wait(200)
    arranged: list[TitleBar] = []
    arrange = TitleBar._arrange
    monkeypatch.setattr(TitleBar, "_arrange", lambda bar: (arranged.append(bar), arrange(bar)))
    window.docks["sketches"].bar.updateGeometry()
    window.docks["draw"].bar.updateGeometry()
    qtbot.wait(200)
    assert len(arranged) < 20


def test_a_bar_without_buttons_is_as_high_as_one_with_them(window: MainWindow, qtbot) -> None:
    bars = [window.docks[name].bar for name in ("draw", "map")]
    for mode in ("map_axes", "map_sliders", "map_plane"):
        window.commands[mode].trigger()
        qtbot.wait(20)
        assert {bar.height() for bar in bars} == {44}
        morph = window.docks["morph"].bar  # its tab says what it is: what it has begins at the left
        left = min(box.mapTo(morph, QPoint(0, 0)).x() for box in morph.findChildren(QComboBox))
        assert left <= MARGINS[0] + 1
        assert bars[1].geometry().bottom() < window.docks["map"].widget().geometry().top()
