"""The mix: the equation in pictures, and its weights."""

import json

import numpy as np
import pytest
from mix_acts import drop_on, make_direction
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from window_acts import LEFT, carry, draw_cat

from aemodel.errors import DataError
from desktop.background import background_jobs
from desktop.editor import MOST_KEYFRAMES
from desktop.mix.panel import DIRECTIONS, EQUATION, MAKER
from desktop.state.mix import Term
from desktop.state.origin import Mixed
from desktop.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_result_is_the_weighted_sum_and_follows_live(mixing: MainWindow) -> None:
    sketches, equation = mixing.editor.document.state.sketches, mixing.mix.equation
    assert equation.result.doodle is None and not mixing.commands["mix_use"].isEnabled()
    for place, doodle in zip(equation.places, sketches, strict=False):
        drop_on(place.tile, doodle)
    a, b, c = (doodle.latent for doodle in sketches[:3])
    result = equation.result.doodle
    np.testing.assert_allclose(result.latent, a - b + c, atol=1e-5)
    assert result.origin == Mixed("A - B + C")
    equation.places[1].weight.setValue(0.5)
    np.testing.assert_allclose(equation.result.doodle.latent, a - b / 2 + c, atol=1e-5)
    expected = mixing.editor.engine.decode((a - b / 2 + c)[None])[0]
    np.testing.assert_allclose(equation.result.doodle.decoded, expected, atol=1e-5)
    assert equation.places[1].sign.text() == "−"
    assert mixing.editor.current.blank
    QTest.mouseClick(equation.result, LEFT)
    assert mixing.editor.current is equation.result.doodle


def test_weights_are_one_step_each_and_everything_is_undone(mixing: MainWindow) -> None:
    equation, document = mixing.mix.equation, mixing.editor.document
    before = document.state.terms
    drop_on(equation.places[0].tile, document.state.sketches[4])
    steps = mixing.editor.undo_stack.count()
    for weight in (1.25, 1.5, 1.75):
        equation.places[0].weight.setValue(weight)
    assert mixing.editor.undo_stack.count() == steps + 1
    mixing.editor.set_term(0, None)
    assert equation.result.doodle is None
    while mixing.editor.undo_stack.canUndo():
        mixing.commands["undo"].trigger()
    assert document.state.terms == before
    assert equation.places[0].weight.value() == 1.0


def test_what_cancels_out_leaves_nothing(mixing: MainWindow) -> None:
    equation, document = mixing.mix.equation, mixing.editor.document
    for place in equation.places[:2]:
        drop_on(place.tile, document.state.sketches[0])
    assert equation.result.doodle is None and "cancel" in equation.result.toolTip()
    QTest.keyClick(mixing, Qt.Key.Key_Return, CTRL)
    assert mixing.editor.current.blank and "cancel" in document.state.notice
    equation.places[1].weight.setValue(0.5)
    assert equation.result.doodle is not None and "Click" in equation.result.toolTip()


def type_weight(place, typed: str) -> None:  # type: ignore[no-untyped-def]
    place.weight.setFocus()
    place.weight.selectAll()
    for letter in typed:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(place.weight, press)


def test_the_sign_of_a_weight_stands_once(mixing: MainWindow) -> None:
    place, document = mixing.mix.equation.places[1], mixing.editor.document
    assert (place.sign.text(), place.weight.text()) == ("−", "1.00")
    for typed, weight in (("+0.5", 0.5), ("−1.25", -1.25), ("-0.5", -0.5), ("2", -2)):
        type_weight(place, typed)
        QTest.keyClick(place.weight, Qt.Key.Key_Return)
        assert document.state.terms[1].weight == weight
        assert place.sign.text() == ("+" if weight > 0 else "−")
        assert float(place.weight.text()) == abs(weight)
    QTest.mouseClick(place.sign, LEFT)
    assert document.state.terms[1].weight == 2 and place.sign.text() == "+"
    QTest.mouseClick(place.sign, LEFT)
    place.weight.setFocus()
    QTest.keyClick(place.weight, Qt.Key.Key_Down)
    assert document.state.terms[1].weight == -1.75
    type_weight(place, "0")
    QTest.keyClick(place.weight, Qt.Key.Key_Return)
    type_weight(place, "1")
    QTest.keyClick(place.weight, Qt.Key.Key_Return)
    assert document.state.terms[1].weight == -1, "a zero on the way changes no sign"


