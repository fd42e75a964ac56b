"""The morph: slots, slider, film."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from window_acts import LEFT, drag, draw_cat

from desktop.state.origin import Morphed
from desktop.window import MainWindow


def set_ends(window: MainWindow) -> None:
    draw_cat(window.draw.canvas)
    window.commands["set_a"].trigger()
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    window.commands["set_b"].trigger()


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
    assert isinstance(editor.current.origin, Morphed)
    assert editor.current.origin.position > 0.9
    assert window.morph.slider.value() > 900
    assert editor.undo_stack.count() == steps + 1
    window.commands["undo"].trigger()
    assert editor.current is before


def test_keys_walk_the_slider_and_are_one_step(window: MainWindow, qtbot) -> None:
    set_ends(window)
    slider, editor = window.morph.slider, window.editor
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
    window.morph.slots[0].dropped.emit(doodle)
    assert window.editor.document.state.keyframes[0] is doodle
    assert window.morph.slots[0].doodle is doodle


def test_the_film_begins_with_a_and_ends_with_b(window: MainWindow, qtbot) -> None:
    set_ends(window)
    qtbot.waitUntil(lambda: bool(window.morph.film._frames))
    frames = window.morph.film._frames
    first, second = window.editor.document.state.keyframes
    assert first is not None and second is not None
    np.testing.assert_allclose(frames[0].decoded, first.decoded, atol=1e-5)
    np.testing.assert_allclose(frames[-1].decoded, second.decoded, atol=1e-5)
