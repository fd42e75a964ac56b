"""A map whose places are filled in by a flow: what mouse, wheel and keys do there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_acts import LEFT, RIGHT, drag, draw_cat, move, wheel

from aemodel.defaults import MAP_TEMPERATURE
from desktop.state.doodle import Doodle
from desktop.state.origin import Picked
from desktop.window import MainWindow

A, B = QPoint(150, 150), QPoint(210, 120)
CORNER = QPoint(2, 2)
NO_BUTTON = Qt.MouseButton.NoButton


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window("filled")


def at_rest(window: MainWindow, qtbot: QtBot) -> Doodle:
    """The current doodle, once the last gesture on the map has ended."""
    mover = window.map.view.mover
    qtbot.waitUntil(lambda: window.editor.gesture == 0 and mover._moving._job is None)
    return window.editor.current


def picked(window: MainWindow, qtbot: QtBot, spot: QPoint) -> Doodle:
    """The doodle that a click brings."""
    QTest.mouseClick(window.map.view, LEFT, pos=spot)
    return at_rest(window, qtbot)


def adopt_inside(window: MainWindow) -> None:
    """Makes a sketch the current doodle that lies in the middle of the map."""
    middle = window.map.view.rect().adjusted(100, 60, -100, -60)
    for sketch in window.editor.engine.samples(60, seed=4):
        spot = window.map.view.view.to_screen(*sketch.place)
        if middle.contains(QPoint(*map(round, spot))):
            window.editor.change("Adopt", current=sketch)
            return
    raise AssertionError("no sketch lies there")


def origin(doodle: Doodle) -> Picked:
    """Where on the map it was picked."""
    assert isinstance(doodle.origin, Picked)
    return doodle.origin


def cell_of(plane, place: tuple[float, float]) -> tuple[int, int]:
    """Row and column of a place in the grids of a map."""
    x0, x1, y0, y1 = plane.extent
    height, width = plane.density.shape
    (x, y) = place
    return int((y - y0) / (y1 - y0) * height), int((x - x0) / (x1 - x0) * width)


def unlike(one: Doodle, other: Doodle) -> float:
    """The largest difference of two pictures."""
    return float(np.abs(one.decoded - other.decoded).max())


def test_the_row_of_the_seed_is_there_only_where_places_are_filled_in(
    window: MainWindow, open_window: Callable[..., MainWindow]
) -> None:
    assert window.map.plane.seed.isVisible() and window.commands["reroll_map"].isEnabled()
    plain = open_window("vae")
    assert not plain.map.plane.seed.isVisible()
    assert not plain.commands["reroll_map"].isEnabled()
    assert plain.commands["reroll_map"].toolTip().endswith(".")


def test_a_click_is_filled_in_from_the_seed_that_is_shown(window: MainWindow, qtbot) -> None:
    window.map.plane.seed.setValue(17)
    doodle = picked(window, qtbot, A)
    x, y = window.map.view.view.to_plane(A.x(), A.y())
    assert doodle.place == pytest.approx((x, y)) and origin(doodle).seed == 17
    plane = window.editor.engine.map
    np.testing.assert_allclose(
        doodle.latent, plane.decode([[x, y]], 17, None, MAP_TEMPERATURE)[0], atol=1e-4
    )
    assert not np.allclose(
        doodle.latent, plane.decode([[x, y]], 18, None, MAP_TEMPERATURE)[0], atol=0.1
    )


def test_a_drag_keeps_the_seed_and_changes_little_by_little(window: MainWindow, qtbot) -> None:
    view = window.map.view
    start = picked(window, qtbot, A)
    steps = window.editor.undo_stack.count()
    seen: list[Doodle] = []
    window.editor.document.observe(lambda state: seen.append(state.current), "current")
    way = [QPoint(A.x() + 4 * i, A.y() - 2 * i) for i in range(16)]
    QTest.mousePress(view, LEFT, pos=A)
    for spot in [*way, *reversed(way)]:
        move(view, spot)
        qtbot.wait(17)
    QTest.mouseRelease(view, LEFT, pos=A)
    end = at_rest(window, qtbot)
    assert len(seen) > 8 and {origin(doodle).seed for doodle in seen} == {0}
    farthest = max(seen, key=lambda doodle: unlike(doodle, start))
    assert unlike(farthest, start) > 0.02
    leaps = [unlike(*pair) for pair in pairwise(seen)]
    assert max(leaps) < unlike(farthest, start)
    np.testing.assert_allclose(end.decoded, start.decoded, atol=1e-4)
    assert window.editor.undo_stack.count() <= steps + 1


def test_the_same_place_gives_the_same_doodle_whatever_came_between(
    window: MainWindow, qtbot
) -> None:
    first = picked(window, qtbot, A)
    elsewhere = picked(window, qtbot, B)
    again = picked(window, qtbot, A)
    assert unlike(elsewhere, first) > 0.01
    np.testing.assert_allclose(again.latent, first.latent, atol=1e-4)


def test_filling_in_anew_is_one_step_and_the_seed_goes_back_with_it(
    window: MainWindow, qtbot
) -> None:
    seed, undo = window.map.plane.seed, window.commands["undo"]
    before = picked(window, qtbot, A)
    steps = window.editor.undo_stack.count()
    window.commands["reroll_map"].trigger()
    after = at_rest(window, qtbot)
    assert origin(after).seed == seed.value() == window.map.view.mover.seed != 0
    assert after.place == before.place and unlike(after, before) > 0.1
    assert window.editor.undo_stack.count() == steps + 1
    rolled = seed.value()
    undo.trigger()
    assert window.editor.current is before
    assert seed.value() == window.map.view.mover.seed == window.map.view.ground.wanted.seed == 0
    window.commands["redo"].trigger()
    assert window.editor.current is after and seed.value() == rolled
    drag(window.map.view, [A, B, A])
    np.testing.assert_allclose(at_rest(window, qtbot).latent, after.latent, atol=1e-4)


def test_a_seed_can_be_typed(window: MainWindow, qtbot) -> None:
    first = picked(window, qtbot, A)
    seed = window.map.plane.seed
    seed.setFocus()
    seed.selectAll()
    QTest.keyClicks(seed, "42")
    assert window.editor.current is first
    QTest.keyClick(seed, Qt.Key.Key_Return)
    assert origin(at_rest(window, qtbot)).seed == 42


def test_a_new_seed_leaves_a_drawing_alone(window: MainWindow, qtbot) -> None:
    draw_cat(window.draw.canvas)
    drawn = window.editor.current
    window.commands["reroll_map"].trigger()
    assert at_rest(window, qtbot) is drawn
    window.commands["keep_details"].setChecked(False)
    assert origin(picked(window, qtbot, A)).seed == window.map.plane.seed.value() != 0


def test_one_category_alone_fills_places_in(window: MainWindow, qtbot) -> None:
    buttons = window.map.plane.legend.buttons
    engine = window.editor.engine
    window.commands["keep_details"].setChecked(False)
    for index in range(3):
        window.commands["all_categories"].trigger()
        QTest.mouseClick(buttons[index], LEFT)
        doodle = picked(window, qtbot, A)
        assert origin(doodle).category == engine.categories[index]
        assert engine.bundle.classify(doodle.latent[None])[0].argmax() == index
    window.commands["all_categories"].trigger()
    assert origin(picked(window, qtbot, A)).category == ""


def test_several_categories_share_the_places_of_the_map(window: MainWindow, qtbot) -> None:
    """What a click, a preview, a thumbnail and a neighbour bring is of one of those shown."""
    view, plane, engine = window.map.view, window.map.plane, window.editor.engine
    nearby, buttons, two = plane.nearby, plane.legend.buttons, {"cat", "tree"}
    window.commands["keep_details"].setChecked(False)
    QTest.mouseClick(buttons[0], LEFT)
    QTest.mouseClick(buttons[2], LEFT)
    assert view.shown == {0, 2}
    seen = set()
    for spot in (QPoint(x, y) for x in (90, 150, 210) for y in (90, 150, 210)):
        doodle = picked(window, qtbot, spot)
        names = engine.categories
        assert names[engine.bundle.classify(doodle.latent[None])[0].argmax()] in two
        row, column = cell_of(engine.map, doodle.place)
        cell = engine.map.category_density[[0, 2], row, column]
        if cell.any():
            assert origin(doodle).category == ("cat", "tree")[cell.argmax()]
        move(view, spot + QPoint(1, 0), NO_BUTTON)
        qtbot.waitUntil(lambda: view.hover.doodle is not None)
        assert origin(view.hover.doodle).category in two
        caption = view.hover._caption
        assert not caption or caption.split()[0] in two
        seen.add(origin(doodle).category)
    assert seen == two
    qtbot.waitUntil(lambda: nearby.tiles[0].doodle is not None)
    near = [tile.doodle for tile in nearby.tiles if tile.doodle is not None]
    assert {origin(doodle).category for doodle in near} <= two
    assert view.ground.lattice._look.domains is view.mover.domains


def test_a_drag_across_categories_is_as_clicks_are(window: MainWindow, qtbot) -> None:
    """With details too: a doodle is itself where it lies, whichever category that place has."""
    view, buttons = window.map.view, window.map.plane.legend.buttons
    adopt_inside(window)
    drawn, home = window.editor.current, view.marker().toPoint()
    QTest.mouseClick(buttons[0], LEFT)
    QTest.mouseClick(buttons[2], LEFT)
    drag(view, [home, home + QPoint(60, 20), home + QPoint(-60, 20), home])
    back = at_rest(window, qtbot)
    x, y = view.view.to_plane(home.x(), home.y())
    due = window.editor.engine.at_place(x, y, drawn, 0, view.mover.domains)
    np.testing.assert_allclose(back.latent, due.latent, atol=1e-3)
    np.testing.assert_allclose(back.latent, drawn.latent, atol=0.3)


def test_carrying_details_keeps_what_the_place_does_not_say(window: MainWindow, qtbot) -> None:
    """Near where the drawing lies; far from it they are gone, and on the way back they return."""
    view, plane = window.map.view, window.editor.engine.map
    residuals = {}
    for keep in (True, False):
        adopt_inside(window)
        drawn = window.editor.current
        window.commands["keep_details"].setChecked(keep)
        home = view.marker().toPoint()
        for name, spot in (("near", home + QPoint(4, 0)), ("far", CORNER), ("again", home)):
            doodle = picked(window, qtbot, spot)
            assert origin(doodle).details is keep
            residuals[name, keep] = (
                doodle.latent - plane.decode([doodle.place], 0, None, MAP_TEMPERATURE)[0]
            )
    own = drawn.latent - plane.decode([drawn.place], 0, None, MAP_TEMPERATURE)[0]
    assert np.abs(own).max() > 0.5
    np.testing.assert_allclose(residuals["near", True], own, rtol=0.1, atol=0.3)
    np.testing.assert_allclose(residuals["far", True], 0, atol=0.1)
    np.testing.assert_allclose(residuals["again", True], own, rtol=0.1, atol=0.3)
    for name in ("near", "far", "again"):
        np.testing.assert_allclose(residuals[name, False], 0, atol=1e-3)


def test_filling_in_anew_keeps_the_details_that_are_carried(window: MainWindow, qtbot) -> None:
    view, plane = window.map.view, window.editor.engine.map
    adopt_inside(window)
    drawn = window.editor.current
    before = picked(window, qtbot, view.marker().toPoint() + QPoint(12, 0))
    window.map.plane.seed.setValue(77)
    after = at_rest(window, qtbot)
    assert origin(after).seed == 77 and after.place == before.place
    due = window.editor.engine.at_place(*before.place, drawn, 77)
    bare = plane.decode([before.place], 77, None, MAP_TEMPERATURE)[0]
    np.testing.assert_allclose(after.latent, due.latent, atol=1e-3)
    assert np.abs(after.latent - bare).max() > 0.1
    window.commands["undo"].trigger()
    # What was not picked on the map is nothing that a place says: it stays.
    sample = window.editor.document.state.sketches[0]
    window.editor.change("adopt", current=sample)
    window.map.plane.seed.setValue(78)
    assert at_rest(window, qtbot) is sample


def test_keys_are_free_again_after_a_seed(window: MainWindow, qtbot) -> None:
    seed, view = window.map.plane.seed, window.map.view
    for end, due in ((Qt.Key.Key_Return, 42), (Qt.Key.Key_Escape, 42)):
        seed.setFocus()
        seed.selectAll()
        QTest.keyClicks(seed, "42" if end == Qt.Key.Key_Return else "99")
        QTest.keyClick(seed, end)
        assert window.focusWidget() is view and seed.value() == due and seed.text() == "42"


def test_neighbours_are_what_the_map_shows_there(window: MainWindow, qtbot) -> None:
    """From the seed and the category of the map; a click brings just that."""
    nearby, engine = window.map.plane.nearby, window.editor.engine
    window.map.plane.seed.setValue(12345)
    QTest.mouseClick(window.map.plane.legend.buttons[0], LEFT)
    picked(window, qtbot, A)
    qtbot.waitUntil(lambda: nearby.tiles[0].doodle is not None)
    near = [tile.doodle for tile in nearby.tiles if tile.doodle is not None]
    for doodle in near:
        assert (origin(doodle).seed, origin(doodle).category) == (12345, "cat")
        assert engine.bundle.classify(doodle.latent[None])[0].argmax() == 0
    QTest.mouseClick(nearby.tiles[0], LEFT)
    np.testing.assert_array_equal(window.editor.current.latent, near[0].latent)
    assert window.map.plane.seed.value() == 12345 == window.map.view.mover.seed


def test_the_preview_is_what_a_click_brings(window: MainWindow, qtbot) -> None:
    view = window.map.view
    window.map.plane.seed.setValue(5)
    move(view, A, NO_BUTTON)
    qtbot.waitUntil(lambda: view.hover.doodle is not None)
    move(view, B, NO_BUTTON)
    place = view.view.to_plane(B.x(), B.y())
    qtbot.waitUntil(lambda: view.hover.doodle.place == place)
    preview = view.hover.doodle
    assert window.editor.current.blank and window.editor.undo_stack.count() == 0
    assert origin(preview).seed == 5
    clicked = picked(window, qtbot, B)
    np.testing.assert_allclose(clicked.decoded, preview.decoded, atol=1e-4)
    assert view.hover.doodle is None


def test_a_preview_at_rest_keeps_up_with_legend_and_seed(window: MainWindow, qtbot) -> None:
    view, plane = window.map.view, window.map.plane
    QTest.mouseClick(plane.legend.buttons[0], LEFT)
    move(view, A, NO_BUTTON)
    qtbot.waitUntil(lambda: view.hover.doodle is not None)
    assert origin(view.hover.doodle).category == "cat" and "%" not in view.hover._caption
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert view.shown is None and view.hover._caption.endswith("%")
    qtbot.waitUntil(lambda: origin(view.hover.doodle).category != "cat")
    plane.seed.setValue(7)
    qtbot.waitUntil(lambda: origin(view.hover.doodle).seed == 7)
    QTest.mouseClick(view, LEFT, pos=A)
    assert view.hover.doodle is None
    QTest.mouseClick(plane.legend.buttons[0], LEFT)
    assert view.hover.doodle is None and view.hover.at is None


def test_looking_around_leaves_the_doodle_alone(window: MainWindow, qtbot) -> None:
    view = window.map.view
    doodle, steps = picked(window, qtbot, A), window.editor.undo_stack.count()
    place = view.view.to_plane(80, 120)
    wheel(view, QPoint(80, 120), 480)
    assert view.view.to_plane(80, 120) == pytest.approx(place)
    grip = view.view.to_plane(100, 100)
    drag(view, [QPoint(100, 100), QPoint(160, 80)], RIGHT)
    assert view.view.to_screen(*grip) == pytest.approx((160, 80))
    window.commands["center_map"].trigger()
    marker = view.marker()
    assert (marker.x(), marker.y()) == pytest.approx((view.width() / 2, view.height() / 2))
    QTest.mouseClick(window.map.plane.legend.buttons[1], LEFT)
    assert window.editor.current is doodle and window.editor.undo_stack.count() == steps


def test_thumbnails_show_what_a_click_in_their_middle_brings(window: MainWindow, qtbot) -> None:
    view, lattice = window.map.view, window.map.view.ground.lattice
    view.grab()
    qtbot.waitUntil(lambda: bool(lattice._pictures) and lattice._job is None)
    before = lattice._look
    window.map.plane.seed.setValue(9)
    view.grab()
    assert lattice._look.seed == 9 != before.seed and lattice._look.domains is None
    qtbot.waitUntil(lambda: bool(lattice._pictures) and lattice._job is None)
    QTest.mouseClick(window.map.plane.legend.buttons[2], LEFT)
    view.grab()
    assert lattice._look.domains is view.mover.domains is not None
    qtbot.waitUntil(lambda: bool(lattice._pictures) and lattice._job is None)


def test_a_way_is_walked_from_one_seed_and_played_again(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    before = picked(window, qtbot, A)
    steps = editor.undo_stack.count()
    seen: list[Doodle] = []
    window.map.plane.way_bar.pace.setValue(5)
    window.commands["draw_way"].setChecked(True)
    drag(view, [QPoint(80 + 6 * i, 110 + 2 * i) for i in range(20)])
    editor.document.observe(lambda state: seen.append(state.current), "current")
    assert view.mover.playing and window.commands["play_way"].isEnabled()
    qtbot.waitUntil(lambda: not view.mover.playing, timeout=10_000)
    end = at_rest(window, qtbot)
    assert end.place == pytest.approx(tuple(view.mover.way.points[-1]))
    assert len(seen) > 3 and {origin(doodle).seed for doodle in seen} == {0}
    across = [doodle.place[0] for doodle in seen]
    assert across == sorted(across)
    assert editor.undo_stack.count() == steps + 2
    window.commands["play_way"].trigger()
    qtbot.waitUntil(lambda: not view.mover.playing, timeout=10_000)
    np.testing.assert_allclose(at_rest(window, qtbot).latent, end.latent, atol=1e-4)
    window.commands["undo"].trigger()
    assert editor.current is end or editor.current is before
    window.commands["forget_way"].trigger()
    assert not window.commands["play_way"].isEnabled()


def test_neighbours_lie_near_and_can_be_chosen(window: MainWindow, qtbot) -> None:
    window.resize(1280, 1000)
    nearby = window.map.plane.nearby
    doodle = picked(window, qtbot, A)
    qtbot.waitUntil(lambda: nearby.tiles[1].doodle is not None)
    near = [tile.doodle for tile in nearby.tiles if tile.doodle is not None]
    far = [float(np.hypot(*np.subtract(one.place, doodle.place))) for one in near]
    assert far == sorted(far)
    QTest.mouseClick(nearby.tiles[0], LEFT)
    assert window.editor.current.place == near[0].place


def test_the_map_by_keys_alone(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: editor.current.place is not None)
    first = editor.current
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    qtbot.waitUntil(
        lambda: (
            editor.current is not first
            and editor.current.place == pytest.approx(first.place, abs=1e-9)
        )
    )
    np.testing.assert_allclose(editor.current.latent, first.latent, atol=1e-4)
    assert editor.undo_stack.count() == 1
    scale = view.view.scale
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.view.scale > scale
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.view.scale == pytest.approx(scale)
    dog = window.map.plane.legend.buttons[1]
    dog.setFocus()
    assert dog.hasFocus()
    QTest.keyClick(dog, Qt.Key.Key_Space)
    assert view.shown == {1}
    QTest.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: origin(editor.current).category == "dog")


def test_escape_puts_back_a_drag_that_is_still_on_its_way(window: MainWindow, qtbot) -> None:
    view, editor = window.map.view, window.editor
    before = picked(window, qtbot, A)
    QTest.mousePress(view, LEFT, pos=A)
    move(view, B)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    qtbot.wait(60)
    assert editor.current is before and editor.gesture == 0
    QTest.mouseRelease(view, LEFT, pos=B)
    assert editor.undo_stack.count() == 1