def test_undo_takes_a_typed_weight_back(mixing: MainWindow) -> None:
    place, document = mixing.mix.equation.places[1], mixing.editor.document
    type_weight(place, "0.5")
    QTest.keyClick(place.weight, Qt.Key.Key_Return)
    assert document.state.terms[1].weight == -0.5 and place.tile.hasFocus()
    QTest.keyClick(mixing.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.state.terms[1].weight == -1


def test_empty_places_can_be_taken_away(mixing: MainWindow) -> None:
    equation, document = mixing.mix.equation, mixing.editor.document
    drop_on(equation.places[1].tile, document.state.sketches[0])
    for _ in range(2):
        QTest.mouseClick(equation.more, LEFT)
    choose(equation.places[3].tile, "Take this place away")
    assert len(document.state.terms) == 4
    for count in (4, 3):  # the doodle goes first, then its place
        equation.places[1].tile.setFocus()
        QTest.keyClick(equation.places[1].tile, Qt.Key.Key_Delete)
        assert len(document.state.terms) == count and document.state.terms[1].doodle is None
    assert [term.weight for term in document.state.terms] == [1, 1, 1]
    for tile in (equation.places[2].tile, equation.places[1].tile):
        tile.setFocus()
        QTest.keyClick(tile, Qt.Key.Key_Delete)
        assert mixing.focusWidget() is equation.places[1].tile
        assert len(document.state.terms) == 2
    mixing.commands["undo"].trigger()
    assert len(document.state.terms) == 3


def choose(tile, text: str) -> None:  # type: ignore[no-untyped-def]
    """Clicks a row of the tile's menu."""

    def pick() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (action,) = [action for action in menu.actions() if action.text() == text]
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
        menu.close()

    spot = QPoint(9, 9)
    QTimer.singleShot(0, pick)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(tile, QContextMenuEvent(reason, spot, tile.mapToGlobal(spot)))


def test_the_menu_of_any_tile_adds_to_morph_and_mix(mixing: MainWindow) -> None:
    document, tile = mixing.editor.document, mixing.sketches.tiles[4]

    choose(tile, "Add to the mix")
    assert document.state.terms[0].doodle is tile.doodle
    for count in range(20):
        choose(tile, "Add to the morph")
        keyframes = document.state.keyframes
        assert keyframes[: count + 1] == (tile.doodle,) * min(count + 1, MOST_KEYFRAMES)
    assert len(document.state.keyframes) == MOST_KEYFRAMES
    assert not document.state.notice


def test_adding_by_key_fills_the_places_then_makes_new_ones(mixing: MainWindow, qtbot) -> None:
    assert not mixing.commands["mix_add"].isEnabled()
    for index in range(6):
        QTest.mouseClick(mixing.sketches.tiles[index], LEFT)
        mixing.commands["mix_add"].trigger()
    terms = mixing.editor.document.state.terms
    assert len(terms) == 5 and not mixing.mix.equation.more.isEnabled()
    kept = [term.doodle.origin.index for term in terms]
    assert kept == [0, 1, 2, 3, 4] and "5" in mixing.editor.document.state.notice
    assert all(place.tile.isVisible() for place in mixing.mix.equation.places)
    assert mixing.mix.minimumSizeHint().width() < 360  # many terms make no window wider
    mixing.resize(1024, 680)
    equation = mixing.mix.equation
    qtbot.waitUntil(lambda: equation.result.geometry().right() < mixing.mix.width())
    mixing.commands["mix_clear"].trigger()
    assert mixing.editor.document.state.terms == (Term(1.0), Term(-1.0), Term(1.0))


def test_a_panel_comes_from_behind_its_tab_with_what_was_asked_for(window: MainWindow) -> None:
    """Unless the person has hidden it."""
    document, docks, shift = window.editor.document, window.docks, Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    assert docks["morph"].in_front()
    for key, held, name in (
        (Qt.Key.Key_A, CTRL | shift, "mix"),
        (Qt.Key.Key_1, CTRL, "morph"),
        (Qt.Key.Key_8, CTRL, "mix"),
        (Qt.Key.Key_2, CTRL, "morph"),
        (Qt.Key.Key_9, CTRL, "mix"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "morph"),
    ):
        QTest.keyClick(window, key, held)
        assert docks[name].in_front() and not document.state.notice
    QTest.keyClick(window, Qt.Key.Key_F5)
    docks["mix"].hide()
    QTest.keyClick(window, Qt.Key.Key_A, CTRL | shift)
    words = "The doodle is in the mix now. The panel Mix is hidden; Shift+F8 shows it."
    assert document.state.notice == words and docks["mix"].isHidden()


def test_the_keys_go_along_to_the_panel_that_covers_theirs(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    window.docks["shelf"].raise_()
    window.docks["shelf"].take_focus()
    QTest.keyClick(window, Qt.Key.Key_R)
    assert window.docks["sketches"].in_front()
    assert window.docks["sketches"].isAncestorOf(window.focusWidget())
    window.draw.canvas.setFocus()
    window.docks["shelf"].raise_()
    QTest.keyClick(window.draw.canvas, Qt.Key.Key_R)
    assert window.docks["sketches"].in_front() and window.draw.canvas.hasFocus()


def test_doodles_are_carried_to_the_mix_with_the_mouse(mixing: MainWindow) -> None:
    equation, document = mixing.mix.equation, mixing.editor.document
    mixing.grab()  # lays out

    def middle(widget) -> QPoint:  # type: ignore[no-untyped-def]
        return widget.mapTo(mixing, widget.rect().center())

    tiles = mixing.sketches.tiles
    carry(mixing, middle(tiles[3]), middle(equation.places[1].tile))
    beside = equation.mapTo(mixing, QPoint(3, 3))
    carry(mixing, middle(tiles[5]), beside)
    kept = [None if term.doodle is None else term.doodle.latent for term in document.state.terms]
    np.testing.assert_array_equal(kept[0], tiles[5].doodle.latent)
    np.testing.assert_array_equal(kept[1], tiles[3].doodle.latent)
    assert kept[2] is None and mixing.editor.current.blank
    QTest.keyClick(equation.places[0].tile, Qt.Key.Key_Delete)
    assert document.state.terms[0].doodle is None


def test_doodles_of_another_model_are_mixed_as_the_open_one_sees_them(
    open_window, qtbot, models
) -> None:
    window = open_window()
    draw_cat(window.draw.canvas)
    window.commands["mix_add"].trigger()
    window.open_model(models["ae"])
    qtbot.waitUntil(lambda: window.editor.engine.name == "ae", timeout=20_000)
    result = window.mix.equation.result.doodle
    assert result.model == "ae"
    np.testing.assert_allclose(result.latent, window.editor.current.latent, atol=1e-5)


def test_the_mix_is_part_of_the_session(mixing: MainWindow, qtbot) -> None:
    sketches = mixing.editor.document.state.sketches
    drop_on(mixing.mix.equation.places[1].tile, sketches[0])
    make_direction(mixing, qtbot, "tail")
    drop_on(mixing.mix.maker.lacking.board, sketches[3])
    plain = json.loads(json.dumps(mixing.editor.document.to_plain()))
    fields = mixing.editor.document.from_plain(plain)
    np.testing.assert_array_equal(fields["terms"][1].doodle.latent, sketches[0].latent)
    assert fields["directions"][0].name == "tail"
    (lacking,) = fields["groups"][1]
    np.testing.assert_array_equal(lacking.latent, sketches[3].latent)
    del plain["groups"]
    assert mixing.editor.document.from_plain(plain)["groups"] == ((), ())
    for damaged in ([], [[], 3], [[]] * 3):
        with pytest.raises(DataError):
            mixing.editor.document.from_plain(plain | {"groups": damaged})
    mixing.mix.show_page(EQUATION)
    assert mixing.mix._pages.currentIndex() == EQUATION
    assert background_jobs() >= 0


def test_buttons_of_the_equation_go_when_it_is_out_of_sight(mixing: MainWindow) -> None:
    bar = mixing.docks["mix"].titleBarWidget()
    wanted = {mixing.commands[name] for name in ("mix_add", "mix_use", "mix_clear")}
    tools = [tool for tool in bar.findChildren(QToolButton) if tool.defaultAction() in wanted]
    assert len(tools) == 3 and all(tool.isVisible() for tool in tools)
    for page in (DIRECTIONS, MAKER):
        QTest.mouseClick(mixing.mix._tabs[page], LEFT)
        assert not any(tool.isVisible() for tool in tools)
    QTest.mouseClick(mixing.mix._tabs[EQUATION], LEFT)
    assert all(tool.isVisible() for tool in tools)
