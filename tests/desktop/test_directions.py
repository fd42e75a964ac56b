"""Named directions: made of two groups of doodles, kept, and used as sliders."""

from dataclasses import replace

import numpy as np
from mix_acts import drop_on, make_direction
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from window_acts import LEFT, draw_cat

from aemodel.errors import DataError
from desktop.autosave import data_dir
from desktop.background import background_jobs
from desktop.files.directions import read_directions
from desktop.files.session import write_session
from desktop.mix.direction_sliders import KEPT
from desktop.mix.panel import DIRECTIONS
from desktop.state.mix import Direction, together
from desktop.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_groups_of_a_direction_are_undone_like_everything(mixing: MainWindow, qtbot) -> None:
    maker, document = mixing.mix.maker, mixing.editor.document
    a, b, c = document.state.sketches[:3]
    mixing.commands["new_direction"].trigger()
    assert not maker.having.add_button.isEnabled()
    for doodle in (a, b):
        drop_on(maker.having.board, doodle)
    QTest.mouseClick(mixing.sketches.tiles[2], LEFT)
    QTest.mouseClick(maker.lacking.add_button, LEFT)
    assert document.state.groups[1] == (c,)
    QTest.keyClick(maker.having.tiles[0], Qt.Key.Key_Delete)
    (kept,) = document.state.groups[0]
    np.testing.assert_array_equal(kept.latent, b.latent)
    assert [tile.isVisible() for tile in maker.having.tiles] == [True, False]
    mixing.commands["undo"].trigger()
    assert len(document.state.groups[0]) == 2 and all(tile.doodle for tile in maker.having.tiles)
    QTest.keyClicks(maker.name, "ears")
    with qtbot.waitSignal(maker.made):
        QTest.mouseClick(maker.make, LEFT)
    assert document.state.groups == ((), ()) and len(document.state.directions) == 1
    mixing.commands["undo"].trigger()
    assert document.state.directions == () and len(document.state.groups[0]) == 2
    for _ in range(4):
        mixing.commands["undo"].trigger()
    assert document.state.groups == ((), ()) and maker.having.board.pages.currentIndex() == 0


def test_a_direction_is_made_and_moves_the_doodle_in_one_step(mixing: MainWindow, qtbot) -> None:
    sketches = mixing.editor.document.state.sketches
    make_direction(mixing, qtbot, "whiskers")
    assert mixing.mix._pages.currentIndex() == DIRECTIONS
    (direction,) = mixing.editor.document.state.directions
    expected = (sketches[0].latent + sketches[1].latent) / 2 - sketches[2].latent
    np.testing.assert_allclose(direction.vector, expected, atol=1e-5)
    row = mixing.mix.sliders.rows[0]
    assert not row.slider.isEnabled() and "doodle" in row.slider.toolTip()
    QTest.mouseClick(mixing.sketches.tiles[7], LEFT)
    base, steps = mixing.editor.current, mixing.editor.undo_stack.count()
    row.slider.sliderPressed.emit()
    for value in (20, 60, 150):
        row.slider.setValue(value)
    row.slider.sliderReleased.emit()
    qtbot.waitUntil(lambda: not mixing.editor.gesture)
    moved = mixing.editor.current
    np.testing.assert_allclose(moved.latent, base.latent + 1.5 * direction.vector, atol=1e-4)
    assert mixing.editor.undo_stack.count() == steps + 1
    assert row.slider.value() == 150 and "whiskers" in moved.origin.recipe
    assert row.shown_amount.text() == "+1.50"
    mixing.commands["undo"].trigger()
    assert mixing.editor.current is base and row.slider.value() == 0
    assert row.shown_amount.text() == "0"


