"""Axes, sliders and directions under the mouse and the keys."""

from unittest.mock import patch

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_acts import drag, draw_cat, settled

from desktop.state.mix import Direction
from desktop.views.words import number_words
from desktop.window import MainWindow


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
    qtbot.waitUntil(
        lambda: abs(axes.coordinates(editor.current.latent)[3] * 10 - slider.value()) < 0.6
    )
    assert editor.undo_stack.count() == steps + 2
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    assert editor.current is before


def test_steps_of_one_slider_merge_and_those_of_another_do_not(window: MainWindow, qtbot) -> None:
    draw_cat(window.draw.canvas)
    editor, panel = window.editor, window.map
    window.commands["map_sliders"].trigger()
    qtbot.waitUntil(lambda: panel.steering.axes is not None, timeout=20_000)
    steps, moments = editor.undo_stack.count(), [editor.current]
    for slider in panel.sliders.sliders[1:3]:
        slider.setFocus()
        for _ in range(2):
            before = editor.current
            QTest.keyClick(slider, Qt.Key.Key_Right)
            qtbot.waitUntil(lambda: editor.current is not before)  # noqa: B023
        moments.append(editor.current)
    assert editor.undo_stack.count() == steps + 2
    window.commands["map_axes"].trigger()
    pad = panel.axes.pad
    QTest.keyClick(pad, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: editor.current is not moments[-1])
    assert editor.undo_stack.count() == steps + 3
    for moment in reversed(moments):
        window.commands["undo"].trigger()
        assert editor.current is moment


def test_the_pad_says_where_the_doodle_is(window: MainWindow, qtbot) -> None:
    """Beside the marker, and at the edges how far they are from the mean."""
    draw_cat(window.draw.canvas)
    pad = window.map.axes.pad
    window.commands["map_axes"].trigger()
    qtbot.waitUntil(lambda: pad.at() is not None, timeout=20_000)
    said: list[str] = []
    with patch("desktop.map.axes_pad.paint_note", lambda _, spot, words, area: said.append(words)):
        drag(pad, [pad.spot(1, -2).toPoint()])
        settled(window, qtbot)
        said.clear()
        pad.grab()
    across, up = pad.at()
    assert (across, up) == pytest.approx((1, -2), abs=0.1)
    assert said.count("+4 σ") == said.count("−4 σ") == 2
    assert said[-1] == f"({number_words(across, signed=True)}, {number_words(up, signed=True)}) σ"


def test_every_direction_has_steps_of_its_own(window: MainWindow, qtbot) -> None:
    draw_cat(window.draw.canvas)
    editor, rows = window.editor, window.mix.sliders.rows
    rng = np.random.default_rng(3)
    names, size = ("ears", "whiskers"), editor.current.latent.shape
    editor.change(
        "Directions",
        directions=tuple(
            Direction(name, editor.engine.name, rng.standard_normal(size).astype(np.float32))
            for name in names
        ),
    )
    steps, moments = editor.undo_stack.count(), [editor.current]
    for row in rows[:2]:
        for _ in range(2):
            before = editor.current
            QTest.keyClick(row.slider, Qt.Key.Key_Right)
            qtbot.waitUntil(lambda: editor.current is not before)  # noqa: B023
        moments.append(editor.current)
    assert editor.undo_stack.count() == steps + 2
    assert [row.slider.value() > 0 for row in rows[:2]] == [True, True]
    window.commands["undo"].trigger()
    assert editor.current is moments[1]
    assert [row.slider.value() > 0 for row in rows[:2]] == [True, False]


def test_the_pad_can_be_had_for_any_two_directions(window: MainWindow, qtbot) -> None:
    draw_cat(window.draw.canvas)
    editor, page = window.editor, window.map.axes
    window.commands["map_axes"].trigger()
    qtbot.waitUntil(lambda: page.pad.at() is not None, timeout=20_000)
    axes = window.map.steering.axes
    assert page.across.count() == page.up.count() == len(axes) > len(window.map.sliders.sliders)
    last = len(axes) - 1
    page.across.setCurrentIndex(last)
    page.across.activated.emit(last)
    before = axes.coordinates(editor.current.latent)
    drag(page.pad, [page.pad.spot(1.5, -1).toPoint()])
    settled(window, qtbot)
    after = axes.coordinates(editor.current.latent)
    assert (after[last], after[1]) == pytest.approx((1.5, -1), abs=0.1)
    np.testing.assert_allclose(after[2:last], before[2:last], atol=1e-2)
