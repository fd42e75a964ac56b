"""Drawing with real mouse events; what the model makes of it; undo, eraser, ghost."""

import threading
import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_acts import LEFT, RIGHT, drag, draw, draw_cat, move, pixels

from desktop.canvas.hint import paint_hint
from desktop.canvas.widget import TOOLS
from desktop.engine import ink_image
from desktop.state.ink import Stroke, ink_from_lines
from desktop.state.origin import Blank, Drawn
from desktop.theme import GRID, LIGHT
from desktop.views.following import QUICK_MS
from desktop.window import MainWindow

LINES = ink_from_lines([[[20, 120, 220], [40, 60, 40]], [[20, 220], [200, 200]]])


def test_a_cat_is_drawn_and_redrawn_while_the_pen_moves(window: MainWindow, qtbot) -> None:
    editor, canvas = window.editor, window.draw.canvas
    shown = []
    editor.document.observe(lambda state: shown.append(state.current), "current")
    seen_before = pixels(window.seen.reconstruction)
    strokes = draw_cat(canvas)
    current = editor.current
    assert isinstance(current.origin, Drawn)
    assert current.ink is not None and len(current.ink) == strokes
    assert len(shown) > strokes
    assert all(doodle.decoded is not None for doodle in shown)
    assert not np.allclose(shown[0].decoded, shown[-1].decoded)
    assert (pixels(window.seen.reconstruction) != seen_before).any()
    assert editor.undo_stack.count() == strokes


@pytest.mark.parametrize("ratio", [2, 3])
def test_the_cat_to_draw_after_is_as_bold_on_every_screen(qapp, ratio: int) -> None:
    def cover(ratio: int) -> float:
        image = QImage(300 * ratio, 300 * ratio, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_hint(painter, QRectF(0, 0, 300, 300), "", "", LIGHT)
        painter.end()
        return float(np.array(image.constBits()).reshape(-1, 4)[:, 3].mean())

    assert cover(ratio) == pytest.approx(cover(1), rel=0.1) and cover(1) > 0


def test_the_reconstruction_follows_within_a_stroke(window: MainWindow, qtbot) -> None:
    canvas, editor = window.draw.canvas, window.editor
    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 60))
    first = editor.current
    assert first.decoded is not None
    for step in range(1, 12):
        move(canvas, QPoint(60 + 10 * step, 60 + 5 * step))
        qtbot.wait(5)
    during = editor.current
    assert during is not first and not np.allclose(during.decoded, first.decoded)
    assert editor.undo_stack.count() == 0
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(170, 115))
    assert editor.undo_stack.count() == 1


def test_undo_all_the_way_and_redo_all_the_way(window: MainWindow) -> None:
    editor, commands = window.editor, window.commands
    strokes = draw_cat(window.draw.canvas)
    last = editor.current
    for left in range(strokes - 1, 0, -1):
        commands["undo"].trigger()
        assert len(editor.current.ink or ()) == left
    commands["undo"].trigger()
    assert isinstance(editor.current.origin, Blank)
    assert not commands["undo"].isEnabled()
    for _ in range(strokes):
        commands["redo"].trigger()
    assert editor.current is last


def test_the_eraser_takes_whole_strokes_in_one_step(window: MainWindow) -> None:
    editor, canvas = window.editor, window.draw.canvas
    draw(canvas, LINES)
    QTest.keyClick(window, Qt.Key.Key_E)
    assert window.commands["eraser"].isChecked()
    x, y = canvas.to_widget(120, 120).toPoint().toTuple()
    drag(canvas, [QPoint(x, y), QPoint(x, canvas.to_widget(0, 210).toPoint().y())])
    assert len(editor.current.ink or ()) == 1
    assert editor.undo_stack.count() == 3
    window.commands["undo"].trigger()
    assert len(editor.current.ink or ()) == 2


def test_the_right_button_erases_with_the_pen_in_hand(window: MainWindow) -> None:
    editor, canvas = window.editor, window.draw.canvas
    draw(canvas, LINES)
    drag(canvas, [canvas.to_widget(20, 200).toPoint()] * 2, RIGHT)
    assert len(editor.current.ink or ()) == 1


def test_clear_is_one_step(window: MainWindow) -> None:
    editor = window.editor
    assert not window.commands["clear"].isEnabled()
    draw(window.draw.canvas, LINES)
    drawn = editor.current
    window.commands["clear"].trigger()
    assert editor.current.blank and not window.commands["clear"].isEnabled()
    window.commands["undo"].trigger()
    assert editor.current is drawn


