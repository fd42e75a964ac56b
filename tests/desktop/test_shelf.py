"""The shelf: keep, name, move, delete, drop; every one of them undoable."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog
from window_acts import LEFT, drop

from desktop.views.tile import doodle_mime
from desktop.window import MainWindow


def kept(window: MainWindow) -> tuple:
    return window.editor.document.state.collection


def fill(window: MainWindow, count: int = 3) -> None:
    window.docks["shelf"].raise_()
    window.editor.keep(window.editor.document.state.sketches[:count])
    QApplication.processEvents()


def test_keep_puts_the_current_doodle_on_the_shelf(window: MainWindow) -> None:
    assert not window.commands["keep"].isEnabled()
    QTest.mouseClick(window.sketches.tiles[4], LEFT)
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(kept(window)) == 1
    assert kept(window)[0].latent is window.editor.current.latent
    window.commands["undo"].trigger()
    assert kept(window) == ()


def test_a_kept_doodle_can_be_named_and_becomes_the_current_one(window: MainWindow) -> None:
    fill(window)
    tile = window.shelf.tiles[1]
    QTest.mouseClick(tile, LEFT)
    assert window.editor.current is kept(window)[1]
    tile.setFocus()
    window.commands["rename"].trigger()
    dialog = window.shelf.findChild(QInputDialog)
    dialog.setTextValue("  Whiskers ")
    dialog.accept()
    assert kept(window)[1].name == "Whiskers" and "Whiskers" in tile.accessibleName()
    window.commands["undo"].trigger()
    assert kept(window)[1].name == ""


def test_delete_by_key_and_undo(window: MainWindow) -> None:
    fill(window)
    first, second, third = kept(window)
    window.draw.canvas.setFocus()
    QTest.keyClick(window.draw.canvas, Qt.Key.Key_Delete)
    assert kept(window) == (first, second, third)
    window.shelf.tiles[1].setFocus()
    QTest.keyClick(window.shelf.tiles[1], Qt.Key.Key_Delete)
    assert kept(window) == (first, third)
    assert window.shelf.tiles[1].hasFocus()
    window.commands["undo"].trigger()
    assert kept(window) == (first, second, third)


def test_order_by_keys_and_by_moving(window: MainWindow) -> None:
    fill(window)
    first, second, third = kept(window)
    window.shelf.tiles[0].setFocus()
    QTest.keyClick(window.shelf.tiles[0], Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert kept(window) == (second, first, third)
    window.shelf.rearrange(third, 0)
    assert kept(window) == (third, second, first)
    window.shelf.rearrange(third, 3)
    assert kept(window) == (second, first, third)


def test_a_doodle_dropped_between_two_is_kept_there(window: MainWindow) -> None:
    fill(window)
    before = kept(window)
    dropped = window.editor.document.state.sketches[7]
    spot = window.shelf.tiles[1].mapTo(window.shelf, window.shelf.tiles[1].rect().center())
    drop(window.shelf, doodle_mime(dropped), QPointF(spot.x() - 8, spot.y()))
    assert len(kept(window)) == 4 and kept(window)[0] is before[0]
    assert kept(window)[1].origin == dropped.origin


def test_arrows_walk_the_shelf(window: MainWindow) -> None:
    fill(window, 5)
    window.shelf.tiles[0].setFocus()
    QTest.keyClick(window.shelf.tiles[0], Qt.Key.Key_Right)
    assert window.shelf.tiles[1].hasFocus()
    QTest.keyClick(window.shelf.tiles[1], Qt.Key.Key_Left)
    assert window.shelf.tiles[0].hasFocus()


def test_an_empty_shelf_invites(window: MainWindow) -> None:
    window.docks["shelf"].raise_()
    assert window.shelf._empty.text()
    assert window.shelf._pages.currentIndex() == 1
    fill(window)
    assert window.shelf._pages.currentIndex() == 0
