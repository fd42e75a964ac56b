"""A doodle that is read closely while a hand is at it: nothing that the hand did is lost."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from reading_door import Door
from window_acts import drag

from desktop.state.mix import Direction
from desktop.state.origin import Mixed, Morphed, Picked, Steered
from desktop.views.following import Following
from desktop.window import MainWindow

STROKE = [QPoint(60 + 10 * step, 60 + 5 * step) for step in range(12)]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def hold(follower: Following) -> None:
    """What is wanted waits for the next frame, which is far off."""
    follower._frame._timer.start(60_000)


def let_go(follower: Following) -> None:
    """The next frame comes now."""
    follower._frame._timer.start(0)


@pytest.fixture
def glanced(drawing: MainWindow, door: Door) -> MainWindow:
    """A stroke has just been drawn, and is being read."""
    door.shut()
    drag(drawing.draw.canvas, STROKE)
    assert drawing.editor.current.glance
    return drawing


def read_it(window: MainWindow, door: Door, qtbot) -> None:
    former = window.editor.current
    door.open()
    qtbot.waitUntil(lambda: not window.editor.current.glance)
    assert window.editor.current is window.editor.engine.closer(former)


def test_a_walk_by_keys_goes_on_while_a_keyframe_is_read(
    glanced: MainWindow, door: Door, qtbot
) -> None:
    editor, morph = glanced.editor, glanced.morph
    glanced.commands["set_a"].trigger()
    editor.set_keyframe(1, editor.document.state.sketches[0])
    steps = editor.undo_stack.count()
    hold(morph._following)
    for _ in range(3):
        QTest.keyClick(morph.slider, Qt.Key.Key_PageUp)
    read_it(glanced, door, qtbot)
    first, second = editor.document.state.keyframes
    assert first is editor.current and morph.slider.value() == 300
    let_go(morph._following)
    qtbot.waitUntil(lambda: editor.current.origin == Morphed(0.3))
    expected = editor.engine.on_path(editor.engine.morph_path((first, second), "straight"), 0.3)
    np.testing.assert_allclose(editor.current.latent, expected.latent, atol=1e-5)
    assert morph.slider.value() == 300 and editor.undo_stack.count() == steps + 1
    glanced.commands["undo"].trigger()
    assert editor.current is first


def test_the_morph_stays_where_it_is_when_a_keyframe_is_read(
    glanced: MainWindow, door: Door, qtbot
) -> None:
    editor, morph = glanced.editor, glanced.morph
    glanced.commands["set_a"].trigger()
    editor.set_keyframe(1, editor.document.state.sketches[0])
    QTest.keyClick(morph.slider, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: editor.current.origin == Morphed(0.1))
    walked = editor.current
    door.open()
    qtbot.waitUntil(lambda: not editor.document.state.keyframes[0].glance)
    assert editor.current is walked and morph.slider.value() == 100
    assert morph.film._position == pytest.approx(0.1)
    # Another keyframe makes it another way.
    editor.set_keyframe(0, editor.document.state.sketches[1])
    assert morph.film._position is None


def test_a_nudge_on_the_map_goes_on_from_what_was_read(
    glanced: MainWindow, door: Door, qtbot
) -> None:
    editor, view = glanced.editor, glanced.map.view
    x, y = editor.current.place
    hold(view.mover._nudging)
    QTest.keyClick(view, Qt.Key.Key_Right)
    read_it(glanced, door, qtbot)
    QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    let_go(view.mover._nudging)
    qtbot.waitUntil(lambda: isinstance(editor.current.origin, Picked))
    by = editor.current.place[0] - x
    assert by > 0 and editor.current.place[1] - y == pytest.approx(5 * by, rel=1e-3)


def test_a_step_along_an_axis_goes_on_from_what_was_read(
    glanced: MainWindow, door: Door, qtbot
) -> None:
    editor, panel = glanced.editor, glanced.map
    glanced.commands["map_axes"].trigger()
    qtbot.waitUntil(lambda: panel.steering.axes is not None, timeout=20_000)
    hold(panel.steering._following)
    QTest.keyClick(panel.axes.pad, Qt.Key.Key_Right)
    read_it(glanced, door, qtbot)
    read = editor.current
    let_go(panel.steering._following)
    qtbot.waitUntil(lambda: isinstance(editor.current.origin, Steered))
    axes, wanted = panel.steering.axes, editor.current.origin
    expected = axes.moved(read.latent, {0: wanted.sigma, 1: wanted.second_sigma})
    np.testing.assert_allclose(editor.current.latent, expected, atol=1e-5)


def test_a_step_along_a_direction_goes_on_from_what_was_read(
    glanced: MainWindow, door: Door, qtbot
) -> None:
    editor = glanced.editor
    vector = np.linspace(-1, 1, editor.engine.bundle.latent_size, dtype=np.float32)
    editor.document.update(directions=(Direction("ears", editor.engine.name, vector),))
    sliders = glanced.mix.sliders
    slider = sliders.rows[0].slider
    hold(sliders._following)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    read_it(glanced, door, qtbot)
    read = editor.current
    assert slider.value() == 25
    let_go(sliders._following)
    qtbot.waitUntil(lambda: isinstance(editor.current.origin, Mixed))
    np.testing.assert_allclose(editor.current.latent, read.latent + vector / 4, atol=1e-5)
    assert slider.value() == 25


def test_a_weight_that_is_being_typed_stays(glanced: MainWindow, door: Door, qtbot) -> None:
    editor, weight = glanced.editor, glanced.mix.equation.places[0].weight
    glanced.docks["mix"].come()
    glanced.commands["mix_add"].trigger()
    weight.setFocus()
    weight.selectAll()
    QTest.keyClicks(weight, "-0.")
    read_it(glanced, door, qtbot)
    assert editor.document.state.terms[0].doodle is editor.current
    QTest.keyClicks(weight, "5")
    QTest.keyClick(weight, Qt.Key.Key_Return)
    assert editor.document.state.terms[0].weight == -0.5 and weight.text() == "0.50"
