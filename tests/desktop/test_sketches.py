"""Random sketches: seeds, categories, clicking, dragging, and why there may be none."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QToolButton
from window_acts import LEFT, rows_of

from aemodel.defaults import TEMPERATURE
from desktop.files.recipe import doodles_of_file
from desktop.sight import guesses_of
from desktop.views.tile import doodle_mime, mime_doodle
from desktop.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


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
    first_seed, first = panel.controls.seed.value(), images(window)
    second = after(qtbot, window, lambda: QTest.mouseClick(panel.controls.random, LEFT))
    assert panel.controls.seed.value() != first_seed
    assert panel.controls.seed.value() == window.editor.document.state.seed
    assert not np.allclose(first, second)
    again = after(qtbot, window, lambda: panel.controls.seed.setValue(first_seed))
    np.testing.assert_array_equal(again, first)


def test_the_sketches_before_come_back_with_undo(window: MainWindow, qtbot, monkeypatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr("desktop.session.ask", lambda *question: asked.append(question))
    panel, state = window.sketches, window.editor.document
    first, seeds = images(window), [state.state.seed]
    for _ in range(2):
        after(qtbot, window, lambda: QTest.keyClick(window, Qt.Key.Key_R))
        seeds.append(state.state.seed)
    for seed in seeds[1::-1]:
        after(qtbot, window, lambda: QTest.keyClick(window, Qt.Key.Key_Z, CTRL))
        assert panel.controls.seed.value() == seed
    np.testing.assert_array_equal(images(window), first)
    for _ in range(3):  # which is one step
        QTest.keyClick(window, Qt.Key.Key_BracketRight, CTRL)
    assert window.editor.undo_stack.count() == 1
    assert panel.controls.temperature.value() == pytest.approx(TEMPERATURE + 3 * 0.05)
    # Nothing has been made that could be lost.
    assert not window.isWindowModified() and window.close() and not asked


def test_another_category_moves_nothing_beside_it(open_window) -> None:
    window = open_window("full")
    controls = window.sketches.controls
    places = set()
    for _ in range(3):
        places.add((controls.category.width(), controls.random.x()))
        QTest.keyClick(window, Qt.Key.Key_G, CTRL)
        window.grab()  # lays out
    assert len(places) == 1 and controls.category.text() != "any category"


def test_a_button_is_not_lit_once_its_menu_has_gone(window: MainWindow, qtbot) -> None:
    for button in (window.sketches.controls.category, window.models.button):
        button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
        qtbot.waitUntil(button.menu().isVisible)
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
        QCursor.setPos(window.map.view.mapToGlobal(window.map.view.rect().center()))
        QTest.keyClick(button.menu(), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda button=button: not button.underMouse())


def test_brackets_step_the_seed(window: MainWindow, qtbot) -> None:
    panel = window.sketches
    panel.controls.seed.setValue(5)
    after(qtbot, window, window.commands["next_seed"].trigger)
    assert panel.controls.seed.value() == 6
    after(qtbot, window, window.commands["previous_seed"].trigger)
    assert panel.controls.seed.value() == 5
    assert not panel.controls.seed.lineEdit().hasSelectedText()


def test_a_clicked_sketch_becomes_the_doodle_in_one_step(window: MainWindow) -> None:
    tile = window.sketches.tiles[3]
    QTest.mouseClick(tile, LEFT)
    assert window.editor.current is tile.doodle
    assert window.editor.undo_stack.count() == 1
    assert "4" in window.seen.caption.words.text()
    window.commands["undo"].trigger()
    assert window.editor.current.blank


def test_categories_one_several_any(open_window, qtbot) -> None:
    window = open_window("full")
    panel = window.sketches
    assert panel.controls.category.isEnabled()
    picker = panel.controls.category
    # Nobody has opened its menu yet, and a model has many categories.
    assert not picker.menu_.actions()
    rows_of(picker.menu_)
    rows = picker._rows

    def kinds() -> list[str]:
        return [doodle.origin.category for doodle in window.editor.document.state.sketches]

    cats = after(qtbot, window, rows["cat"].trigger)
    assert kinds() == ["cat"] * 12 and panel.controls.category.text() == "cat"
    after(qtbot, window, rows["tree"].trigger)
    assert kinds() == ["cat", "tree"] * 6 and "2" in panel.controls.category.text()
    np.testing.assert_array_equal(images(window)[::2], cats[:6])
    after(qtbot, window, rows[""].trigger)
    assert kinds() == [""] * 12 and rows[""].isChecked() and not rows["cat"].isChecked()


def test_letters_find_categories_and_space_ticks(open_window, qtbot) -> None:
    window = open_window("full")
    picker = window.sketches.controls.category
    picker.menu_.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(picker.menu_.isVisible)
    QTest.keyClicks(picker.menu_, "do")
    assert picker.menu_.activeAction() is picker._rows["dog"]
    QTest.keyClicks(picker.menu_, "t")
    assert picker.menu_.activeAction() is picker._rows["tree"]
    QTest.keyClick(picker.menu_, Qt.Key.Key_Space)
    assert picker.menu_.isVisible() and picker.text() == "tree"
    picker.menu_.close()
    assert window.editor.document.state.categories == ("tree",)


def test_more_come_in_portions_and_the_first_stay_the_same(window: MainWindow, qtbot) -> None:
    panel, document = window.sketches, window.editor.document
    first, sizes = images(window), []
    document.observe(lambda state: sizes.append(len(state.sketches)), "sketches")
    panel.controls.count.setValue(50)
    qtbot.waitUntil(lambda: len(document.state.sketches) == 50, timeout=20_000)
    assert sizes == [36, 50]
    np.testing.assert_array_equal(images(window)[:12], first)
    assert not panel.progress.isVisible()
    qtbot.waitUntil(lambda: sum(tile.isVisible() for tile in panel.tiles) == 50, timeout=5000)


def test_stopping_keeps_what_is_there(window: MainWindow, qtbot, monkeypatch) -> None:
    document = window.editor.document
    window.sketches.controls.count.setValue(96)
    qtbot.waitUntil(window.commands["stop"].isEnabled, timeout=20_000)
    window.commands["stop"].trigger()
    there = len(document.state.sketches)
    qtbot.wait(300)
    assert 0 < there < 96 and len(document.state.sketches) == there
    assert not window.commands["stop"].isEnabled()


def test_after_stopping_the_box_says_how_many_there_are_and_the_rest_can_be_had(
    window: MainWindow, qtbot
) -> None:
    document, count = window.editor.document, window.sketches.controls.count
    count.setFocus()
    count.selectAll()
    QTest.keyClicks(count, "96")
    QTest.keyClick(count, Qt.Key.Key_Return)
    assert window.sketches.progress.isVisible()
    QTest.mouseClick(window.sketches.progress.button, LEFT)
    there = document.state.sketches
    assert count.value() == len(there) < 96 and not window.sketches.progress.isVisible()
    count.selectAll()
    QTest.keyClicks(count, "40")
    QTest.keyClick(count, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(document.state.sketches) == 40, timeout=20_000)
    assert all(one is two for one, two in zip(there, document.state.sketches, strict=False))
    count.setValue(12)
    assert document.state.sketches == there[:12]


def test_temperature_changes_the_same_seed(window: MainWindow, qtbot) -> None:
    warm = images(window)
    cold = after(qtbot, window, lambda: window.sketches.controls.temperature.setValue(0.2))
    assert (
        window.sketches.controls.seed.value()
        == window.editor.document.state.sketches[0].origin.seed
    )
    assert not np.allclose(warm, cold)
    assert cold.std(axis=0).mean() < warm.std(axis=0).mean()


def test_a_locked_seed_stays(window: MainWindow) -> None:
    seed = window.sketches.controls.seed.value()
    window.commands["lock_seed"].trigger()
    for name in ("random", "next_seed", "previous_seed"):
        assert not window.commands[name].isEnabled()
        assert "locked" in window.commands[name].toolTip()
    QTest.mouseClick(window.sketches.controls.random, LEFT)
    assert window.sketches.controls.seed.value() == seed
    window.commands["lock_seed"].trigger()
    assert window.commands["random"].isEnabled()


def test_a_seed_that_undo_brings_is_not_locked(window: MainWindow) -> None:
    seed = window.sketches.controls.seed.value()
    window.commands["random"].trigger()
    window.commands["lock_seed"].trigger()
    window.commands["undo"].trigger()
    assert window.sketches.controls.seed.value() == seed
    assert (
        not window.commands["lock_seed"].isChecked() and window.sketches.controls.seed.isEnabled()
    )


def test_select_compare_and_keep(window: MainWindow) -> None:
    panel, control = window.sketches, Qt.KeyboardModifier.ControlModifier
    assert not window.commands["compare"].isEnabled()
    for index in (2, 5):
        QTest.mouseClick(panel.tiles[index], LEFT, control)
    assert window.editor.current.blank, "selecting is not choosing"
    width = panel.tiles[2].width()
    window.commands["compare"].trigger()
    visible = [tile for tile in panel.tiles if tile.isVisible()]
    assert visible == [panel.tiles[2], panel.tiles[5]] and visible[0].width() > width
    window.commands["keep_selected"].trigger()
    kept = window.editor.document.state.collection
    assert [doodle.origin.index for doodle in kept] == [2, 5]
    window.commands["undo"].trigger()
    assert window.editor.document.state.collection == ()
    QTest.mouseClick(panel.tiles[5], LEFT, control)
    assert not window.commands["compare"].isChecked()
    assert sum(tile.isVisible() for tile in panel.tiles) == 12
    QTest.keyClick(panel.tiles[0], Qt.Key.Key_Insert)
    assert panel.tiles[0].selected


def test_keys_select_one_and_all_on_the_way(window: MainWindow) -> None:
    tiles, shift = window.sketches.tiles, Qt.KeyboardModifier.ShiftModifier
    chosen = window.sketches.selection.chosen

    def selected() -> list[int]:
        assert len(chosen()) == sum(tile.selected for tile in tiles)
        return [index for index, tile in enumerate(tiles) if tile.selected]

    tiles[1].setFocus()
    QTest.keyClick(tiles[1], Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert selected() == [1] and window.editor.current.blank
    for _ in range(2):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right, shift)
    assert selected() == [1, 2, 3] and tiles[3].hasFocus()
    QTest.keyClick(tiles[3], Qt.Key.Key_Left, shift)
    assert selected() == [1, 2]
    QTest.mouseClick(tiles[5], LEFT, shift)
    assert selected() == [1, 2, 3, 4, 5]
    for key in ("Space", "Shift"):
        assert key.lower() in tiles[0].toolTip().lower()


def test_a_clicked_sketch_is_the_first_of_several(window: MainWindow) -> None:
    tiles = window.sketches.tiles
    QTest.mouseClick(tiles[1], LEFT)
    assert not tiles[1].selected
    QTest.mouseClick(tiles[4], LEFT, Qt.KeyboardModifier.ControlModifier)
    assert [tile.selected for tile in tiles[:5]] == [False, True, False, False, True]
    QTest.mouseClick(tiles[1], LEFT, Qt.KeyboardModifier.ControlModifier)
    assert [tile.selected for tile in tiles[:5]] == [False, False, False, False, True]


def test_comparing_while_doodles_are_saved_makes_no_panel_higher(window: MainWindow, qtbot) -> None:
    panel, control = window.sketches, Qt.KeyboardModifier.ControlModifier
    window.resize(1024, 680)
    qtbot.wait(150)  # the window shares its room out
    high = panel.height()
    panel.making.went_on.emit(12, 96)
    panel.many.went_on.emit(1, 5000)
    for index in (2, 5):
        QTest.mouseClick(panel.tiles[index], LEFT, control)
    window.commands["compare"].trigger()
    qtbot.waitUntil(panel.compared.isVisible)
    window.grab()  # lays out
    assert panel.height() == high
    for part in (*panel.compared.buttons, panel.saving_progress.button):
        box = part.rect().translated(part.mapTo(panel, part.rect().topLeft()))
        assert part.isVisible() and panel.rect().contains(box)


def test_escape_and_a_click_beside_them_select_none(window: MainWindow) -> None:
    panel, control = window.sketches, Qt.KeyboardModifier.ControlModifier
    first, second = panel.tiles[:2]

    def select_both() -> None:
        for tile in (first, second):
            QTest.mouseClick(tile, LEFT, control)
        assert panel.selection.chosen() == (first.doodle, second.doodle)

    select_both()
    window.commands["compare"].trigger()
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert not panel.selection.chosen() and not window.commands["compare"].isChecked()
    assert sum(tile.isVisible() for tile in panel.tiles) == 12
    select_both()
    inner = first.parentWidget()
    beside = QPoint(2, inner.height() // 2)
    assert inner.childAt(beside) is None
    QTest.mouseClick(inner, LEFT, pos=beside)
    assert not panel.selection.chosen()


def test_comparing_says_what_the_model_sees(open_window, qtbot) -> None:
    window = open_window("full")
    panel, control = window.sketches, Qt.KeyboardModifier.ControlModifier
    for index in (2, 5):
        QTest.mouseClick(panel.tiles[index], LEFT, control)
    assert not panel.compared.isVisible(), "selecting moves nothing"
    width = panel.tiles[2].width()
    window.commands["compare"].trigger()
    for index in (2, 5):
        tile = panel.tiles[index]
        category, share = guesses_of(window.editor.engine, tile.doodle)[0]
        words = f"{category} {round(100 * share)} %"
        qtbot.waitUntil(lambda tile=tile, words=words: tile._caption == words)
        assert tile.height() - tile.width() == tile.caption_height > 0 and tile.width() > width
    back = panel.compared.findChildren(QToolButton)[0]
    QTest.mouseClick(back, LEFT)
    assert not panel.compared.isVisible() and not window.commands["compare"].isChecked()
    assert not any(tile.caption_height for tile in panel.tiles)
    assert panel.tiles[2].selected and panel.tiles[2].width() == width


def test_contact_sheet_carries_its_doodles(window: MainWindow, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "sheet.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.commands["contact_sheet"].trigger()
    qtbot.waitUntil(path.exists, timeout=10_000)
    doodles = doodles_of_file(path)
    np.testing.assert_array_equal(
        np.stack([doodle.latent for doodle in doodles]),
        np.stack([doodle.latent for doodle in window.editor.document.state.sketches]),
    )


def test_what_a_model_lacks_is_grey_with_the_reason(open_window) -> None:
    window = open_window("ae")
    reason = window.editor.engine.missing("sample")
    assert reason
    assert not window.commands["random"].isEnabled()
    assert window.commands["random"].toolTip() == f"Random sketches (R)\n{reason}"
    assert not window.sketches.controls.random.isEnabled()
    assert window.sketches.controls.random.toolTip() == window.commands["random"].toolTip()
    assert not window.sketches.controls.category.isEnabled()
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
