"""The window as a whole: actions, names, layout, theme, closing."""

import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QMenu, QSlider, QWidget
from window_acts import draw_cat, move, pixels

from desktop.actions import SPECS
from desktop.background import background_jobs
from desktop.settings import settings_dir
from desktop.theme import DARK, LIGHT, icon_pixmap, theme
from desktop.views.bare import Bare
from desktop.window import MainWindow


def rows(menu: QMenu) -> Iterator[QAction]:
    """Those of its sub-menus included."""
    for action in menu.actions():
        inner = action.menu()
        yield from rows(inner) if isinstance(inner, QMenu) else [action]


def test_every_action_is_in_a_menu_has_a_shortcut_and_does_something(window: MainWindow) -> None:
    in_menus = {action for menu in window._menus.values() for action in rows(menu)}
    keys: set[str] = set()
    for spec in SPECS:
        action = window.commands[spec.name]
        assert action in in_menus
        assert action.text() and action.toolTip(), spec.name
        assert action.shortcuts(), spec.name
        for key in action.shortcuts():
            assert key.toString() not in keys, f"{key.toString()} twice"
            keys.add(key.toString())
        connected = action.receivers("2triggered(bool)") + action.receivers("2toggled(bool)")
        grouped = action.actionGroup() is not None
        assert connected > (1 if grouped else 0), spec.name


def test_no_two_actions_share_a_shortcut(window: MainWindow) -> None:
    """Those of the models and the panels, which are no rows of the table, included."""
    found: dict[str, set[str]] = {}
    for menu in window._menus.values():
        for action in rows(menu):
            for key in action.shortcuts():
                found.setdefault(key.toString(), set()).add(action.text())
    assert {"Alt+1", "Shift+F2"} <= set(found)
    assert {key: names for key, names in found.items() if len(names) > 1} == {}


def test_everything_one_can_operate_has_an_accessible_name(window: MainWindow) -> None:
    kinds = (QAbstractButton, QAbstractSpinBox, QComboBox, QSlider)
    for dock in window.docks.values():
        assert dock.panel.accessibleName()
        for kind in kinds:
            for widget in dock.findChildren(kind):
                if widget.objectName().startswith("qt_"):
                    continue
                name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert name, widget
                tip = widget.toolTip()
                assert tip, f"{name} has no tooltip"
    for widget in (window.draw.canvas, window.map.view, window.seen.reconstruction):
        assert widget.accessibleName()


@pytest.mark.parametrize("size", [(1024, 680), (1600, 1000)])
def test_panels_share_the_window_without_overlap(window: MainWindow, qtbot, size) -> None:
    window.resize(*size)
    qtbot.wait(80)
    boxes = {}
    in_front = {
        name: dock for name, dock in window.docks.items() if not dock.visibleRegion().isEmpty()
    }
    for name, dock in in_front.items():
        corner = dock.mapTo(window, QPoint(0, 0))
        boxes[name] = (corner.x(), corner.y(), dock.width(), dock.height())
        x, y, width, height = boxes[name]
        assert x >= 0 and y >= 0 and x + width <= size[0] and y + height <= size[1]
    top = [boxes[name] for name in ("draw", "seen", "map")]
    assert len({box[1] for box in top}) == 1
    widths = [box[2] for box in top]
    assert max(widths) - min(widths) <= 4
    assert boxes["sketches"][1] == boxes["morph"][1] > top[0][1] + top[0][3]
    assert window.draw.canvas.page().width() >= 0.8 * widths[0]
    assert min(tile.width() for tile in window.sketches.tiles) >= 40


@pytest.mark.parametrize("name", ["sketches", "shelf", "morph", "mix"])
def test_a_hidden_panel_makes_the_window_no_wider(window: MainWindow, qtbot, name: str) -> None:
    window.resize(1024, 680)
    qtbot.wait(50)
    window.docks[name].shown.trigger()
    window.docks[name].hide()
    qtbot.wait(50)
    assert (window.width(), window.height()) == (1024, 680)


def test_the_layout_is_remembered_once_it_is_ones_own(open_window, qtbot) -> None:
    """A border is dragged, a panel hidden from the menu: the next window opens like that."""
    window = open_window()
    draw, seen = window.docks["draw"], window.docks["seen"]
    qtbot.wait(120)
    before = draw.width()
    border = draw.mapTo(window, draw.rect().topRight()) + QPoint(4, 200)
    assert border.x() < seen.mapTo(window, QPoint(0, 0)).x()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=border)
    for step in (30, 60):
        move(window, border + QPoint(step, 0))
    qtbot.waitUntil(lambda: draw.width() > before + 40)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=border + QPoint(60, 0))
    shelf = window.docks["shelf"]
    shelf.shown.trigger()
    assert shelf.in_front()
    shelf.shown.trigger()
    assert shelf.isHidden()
    wide = draw.width()
    window.close()
    again = open_window()
    qtbot.wait(120)
    assert abs(again.docks["draw"].width() - wide) <= 2
    assert not again.docks["shelf"].isVisible()
    again.commands["reset_layout"].trigger()
    qtbot.waitUntil(lambda: abs(again.docks["draw"].width() - before) <= 2)
    assert not again.docks["shelf"].isHidden()


