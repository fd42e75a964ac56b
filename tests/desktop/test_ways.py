"""Ways on the map: drawn, set with the keys, walked, wiped off."""

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_acts import LEFT, drag, draw_cat, settled

from desktop.state.document import Document, State
from desktop.window import MainWindow

START = QPoint(60, 100)


def draw_way(window: MainWindow, qtbot, start: QPoint = START) -> tuple[float, float]:
    """Draws a way from a place on the map and waits until it has been walked; where it ends."""
    view = window.map.view
    window.map.plane.way_bar.pace.setValue(10)
    window.commands["draw_way"].setChecked(True)
    drag(view, [start + QPoint(4 * i, i) for i in range(20)])
    assert view.mover.playing
    qtbot.waitUntil(lambda: not view.mover.playing, timeout=10_000)
    settled(window, qtbot)
    x, y = view.mover.way.points[-1]
    return float(x), float(y)


def test_a_way_leaves_the_map_as_it_is(window: MainWindow, qtbot) -> None:
    view = window.map.view
    size, names = view.size(), view.grab() and view.ground.names_beside(None)
    window.commands["draw_way"].setChecked(True)
    QTest.qWait(20)
    play = window.map.plane.way_bar.pace
    assert play.isVisible() and view.rect().contains(play.mapTo(view, play.rect().center()))
    assert view.size() == size and view.grab() and view.ground.names_beside(None) == names


