"""Sliders come to where they are clicked, and a drag from there is one step with it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from window_acts import LEFT, move

from desktop.views.bipolar import BipolarSlider
from desktop.views.slider import Slider
from desktop.window import MainWindow


@pytest.mark.parametrize("kind", [Slider, BipolarSlider])
def test_a_press_brings_the_handle_and_tells_of_itself_first(qtbot, kind: type[Slider]) -> None:
    slider = kind()
    qtbot.addWidget(slider)
    slider.setRange(0, 100)
    slider.resize(320, 24)
    slider.show()
    told: list[object] = []
    slider.sliderPressed.connect(lambda: told.append("press"))
    slider.valueChanged.connect(told.append)
    slider.sliderReleased.connect(lambda: told.append("release"))
    QTest.mousePress(slider, LEFT, pos=QPoint(240, 12))
    assert told[0] == "press" and told[1] == slider.value() == pytest.approx(76, abs=3)
    move(slider, QPoint(80, 12))
    assert slider.value() == pytest.approx(23, abs=3)
    QTest.mouseRelease(slider, LEFT, pos=QPoint(80, 12))
    assert told[-1] == "release" and "press" not in told[1:]
    told.clear()
    at = slider.value()
    QTest.mouseClick(slider, LEFT, pos=QPoint(84, 12))  # on the handle: nothing moves
    assert slider.value() == at and told == ["press", "release"]
    QTest.mouseClick(slider, Qt.MouseButton.RightButton, pos=QPoint(240, 12))
    assert slider.value() == at


def test_a_click_on_the_morph_slider_and_a_drag_are_one_step(window: MainWindow, qtbot) -> None:
    first, second, other = window.editor.document.state.sketches[:3]
    window.editor.change("Keyframes", keyframes=(first, second), current=other)
    slider, editor = window.morph.slider, window.editor
    steps = editor.undo_stack.count()
    y = slider.height() // 2
    QTest.mousePress(slider, LEFT, pos=QPoint(slider.width() * 3 // 4, y))
    qtbot.waitUntil(lambda: editor.current is not other)
    move(slider, QPoint(slider.width() // 4, y))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(slider.width() // 4, y))
    qtbot.waitUntil(lambda: not editor.gesture)
    assert editor.current.origin.position == pytest.approx(0.25, abs=0.03)
    assert editor.undo_stack.count() == steps + 1
    window.commands["undo"].trigger()
    assert editor.current is other
