"""Rubber, moving and scaling, mirror, fingers, examples: real events on the real canvas."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_acts import LEFT, drag, draw, draw_cat, move, pixels, wheel

from desktop.canvas.gestures import Pinch, Place, handles
from desktop.canvas.hits import rubbed_out
from desktop.canvas.tracing import ink_of
from desktop.engine import ink_image
from desktop.examples import example_names, load_example
from desktop.paint.curves import curve, pieces_of
from desktop.state.ink import Stroke, ink_from_lines
from desktop.state.origin import (
    Drawn,
    Example,
    Mirrored,
    Opened,
    origin_from_plain,
    origin_to_plain,
)
from desktop.state.placing import bounds, mirrored, moved, scaled
from desktop.views.words import origin_words
from desktop.window import MainWindow

LINE = ink_from_lines([[[0, 255], [100, 100]]])
BOX = ink_from_lines([[[40, 200, 200, 40, 40], [60, 60, 180, 180, 60]]])


def test_a_rubber_cuts_a_line_where_its_edge_is() -> None:
    rest = rubbed_out(LINE, (128, 60), (128, 140), 10)
    assert rest is not None and len(rest) == 2
    left, right = rest
    assert left.points[0].tolist() == [0, 100] and right.points[-1].tolist() == [255, 100]
    assert left.points[-1][0] == pytest.approx(118, abs=0.6)
    assert right.points[0][0] == pytest.approx(138, abs=0.6)


def test_a_rubber_keeps_the_pressure_of_what_is_left() -> None:
    stroke = Stroke(np.float32([[0, 0], [100, 0]]), np.float32([0, 1]))
    rest = rubbed_out((stroke,), (50, 0), (50, 0), 5)
    assert rest is not None
    for piece in rest:
        assert piece.pressure is not None
        np.testing.assert_allclose(piece.pressure, piece.points[:, 0] / 100, atol=1e-5)


def test_what_a_rubber_leaves_of_a_few_points_keeps_the_shape_that_was_painted() -> None:
    (bow,) = ink_from_lines([[[0, 60, 120, 180, 240], [0, 120, 0, 120, 0]]])
    rest = rubbed_out((bow,), (0, 0), (0, 10), 12)
    assert rest is not None and len(rest) == 1
    before, after = curve(bow.points), curve(rest[0].points)
    ends = [before.pointAtPercent(share) for share in (0.3, 0.5, 0.7, 0.9)]
    around = [after.pointAtPercent(share) for share in np.linspace(0, 1, 400)]
    for spot in ends:
        assert min((spot - other).manhattanLength() for other in around) < 2


def test_a_rubber_that_touches_nothing_changes_nothing() -> None:
    assert rubbed_out(LINE, (0, 0), (255, 20), 10) is None
    assert rubbed_out((), (0, 0), (255, 20), 10) is None


def test_dots_go_whole() -> None:
    dots = ink_from_lines([[[10], [10]], [[50], [50]]])
    rest = rubbed_out(dots, (12, 10), (12, 10), 5)
    assert rest is not None and [dot.points.tolist() for dot in rest] == [[[50, 50]]]


coordinates = st.floats(-20, 270, width=32)
points = st.tuples(coordinates, coordinates)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(points, min_size=1, max_size=8), min_size=1, max_size=4), points, points)
def test_nothing_stays_under_a_rubber_and_nothing_new_appears(lines, start, end) -> None:
    ink = tuple(Stroke(np.array(line, np.float32)) for line in lines)
    rest = rubbed_out(ink, start, end, 12)
    if rest is None:
        return
    first, step = np.array(start), np.array(end) - np.array(start)
    for stroke in rest:
        if any(stroke is old for old in ink):
            continue
        offset = stroke.points.astype(np.float64) - first
        along = np.clip(offset @ step / max(float(step @ step), 1e-9), 0, 1)
        assert np.linalg.norm(offset - along[:, None] * step, axis=1).min() > 12 - 1e-3
    everything = np.concatenate([stroke.points for stroke in ink])
    if rest:
        left = np.concatenate([stroke.points for stroke in rest])
        assert (left.min(0) >= everything.min(0) - 1e-3).all()
        assert (left.max(0) <= everything.max(0) + 1e-3).all()


def test_mirroring_twice_gives_the_drawing_back() -> None:
    np.testing.assert_allclose(mirrored(mirrored(BOX))[0].points, BOX[0].points, atol=1e-4)
    np.testing.assert_allclose(ink_image(mirrored(BOX)), ink_image(BOX)[:, ::-1], atol=2 / 255)


def test_the_model_sees_a_moved_and_evenly_scaled_drawing_as_before() -> None:
    there = scaled(moved(BOX, 20, -30), 0.5, 0.5, (0, 0))
    np.testing.assert_allclose(ink_image(there), ink_image(BOX), atol=3 / 255)


def test_corners_keep_the_proportions_and_the_opposite_corner() -> None:
    place = Place(BOX, (200, 180), (1, 1))
    ink = place.to(BOX, (280, 190))
    assert bounds(ink) == pytest.approx((40, 60, 280, 240), abs=1e-3)
    ink = Place(BOX, (40, 120), (-1, 0)).to(BOX, (0, 0))
    assert bounds(ink) == pytest.approx((0, 60, 200, 180), abs=1e-3)


def test_a_drawing_cannot_be_moved_out_of_reach_or_scaled_to_nothing() -> None:
    x0, _, x1, _ = bounds(moved(BOX, 10_000, 0))
    assert x0 < 280 < x1
    x0, y0, x1, y1 = bounds(Place(BOX, (200, 180), (1, 1)).to(BOX, (-500, -500)))
    assert 5 < x1 - x0 < 40 and y1 > y0
    x0, _, x1, _ = bounds(Pinch(BOX, (0, 0), (1000, 0)).between((0, 0), (1, 0)))
    assert x1 - x0 >= 7.9


def test_the_rubber_splits_strokes_in_one_step(window: MainWindow) -> None:
    editor, canvas = window.editor, window.draw.canvas
    draw(canvas, LINE)
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    assert window.commands["rubber"].isChecked() and canvas.tool == "rubber"
    drawn = editor.current
    way = [canvas.to_widget(128, y).toPoint() for y in range(60, 150, 10)]
    drag(canvas, way)
    assert len(editor.current.ink or ()) == 2
    assert isinstance(editor.current.origin, Drawn)
    assert not np.allclose(editor.current.input, drawn.input)
    assert editor.undo_stack.count() == 2
    window.commands["undo"].trigger()
    assert editor.current is drawn


def test_rubbing_everything_out_leaves_a_blank_page(window: MainWindow) -> None:
    editor, canvas = window.editor, window.draw.canvas
    draw(canvas, ink_from_lines([[[50, 70], [50, 50]]]))
    window.commands["rubber"].trigger()
    drag(canvas, [canvas.to_widget(x, 50).toPoint() for x in (30, 60, 90)])
    assert editor.current.blank
    window.commands["undo"].trigger()
    assert len(editor.current.ink or ()) == 1


def test_dragging_moves_the_whole_drawing(window: MainWindow) -> None:
    editor, canvas = window.editor, window.draw.canvas
    draw(canvas, BOX)
    before, drawn = bounds(editor.current.ink), editor.current
    QTest.keyClick(window, Qt.Key.Key_V)
    drag(canvas, [canvas.to_widget(*p).toPoint() for p in ((120, 120), (125, 130), (150, 160))])
    after = bounds(editor.current.ink)
    assert np.subtract(after, before) == pytest.approx([30, 40, 30, 40], abs=1.5)
    np.testing.assert_allclose(editor.current.input, drawn.input, atol=4 / 255)
    assert editor.undo_stack.count() == 2
    window.commands["undo"].trigger()
    assert editor.current is drawn


def test_the_model_is_not_asked_while_the_drawing_only_moves(
    window: MainWindow, qtbot, monkeypatch
) -> None:
    canvas, editor = window.draw.canvas, window.editor
    draw_cat(canvas)
    drawn, asked, shown = editor.current, [], []

    def watched(ink):
        asked.append(ink)
        return ink_image(ink)

    monkeypatch.setattr("desktop.engine.ink_image", watched)
    editor.document.observe(lambda state: shown.append(state.current), "current")
    QTest.keyClick(window, Qt.Key.Key_V)
    middle = canvas.to_widget(128, 128).toPoint()
    QTest.mousePress(canvas, LEFT, pos=middle)
    qtbot.wait(40)
    painted: list[int] = []
    monkeypatch.setattr("desktop.seen.panel.fill_washes", lambda *what: painted.append(1))
    for step in range(1, 6):
        move(canvas, middle + QPoint(4 * step, 2 * step))
        qtbot.wait(20)
    assert not asked and len(shown) >= 5 and not painted
    assert all(doodle.decoded is drawn.decoded for doodle in shown)
    QTest.mouseRelease(canvas, LEFT, pos=middle + QPoint(20, 10))
    assert len(asked) == 1
    np.testing.assert_allclose(editor.current.input, drawn.input, atol=0.02)
    assert bounds(editor.current.ink)[0] > bounds(drawn.ink)[0]


def test_a_handle_scales_and_the_box_is_shown(window: MainWindow) -> None:
    editor, canvas = window.editor, window.draw.canvas
    draw(canvas, BOX)
    plain = pixels(canvas)
    window.commands["place"].trigger()
    assert (pixels(canvas) != plain).any()
    x0, y0, x1, y1 = bounds(editor.current.ink)
    drag(canvas, [canvas.to_widget(*p).toPoint() for p in ((x1, y1), (150, 150), (120, 120))])
    now = bounds(editor.current.ink)
    assert now[:2] == pytest.approx((x0, y0), abs=0.1)
    assert now[2] - x0 == pytest.approx(120 - x0, abs=2)
    assert (now[3] - y0) / (now[2] - x0) == pytest.approx((y1 - y0) / (x1 - x0), abs=0.01)


def test_handles_stay_within_reach_of_a_drawing_that_leaves_the_page(window: MainWindow) -> None:
    editor, canvas = window.editor, window.draw.canvas
    draw(canvas, BOX)
    QTest.keyClick(window, Qt.Key.Key_V)
    drag(canvas, [canvas.to_widget(*p).toPoint() for p in ((120, 120), (160, 120), (300, 120))])
    before = bounds(editor.current.ink)
    corner = handles(before)[1, 1]
    assert before[2] > 290 and corner[0] < 280
    grip = canvas.to_widget(*corner).toPoint()
    assert canvas.page().contains(grip.toPointF())
    drag(canvas, [grip, grip - QPoint(20, 20), grip - QPoint(60, 60)])
    after = bounds(editor.current.ink)
    assert after[:2] == pytest.approx(before[:2], abs=0.01)
    assert after[2] - after[0] < 0.8 * (before[2] - before[0])


def test_the_cursor_says_which_way_a_handle_pulls(window: MainWindow) -> None:
    canvas = window.draw.canvas
    draw(canvas, BOX)
    window.commands["place"].trigger()
    x0, y0, x1, y1 = bounds(window.editor.current.ink)
    shapes = {
        (x1, y1): Qt.CursorShape.SizeFDiagCursor,
        (x0, y0): Qt.CursorShape.SizeFDiagCursor,
        (x0, y1): Qt.CursorShape.SizeBDiagCursor,
        (x0, (y0 + y1) / 2): Qt.CursorShape.SizeHorCursor,
        ((x0 + x1) / 2, y0): Qt.CursorShape.SizeVerCursor,
        ((x0 + x1) / 2, (y0 + y1) / 2): Qt.CursorShape.SizeAllCursor,
    }
    for spot, shape in shapes.items():
        move(canvas, canvas.to_widget(*spot).toPoint(), Qt.MouseButton.NoButton)
        assert canvas.cursor().shape() == shape
    window.commands["pen"].trigger()
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor


def test_the_wheel_leaves_the_drawing_alone_with_the_pen(window: MainWindow) -> None:
    draw(window.draw.canvas, BOX)
    drawn = window.editor.current
    wheel(window.draw.canvas, QPoint(100, 100), 120)
    assert window.editor.current is drawn


def test_mirror_flips_ink_and_what_the_model_sees(window: MainWindow) -> None:
    editor = window.editor
    assert not window.commands["mirror"].isEnabled()
    draw_cat(window.draw.canvas)
    drawn = editor.current
    QTest.keyClick(window, Qt.Key.Key_M)
    assert len(editor.current.ink or ()) == len(drawn.ink or ())
    difference = np.abs(editor.current.input - drawn.input[:, ::-1])
    assert difference.mean() < 0.02 and not np.allclose(editor.current.input, drawn.input)
    window.commands["undo"].trigger()
    assert editor.current is drawn


def test_mirror_flips_a_sketch_too(window: MainWindow) -> None:
    editor = window.editor
    editor.adopt(editor.document.state.sketches[0])
    shown = editor.current.decoded
    window.commands["mirror"].trigger()
    np.testing.assert_array_equal(editor.current.input, shown[:, ::-1])
    assert origin_words(editor.current) == "Mirrored"
    assert origin_from_plain(origin_to_plain(editor.current.origin)) == Mirrored()


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def test_a_finger_draws(window: MainWindow, screen: QPointingDevice) -> None:
    editor, canvas = window.editor, window.draw.canvas
    QTest.touchEvent(canvas, screen).press(0, QPoint(50, 60), canvas)
    for x in range(60, 160, 20):
        QTest.touchEvent(canvas, screen).move(0, QPoint(x, 60), canvas)
    QTest.touchEvent(canvas, screen).release(0, QPoint(150, 60), canvas)
    (stroke,) = editor.current.ink or ()
    assert len(stroke.points) >= 5 and stroke.pressure is None
    assert editor.undo_stack.count() == 1


def test_two_fingers_move_and_scale_instead_of_drawing(
    window: MainWindow, screen: QPointingDevice
) -> None:
    editor, canvas = window.editor, window.draw.canvas
    draw(canvas, BOX)
    x0, _, x1, _ = bounds(editor.current.ink)
    QTest.touchEvent(canvas, screen).press(0, QPoint(100, 100), canvas)
    both = QTest.touchEvent(canvas, screen)
    both.move(0, QPoint(100, 100), canvas).press(1, QPoint(200, 100), canvas)
    both.commit()
    both = QTest.touchEvent(canvas, screen)
    both.move(0, QPoint(125, 100), canvas).move(1, QPoint(175, 100), canvas)
    both.commit()
    both = QTest.touchEvent(canvas, screen)
    both.release(0, QPoint(125, 100), canvas).release(1, QPoint(175, 100), canvas)
    both.commit()
    after = bounds(editor.current.ink)
    assert len(editor.current.ink or ()) == 1
    assert after[2] - after[0] == pytest.approx((x1 - x0) / 2, abs=2)
    assert editor.undo_stack.count() == 2


def test_escape_gives_up_moving(window: MainWindow) -> None:
    canvas, editor = window.draw.canvas, window.editor
    draw(canvas, BOX)
    drawn = editor.current
    window.commands["place"].trigger()
    QTest.mousePress(canvas, LEFT, pos=canvas.to_widget(100, 100).toPoint())
    move(canvas, canvas.to_widget(140, 140).toPoint())
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(100, 100))
    assert editor.current is drawn and editor.undo_stack.count() == 1


def test_an_example_is_nobodys_drawing_until_somebody_draws_on_it(window: MainWindow) -> None:
    window.draw.gallery.choose("cat")
    assert origin_words(window.editor.current) == "Example: cat"
    canvas = window.draw.canvas
    drag(canvas, [canvas.to_widget(20, 20).toPoint(), canvas.to_widget(40, 60).toPoint()])
    assert origin_words(window.editor.current) == "Drawn by you"
    window.commands["undo"].trigger()
    assert origin_words(window.editor.current) == "Example: cat"


def test_an_example_is_chosen_with_the_keyboard(window: MainWindow, qtbot) -> None:
    gallery = window.draw.gallery
    QTest.keyClick(window, Qt.Key.Key_X)
    qtbot.waitUntil(gallery.isVisible)
    names = list(gallery.buttons)
    assert QApplication.focusWidget() is gallery.buttons[names[0]] or gallery.focusWidget()
    QTest.keyClick(gallery.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(gallery.focusWidget(), Qt.Key.Key_Space)
    assert not gallery.isVisible()
    assert len(window.editor.current.ink or ()) > 1
    assert isinstance(window.editor.current.origin, Example)
    window.commands["undo"].trigger()
    assert window.editor.current.blank


@pytest.mark.parametrize("name", example_names())
def test_traced_pictures_look_as_before(name: str) -> None:
    picture = ink_image(load_example(name))
    ink = ink_of(picture)
    again = ink_image(ink)
    assert len(ink) <= len(load_example(name)) + 3
    near = np.stack([np.roll(picture, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1)])
    assert (again[near.max(0) < 0.1] < 0.4).all()
    assert np.abs(again - picture).mean() < 0.6 * picture.mean()


def test_tracing_goes_straight_on_through_a_crossing_and_around_a_ring() -> None:
    cross = ink_from_lines([[[0, 255], [0, 255]], [[0, 255], [255, 0]]])
    ink = ink_of(ink_image(cross))
    assert len(ink) == 2
    for stroke in ink:
        span = np.abs(stroke.points[0] - stroke.points[-1])
        assert span.min() > 230
    angle = np.linspace(0, 2 * np.pi, 40)
    x, y = 128 + 127 * np.cos(angle), 128 + 127 * np.sin(angle)
    ring = ink_from_lines([[x.tolist(), y.tolist()]])
    (stroke,) = ink_of(ink_image(ring))
    assert np.linalg.norm(stroke.points[0] - stroke.points[-1]) < 12
    assert ink_of(np.zeros((28, 28), np.float32)) == ()


def test_a_sketch_is_turned_into_ink(window: MainWindow, qtbot) -> None:
    editor, panel = window.editor, window.draw
    assert not panel.to_ink.isVisible() and not window.commands["turn_into_ink"].isEnabled()
    sketch = editor.engine.from_image(ink_image(BOX), Opened("box"))
    editor.adopt(sketch)
    assert panel.to_ink.isVisible()
    QTest.mouseClick(panel.to_ink, LEFT)
    qtbot.waitUntil(lambda: editor.current.ink is not None)
    assert isinstance(editor.current.origin, Drawn) and not panel.to_ink.isVisible()
    window.commands["undo"].trigger()
    assert editor.current is sketch and panel.to_ink.isVisible()


@pytest.mark.parametrize("size", [(1024, 680), (1280, 832)])
def test_no_spot_of_a_ghost_is_out_of_the_pens_reach(
    window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    editor, panel, canvas = window.editor, window.draw, window.draw.canvas
    sketch = editor.engine.from_image(ink_image(BOX), Opened("box"))
    page, words = canvas.page().toRect(), panel.how.geometry()
    editor.adopt(sketch)
    window.grab()
    assert canvas.page().toRect() == page, "the page stays where it is"
    button = panel.to_ink.geometry()
    assert panel.to_ink.isVisible() and panel.rect().contains(button)
    assert not button.intersects(canvas.geometry()) and not button.intersects(panel.how.geometry())
    for x in range(page.left() + 4, page.right() - 2, 12):
        here = canvas.mapTo(panel, QPoint(x, page.bottom() - 12))
        assert panel.childAt(here) is canvas
    start = QPoint(page.center().x(), page.bottom() - 12)
    drag(canvas, [start, start - QPoint(0, 30)])
    assert len(editor.current.ink) == 1 and not panel.to_ink.isVisible()
    assert panel.how.geometry() == words


@pytest.mark.parametrize("cure", ["turn_into_ink", "clear", "pen"])
def test_what_is_said_of_a_page_without_ink_goes_when_it_is_no_longer_so(
    window: MainWindow, qtbot, cure: str
) -> None:
    editor, canvas = window.editor, window.draw.canvas
    editor.adopt(editor.engine.from_image(ink_image(BOX), Opened("box")))
    window.commands["place"].trigger()
    drag(canvas, [canvas.rect().center(), canvas.rect().center() + QPoint(9, 9)])
    assert "no ink" in editor.document.state.notice and window._toast.isVisible()
    window.commands[cure].trigger()
    qtbot.waitUntil(lambda: not window._toast.isVisible())
    assert not editor.document.state.notice
    editor.say("Something else.")
    window.commands["undo"].trigger()
    assert window._toast.isVisible()


def spots(path) -> np.ndarray:  # type: ignore[no-untyped-def]
    """Points along a path, a tenth of a unit apart or so."""
    return np.array([path.pointAtPercent(share).toTuple() for share in np.linspace(0, 1, 4000)])


def test_corners_of_quick_strokes_stay_and_curves_stay_round() -> None:
    house = np.array([(20, 220), (20, 100), (120, 40), (220, 100), (220, 220)], np.float32)
    drawn = spots(curve(house))
    for corner in house:
        assert np.hypot(*(drawn - corner).T).min() < 3
    angles = np.linspace(0, 2 * np.pi, 13)
    ring = 120 + 90 * np.stack((np.cos(angles), np.sin(angles)), axis=1).astype(np.float32)
    drawn = spots(curve(ring))
    radii = np.hypot(*(drawn[500:3500] - 120).T)
    assert radii.min() > 80 and radii.max() < 90
    steps = np.diff(drawn[500:3500], axis=0)
    turns = np.abs(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))))
    assert turns.max() < 0.1  # no corner anywhere


def test_a_stroke_is_the_same_in_pieces_and_as_a_whole() -> None:
    """With pressure it is painted piece by piece while it is drawn."""
    line = np.array([(20, 20), (120, 30), (30, 60), (34, 64), (200, 200)], np.float32)
    whole = spots(curve(line))
    pieces = list(pieces_of(line, range(len(line) - 1)))
    for index, piece in enumerate(pieces):
        for spot in spots(piece)[::200]:
            assert np.hypot(*(whole - spot).T).min() < (8 if index < 2 else 0.2)
    one_by_one = [next(pieces_of(line, range(index, index + 1))) for index in range(len(pieces))]
    assert one_by_one == pieces


def test_a_row_of_one_kind_is_one_step(window: MainWindow) -> None:
    """Moves apart from scalings, be they by keys or by the wheel."""
    editor, canvas = window.editor, window.draw.canvas
    draw(canvas, BOX)
    window.commands["place"].trigger()
    canvas.setFocus()
    steps, drawn = editor.undo_stack.count(), editor.current
    boxes = [bounds(drawn.ink)]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(canvas, key)
    boxes.append(bounds(editor.current.ink))
    wheel(canvas, canvas.rect().center(), 120)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    wide, before = bounds(editor.current.ink), boxes[-1]
    assert (wide[2] - wide[0]) / (before[2] - before[0]) == pytest.approx(1.21, abs=0.01)
    assert editor.undo_stack.count() == steps + 2
    for box in reversed(boxes):
        window.commands["undo"].trigger()
        assert bounds(editor.current.ink) == pytest.approx(box)
    assert editor.current is drawn
