"""The morph: slots, slider, film."""

import threading
from itertools import pairwise
from unittest.mock import patch

import numpy as np
import pytest
from morphs import choose, set_ends, three_keyframes
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_acts import LEFT, carry, drag, draw, draw_cat, drop, move

from aemodel.bundle.latent_path import MODEL, SPHERICAL, SPLINE, STRAIGHT
from desktop.background import background_jobs
from desktop.editor import MOST_KEYFRAMES
from desktop.state.ink import ink_from_lines
from desktop.state.origin import Drawn, Morphed, Sampled
from desktop.theme import theme
from desktop.views.carrying import DoodleMime
from desktop.views.tile import doodle_mime, mime_doodle
from desktop.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
STROKE = ink_from_lines([[[20, 120, 220], [40, 60, 40]]])


def test_empty_slots_wait(window: MainWindow) -> None:
    assert not window.morph.slider.isEnabled()
    assert not window.commands["set_a"].isEnabled()
    window.morph.grab()


def test_the_ends_equal_a_and_b(window: MainWindow, qtbot) -> None:
    set_ends(window)
    editor, slider = window.editor, window.morph.slider
    first, second = editor.document.state.keyframes
    assert slider.isEnabled() and first is not None and second is not None
    slider.setValue(500)
    qtbot.waitUntil(lambda: isinstance(editor.current.origin, Morphed))
    slider.setValue(0)
    qtbot.waitUntil(lambda: editor.current.origin == Morphed(0.0))
    np.testing.assert_allclose(editor.current.decoded, first.decoded, atol=1e-5)
    slider.setValue(1000)
    qtbot.waitUntil(lambda: editor.current.origin == Morphed(1.0))
    np.testing.assert_allclose(editor.current.decoded, second.decoded, atol=1e-5)


def test_a_drag_along_the_film_is_one_step(window: MainWindow, qtbot) -> None:
    set_ends(window)
    film, editor = window.morph.film, window.editor
    qtbot.waitUntil(lambda: bool(film._frames))
    before, steps = editor.current, editor.undo_stack.count()
    y = film.height() // 2
    drag(film, [QPoint(x, y) for x in range(10, film.width() - 10, 20)])
    qtbot.waitUntil(lambda: not editor.gesture)
    assert isinstance(editor.current.origin, Morphed)
    assert editor.current.origin.position > 0.9
    assert window.morph.slider.value() > 900
    assert editor.undo_stack.count() == steps + 1
    window.commands["undo"].trigger()
    assert editor.current is before


def test_the_mark_of_the_film_stands_beneath_the_handle(window: MainWindow, qtbot) -> None:
    set_ends(window)
    film, slider = window.morph.film, window.morph.slider
    qtbot.waitUntil(lambda: bool(film._frames))
    window.grab()  # lays out
    for position in (0, 0.3, 1):
        at = round(film.middle_of(position))
        QTest.mouseClick(film, LEFT, pos=QPoint(at, film.height() // 2))
        qtbot.waitUntil(lambda: not window.editor.gesture)
        assert slider.value() / 1000 == pytest.approx(position, abs=0.005)
        handle = slider.mapToGlobal(QPoint(round(slider.middle_at(slider.value())), 0))
        assert film.mapFromGlobal(handle).x() == pytest.approx(at, abs=2)
        assert film.middle_of(film._position) == pytest.approx(at, abs=2)
        middle = film.grab().toImage().pixelColor(at, 1)
        assert middle == theme().colors.color("accent")


def test_the_slider_is_where_the_doodle_is(window: MainWindow, qtbot) -> None:
    """After undo, after a stroke on what lies between, and when the keyframes change places."""
    set_ends(window)
    editor, morph = window.editor, window.morph
    slider, first = morph.slider, editor.document.state.keyframes[0]
    assert editor.current is editor.document.state.keyframes[1] and slider.value() == 1000
    QTest.mouseClick(window.sketches.tiles[1], LEFT)
    assert slider.value() == 0 and morph.film._position is None
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: slider.value() > 100)
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not editor.gesture)
    walked = slider.value()
    assert walked == round(1000 * editor.current.origin.position) > 0
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert slider.value() == 0 and morph.film._position is None
    window.commands["redo"].trigger()
    assert slider.value() == walked
    draw(window.draw.canvas, STROKE)
    assert slider.value() == 0
    window.commands["undo"].trigger()
    assert slider.value() == walked
    window.commands["swap"].trigger()
    assert slider.value() == 0, "what lay between lies on another way"
    editor.adopt(first)
    assert slider.value() == 1000 and morph.film._position == 1