def test_a_drawn_way_is_walked_as_one_step(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    draw_cat(window.draw.canvas)
    before, steps = editor.current, editor.undo_stack.count()
    end = draw_way(window, qtbot)
    assert editor.current.place == pytest.approx(end)
    assert editor.undo_stack.count() == steps + 2  # the way, and the walk
    window.commands["undo"].trigger()
    assert editor.current is before and view.mover.way.length > 0
    window.commands["play_way"].trigger()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.mover.playing and editor.current is before
    window.commands["forget_way"].trigger()
    assert view.mover.way.length == 0 and not window.commands["play_way"].isEnabled()


def test_a_paused_walk_goes_on_from_there(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    draw_way(window, qtbot)
    window.map.plane.way_bar.pace.setValue(0)
    window.commands["draw_way"].setChecked(False)
    begin, end = (tuple(view.mover.way.points[which]) for which in (0, -1))
    seen: list[float] = []

    def note(state: State) -> None:
        if view.mover.playing and state.current.place is not None:
            seen.append(math.dist(state.current.place, begin) / math.dist(end, begin))

    def walk(share: float) -> tuple[float, float]:
        """Walks until the doodle has come so far, and pauses; where it began and where it is."""
        seen.clear()
        QTest.keyClick(window, Qt.Key.Key_F6)
        qtbot.waitUntil(lambda: bool(seen) and seen[-1] > share)
        QTest.keyClick(window, Qt.Key.Key_F6)
        settled(window, qtbot)
        assert not view.mover.playing and editor.current.place is not None
        return seen[0], math.dist(editor.current.place, begin) / math.dist(end, begin)

    editor.document.observe(note, "current")
    first, paused = walk(0.3)
    assert first < 0.1, "it had been walked to its end"
    first, further = walk(0.6)
    assert first == pytest.approx(paused, abs=0.1) and further > 0.6
    window.commands["undo"].trigger()
    window.commands["redo"].trigger()
    first, _ = walk(0.8)
    assert first == pytest.approx(further, abs=0.1)
    # One that has been taken elsewhere has not paused there.
    QTest.mouseClick(view, LEFT, pos=QPoint(30, 30))
    settled(window, qtbot)
    first, _ = walk(0.3)
    assert first < 0.1


def test_a_click_leaves_the_way_as_it_is(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    end, steps = draw_way(window, qtbot), editor.undo_stack.count()
    QTest.mouseClick(view, LEFT, pos=QPoint(200, 60))
    drag(view, [QPoint(200, 60), QPoint(203, 61)])
    assert tuple(view.mover.way.points[-1]) == pytest.approx(end)
    assert not view.mover.playing and editor.undo_stack.count() == steps
    assert window.commands["forget_way"].isEnabled()


def test_a_way_that_was_wiped_off_or_drawn_over_comes_back(window: MainWindow, qtbot) -> None:
    view, undo = window.map.view, window.commands["undo"]
    first = draw_way(window, qtbot)
    second = draw_way(window, qtbot, QPoint(30, 40))
    assert second != first
    window.commands["forget_way"].trigger()
    assert view.mover.way.length == 0
    for due in (second, second, first):  # wiped, walked, drawn
        undo.trigger()
        assert tuple(view.mover.way.points[-1]) == pytest.approx(due)
    assert window.commands["play_way"].isEnabled()


def test_a_way_is_kept_with_the_session(window: MainWindow, qtbot, models) -> None:
    view = window.map.view
    end = draw_way(window, qtbot)
    plain = window.editor.document.to_plain()
    # On the map of another model it would lead nowhere.
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.open_model(models["filled"])
    assert view.mover.way.length == 0 and not window.commands["forget_way"].isEnabled()
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.open_model(models["vae"])
    assert tuple(view.mover.way.points[-1]) == pytest.approx(end)
    window.session.new()
    assert view.mover.way.length == 0
    window.editor.restore(Document.from_plain(plain))
    assert tuple(view.mover.way.points[-1]) == pytest.approx(end)


def test_a_way_by_keys_alone(window: MainWindow, qtbot) -> None:
    view, editor, way = window.map.view, window.editor, window.map.view.mover
    window.map.plane.way_bar.pace.setValue(10)
    window.draw.canvas.setFocus()
    QTest.keyClick(window, Qt.Key.Key_W)
    assert view.hasFocus(), "or the arrow keys would go elsewhere"
    start = (view.view.x, view.view.y)

    def walk(key: Qt.Key) -> None:
        for _ in range(2):
            QTest.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)

    QTest.keyClick(view, Qt.Key.Key_Space)
    walk(Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Space)
    walk(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: editor.current.place is not None)
    end = way.aim((0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert way.playing
    far = 60 / view.view.scale
    assert tuple(way.way.points[0]) == pytest.approx(start)
    assert tuple(way.way.points[-1]) == pytest.approx(end)
    assert end == pytest.approx((start[0] + far, start[1] + far))
    assert way.way.length > 1.7 * far, "by way of the corner"
    qtbot.waitUntil(lambda: not way.playing, timeout=10_000)
    settled(window, qtbot)
    assert editor.current.place == pytest.approx(end)


def test_points_of_a_way_are_seen_and_given_up(window: MainWindow) -> None:
    view, mover = window.map.view, window.map.view.mover
    for on in (True, False):
        window.commands["draw_way"].setChecked(on)
    before = view.grab().toImage()
    window.commands["draw_way"].setChecked(True)
    bare = view.grab().toImage()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.grab().toImage() != bare
    QTest.keyClick(view, Qt.Key.Key_Return)  # one point is no way yet
    assert mover.way.length == 0 and window.editor.document.state.notice
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.grab().toImage() == bare
    QTest.keyClick(view, Qt.Key.Key_Space)
    window.commands["draw_way"].setChecked(False)
    assert view.grab().toImage() == before and window.editor.undo_stack.count() == 0


def test_the_controls_step_aside_for_the_marker(window: MainWindow, qtbot) -> None:
    view, bar = window.map.view, window.map.plane.way_bar
    window.commands["draw_way"].setChecked(True)
    window.commands["draw_way"].setChecked(False)
    draw_way(window, qtbot, QPoint(view.width() - 80, 30))
    window.commands["draw_way"].setChecked(False)
    assert bar.isVisible()
    for _ in range(3):
        spot = bar.geometry().center()
        QTest.mouseClick(view, LEFT, pos=spot)
        settled(window, qtbot)
        assert not bar.geometry().contains(spot) and view.rect().contains(bar.geometry())


def test_the_controls_lie_where_the_way_does_not(window: MainWindow, qtbot) -> None:
    view, bar = window.map.view, window.map.plane.way_bar
    window.commands["draw_way"].setChecked(True)
    usual = bar.geometry()
    draw_way(window, qtbot, usual.center() - QPoint(40, 0))
    assert not any(bar.geometry().contains(spot.toPoint()) for spot in view.way_spots())
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    assert not bar.geometry().intersects(usual), "no need to go back"


def test_what_cannot_be_done_says_why_in_every_language(window: MainWindow) -> None:
    names = ("all_categories", "play_way", "walk_faster", "walk_slower", "forget_way")
    tips: dict[str, list[str]] = {}
    for language in ("en", "zh_CN", "en"):
        window.context.settings.change(language=language)
        QApplication.processEvents()
        now = [window.commands[name].toolTip() for name in names]
        assert tips.setdefault(language, now) == now
    assert all("on the map first." in tip for tip in tips["en"][1:])
    assert all("请先在地图上画一条路线。" in tip for tip in tips["zh_CN"][1:])
    assert "已显示所有类别。" in tips["zh_CN"][0]
