"""The window by keyboard, by screen reader, and with any kind of colour vision."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QToolBar, QWidget
from window_acts import draw_cat, pixels

from desktop.examples import load_example
from desktop.theme import category_color, category_shape
from desktop.window import MainWindow

# Machado, Oliveira and Fernandes 2009: what dichromats see of linear RGB.
VISION = {
    "normal": np.eye(3),
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def lab(linear: np.ndarray) -> np.ndarray:
    to_xyz = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750]]
    to_xyz.append([0.0193339, 0.1191920, 0.9503041])
    ratio = np.array(to_xyz) @ np.clip(linear, 0, 1) / [0.95047, 1, 1.08883]
    x, y, z = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def linear(color: str) -> np.ndarray:
    value = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("vision", VISION)
def test_category_colours_can_be_told_apart(vision: str) -> None:
    """By colour alone, as on the map's ground; better still among signs of the same shape."""
    seen = [lab(np.array(VISION[vision]) @ linear(category_color(i).name())) for i in range(32)]
    for index, one in enumerate(seen):
        for i, other in enumerate(seen[:index]):
            alike = category_shape(index) == category_shape(i)
            assert np.linalg.norm(one - other) >= (14 if alike else 9.5), (i, index)


def test_more_categories_than_colours_begin_anew(qapp) -> None:
    assert category_color(33) == category_color(1) and category_shape(33) == category_shape(1)


def operable(window: MainWindow) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.focusProxy() is None
    ]


def test_whatever_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    for widget in operable(window):
        name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
        assert name, f"{type(widget).__name__} in {widget.parentWidget()} has no name"