def test_a_click_between_panels_is_no_layout_of_ones_own(window: MainWindow, qtbot) -> None:
    """The panels share the window anew all the same, and nothing is remembered."""
    draw, seen, map_ = (window.docks[name] for name in ("draw", "seen", "map"))
    window.resize(1024, 680)
    qtbot.wait(120)
    for left in (draw, seen):
        gap = left.mapTo(window, left.rect().topRight()) + QPoint(4, 200)
        assert window.childAt(gap) is None
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=gap)
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: draw.width() > 480 and abs(draw.width() - map_.width()) <= 4)
    window.layout_.save()
    stored = QSettings(str(settings_dir() / "layout.ini"), QSettings.Format.IniFormat)
    assert stored.value("state") is None


def test_a_large_window_needs_no_more_than_a_small_one(window: MainWindow, qtbot) -> None:
    """What a panel shows where there is room does not keep it from being made lower again."""
    least = set()
    for size in ((1024, 680), (1600, 1000), (1024, 680)):
        window.resize(*size)
        qtbot.wait(150)
        least.add(window.docks["map"].minimumSizeHint().height())
        assert window.size().toTuple() == size
    assert len(least) == 1


def test_a_small_window_stays_small_when_panels_move(window: MainWindow, qtbot) -> None:
    window.resize(1024, 680)
    qtbot.wait(120)
    docks = window.docks
    window.splitDockWidget(docks["shelf"], docks["morph"], Qt.Orientation.Vertical)
    qtbot.wait(50)
    assert window.height() == 680