def test_escape_gives_the_stroke_up(window: MainWindow) -> None:
    canvas, editor = window.draw.canvas, window.editor
    before = editor.current
    QTest.mousePress(canvas, LEFT, pos=QPoint(50, 50))
    move(canvas, QPoint(150, 150))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(150, 150))
    assert editor.current is before and editor.undo_stack.count() == 0


def test_undo_in_the_middle_of_a_stroke_ends_it(window: MainWindow) -> None:
    canvas, editor = window.draw.canvas, window.editor
    draw(canvas, LINES[:1])
    QTest.mousePress(canvas, LEFT, pos=QPoint(50, 50))
    move(canvas, QPoint(150, 150))
    window.commands["undo"].trigger()
    move(canvas, QPoint(170, 190))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(170, 190))
    assert len(editor.current.ink or ()) == 1
    assert editor.undo_stack.index() == 1


def test_a_sketch_is_a_ghost_to_trace(window: MainWindow, qtbot) -> None:
    canvas, editor = window.draw.canvas, window.editor
    empty = pixels(canvas)
    QTest.mouseClick(window.sketches.tiles[2], LEFT)
    sketch = editor.current
    assert sketch is editor.document.state.sketches[2]
    assert (pixels(canvas) != empty).any()
    draw(canvas, LINES[:1])
    assert isinstance(editor.current.origin, Drawn)
    assert editor.current.traced is sketch.decoded
    window.commands["undo"].trigger()
    assert editor.current is sketch


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_ink_is_painted_where_the_pen_went_and_the_layer_equals_a_fresh_one(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    """What a slow hand drew piece by piece has no other edges than what is painted at once."""
    canvas = window.draw.canvas
    monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: ratio)
    draw(canvas, LINES[:1])
    line = [canvas.to_widget(x, 200 + x / 20).toPoint() for x in range(20, 220, 3)]
    QTest.mousePress(canvas, LEFT, pos=line[0])
    for point in line[1:]:
        move(canvas, point)
        canvas.repaint()
    QTest.mouseRelease(canvas, LEFT, pos=line[-1])
    ink = window.editor.current.ink or ()
    spot = canvas.to_widget(*ink[1].points[0].tolist()).toPoint()
    assert pixels(canvas)[spot.y(), spot.x() + 20, :3].sum() < 250
    grown = canvas._layer.pixmap.toImage()
    canvas._layer.drop()
    canvas.repaint()
    assert canvas._layer.pixmap.toImage() == grown


def test_on_an_empty_page_the_pen_is_taken_up(window: MainWindow) -> None:
    canvas, commands = window.draw.canvas, window.commands
    for tool in ("eraser", "rubber", "place"):
        draw(canvas, LINES[:1])
        commands[tool].trigger()
        commands["clear"].trigger()
        draw(canvas, LINES[:1])
        assert len(window.editor.current.ink or ()) == 1, tool
        assert commands["pen"].isChecked() and canvas.tool == "pen"
        commands["clear"].trigger()


def test_over_a_ghost_a_tool_that_needs_ink_says_so(window: MainWindow) -> None:
    canvas, document = window.draw.canvas, window.editor.document
    sketch = document.state.sketches[0]
    window.editor.change("Adopt", current=sketch)
    said = []
    document.observe(lambda state: said.append(state.notice), "notice")
    for tool in ("eraser", "rubber", "place"):
        window.commands[tool].trigger()
        draw(canvas, LINES[:1])
        assert "ink" in said[-1] and canvas.tool == tool
        assert window.editor.current is sketch and window.editor.gesture == 0
        said.clear()


def test_the_pressure_of_a_tablet_is_kept_and_shown(window: MainWindow) -> None:
    canvas, editor = window.draw.canvas, window.editor
    for kind, x, pressure in (
        (QEvent.Type.TabletPress, 60, 0.1),
        (QEvent.Type.TabletMove, 140, 0.1),
        (QEvent.Type.TabletMove, 160, 1.0),
        (QEvent.Type.TabletMove, 240, 1.0),
        (QEvent.Type.TabletRelease, 240, 0.0),
    ):
        spot = QPointF(x, 100)
        event = QTabletEvent(
            kind,
            QPointingDevice.primaryPointingDevice(),
            spot,
            canvas.mapToGlobal(spot),
            pressure,
            *(0, 0, 0.0, 0.0, 0.0),
            Qt.KeyboardModifier.NoModifier,
            LEFT,
            LEFT,
        )
        QApplication.sendEvent(canvas, event)
    (stroke,) = editor.current.ink or ()
    np.testing.assert_allclose(stroke.pressure, [0.1, 0.1, 1.0, 1.0], atol=1e-3)
    shown = pixels(canvas)[..., :3].sum(axis=2) < 300
    thin, thick = shown[60:140, 100].sum(), shown[60:140, 210].sum()
    assert thick > 1.8 * thin
    flat = Stroke(stroke.points)
    np.testing.assert_array_equal(ink_image((flat,)), editor.current.input)


