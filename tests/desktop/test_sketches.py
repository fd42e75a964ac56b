"""Random sketches: seeds, categories, clicking, dragging, and why there may be none."""

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from window_acts import LEFT

from desktop.views.tile import doodle_mime, mime_doodle
from desktop.window import MainWindow


def images(window: MainWindow) -> np.ndarray:
    return np.stack([doodle.decoded for doodle in window.editor.document.state.sketches])


def after(qtbot, window: MainWindow, act) -> np.ndarray:
    before = window.editor.document.state.sketches
    act()
    qtbot.waitUntil(
        lambda: (
            bool(window.editor.document.state.sketches)
            and window.editor.document.state.sketches is not before
        ),
        timeout=20_000,
    )
    return images(window)


def test_random_takes_a_new_visible_seed_and_the_same_seed_brings_them_back(
    window: MainWindow, qtbot
) -> None:
    panel = window.sketches
    first_seed, first = panel.seed.value(), images(window)
    second = after(qtbot, window, lambda: QTest.mouseClick(panel.random, LEFT))
    assert panel.seed.value() != first_seed
    assert panel.seed.value() == window.editor.document.state.seed
    assert not np.allclose(first, second)
    again = after(qtbot, window, lambda: panel.seed.setValue(first_seed))
    np.testing.assert_array_equal(again, first)
    assert window.editor.undo_stack.count() == 0


def test_brackets_step_the_seed(window: MainWindow, qtbot) -> None:
    panel = window.sketches
    panel.seed.setValue(5)
    after(qtbot, window, window.commands["next_seed"].trigger)
    assert panel.seed.value() == 6
    after(qtbot, window, window.commands["previous_seed"].trigger)
    assert panel.seed.value() == 5


def test_a_clicked_sketch_becomes_the_doodle_in_one_step(window: MainWindow) -> None:
    tile = window.sketches.tiles[3]
    QTest.mouseClick(tile, LEFT)
    assert window.editor.current is tile.doodle
    assert window.editor.undo_stack.count() == 1
    assert "4" in window.seen._words.text()
    window.commands["undo"].trigger()
    assert window.editor.current.blank


def test_categories_where_the_model_knows_them(open_window, qtbot) -> None:
    window = open_window("full")
    panel = window.sketches
    assert panel.category.isEnabled()
    cats = after(qtbot, window, lambda: panel.category.setCurrentIndex(1))
    dogs = after(qtbot, window, lambda: panel.category.setCurrentIndex(2))
    assert not np.allclose(cats, dogs)
    assert window.editor.document.state.sketches[0].origin.category == "dog"


def test_what_a_model_lacks_is_grey_with_the_reason(open_window) -> None:
    window = open_window("ae")
    reason = window.editor.engine.missing("sample")
    assert reason
    assert not window.commands["random"].isEnabled()
    assert window.commands["random"].toolTip() == reason
    assert not window.sketches.random.isEnabled()
    assert window.sketches.random.toolTip() == reason
    assert not window.sketches.category.isEnabled()
    assert window.sketches._lack.isVisible() and window.sketches._lack.text() == reason
    assert window.editor.document.state.sketches == ()


def test_doodles_travel_in_mime_data_and_damage_is_ignored(window: MainWindow) -> None:
    doodle = window.editor.document.state.sketches[0]
    arrived = mime_doodle(doodle_mime(doodle))
    assert arrived is not None
    np.testing.assert_array_equal(arrived.latent, doodle.latent)
    broken = QMimeData()
    broken.setData("application/x-doodlescape-doodle", b"{]")
    assert mime_doodle(broken) is None
    assert mime_doodle(QMimeData()) is None