def test_a_frame_of_the_film_is_taken_elsewhere(window: MainWindow, qtbot) -> None:
    set_ends(window)
    film, editor = window.morph.film, window.editor
    qtbot.waitUntil(lambda: len(film._frames) > 2)
    frame = film._frames[1]
    before, steps = editor.current, editor.undo_stack.count()
    grip = QPoint(round(film.middle_of(1 / (len(film._frames) - 1))), film.height() // 2)
    away = grip - QPoint(1, 1) * QApplication.startDragDistance()
    taken = []
    with patch.object(QDrag, "exec", lambda drag, *_: taken.append(mime_doodle(drag.mimeData()))):
        drag(film, [grip, away])
    assert len(taken) == 1
    np.testing.assert_array_equal(taken[0].latent, frame.latent)
    assert taken[0].origin == frame.origin and not film.carried
    assert editor.current is before and editor.undo_stack.count() == steps


def test_a_frame_let_go_of_beside_the_keyframes_goes_nowhere(window: MainWindow, qtbot) -> None:
    set_ends(window)
    film, editor = window.morph.film, window.editor
    qtbot.waitUntil(lambda: bool(film._frames))
    keyframes = editor.document.state.keyframes
    grip = film.mapTo(window, film.rect().center())
    for end, count in ((grip, 2), (window.morph.slots[1].mapTo(window, QPoint(-1, 9)), 3)):
        carry(window, grip, end, pull=QPoint(0, -QApplication.startDragDistance() - 1))
        assert len(editor.document.state.keyframes) == count
    assert editor.document.state.keyframes[::2] == keyframes


def test_a_walk_along_the_film_goes_on_beside_it(window: MainWindow, qtbot) -> None:
    set_ends(window)
    film, editor = window.morph.film, window.editor
    qtbot.waitUntil(lambda: bool(film._frames))
    y = film.height() // 2
    with patch.object(QDrag, "exec", lambda *_: pytest.fail("a walk took a frame along")):
        drag(film, [QPoint(9, y), QPoint(60, y + 5), QPoint(film.width() - 9, y + 300)])
    qtbot.waitUntil(lambda: not editor.gesture)
    assert isinstance(editor.current.origin, Morphed)
    assert editor.current.origin.position > 0.9


def test_keys_walk_the_slider_and_are_one_step(window: MainWindow, qtbot) -> None:
    set_ends(window)
    slider, editor = window.morph.slider, window.editor
    editor.adopt(editor.document.state.keyframes[0])
    steps = editor.undo_stack.count()
    for _ in range(5):
        QTest.keyClick(slider, Qt.Key.Key_Right)
        qtbot.wait(20)
    assert editor.current.origin == Morphed(0.05)
    assert editor.undo_stack.count() == steps + 1


def test_setting_and_swapping_slots_can_be_undone(window: MainWindow) -> None:
    set_ends(window)
    document = window.editor.document
    first, second = document.state.keyframes
    window.commands["swap"].trigger()
    assert document.state.keyframes == (second, first)
    window.commands["undo"].trigger()
    assert document.state.keyframes == (first, second)
    window.commands["undo"].trigger()
    assert document.state.keyframes == (first, None)


def test_a_doodle_can_be_dropped_on_a_slot(window: MainWindow) -> None:
    doodle = window.editor.document.state.sketches[1]
    row = window.morph.keyframes
    middle = QPointF(window.morph.slots[1].geometry().center())
    drop(row, doodle_mime(doodle), middle)
    first, second = window.editor.document.state.keyframes
    assert first is None
    np.testing.assert_array_equal(second.latent, doodle.latent)
    assert window.morph.slots[1].doodle is second


def test_a_doodle_dropped_between_tiles_gets_a_place_of_its_own(window: MainWindow, qtbot) -> None:
    a, b, c = three_keyframes(window)
    window.grab()  # lays out
    new, row = window.editor.document.state.sketches[7], window.morph.keyframes
    for left_of, index in ((1, 1), (None, 4)):
        x = row.width() - 5 if left_of is None else window.morph.slots[left_of].x() - 1
        drop(row, doodle_mime(new), QPointF(x, 10))
        keyframes = window.editor.document.state.keyframes
        np.testing.assert_array_equal(keyframes[index].latent, new.latent)
        assert [one for one in keyframes if one in (a, b, c)] == [a, b, c]
    for _ in range(20):
        window.editor.add_keyframe(new)
    assert len(window.editor.document.state.keyframes) == MOST_KEYFRAMES
    tiles = window.morph.slots
    qtbot.waitUntil(lambda: tiles[-1].geometry().right() < row.width())
    assert tiles[-1].width() >= 26
    drop(row, doodle_mime(a), QPointF(tiles[3].x() - 1, 10))
    assert len(window.editor.document.state.keyframes) == MOST_KEYFRAMES


def test_the_film_begins_with_a_and_ends_with_b(window: MainWindow, qtbot) -> None:
    set_ends(window)
    qtbot.waitUntil(lambda: bool(window.morph.film._frames))
    frames = window.morph.film._frames
    first, second = window.editor.document.state.keyframes
    assert first is not None and second is not None
    np.testing.assert_allclose(frames[0].decoded, first.decoded, atol=1e-5)
    np.testing.assert_allclose(frames[-1].decoded, second.decoded, atol=1e-5)


def test_the_way_goes_through_every_keyframe(window: MainWindow, qtbot) -> None:
    keyframes = three_keyframes(window)
    editor, slider, choice = window.editor, window.morph.slider, window.morph.path_choice
    assert slider.maximum() == 2000
    for kind in (STRAIGHT, SPHERICAL, SPLINE):
        choose(choice, kind)
        for stop, keyframe in enumerate(keyframes):
            slider.setValue(500)
            slider.setValue(1000 * stop)
            wanted = Morphed(float(stop), kind)
            qtbot.waitUntil(lambda wanted=wanted: editor.current.origin == wanted)
            np.testing.assert_array_equal(editor.current.latent, keyframe.latent)


def test_a_model_with_a_flow_goes_through_drawings(open_window, qtbot) -> None:
    window = open_window("atlas")
    keyframes = three_keyframes(window)
    editor, morph = window.editor, window.morph
    assert morph.path_choice.kind == morph.path_choice.currentData() == MODEL
    made_in: list[bool] = []
    on_path = type(editor.engine).on_path

    def noted(engine, path, position):  # type: ignore[no-untyped-def]
        made_in.append(threading.current_thread() is threading.main_thread())
        return on_path(engine, path, position)

    with patch.object(type(editor.engine), "on_path", noted):
        for stop, keyframe in enumerate(keyframes):
            morph.slider.setValue(500)
            qtbot.waitUntil(lambda: editor.current.origin == Morphed(0.5, MODEL), timeout=10_000)
            straight = editor.engine.morph_path(keyframes, STRAIGHT)([0.5])[0]
            assert np.abs(editor.current.latent - straight).max() > 0.1
            morph.slider.setValue(1000 * stop)
            wanted = Morphed(float(stop), MODEL)
            qtbot.waitUntil(lambda wanted=wanted: editor.current.origin == wanted, timeout=10_000)
            np.testing.assert_array_equal(editor.current.latent, keyframe.latent)
            np.testing.assert_allclose(editor.current.decoded, keyframe.decoded, atol=1e-3)
    assert made_in and not any(made_in)


def test_the_path_is_a_wish_that_a_model_without_it_leaves_open(open_window, qtbot, models) -> None:
    window = open_window("atlas")
    choice = window.morph.path_choice
    set_ends(window)
    assert choice.model().item(0).isEnabled()
    window.open_model(models["vae"])
    qtbot.waitUntil(lambda: window.editor.engine.name == "vae", timeout=20_000)
    assert choice.kind == choice.currentData() == STRAIGHT
    assert not choice.model().item(0).isEnabled()
    assert "not a flow" in choice.itemData(0, Qt.ItemDataRole.ToolTipRole)
    window.morph.slider.setValue(500)
    qtbot.waitUntil(lambda: window.editor.current.origin == Morphed(0.5, STRAIGHT))
    window.open_model("atlas")
    qtbot.waitUntil(lambda: window.editor.engine.name == "atlas", timeout=20_000)
    assert choice.kind == choice.currentData() == MODEL


def test_fast_keys_are_not_held_up_by_what_they_asked_for(open_window, qtbot) -> None:
    window = open_window("atlas")
    set_ends(window)
    slider, editor = window.morph.slider, window.editor
    editor.adopt(editor.document.state.keyframes[0])
    seen: list[int] = []
    editor.document.observe(lambda state: seen.append(slider.value()), "current")
    for count in range(1, 9):
        QTest.keyClick(slider, Qt.Key.Key_Right)
        qtbot.wait(5)
        assert slider.value() == 10 * count
    qtbot.waitUntil(lambda: editor.current.origin == Morphed(0.08, MODEL), timeout=10_000)
    assert len(seen) > 1 and seen == sorted(seen)


def test_another_way_does_not_claim_the_doodle_of_a_former_one(window, qtbot) -> None:
    three_keyframes(window)
    film, editor = window.morph.film, window.editor
    window.morph.slider.setValue(500)
    qtbot.waitUntil(lambda: film._position == 0.25)
    editor.move_keyframe(0, 2)
    assert isinstance(editor.current.origin, Morphed) and film._position is None
    window.commands["undo"].trigger()
    assert film._position == 0.25


def test_a_doodle_from_elsewhere_lies_on_the_way_only_if_it_does(window, qtbot) -> None:
    """Such as a frame of the film that was dropped on the page, or one that was kept."""
    three_keyframes(window)
    film, slider = window.morph.film, window.morph.slider
    slider.setValue(500)
    qtbot.waitUntil(lambda: film._position == 0.25)
    frame = doodle_mime(window.editor.current)
    window.commands["clear"].trigger()
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    drop(window, frame, QPointF(300, 300))
    assert isinstance(window.editor.current.origin, Morphed)
    qtbot.waitUntil(lambda: background_jobs() == 0)
    assert film._position is None and slider.value() == 0
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    drop(window, frame, QPointF(300, 300))
    qtbot.waitUntil(lambda: film._position == 0.25)
    assert slider.value() == 500
    QTest.keyClick(window.morph.slots[2], Qt.Key.Key_Delete)
    assert film._position is None


def test_a_copy_of_a_keyframe_is_that_keyframe(window, qtbot) -> None:
    tiles = window.sketches.tiles
    drop(window.morph.keyframes, DoodleMime([tile.doodle for tile in tiles[:3]]), QPointF(2, 9))
    film = window.morph.film
    QTest.mouseClick(tiles[0], LEFT)
    assert window.editor.current is not window.morph.slots[0].doodle and film._position == 0
    QTest.keyClick(window.morph.slots[0], Qt.Key.Key_Right, CTRL)
    assert film._position == 0.5 and window.morph.slider.value() == 1000


def test_a_higher_film_has_no_fewer_pictures_and_no_wide_gaps(window, qtbot) -> None:
    three_keyframes(window)
    for number in (4, 5):
        window.editor.add_keyframe(window.editor.document.state.sketches[number])
    film = window.morph.film
    window.resize(1280, 832)
    qtbot.waitUntil(lambda: len(film._frames) > 5)
    low, height = len(film._frames), film.height()
    window.resizeDocks([window.docks["morph"]], [340], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: film.height() > 2 * height)
    qtbot.waitUntil(lambda: background_jobs() == 0)
    assert len(film._frames) >= low
    assert film._cell() < 1.3 * min(film._cell(), film._highest())


def test_keys_that_do_nothing_say_why(window: MainWindow, qtbot) -> None:
    document, key = window.editor.document, Qt.Key
    for pressed, held, words in (
        (key.Key_1, CTRL, "Draw or choose a doodle first."),
        (key.Key_D, CTRL, "Draw or choose a doodle first."),
        (key.Key_F5, Qt.KeyboardModifier.NoModifier, "Fill two keyframes first."),
    ):
        document.update(notice="")
        QTest.keyClick(window.draw.canvas, pressed, held)
        assert document.state.notice == words
    for _ in range(MOST_KEYFRAMES):
        window.editor.add_keyframe(document.state.sketches[0])
    document.update(notice="")
    QTest.keyClick(window, key.Key_5, CTRL)
    assert "12" in document.state.notice
    document.update(notice="")
    QTest.keyClick(window, key.Key_Delete)  # which is for the shelf alone
    assert not document.state.notice


def test_reasons_outlive_a_change_of_language(window, settings) -> None:
    names = ("set_a", "set_b", "add_keyframe", "swap", "play_morph", "export_morph")

    def tips() -> list[str]:
        QApplication.processEvents()
        assert not any(window.commands[name].isEnabled() for name in names)
        return [window.commands[name].toolTip() for name in names]

    before = tips()
    settings.change(language="zh_CN")
    chinese = tips()
    settings.change(language="en")
    assert tips() == before
    assert not any(one in other for one, other in zip(before, chinese, strict=True))
    assert "Draw or choose" in before[0] and "Fill two" in before[4]


def test_what_comes_late_does_not_disturb_a_stroke(open_window, qtbot) -> None:
    window = open_window("atlas")
    set_ends(window)
    editor, canvas = window.editor, window.draw.canvas
    window.morph.slider.setValue(700)
    spots = [canvas.to_widget(x, 60).toPoint() for x in (50, 90, 130, 170)]
    QTest.mousePress(canvas, LEFT, pos=spots[0])
    for spot in spots[1:]:
        move(canvas, spot)
    gesture = editor.gesture
    qtbot.waitUntil(lambda: window.morph._following._job is None, timeout=10_000)
    assert isinstance(editor.current.origin, Drawn) and editor.gesture == gesture
    QTest.mouseRelease(canvas, LEFT, pos=spots[-1])
    assert len(editor.current.ink) == 1


def test_keyframes_are_reordered_with_the_mouse(window: MainWindow, qtbot) -> None:
    a, b, c = three_keyframes(window)
    window.grab()  # lays out
    tiles, document = window.morph.slots, window.editor.document
    middles = [tile.mapTo(window, tile.rect().center()) for tile in tiles]
    beyond = middles[2] + QPoint(60, 0)
    for source, target, expected in (
        (2, middles[0] - QPoint(5, 0), (c, a, b)),
        (0, middles[1] + QPoint(8, 0), (a, c, b)),
        (0, beyond, (c, b, a)),
        (1, middles[1] + QPoint(3, 0), (c, b, a)),
    ):
        before, current = window.editor.undo_stack.count(), window.editor.current
        carry(window, middles[source], target)
        assert document.state.keyframes == expected
        moved = 0 if source == 1 else 1
        assert window.editor.undo_stack.count() == before + moved
        assert window.editor.current is current


def test_keyframes_move_by_keys_and_can_be_taken_out(window: MainWindow) -> None:
    a, b, c = three_keyframes(window)
    tiles, document = window.morph.slots, window.editor.document
    window.editor.move_keyframe(2, 0)
    QTest.keyClick(tiles[0], Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert document.state.keyframes == (a, c, b)
    QTest.keyClick(tiles[1], Qt.Key.Key_Delete)
    assert document.state.keyframes == (a, b)
    QTest.keyClick(tiles[1], Qt.Key.Key_Delete)
    assert document.state.keyframes == (a, None)
    window.editor.adopt(c)
    QTest.mouseClick(tiles[1], LEFT)
    assert document.state.keyframes == (a, window.editor.current)
    for _ in range(5):
        window.commands["undo"].trigger()
    assert document.state.keyframes == (a, b, c)


def test_space_plays_to_and_fro_as_one_step(window: MainWindow, qtbot) -> None:
    set_ends(window)
    morph, editor = window.morph, window.editor
    before, steps = editor.current, editor.undo_stack.count()
    morph.pace.setValue(morph.pace.maximum())
    QTest.keyClick(morph.slider, Qt.Key.Key_Space)
    assert morph.playing
    seen: list[float] = []
    forget = editor.document.observe(
        lambda state: seen.append(state.current.origin.position), "current"
    )
    qtbot.waitUntil(lambda: any(later < sooner for sooner, later in pairwise(seen)), timeout=10_000)
    QTest.keyClick(morph.slider, Qt.Key.Key_Space)
    forget()
    assert not morph.playing
    qtbot.waitUntil(lambda: not editor.gesture)
    assert editor.undo_stack.count() == steps + 1
    window.commands["undo"].trigger()
    assert editor.current is before


def test_drawing_ends_the_play(window: MainWindow, qtbot) -> None:
    set_ends(window)
    window.commands["play_morph"].trigger()
    draw_cat(window.draw.canvas)
    drawn = window.editor.current
    qtbot.waitUntil(lambda: not window.morph.playing)
    qtbot.wait(60)
    assert window.editor.current is drawn


def test_a_random_keyframe_comes_from_the_model(window: MainWindow, qtbot) -> None:
    set_ends(window)
    window.commands["random_keyframe"].trigger()
    document = window.editor.document
    qtbot.waitUntil(lambda: len(document.state.keyframes) == 3)
    assert isinstance(document.state.keyframes[2].origin, Sampled)