def test_tab_reaches_every_panel_and_comes_back(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    window.draw.canvas.setFocus()
    qtbot.waitUntil(window.draw.canvas.hasFocus)
    visited: list[QWidget] = []
    for _ in range(200):
        widget = QApplication.focusWidget()
        if widget in visited:
            break
        visited.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is visited[0], "Tab does not come round"
    for name, dock in window.docks.items():
        shown = dock.isVisible() and not dock.visibleRegion().isEmpty()
        if shown and [widget for widget in operable(window) if dock.isAncestorOf(widget)]:
            assert any(dock.isAncestorOf(widget) for widget in visited), f"{name} is skipped"
    order = [window.docks[name] for name in ("draw", "seen", "map", "sketches", "morph")]
    stops = [
        next(i for i, widget in enumerate(visited) if dock.isAncestorOf(widget)) for dock in order
    ]
    assert stops == sorted(stops), "Tab jumps to and fro"
    bar = window.findChild(QToolBar)
    assert any(bar.isAncestorOf(widget) for widget in visited)
    for name, dock in window.docks.items():
        inside = [i for i, widget in enumerate(visited) if dock.isAncestorOf(widget)]
        assert dock.in_front() or not inside, f"{name} has the focus behind another tab"
        left = [i for i in inside if (i + 1) % len(visited) not in inside]
        assert len(left) <= 1, f"Tab leaves {name} and comes again"


def test_many_tiles_are_one_stop_and_arrows_walk_on(window: MainWindow, qtbot) -> None:
    tiles = window.sketches.tiles
    stops = [tile for tile in tiles if tile.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == tiles[:1] and window.sketches.area.isAncestorOf(tiles[0])
    window.activateWindow()
    tiles[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tiles[0].hasFocus)
    QTest.keyClick(tiles[0], Qt.Key.Key_Right)
    assert tiles[1].hasFocus()
    QTest.keyClick(tiles[1], Qt.Key.Key_Tab)
    assert not window.sketches.area.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert tiles[1].hasFocus()


def test_arrows_walk_along_the_legend(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    first, second, *_ = window.map.plane.legend.buttons
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert second.isChecked() and not first.isChecked()
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert first.hasFocus()


def test_keys_go_nowhere_when_their_panel_goes_behind_a_tab(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    window.editor.keep(window.editor.document.state.sketches[:3])
    window.show_panel("shelf")
    qtbot.waitUntil(window.docks["shelf"].in_front)
    QTest.mouseClick(window.shelf.tiles[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.shelf.tiles[1].hasFocus)
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.tabText(1) == "Shelf")
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    qtbot.waitUntil(window.docks["sketches"].in_front)
    focus = QApplication.focusWidget()
    assert focus is None or not window.docks["shelf"].isAncestorOf(focus)
    QTest.keyClick(focus or window, Qt.Key.Key_Delete)
    assert len(window.editor.document.state.collection) == 3


def test_keys_go_to_a_panel_and_hide_it_once_they_are_there(window: MainWindow, qtbot) -> None:
    shelf, sketches = window.docks["shelf"], window.docks["sketches"]
    window.activateWindow()
    draw_cat(window.draw.canvas)
    assert sketches.in_front() and not shelf.in_front()
    assert sketches.shown.isChecked() and shelf.shown.isChecked()
    for expected in (True, False, True):
        QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(lambda expected=expected: shelf.in_front() is expected)
        assert shelf.shown.isChecked() is expected
        assert shelf.isAncestorOf(QApplication.focusWidget()) is expected
    # What is in sight only gets the keys at first, and stays where it is.
    map_ = window.docks["map"]
    for expected in (True, False):
        QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(lambda expected=expected: map_.in_front() is expected)
        assert map_.shown.isChecked() is expected
        assert map_.isAncestorOf(QApplication.focusWidget()) is expected


def test_the_menu_ticks_panels_on_and_off(window: MainWindow, qtbot) -> None:
    """Unlike the keys it hides what is in sight at once, whoever has the focus."""
    window.activateWindow()
    window.draw.canvas.setFocus()
    dock = window.docks["map"]
    menu = next(a.menu() for a in window.menuBar().actions() if dock.shown in a.menu().actions())
    for expected in (False, True):
        menu.popup(window.mapToGlobal(QPoint(200, 60)))
        qtbot.waitUntil(menu.isVisible)
        QTest.mouseClick(
            menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(dock.shown).center()
        )
        qtbot.waitUntil(lambda expected=expected: dock.in_front() is expected)
        assert dock.shown.isChecked() is expected
        qtbot.waitUntil(lambda: not window._in_menu)


def test_a_tick_in_the_menu_says_that_a_panel_is_somewhere(window: MainWindow, qtbot) -> None:
    """One behind a tab comes to the front at the first choice and goes at the second."""
    shelf, morph = window.docks["shelf"], window.docks["morph"]
    menu = window._menus["view"]
    assert not shelf.in_front() and shelf.shown.isChecked()
    for in_front, ticked in ((True, True), (False, False), (True, True)):
        menu.popup(window.mapToGlobal(QPoint(200, 60)))
        qtbot.waitUntil(menu.isVisible)
        row = menu.actionGeometry(shelf.shown).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=row)
        qtbot.waitUntil(lambda expected=in_front: shelf.in_front() is expected)
        assert shelf.shown.isChecked() is ticked
        qtbot.waitUntil(lambda: not window._in_menu)
    window.show_panel("sketches")
    qtbot.waitUntil(lambda: not shelf.in_front())
    assert shelf.shown.isChecked()
    morph.close()
    assert not morph.shown.isChecked()


def test_keys_go_from_panel_to_panel(window: MainWindow, qtbot) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    names = ["draw", "seen", "map", "sketches", "morph"]

    def press(keys: Qt.KeyboardModifier) -> str:
        QTest.keyClick(window, Qt.Key.Key_F6, keys)
        focus = window.focusWidget()
        return next(name for name, dock in window.docks.items() if dock.isAncestorOf(focus))

    window.setFocus()
    assert [press(control) for _ in range(6)] == [*names, "draw"]
    assert press(control | shift) == "morph" and window.morph.slots[0].hasFocus()
    assert press(control | shift) == "sketches" and window.sketches.tiles[0].hasFocus()
    window.docks["mix"].come()
    assert press(control) == "mix"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_what_has_the_focus(window: MainWindow, qtbot, key) -> None:
    """In the pop-up of examples, on the icons of a panel's title and on signs of the legend."""
    window.activateWindow()
    window.commands["examples"].trigger()
    gallery = window.draw.gallery
    first, second, *_ = gallery.buttons.values()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    qtbot.waitUntil(second.hasFocus)
    QTest.keyClick(second, key)
    assert gallery.isHidden()
    assert len(window.editor.current.ink) == len(load_example(list(gallery.buttons)[1]))
    window.activateWindow()
    more = window.seen.bar_buttons["more_like_this"]
    for button, pressed in (
        (more, window.seen.proposals.isVisible),
        (window.map.plane.legend.buttons[1], window.map.plane.legend.buttons[1].isChecked),
    ):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(button.hasFocus)
        assert not pressed()
        QTest.keyClick(button, key)
        assert pressed()


def test_enter_with_other_keys_is_for_shortcuts(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    sign = window.map.plane.legend.buttons[1]
    sign.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(sign.hasFocus)
    QTest.keyClick(sign, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not sign.isChecked()


def test_arrows_walk_along_the_examples(window: MainWindow, qtbot) -> None:
    window.resize(1280, 832)
    strip = window.draw.strip
    qtbot.waitUntil(strip.isVisible)
    first, second, *_ = strip.buttons.values()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert len(window.editor.current.ink) == len(load_example(list(strip.buttons)[1]))
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert first.hasFocus()


def test_the_focus_can_be_seen(window: MainWindow, qtbot) -> None:
    """Every kind of widget looks different while it has the focus."""
    window.activateWindow()
    kinds: dict[str, QWidget] = {}
    for widget in operable(window):
        kinds.setdefault(type(widget).__name__, widget)
    assert len(kinds) >= 5
    for name, widget in kinds.items():
        rest = window.draw.canvas if widget is not window.draw.canvas else window.map.view
        rest.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.wait(15)
        without = pixels(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.wait(15)
        focused = pixels(widget)
        assert without.shape == focused.shape
        assert (without != focused).any(), f"{name} does not show that it has the focus"


def test_a_tile_that_the_keys_leave_behind_a_dialog_shows_it(window: MainWindow, qtbot) -> None:
    tile = window.morph.slots[0]
    bare = tile.grab().toImage()
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    ringed = tile.grab().toImage()
    assert ringed != bare
    for gone in (False, True):
        dialog = QDialog(window)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        if gone:
            window.draw.canvas.setFocus()
        dialog.close()
        dialog.deleteLater()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        assert tile.hasFocus() is not gone
        assert tile.grab().toImage() == (bare if gone else ringed)


def test_a_right_click_on_a_title_offers_the_panels_of_the_view_menu(
    window: MainWindow, qtbot
) -> None:
    menu = window.createPopupMenu()
    names = [action.text() for action in menu.actions()]
    assert names[:7] == ["Draw", "Seen as", "Map", "Generate", "Shelf", "Morph", "Mix"]
    ticked = {action.text() for action in menu.actions() if action.isChecked()}
    assert ticked == set(names[:7])
    menu.popup(window.mapToGlobal(QPoint(60, 90)))
    qtbot.waitUntil(menu.isVisible)
    row = menu.actionGeometry(window.docks["draw"].shown)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=row.center())
    qtbot.waitUntil(lambda: not window.docks["draw"].in_front())