def test_redo_brings_a_slider_back_to_where_its_doodle_is(mixing: MainWindow, qtbot) -> None:
    make_direction(mixing, qtbot, "ears")
    (direction,) = mixing.editor.document.state.directions
    QTest.mouseClick(mixing.sketches.tiles[3], LEFT)
    base, slider = mixing.editor.current, mixing.mix.sliders.rows[0].slider
    for x in (0.75, 0.9):  # two steps
        QTest.mouseClick(slider, LEFT, pos=QPoint(round(x * slider.width()), 10))
        qtbot.waitUntil(lambda: not mixing.editor.gesture)
    moved = mixing.editor.current, slider.value()
    for _ in range(2):
        mixing.commands["undo"].trigger()
    assert mixing.editor.current is base and slider.value() == 0
    for _ in range(2):
        mixing.commands["redo"].trigger()
    assert (mixing.editor.current, slider.value()) == moved
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: mixing.editor.current is not moved[0])
    along = (mixing.editor.current.latent - base.latent) / direction.vector
    np.testing.assert_allclose(along, slider.value() / 100, atol=1e-3)
    assert f"{slider.value() / 100:+.2f} ears" == mixing.editor.current.origin.recipe


def test_a_direction_of_the_same_name_gets_another_one(mixing: MainWindow, qtbot) -> None:
    for _ in range(2):
        make_direction(mixing, qtbot, "whiskers")
    names = [direction.name for direction in mixing.editor.document.state.directions]
    assert names == ["whiskers 2", "whiskers"]
    assert "whiskers 2" in mixing.editor.document.state.notice


def test_two_sides_that_are_the_same_make_no_direction(mixing: MainWindow, qtbot) -> None:
    maker, document = mixing.mix.maker, mixing.editor.document
    mixing.commands["new_direction"].trigger()
    for board in (maker.having.board, maker.lacking.board):
        drop_on(board, document.state.sketches[0])
    QTest.keyClicks(maker.name, "nothing")
    QTest.mouseClick(maker.make, LEFT)
    qtbot.waitUntil(lambda: "same" in document.state.notice)
    assert not document.state.directions and all(document.state.groups)
    assert maker.name.text() == "nothing"


def test_sliders_move_by_keys_and_back_to_where_they_began(mixing: MainWindow, qtbot) -> None:
    make_direction(mixing, qtbot, "ears")
    QTest.mouseClick(mixing.sketches.tiles[3], LEFT)
    base, slider = mixing.editor.current, mixing.mix.sliders.rows[0].slider
    steps = mixing.editor.undo_stack.count()
    slider.setFocus()
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_Right)
        qtbot.wait(25)
    assert slider.value() == 15 and mixing.editor.current is not base
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_Left)
        qtbot.wait(25)
    assert mixing.editor.current is base
    assert mixing.editor.undo_stack.count() == steps + 1


def test_directions_are_kept_for_the_next_session(open_window, qtbot) -> None:
    first = open_window()
    make_direction(first, qtbot, "whiskers")
    path = data_dir() / "directions.json"
    qtbot.waitUntil(path.exists, timeout=5000)
    first.close()
    second = open_window()
    state = second.editor.document.state
    qtbot.waitUntil(lambda: bool(second.editor.document.state.directions), timeout=5000)
    state = second.editor.document.state
    assert [direction.name for direction in state.directions] == ["whiskers"]
    QTest.mouseClick(second.mix.sliders.rows[0].forget, LEFT)
    assert second.editor.document.state.directions == ()
    qtbot.waitUntil(lambda: "whiskers" not in path.read_text(encoding="utf-8"), timeout=5000)
    second.commands["undo"].trigger()
    assert second.editor.document.state.directions == state.directions


def test_the_keys_stay_with_the_directions_when_one_is_forgotten(mixing: MainWindow, qtbot) -> None:
    QTest.mouseClick(mixing.sketches.tiles[3], LEFT)
    for name in ("ears", "tail", "paws"):
        make_direction(mixing, qtbot, name)
    sliders = mixing.mix.sliders
    sliders.rows[2].slider.setFocus()
    QTest.mouseClick(sliders.rows[2].forget, LEFT)
    assert mixing.focusWidget() is sliders.rows[1].slider
    for row in (1, 0):
        sliders.rows[row].forget.setFocus()
        QTest.keyClick(sliders.rows[row].forget, Qt.Key.Key_Space)
    assert mixing.focusWidget() is sliders._begin and not mixing.editor.document.state.directions