@pytest.mark.parametrize("way", ["escape", "button"])
def test_a_window_without_panels_says_how_to_get_them_back(
    window: MainWindow, qtbot, way: str
) -> None:
    window.activateWindow()
    qtbot.wait(120)
    bare = window.findChild(Bare)
    draw = window.docks["draw"].geometry()
    for dock in window.docks.values():
        assert not bare.isVisible()
        dock.come()
        dock.come_or_go()
    qtbot.waitUntil(bare.isVisible)
    assert not any(dock.isVisible() for dock in window.docks.values())
    assert window.childAt(window.rect().center()) in (bare, *bare.findChildren(QWidget))
    assert bare.button.hasFocus() and window.rect().contains(bare.geometry())
    if way == "escape":
        QTest.keyClick(window, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(bare.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bare.isVisible())
    shown = {name for name, dock in window.docks.items() if dock.in_front()}
    assert shown == {"draw", "seen", "map", "sketches", "morph"}
    assert not any(dock.isHidden() for dock in window.docks.values())
    qtbot.waitUntil(lambda: abs(window.docks["draw"].width() - draw.width()) <= 8)
    titled = {name for name, dock in window.docks.items() if not dock.bar.title.isHidden()}
    assert titled == {"draw", "seen", "map"}, "a tab says the title already"
    assert abs(window.docks["draw"].height() - draw.height()) <= 8


def test_panels_that_come_back_one_by_one_are_as_wide_as_before(window: MainWindow, qtbot) -> None:
    window.resize(1280, 832)
    window.activateWindow()
    qtbot.wait(200)
    rows = {name: dock.size() for name, dock in window.docks.items() if dock.in_front()}
    shift = Qt.KeyboardModifier.ShiftModifier
    keys = {name: Qt.Key(Qt.Key.Key_F2 + number) for number, name in enumerate(window.docks)}
    for name, dock in window.docks.items():
        while not dock.isHidden():  # the first time, they go there
            QTest.keyClick(window, keys[name], shift)
    for name in window.docks:
        QTest.keyClick(window, keys[name], shift)
        qtbot.wait(20)
    qtbot.wait(120)
    for name in ("sketches", "morph"):
        window.docks[name].raise_()
    qtbot.waitUntil(
        lambda: all(abs(window.docks[name].width() - rows[name].width()) <= 8 for name in rows)
    )
    assert all(abs(window.docks[name].height() - rows[name].height()) <= 8 for name in rows)
    window.resizeDocks([window.docks["draw"]], [300], Qt.Orientation.Horizontal)
    qtbot.wait(20)
    draw = window.docks["draw"].width()
    window.docks["map"].come_or_go()
    window.docks["map"].come_or_go()
    qtbot.wait(120)
    assert window.docks["draw"].width() == pytest.approx(draw, abs=40), "a size of one's own"


def test_a_sentence_stays_over_the_tabs(window: MainWindow, qtbot) -> None:
    window.editor.say("Nothing of this is lost.")
    toast = window._toast
    for name in ("shelf", "mix", "sketches", "morph"):
        window.docks[name].raise_()
        qtbot.waitUntil(lambda: window.childAt(toast.geometry().center()) is toast)
        assert window.childAt(toast.geometry().topLeft() + QPoint(8, 8)) is toast
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_light_and_dark_repaint_everything(window: MainWindow, qtbot) -> None:
    draw_cat(window.draw.canvas)
    window.commands["theme_light"].trigger()
    light = pixels(window)[..., :3].mean()
    assert theme().colors is LIGHT
    window.commands["toggle_theme"].trigger()
    assert theme().colors is DARK and window.commands["theme_dark"].isChecked()
    dark = pixels(window)[..., :3].mean()
    assert light > 200 and dark < 80


def test_the_system_scheme_is_followed_unless_one_is_chosen(
    window: MainWindow, qapp, monkeypatch
) -> None:
    def system(dark: bool) -> None:
        monkeypatch.setattr("desktop.theme.system_is_dark", lambda: dark)
        scheme = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
        qapp.styleHints().colorSchemeChanged.emit(scheme)

    window.commands["theme_system"].trigger()
    system(dark=True)
    assert theme().colors is DARK
    system(dark=False)
    assert theme().colors is LIGHT
    window.commands["theme_light"].trigger()
    system(dark=True)
    assert theme().colors is LIGHT


def test_icons_are_tinted_and_not_empty(qapp) -> None:
    for spec in SPECS:
        if spec.icon:
            image = icon_pixmap(spec.icon, "#ff0000", 20, 2.0).toImage()
            colors = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
            assert any(color.alpha() > 200 and color.red() > 200 for color in colors), spec.icon


def test_icons_in_other_colours_are_not_drawn_anew(qapp, monkeypatch) -> None:
    red = icon_pixmap("play", "#ff0000", 20, 2.0).toImage()
    monkeypatch.setattr("desktop.theme.QSvgRenderer", None)
    blue = icon_pixmap("play", "#0000ff", 20, 2.0).toImage()
    places = [(x, y) for x in range(40) for y in range(40) if blue.pixelColor(x, y).alpha() > 200]
    assert places and blue.devicePixelRatio() == 2.0
    for x, y in places:
        there, before = blue.pixelColor(x, y), red.pixelColor(x, y)
        assert (there.red(), there.blue()) == (before.blue(), before.red()) == (0, 255)


def test_closing_during_generation_ends_quietly(open_window, qtbot, monkeypatch) -> None:
    window = open_window()
    engine_type = type(window.editor.engine)
    real = engine_type.samples

    def slow(self, *args):  # type: ignore[no-untyped-def]
        time.sleep(0.3)
        return real(self, *args)

    monkeypatch.setattr(engine_type, "samples", slow)
    before = window.editor.document.state.sketches
    window.commands["random"].trigger()
    assert background_jobs() >= 1
    window.close()
    assert background_jobs() == 0
    qtbot.wait(400)
    assert window.editor.document.state.sketches is before


def test_closing_in_the_middle_of_a_stroke(open_window) -> None:
    from PySide6.QtTest import QTest
    from window_acts import LEFT

    window = open_window()
    QTest.mousePress(window.draw.canvas, LEFT, pos=QPoint(50, 50))
    move(window.draw.canvas, QPoint(90, 90))
    window.close()


def test_one_frame_of_drawing_stays_within_half_a_frame(window: MainWindow) -> None:
    canvas, editor = window.draw.canvas, window.editor
    draw_cat(canvas)
    ink = editor.current.ink or ()

    def frame() -> None:
        editor.begin("x")
        editor.live(current=editor.inked(ink))
        canvas.repaint()
        window.seen.reconstruction.repaint()
        window.map.view.repaint()

    assert settles(frame, 0.016, editor.cancel)
    assert settles(lambda: editor.engine.from_ink(ink), 0.008)


def settles(
    act: Callable[[], object], limit: float, after: Callable[[], None] | None = None
) -> bool:
    """Whether the usual CPU time of `act`, the median of 15, is below `limit` seconds.

    What else the machine does takes away caches and clock rate, so that the same work costs more
    for a while: a median above the limit is measured again, up to eight times.
    """
    for _ in range(8):
        spent = []
        for _ in range(15):
            start = time.thread_time()
            act()
            spent.append(time.thread_time() - start)
            if after is not None:
                after()
        if np.median(spent) < limit:
            return True
    return False


def seen_places(window: MainWindow) -> list[tuple[str, ...]]:
    """The panels in front, row by row."""
    boxes = {
        name: dock.mapTo(window, QPoint(0, 0))
        for name, dock in window.docks.items()
        if dock.in_front()
    }
    rows: list[list[str]] = []
    for name in sorted(boxes, key=lambda name: boxes[name].y()):
        # One that has tabs above it begins a little lower than its neighbours.
        same = rows and boxes[name].y() - boxes[rows[-1][0]].y() < 50
        rows = [*rows[:-1], [*rows[-1], name]] if same else [*rows, [name]]
    return [tuple(sorted(row, key=lambda name: boxes[name].x())) for row in rows]


def test_a_panel_is_moved_with_the_keys(open_window, qtbot) -> None:
    window = open_window()
    window.resize(1280, 832)
    qtbot.wait(120)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    size = window.size()

    def press(key: Qt.Key) -> None:
        QTest.keyClick(window.focusWidget(), key, both)
        qtbot.wait(20)

    window.docks["map"].take_focus()
    focus = window.focusWidget()
    press(Qt.Key.Key_Left)
    assert window.docks["seen"] in window.tabifiedDockWidgets(window.docks["map"])
    assert seen_places(window) == [("draw", "map"), ("sketches", "morph")]
    press(Qt.Key.Key_Left)
    assert seen_places(window) == [("draw", "map", "seen"), ("sketches", "morph")]
    assert window.focusWidget() is focus and window.size() == size
    shelf = window.docks["shelf"]
    shelf.hide()
    press(Qt.Key.Key_Down)
    assert seen_places(window) == [("draw", "seen"), ("map", "morph")]
    assert shelf.isHidden()
    shelf.shown.trigger()
    assert shelf in window.tabifiedDockWidgets(window.docks["sketches"])
    left = seen_places(window)
    window.close()
    again = open_window()
    qtbot.wait(120)
    assert seen_places(again) == left
    again.commands["reset_layout"].trigger()
    qtbot.wait(50)
    assert seen_places(again) == [("draw", "seen", "map"), ("sketches", "morph")]


def test_a_panel_at_the_edge_says_that_it_stays(window: MainWindow, qtbot) -> None:
    window.draw.canvas.setFocus()
    for _ in range(2):
        window.commands["move_left"].trigger()
    assert "further" in window._toast.text()
    window.models.button.setFocus()
    window.commands["move_left"].trigger()
    assert "Ctrl+F6" in window._toast.text()


def test_no_panel_goes_where_the_window_would_have_to_grow(window: MainWindow, qtbot) -> None:
    window.resize(1024, 680)
    qtbot.wait(120)
    before = seen_places(window)
    window.docks["map"].take_focus()
    window.commands["move_right"].trigger()  # a column of its own beside both rows
    assert window.size().toTuple() == (1024, 680) and seen_places(window) == before
    assert "enlarge" in window._toast.text() and window.layout_.current() == "map"
    window.commands["move_left"].trigger()
    assert seen_places(window) != before and not window._toast.isVisible()


@pytest.mark.parametrize("name", ["move_left", "reset_layout"])
def test_panels_keep_their_places_while_one_hangs_at_the_mouse(
    window: MainWindow, qtbot, name: str
) -> None:
    before = seen_places(window)
    dock = window.docks["morph"]
    at = dock.bar.geometry().center()
    QTest.mousePress(dock, Qt.MouseButton.LeftButton, pos=at)
    for step in range(1, 8):
        move(dock, at + QPoint(20 * step, 20 * step))
    assert dock.isFloating()
    window.draw.canvas.setFocus()
    window.commands[name].trigger()  # Qt would crash
    assert dock.isFloating()
    QTest.mouseRelease(dock, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: not dock.isFloating())
    assert seen_places(window) == before


@pytest.mark.parametrize("above, below", [("map", "seen"), ("draw", "map"), ("seen", "draw")])
def test_three_rows_fit_a_small_window(window: MainWindow, qtbot, above: str, below: str) -> None:
    window.resize(1024, 680)
    qtbot.wait(120)
    docks = window.docks
    window.splitDockWidget(docks[above], docks[below], Qt.Orientation.Vertical)
    qtbot.wait(120)
    assert window.size().toTuple() == (1024, 680)
    tops = [docks[name].mapTo(window, QPoint(0, 0)).y() for name in (above, below, "morph")]
    assert tops == sorted(set(tops))
    draw_cat(window.draw.canvas)
    qtbot.waitUntil(lambda: window.editor.current.decoded is not None)
    qtbot.wait(50)
    assert window.size().toTuple() == (1024, 680)
