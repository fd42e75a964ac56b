"""The map under the mouse, the wheel and the keys."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_acts import LEFT, RIGHT, drag, draw_cat, move, settled, wheel

from desktop.map.lattice import cells_in, centre_of, level_of
from desktop.map.signs import MARKER
from desktop.state.origin import Picked
from desktop.window import MainWindow


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
    assert window.commands["fit_map"].toolTip().endswith(f"\n{reason}")
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


def test_thumbnails_lie_where_drawings_do(window: MainWindow) -> None:
    """Not beyond the border of the plane, where the model only guesses."""
    view = window.map.view
    x0, x1, y0, y1 = window.editor.engine.map.extent
    keys = cells_in(view.view, level_of(view.view.scale))
    shown = [centre_of(key) for key in keys if view.ground.populated(key)]
    assert shown and all(x0 <= x <= x1 and y0 <= y <= y1 for x, y in shown)


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


def test_neighbours_come_and_can_be_switched_off(window: MainWindow, qtbot) -> None:
    nearby = window.map.plane.nearby
    window.resize(1280, 1000)
    QTest.mouseClick(window.map.view, LEFT, pos=QPoint(150, 140))
    qtbot.waitUntil(lambda: nearby.tiles[0].doodle is not None)
    place = nearby.tiles[0].doodle.place
    QTest.mouseClick(nearby.tiles[0], LEFT)
    assert window.editor.current.place == place
    window.commands["nearby"].setChecked(False)
    assert nearby.isHidden() and window.map.view._overlay.neighbours == []
    # A low window has room for small tiles.
    side = nearby.tiles[0].height()
    window.resize(1024, 680)
    window.commands["nearby"].setChecked(True)
    qtbot.waitUntil(lambda: bool(window.map.view._overlay.neighbours))
    assert nearby.isVisible() and nearby.tiles[5].height() < side
    assert nearby.tiles[5].mapTo(window.map, QPoint(0, 0)).x() < window.map.width()


def test_neighbours_come_along_on_a_walk(window: MainWindow, qtbot) -> None:
    """Those of the start are none of what is near halfway."""
    view, nearby = window.map.view, window.map.plane.nearby
    window.commands["nearby"].setChecked(True)
    window.resize(1280, 1000)
    qtbot.waitUntil(nearby.isVisible)
    QTest.mouseClick(view, LEFT, pos=QPoint(60, 60))
    qtbot.waitUntil(lambda: bool(view._overlay.neighbours))
    start = list(view._overlay.neighbours)
    window.map.plane.way_bar.pace.setValue(-2)
    window.commands["draw_way"].setChecked(True)
    across = view.width() - 120
    drag(view, [QPoint(60 + across * i // 20, 60 + i) for i in range(21)])
    qtbot.waitUntil(lambda: view._overlay.neighbours not in ([], start), timeout=8000)
    assert view.mover.playing, "not only when it has come to rest"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    settled(window, qtbot)
