"""The map under the mouse, the wheel and the keys."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_acts import LEFT, RIGHT, drag, draw_cat, move, wheel

from desktop.map.lattice import cells_in, centre_of, level_of, size_of
from desktop.map.signs import MARKER, paint_sign
from desktop.state.origin import Picked
from desktop.theme import category_color
from desktop.window import MainWindow


def settled(window: MainWindow, qtbot) -> None:
    """On a busy machine the model answers from the background, a moment after the hand."""
    qtbot.waitUntil(lambda: window.editor.gesture == 0)


def marker_box(spot: QPointF) -> QRectF:
    return QRectF(spot.x() - MARKER, spot.y() - MARKER, 2 * MARKER, 2 * MARKER)


def test_a_click_jumps_there(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    spot = QPoint(view.width() // 3, view.height() // 2)
    QTest.mouseClick(view, LEFT, pos=spot)
    settled(window, qtbot)
    assert isinstance(editor.current.origin, Picked)
    assert editor.current.place == pytest.approx(view.view.to_plane(spot.x(), spot.y()))
    marker = view.marker()
    assert marker is not None and (marker - spot.toPointF()).manhattanLength() < 1
    assert editor.undo_stack.count() == 1


def test_the_doodle_follows_the_dragged_marker_in_one_step(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    window.commands["keep_details"].setChecked(False)
    draw_cat(window.draw.canvas)
    drawn, steps = editor.current, editor.undo_stack.count()
    marker = view.marker()
    assert marker is not None
    QTest.mousePress(view, LEFT, pos=marker.toPoint())
    images = []
    for step in range(1, 9):
        move(view, marker.toPoint() + QPoint(-6 * step, 4 * step))
        qtbot.wait(20)
        images.append(editor.current.decoded)
        place = np.array([editor.current.place], np.float32)
        expected = editor.engine.decode(editor.engine.map.decode(place))[0]
        np.testing.assert_allclose(editor.current.decoded, expected, atol=1e-4)
    QTest.mouseRelease(view, LEFT, pos=marker.toPoint() + QPoint(-48, 32))
    settled(window, qtbot)
    assert not np.allclose(images[0], images[-1])
    assert editor.undo_stack.count() == steps + 1
    window.commands["undo"].trigger()
    assert editor.current is drawn


def test_the_marker_moves_as_one_draws(window: MainWindow) -> None:
    view = window.map.view
    assert view.marker() is None
    places = set()
    window.editor.document.observe(lambda state: places.add(state.current.place), "current")
    draw_cat(window.draw.canvas)
    assert len(places) > 5 and view.marker() is not None


def test_details_are_kept_only_when_asked_for(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    latents = []
    for keep in (True, False):
        window.commands["clear"].trigger()
        draw_cat(window.draw.canvas)
        window.commands["keep_details"].setChecked(keep)
        marker = view.marker().toPoint()
        drag(view, [marker, marker + QPoint(8, -4)])
        settled(window, qtbot)
        origin = editor.current.origin
        assert isinstance(origin, Picked) and origin.details is keep
        latents.append(editor.current.latent)
    assert not np.allclose(*latents)


def test_a_drag_out_of_the_panel_stays_on_the_map(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    drag(view, [QPoint(150, 150), QPoint(view.width() + 200, -300)])
    settled(window, qtbot)
    _, right, _, top = editor.engine.map.extent
    assert editor.current.place == pytest.approx((right, top))
    assert QRectF(view.rect()).contains(marker_box(view.marker())), "all of it is seen"
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
    qtbot.wait(50)
    assert editor.current.place == pytest.approx((right, top))


def test_the_map_without_a_wheel(window: MainWindow, qtbot) -> None:
    """Fingers and keys look around; the doodle stays as it is."""
    view = window.map.view
    QTest.mouseClick(view, LEFT, pos=QPoint(150, 150))
    settled(window, qtbot)
    doodle, steps = window.editor.current, window.editor.undo_stack.count()
    # Touches come from the screen alone, and the one off screen is small.
    window.move(-view.mapTo(window, QPoint(0, 0)).x(), 0)
    screen = QTest.createTouchDevice()
    grip, other = view.view.to_plane(100, 100), view.view.to_plane(160, 100)
    QTest.touchEvent(view, screen).press(0, QPoint(100, 100), view)
    both = QTest.touchEvent(view, screen)
    both.move(0, QPoint(100, 100), view).press(1, QPoint(160, 100), view)
    both.commit()
    both = QTest.touchEvent(view, screen)
    both.move(0, QPoint(80, 120), view).move(1, QPoint(200, 120), view)
    both.commit()
    assert view.view.to_screen(*grip) == pytest.approx((80, 120))
    assert view.view.to_screen(*other) == pytest.approx((200, 120))
    both = QTest.touchEvent(view, screen)
    both.release(0, QPoint(80, 120), view).release(1, QPoint(200, 120), view)
    both.commit()
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert view.view.to_screen(*grip) == pytest.approx((40, 160))
    scale = view.view.scale
    view.zoom_in()
    assert view.view.scale == pytest.approx(1.25 * scale)
    view.zoom_out()
    assert view.view.scale == pytest.approx(scale)
    qtbot.wait(30)
    assert window.editor.current is doodle and window.editor.undo_stack.count() == steps
    view.whole()
    corner = view.view.to_screen(*window.editor.engine.map.extent[::2])
    assert view.rect().adjusted(0, 0, 1, 1).contains(QPoint(*map(round, corner)))
    QTest.touchEvent(view, screen).press(0, QPoint(100, 100), view)
    QTest.touchEvent(view, screen).move(0, QPoint(120, 90), view)
    QTest.touchEvent(view, screen).release(0, QPoint(120, 90), view)
    settled(window, qtbot)
    assert window.editor.current.place == pytest.approx(view.view.to_plane(120, 90))


def test_the_preview_goes_when_another_window_comes(window: MainWindow, qtbot) -> None:
    view = window.map.view
    move(view, QPoint(150, 140), Qt.MouseButton.NoButton)
    qtbot.waitUntil(lambda: view.hover.doodle is not None)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    assert view.hover.doodle is None


def test_a_way_leaves_the_map_as_it_is(window: MainWindow, qtbot) -> None:
    view = window.map.view
    size, names = view.size(), view.grab() and view.ground.names_beside(None)
    window.commands["draw_way"].setChecked(True)
    QTest.qWait(20)
    play = window.map.plane.pace
    assert play.isVisible() and view.rect().contains(play.mapTo(view, play.rect().center()))
    assert view.size() == size and view.grab() and view.ground.names_beside(None) == names


def test_the_wheel_zooms_about_the_pointer_and_the_right_button_pans(window: MainWindow) -> None:
    view = window.map.view
    spot = QPoint(80, 120)
    before = view.view.to_plane(80, 120)
    wheel(view, spot, 360)
    assert view.view.to_plane(80, 120) == pytest.approx(before)
    zoomed = view.view
    drag(view, [QPoint(100, 100), QPoint(140, 70)], RIGHT)
    assert view.view.to_screen(*zoomed.to_plane(100, 100)) == pytest.approx((140, 70))
    assert window.editor.undo_stack.count() == 0
    window.commands["fit_map"].trigger()
    assert view.view.scale < zoomed.scale


def test_centre_brings_the_marker_to_the_middle(window: MainWindow, qtbot) -> None:
    view = window.map.view
    QTest.mouseClick(view, LEFT, pos=QPoint(40, 50))
    settled(window, qtbot)
    window.commands["center_map"].trigger()
    marker = view.marker()
    assert marker is not None
    assert (marker.x(), marker.y()) == pytest.approx((view.width() / 2, view.height() / 2))


def test_arrow_keys_walk_and_are_one_step_together(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    QTest.mouseClick(view, LEFT, pos=QPoint(150, 150))
    settled(window, qtbot)
    at = view.marker()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert at is not None
    qtbot.waitUntil(lambda: abs(view.marker().y() - at.y() + 30) < 0.01)
    marker = view.marker()
    assert marker is not None
    assert marker.x() == pytest.approx(at.x() + 18, abs=0.01)
    assert marker.y() == pytest.approx(at.y() - 30, abs=0.01)
    assert editor.undo_stack.count() == 2


def test_thumbnails_come_and_can_be_switched_off(window: MainWindow, qtbot) -> None:
    view = window.map.view
    window.commands["thumbnails"].setChecked(True)
    view.grab()
    qtbot.waitUntil(
        lambda: bool(view.ground.lattice._pictures) and view.ground.lattice._job is None
    )
    few = len(view.ground.lattice._pictures)
    wheel(view, QPoint(150, 150), 480)
    view.grab()
    qtbot.waitUntil(lambda: len(view.ground.lattice._pictures) > few)
    window.commands["thumbnails"].setChecked(False)
    assert window.context.settings.values.thumbnails is False


def test_a_model_without_a_map_says_why(open_window, models, tmp_path, qtbot, monkeypatch) -> None:
    from dataclasses import replace

    from toy_bundle import toy_files, toy_manifest, write_files

    files = {name: data for name, data in toy_files().items() if not name.startswith("map")}
    manifest = replace(toy_manifest(files, name="plain"), map=None)
    window = open_window(write_files(tmp_path / "plain", manifest, files))
    reason = window.editor.engine.missing("map")
    assert reason.endswith(".")
    assert not window.commands["fit_map"].isEnabled()
    assert window.commands["fit_map"].toolTip() == reason
    QTest.mouseClick(window.map.view, LEFT)
    window.map.view.grab()
    assert window.editor.current.blank
    # With the map of another model comes its legend, beneath it.
    plane = window.map.plane
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.open_model(models["full"])
    plane.grab()
    assert plane.legend.isVisible()
    assert plane.view.geometry().bottom() < plane.legend.geometry().top()
    first, second, *_ = plane.legend.buttons
    assert first.y() == second.y() and first.geometry().right() < second.x()
    assert plane.legend.height() >= first.height()


def test_the_legend_filters_the_ground_and_the_thumbnails(window: MainWindow, qtbot) -> None:
    plane, view = window.map.plane, window.map.view
    buttons = plane.legend.buttons
    assert [button.text() for button in buttons] == ["cat", "dog", "tree"]
    qtbot.waitUntil(lambda: view.ground._shades is not None)
    everything = view.ground._shades
    QTest.mouseClick(buttons[1], LEFT)
    assert view.shown == {1} and buttons[1].isChecked()
    qtbot.waitUntil(lambda: view.ground._shades != everything)
    QTest.mouseClick(buttons[0], LEFT)
    assert view.shown == {0, 1}
    window.commands["all_categories"].trigger()
    assert view.shown is None and not window.commands["all_categories"].isEnabled()


def test_pointing_at_the_legend_shows_where_a_category_is(window: MainWindow, qtbot) -> None:
    """With the pointer or the Tab key; the other names fade."""
    view, button = window.map.view, window.map.plane.legend.buttons[2]
    qtbot.waitUntil(lambda: view.ground._shades is not None)
    peak = view.ground.peak(2)
    assert peak is not None
    spot = QPoint(*(round(value) for value in view.view.to_screen(*peak)))
    QTest.qWait(20)

    def there() -> str:
        return view.grab().toImage().pixelColor(spot).name()

    tree = category_color(2).name()
    assert there() != tree
    for begin, end in ((QEvent.Type.Enter, QEvent.Type.Leave), (None, None)):
        if begin is None:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            QApplication.sendEvent(button, QEvent(begin))
        assert there() == tree
        if end is None:
            view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            QApplication.sendEvent(button, QEvent(end))
        assert there() != tree


def test_no_name_lies_under_the_marker_or_over_another(window: MainWindow) -> None:
    view = window.map.view
    view.grab()
    names = view.ground.names_beside(None)
    assert names
    for _, home, _ in names:
        for x, y in ((0.1, 0.2), (0.5, 0.5), (0.9, 0.9)):
            marker = QPointF(home.x() + x * home.width(), home.y() + y * home.height())
            boxes = [box for _, box, _ in view.ground.names_beside(marker)]
            assert boxes
            for number, box in enumerate(boxes):
                near = QPointF(
                    min(max(marker.x(), box.left()), box.right()),
                    min(max(marker.y(), box.top()), box.bottom()),
                )
                assert (near - marker).manhattanLength() >= MARKER
                assert view.rect().contains(box.toAlignedRect())
                assert not any(box.intersects(other) for other in boxes[:number])


def test_signs_tell_all_categories_apart(qapp) -> None:
    """Thirty-two of them: eight of each shape, which differ by their colours."""
    signs = {(index % 8, index // 8) for index in range(32)}
    looks = set()
    for index in range(32):
        image = QImage(22, 22, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        # In one colour: shapes alone.
        paint_sign(painter, QPointF(11, 11), 8, index, QColor("black"))
        painter.end()
        looks.add((index % 8, bytes(image.constBits())))
    assert len(looks) == len(signs) == 32


def test_thumbnails_lie_where_drawings_do(window: MainWindow) -> None:
    """Not beyond the border of the plane, where the model only guesses."""
    view = window.map.view
    x0, x1, y0, y1 = window.editor.engine.map.extent
    keys = cells_in(view.view, level_of(view.view.scale))
    shown = [centre_of(key) for key in keys if view.ground.populated(key)]
    assert shown and all(x0 <= x <= x1 and y0 <= y <= y1 for x, y in shown)


@pytest.mark.parametrize("size", [(1024, 680), (1600, 1000)])
def test_names_stand_between_the_rows_of_thumbnails(window: MainWindow, qtbot, size) -> None:
    window.resize(*size)
    settled(window, qtbot)
    view, ground = window.map.view, window.map.view.ground
    view.grab()
    level = level_of(view.view.scale)
    side = size_of(level) * view.view.scale
    rows = {round(view.view.to_screen(*centre_of(key))[1]) for key in cells_in(view.view, level)}
    names = ground.names_beside(None)
    assert names
    for _, box, _ in names:
        nearest = min(abs(box.center().y() - row) for row in rows)
        assert nearest == pytest.approx(side / 2, abs=2), "a name over a thumbnail"
    with_pictures = {index for index, _, _ in names}
    window.commands["thumbnails"].trigger()
    view.grab()
    alone = {index for index, _, _ in ground.names_beside(None)}
    assert len(alone) >= len(with_pictures)


def test_a_name_at_the_border_stands_inside(window: MainWindow, qtbot) -> None:
    view = window.map.view
    view.grab()
    (index, home, _), *_ = view.ground.names_beside(None)
    peak = view.ground.peak(index)
    view._view = view.view.centred(*peak).panned(6 - view.width() / 2, 0)
    view.ground.changed()
    view.grab()
    boxes = [box for one, box, _ in view.ground.names_beside(None) if one == index]
    assert view.view.to_screen(*peak)[0] == pytest.approx(6)
    leftmost = min(boxes, key=lambda box: box.left())
    assert leftmost.left() == pytest.approx(4, abs=1) and leftmost.size() == home.size()


def test_shading_is_fainter_beneath_thumbnails(window: MainWindow, qtbot) -> None:
    ground = window.map.view.ground
    qtbot.waitUntil(lambda: ground._shades is not None)

    def colour() -> float:
        image = ground._shades.convertToFormat(QImage.Format.Format_RGB888)
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
        return float(np.ptp(pixels.astype(float), axis=0).mean())

    beneath = colour()
    window.commands["thumbnails"].trigger()
    qtbot.waitUntil(lambda: colour() > 1.3 * beneath)


def test_the_preview_shows_what_a_click_would_bring(window: MainWindow, qtbot) -> None:
    view = window.map.view
    spot = QPoint(150, 140)
    move(view, spot, Qt.MouseButton.NoButton)
    qtbot.waitUntil(lambda: view.hover.doodle is not None)
    preview = view.hover.doodle
    QTest.mouseClick(view, LEFT, pos=spot)
    settled(window, qtbot)
    assert view.hover.doodle is None
    np.testing.assert_allclose(window.editor.current.decoded, preview.decoded, atol=1e-4)


def test_a_drawn_way_is_walked_as_one_step(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    draw_cat(window.draw.canvas)
    before, steps = editor.current, editor.undo_stack.count()
    window.map.plane.pace.setValue(10)
    window.commands["draw_way"].setChecked(True)
    drag(view, [QPoint(60 + 4 * i, 100 + i) for i in range(20)])
    assert view.mover.playing
    qtbot.waitUntil(lambda: not view.mover.playing, timeout=10_000)
    qtbot.waitUntil(lambda: editor.gesture == 0)
    end = view.mover.way.points[-1]
    assert editor.current.place == pytest.approx(tuple(end))
    assert editor.undo_stack.count() == steps + 1
    window.commands["undo"].trigger()
    assert editor.current is before
    window.commands["play_way"].trigger()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.mover.playing and editor.current is before
    window.commands["forget_way"].trigger()
    assert view.mover.way.length == 0 and not window.commands["play_way"].isEnabled()


def test_neighbours_come_and_can_be_switched_off(window: MainWindow, qtbot) -> None:
    nearby = window.map.plane.nearby
    window.resize(1280, 1000)
    QTest.mouseClick(window.map.view, LEFT, pos=QPoint(150, 140))
    qtbot.waitUntil(lambda: nearby.tiles[0].doodle is not None)
    place = nearby.tiles[0].doodle.place
    QTest.mouseClick(nearby.tiles[0], LEFT)
    assert window.editor.current.place == place
    window.commands["nearby"].setChecked(False)
    assert nearby.isHidden() and window.map.view._neighbours == []
    # A low window has room for small tiles.
    side = nearby.tiles[0].height()
    window.resize(1024, 680)
    window.commands["nearby"].setChecked(True)
    qtbot.waitUntil(lambda: bool(window.map.view._neighbours))
    assert nearby.isVisible() and nearby.tiles[5].height() < side
    assert nearby.tiles[5].mapTo(window.map, QPoint(0, 0)).x() < window.map.width()


def test_axes_and_sliders_steer_in_one_step(window: MainWindow, qtbot) -> None:
    draw_cat(window.draw.canvas)
    editor, panel = window.editor, window.map
    window.commands["map_axes"].trigger()
    qtbot.waitUntil(lambda: panel.steering.axes is not None, timeout=20_000)
    axes, pad = panel.steering.axes, panel.axes.pad
    before, steps = editor.current, editor.undo_stack.count()
    drag(pad, [pad.spot(0, 0).toPoint(), pad.spot(1, 1).toPoint(), pad.spot(2, -1).toPoint()])
    qtbot.waitUntil(lambda: editor.gesture == 0)
    assert pad.at() == pytest.approx((2, -1), abs=0.1)
    np.testing.assert_allclose(
        axes.coordinates(editor.current.latent)[2:],
        axes.coordinates(before.latent)[2:],
        atol=1e-3,
    )
    assert editor.undo_stack.count() == steps + 1
    window.commands["map_sliders"].trigger()
    slider = panel.sliders.sliders[3]
    for _ in range(4):
        QTest.keyClick(slider, Qt.Key.Key_Right)
        qtbot.wait(30)
    assert editor.undo_stack.count() == steps + 2
    assert axes.coordinates(editor.current.latent)[3] * 10 == pytest.approx(slider.value(), abs=0.6)
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    assert editor.current is before