def test_two_windows_do_not_lose_each_others_directions(open_window, qtbot) -> None:
    first, second = open_window(), open_window()
    kept = [window.mix.sliders.lasting for window in (first, second)]
    qtbot.waitUntil(lambda: all(lasting.read for lasting in kept), timeout=5000)

    def names() -> list[str]:
        return [direction.name for direction in read_directions(kept[0].file)]

    make_direction(first, qtbot, "ears")
    qtbot.waitUntil(lambda: names() == ["ears"], timeout=5000)
    make_direction(second, qtbot, "tail")
    qtbot.waitUntil(lambda: sorted(names()) == ["ears", "tail"], timeout=5000)
    QTest.mouseClick(second.mix.sliders.rows[0].forget, LEFT)
    qtbot.waitUntil(lambda: names() == ["ears"], timeout=5000)
    second.commands["random"].trigger()
    seen = second.editor.document.state.sketches
    qtbot.waitUntil(lambda: second.editor.document.state.sketches is not seen, timeout=5000)
    make_direction(second, qtbot, "ears")  # another one, of other doodles
    qtbot.waitUntil(lambda: names() == ["ears", "ears 2"], timeout=5000)


def test_a_session_says_which_directions_it_brings(open_window, qtbot, tmp_path) -> None:
    first, path = open_window(), tmp_path / "mine.doodle"
    make_direction(first, qtbot, "whiskers")
    write_session(path, first.editor.document.state)
    QTest.mouseClick(first.mix.sliders.rows[0].forget, LEFT)
    file = first.mix.sliders.lasting.file
    qtbot.waitUntil(lambda: file.exists() and not read_directions(file), timeout=5000)
    first.close()
    second = open_window()
    for said in (True, False):
        second.editor.say("")
        second.session.open(path)
        qtbot.waitUntil(lambda: second.session.path == path and not background_jobs(), timeout=5000)
        state = second.editor.document.state
        assert [direction.name for direction in state.directions] == ["whiskers"]
        assert ("whiskers" in state.notice) is said
        second.session.path = None


def test_directions_of_one_name_stay_apart() -> None:
    ears, others = (Direction("ears", "vae", np.full(4, value, np.float32)) for value in (1, 2))
    both = together((ears,), (others,))
    assert [direction.name for direction in both] == ["ears", "ears 2"]
    assert together(both, (others, ears)) == both


def test_a_folder_that_cannot_be_written_is_said_with_what_to_do(
    mixing: MainWindow, qtbot, monkeypatch
) -> None:
    def full(*_: object) -> None:
        raise DataError("directions.json could not be written") from OSError(28, "full")

    sliders = mixing.mix.sliders
    monkeypatch.setattr(sliders.lasting, "_kind", replace(KEPT, write=full))
    make_direction(mixing, qtbot, "ears")
    qtbot.waitUntil(lambda: "the disk is full" in mixing.editor.document.state.notice)
    assert "save the session" in mixing.editor.document.state.notice
    assert ".json" not in mixing.editor.document.state.notice


def test_a_damaged_file_of_directions_is_set_aside(open_window, qtbot) -> None:
    path = data_dir() / "directions.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{", encoding="utf-8")
    window = open_window()
    qtbot.waitUntil(path.with_suffix(".damaged").exists, timeout=5000)
    assert "damaged" in window.editor.document.state.notice


def test_directions_of_another_model_are_grey_with_the_reason(open_window, qtbot, models) -> None:
    window = open_window()
    make_direction(window, qtbot, "whiskers")
    draw_cat(window.draw.canvas)
    assert window.mix.sliders.rows[0].slider.isEnabled()
    window.open_model(models["ae"])
    qtbot.waitUntil(lambda: window.editor.engine.name == "ae", timeout=20_000)
    slider = window.mix.sliders.rows[0].slider
    assert not slider.isEnabled() and "Variational autoencoder" in slider.toolTip()