def test_a_dot_is_a_stroke(window: MainWindow) -> None:
    QTest.mouseClick(window.draw.canvas, LEFT, pos=QPoint(100, 100))
    assert len(window.editor.current.ink or ()) == 1
    assert window.editor.current.decoded is not None


def test_a_slow_model_never_holds_up_the_pen(window: MainWindow, qtbot, monkeypatch) -> None:
    canvas, editor = window.draw.canvas, window.editor
    draw(canvas, LINES[:1])
    gate, main = threading.Event(), threading.current_thread()

    def slowly(ink):
        if threading.current_thread() is not main:
            assert gate.wait(20)
        return ink_image(ink)

    monkeypatch.setattr("desktop.engine.ink_image", slowly)
    canvas._following.expect(slow=True)
    way = [QPoint(80 + 12 * step, 150 + 4 * step) for step in range(12)]
    before = pixels(canvas)
    QTest.mousePress(canvas, LEFT, pos=way[0])
    for spot in way[1:]:
        move(canvas, spot)
        qtbot.wait(4)
    assert (pixels(canvas) != before).any(axis=2).sum() > 100
    QTest.mouseRelease(canvas, LEFT, pos=way[-1])
    drawn = editor.current
    gate.set()
    qtbot.wait(60)
    assert editor.current is drawn and len(drawn.ink) == 2
    assert len(drawn.ink[1].points) == len(way)
    np.testing.assert_array_equal(drawn.input, ink_image(drawn.ink))
    assert editor.undo_stack.count() == 2


def test_a_model_that_answers_late_is_asked_for_the_newest_ink(
    window: MainWindow, qtbot, monkeypatch
) -> None:
    canvas, editor = window.draw.canvas, window.editor
    asked = []

    def watched(ink):
        asked.append((len(ink[-1].points), threading.current_thread().name))
        time.sleep(2 * QUICK_MS / 1000)
        return ink_image(ink)

    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 60))
    canvas._following._costs.extend([9.0, 9.0, 9.0])
    monkeypatch.setattr("desktop.engine.ink_image", watched)
    for step in range(1, 30):
        move(canvas, QPoint(60 + 5 * step, 60 + 3 * step))
    qtbot.waitUntil(lambda: len(editor.current.ink[0].points) == 30)
    points = [count for count, _ in asked]
    assert points == sorted(points) and len(points) < 10
    assert all(name.startswith("doodlescape") for _, name in asked)
    np.testing.assert_array_equal(editor.current.input, ink_image(editor.current.ink))
    count = len(asked)
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(60 + 145, 60 + 87))
    assert len(asked) == count


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_a_tool_does_has_room_beside_turn_into_ink(window: MainWindow, language: str) -> None:
    window.resize(1024, 680)
    window.context.settings.change(language=language)
    window.editor.adopt(window.editor.document.state.sketches[0])
    QApplication.processEvents()
    how, to_ink = window.draw.how, window.draw.to_ink
    assert to_ink.isVisible()
    for tool in TOOLS:
        window.commands[tool].trigger()
        assert how.text() and how.width() >= how.sizeHint().width(), tool
        assert how.geometry().right() < to_ink.geometry().left()


def test_in_a_column_the_examples_lie_just_beneath_the_page(window: MainWindow) -> None:
    window.resize(1280, 900)
    window.draw.canvas.setFocus()
    window.commands["move_left"].trigger()
    QApplication.processEvents()
    draw = window.draw
    assert draw.height() > 1.5 * draw.width() and draw.strip.isVisible()
    assert draw.strip.geometry().top() - draw.how.geometry().bottom() <= 2 * GRID


@pytest.mark.parametrize("over, seen", [(0, False), (24, True), (200, True)])
def test_the_page_gives_up_a_little_for_the_examples(
    window: MainWindow, over: int, seen: bool
) -> None:
    draw, inside = window.draw, window.draw.parentWidget()
    wide = 400
    inside.layout().removeWidget(draw)
    draw.resize(wide, wide + draw._line() + over)
    page = draw.canvas.height()
    assert draw.strip.isHidden() != seen and 0.88 * wide <= page <= wide
    assert not seen or draw.strip.geometry().bottom() < draw.height()
