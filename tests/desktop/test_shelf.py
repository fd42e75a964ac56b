"""The shelf: keep, name, move, delete, drop; every one of them undoable."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QPixmap, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from window_acts import LEFT, draw_cat, drop, pixels

from desktop.examples import load_example
from desktop.files.recipe import doodles_of_file
from desktop.paint.cache import washes_for
from desktop.paint.export import PictureForm, png_bytes
from desktop.paint.sheet import Sheet, sheet_bytes
from desktop.shelf.panel import TILES_A_TURN
from desktop.views.carrying import DOODLES_MIME, DoodleMime, mime_doodles, recipe_files
from desktop.views.name_field import NameField
from desktop.views.tile import CAPTION_HEIGHT, DoodleTile, doodle_mime, mime_doodle
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
    field = window.shelf.findChild(NameField)
    assert field.hasFocus() and field.isVisible()
    QTest.keyClicks(field, "  Whiskers ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert tile.hasFocus()
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
    window.shelf.rearrange((third,), 0)
    assert kept(window) == (third, second, first)
    window.shelf.rearrange((third,), 3)
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


def test_escape_leaves_the_name_and_leaving_keeps_it(window: MainWindow) -> None:
    fill(window)
    QTest.keyClick(focused(window, 0), Qt.Key.Key_F2)
    field = window.shelf.findChild(NameField)
    QTest.keyClicks(field, "p e r")  # letters that are keys of the window elsewhere
    assert field.text() == "p e r"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert kept(window)[0].name == "" and window.editor.undo_stack.count() == 1
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    QTest.keyClick(focused(window, 2), Qt.Key.Key_F2)
    QTest.keyClicks(window.shelf.findChild(NameField), "Third")
    window.draw.canvas.setFocus()
    assert [doodle.name for doodle in kept(window)] == ["", "", "Third"]


def test_of_several_selected_the_one_in_hand_is_renamed(window: MainWindow) -> None:
    fill(window)
    QTest.keyClick(focused(window, 0), Qt.Key.Key_A)
    assert len(window.shelf.selected()) > 2
    QTest.keyClick(focused(window, 1), Qt.Key.Key_F2)
    QTest.keyClicks(window.shelf.findChild(NameField), "Second")
    window.draw.canvas.setFocus()
    assert [doodle.name for doodle in kept(window)][:3] == ["", "Second", ""]


def test_the_name_shown_can_be_changed(window: MainWindow) -> None:
    fill(window)
    steps = window.editor.undo_stack.count()
    QTest.keyClick(focused(window, 1), Qt.Key.Key_F2)
    field = window.shelf.findChild(NameField)
    assert field.text() == field.selectedText() == "sketch 2"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert kept(window)[1].name == "" and window.editor.undo_stack.count() == steps
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    QTest.keyClick(focused(window, 1), Qt.Key.Key_F2)
    field = window.shelf.findChild(NameField)
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "b")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert kept(window)[1].name == "sketch 2b"


def focused(window: MainWindow, index: int):
    tile = window.shelf.tiles[index]
    tile.setFocus()
    return tile


def test_the_key_that_selects_all_means_the_shelf_while_it_has_the_focus(
    window: MainWindow,
) -> None:
    fill(window, 4)
    for selected in (kept(window), ()):
        QTest.keyClick(focused(window, 1), Qt.Key.Key_A)
        assert window.shelf.selected() == selected
        assert not window.sketches.selection.chosen()
    QTest.keyClick(window.draw.canvas, Qt.Key.Key_A)
    assert window.sketches.selection.chosen() and not window.shelf.selected()
    assert window.docks["sketches"].in_front()


def test_a_copy_of_a_kept_doodle_is_ringed_as_well(window: MainWindow) -> None:
    fill(window)
    tiles = window.shelf.tiles
    drop(window, doodle_mime(tiles[1].doodle), QPointF(300, 300))
    assert window.editor.current is not tiles[1].doodle
    assert [tile.marked for tile in tiles[:3]] == [False, True, False]
    assert [tile.marked for tile in window.sketches.tiles[:3]] == [False, True, False]
    window.shelf.setFocus()
    assert window.shelf.chosen() == (tiles[1].doodle,)
    # Nobody has clicked it, so that it is not the first of several.
    QTest.mouseClick(tiles[2], LEFT, Qt.KeyboardModifier.ControlModifier)
    assert [tile.selected for tile in tiles[:3]] == [False, False, True]
    draw_cat(window.draw.canvas)
    assert not any(tile.marked for tile in tiles)
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [tile.marked for tile in tiles] == [False] * 3 + [True]


def test_a_name_is_no_html(window: MainWindow) -> None:
    fill(window, 1)
    window.shelf.name_doodle(kept(window)[0], "<b>cat</b> & dog")
    tip = window.shelf.tiles[0].toolTip()
    shown = QTextDocument()
    shown.setHtml(tip)
    assert shown.toPlainText().startswith("<b>cat</b> & dog\nClick")


def test_several_are_selected_and_deleted_together(window: MainWindow) -> None:
    fill(window, 5)
    before, control = kept(window), Qt.KeyboardModifier.ControlModifier
    for index in (1, 3):
        QTest.mouseClick(window.shelf.tiles[index], LEFT, control)
    assert window.shelf.selected() == (before[1], before[3])
    assert window.editor.current.blank
    QTest.keyClick(focused(window, 1), Qt.Key.Key_Delete)
    assert kept(window) == (before[0], before[2], before[4])
    assert window.shelf.selected() == ()
    window.commands["undo"].trigger()
    assert kept(window) == before
    QTest.keyClick(focused(window, 0), Qt.Key.Key_Insert)
    assert window.shelf.selected() == before[:1]
    QTest.keyClick(window.shelf.tiles[0], Qt.Key.Key_Escape)
    assert window.shelf.selected() == ()


def test_the_menu_deletes_what_it_was_opened_on(window: MainWindow) -> None:
    fill(window, 4)
    before, control = kept(window), Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(window.shelf.tiles[0], LEFT, control)
    window.shelf.discard_with(before[2])
    assert kept(window) == (before[0], before[1], before[3])
    window.shelf.discard_with(before[0])
    assert kept(window) == (before[1], before[3])


def test_keys_of_the_shelf(window: MainWindow) -> None:
    fill(window, 5)
    QTest.keyClick(focused(window, 2), Qt.Key.Key_End)
    assert window.shelf.tiles[4].hasFocus()
    QTest.keyClick(window.shelf.tiles[4], Qt.Key.Key_Home)
    assert window.shelf.tiles[0].hasFocus()
    QTest.keyClick(window.shelf.tiles[0], Qt.Key.Key_Return)
    assert window.editor.current is kept(window)[0]


def test_captions_tell_names_or_where_it_comes_from(window: MainWindow, qtbot) -> None:
    fill(window, 2)
    tile = window.shelf.tiles[0]
    qtbot.waitUntil(tile.isVisible)
    plain = pixels(tile)[-CAPTION_HEIGHT:]
    assert len(np.unique(plain.reshape(-1, 4), axis=0)) > 4
    window.shelf.name_doodle(kept(window)[0], "Käthe")
    assert not np.array_equal(pixels(tile)[-CAPTION_HEIGHT:], plain)


def test_keeping_from_elsewhere_is_said(window: MainWindow) -> None:
    window.editor.keep(window.editor.document.state.sketches[:1])
    assert "shelf" in window.editor.document.state.notice
    window.editor.keep(window.editor.document.state.sketches[:3])
    assert "3 doodles" in window.editor.document.state.notice


def test_a_line_shows_where_a_doodle_would_come(window: MainWindow) -> None:
    fill(window)
    area, line = window.shelf.area, window.shelf.area._line
    left = window.shelf.tiles[1].geometry().left()
    area.show_place(window.shelf.tiles[1].mapTo(area, QPoint(2, 10)))
    assert line.isVisible() and abs(line.geometry().center().x() - left) <= 4
    area.show_place(None)
    assert not line.isVisible()


def test_pictures_made_here_are_kept_when_dropped_on_the_shelf(
    window: MainWindow, qtbot, tmp_path
) -> None:
    fill(window)
    sketches = window.editor.document.state.sketches
    paths = [tmp_path / "one.png", tmp_path / "sheet.svg", tmp_path / "other.png"]
    paths[0].write_bytes(png_bytes(sketches[5:6], PictureForm(side=32)))
    paths[1].write_bytes(sheet_bytes(".svg", Sheet(sketches[6:8])))
    empty = QImage(60, 60, QImage.Format.Format_RGB32)
    empty.fill(Qt.GlobalColor.white)
    empty.save(str(paths[2]))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    last = window.shelf.tiles[2]
    spot = last.mapTo(window.shelf, last.rect().center() - QPoint(8, 0))
    drop(window.shelf, data, QPointF(spot))
    qtbot.waitUntil(lambda: len(kept(window)) == 6, timeout=5000)
    assert [doodle.origin.index for doodle in kept(window)] == [0, 1, 5, 6, 7, 2]
    assert window.editor.current.blank


def test_a_sheet_that_is_dropped_is_counted(window: MainWindow, qtbot, tmp_path) -> None:
    path, data, document = tmp_path / "sheet.png", QMimeData(), window.editor.document
    path.write_bytes(sheet_bytes(".png", Sheet(document.state.sketches[:4])))
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(window.shelf, data, QPointF(20, 20))
    qtbot.waitUntil(lambda: len(kept(window)) == 4, timeout=5000)
    assert document.state.notice == "4 doodles kept on the shelf."


def test_the_sheet_of_the_shelf(window: MainWindow, qtbot, tmp_path, monkeypatch) -> None:
    assert not window.commands["shelf_sheet"].isEnabled()
    assert "empty" in window.commands["shelf_sheet"].toolTip()
    fill(window, 4)
    window.shelf.name_doodle(kept(window)[1], "Whiskers")
    path = tmp_path / "shelf.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.commands["shelf_sheet"].trigger()
    qtbot.waitUntil(path.exists, timeout=5000)
    assert [doodle.name for doodle in doodles_of_file(path)] == ["", "Whiskers", "", ""]
    assert b">Whiskers</text>" in path.read_bytes() and b">Sketch 1 of seed 1<" in path.read_bytes()
    QTest.mouseClick(window.shelf.tiles[2], LEFT, Qt.KeyboardModifier.ControlModifier)
    path.unlink()
    window.commands["shelf_sheet"].trigger()
    qtbot.waitUntil(path.exists, timeout=5000)
    assert [doodle.origin.index for doodle in doodles_of_file(path)] == [2]


def test_selected_doodles_travel_together(window: MainWindow, qtbot) -> None:
    fill(window, 5)
    one, two, three, four, five = kept(window)
    for index in (1, 3):
        QTest.mouseClick(window.shelf.tiles[index], LEFT, Qt.KeyboardModifier.ControlModifier)
    assert window.shelf.tiles[3].leaving() == (two, four)
    assert window.shelf.tiles[0].leaving() == (one,)
    window.shelf.rearrange(window.shelf.tiles[1].leaving(), 5)
    assert kept(window) == (one, three, five, two, four)
    data = DoodleMime(window.editor.document.state.sketches[6:9], file=True)
    assert mime_doodle(data).origin.index == 6
    held = DoodleMime(window.editor.document.state.sketches[6:9], lead=1)
    assert mime_doodle(held).origin.index == 7 and len(mime_doodles(held)) == 3
    assert [doodle.origin.index for doodle in mime_doodles(data)] == [6, 7, 8]
    assert [path.exists() for path in recipe_files(data)] == [True] * 3
    assert QImage(data.imageData()).width() == 1024
    drop(window.shelf, data, QPointF(window.shelf.width() - 3, window.shelf.height() - 3))
    assert [doodle.origin.index for doodle in kept(window)[5:]] == [6, 7, 8]


def test_equal_names_are_files_of_their_own(window: MainWindow) -> None:
    twins = [replace(sketch, name="Twin") for sketch in window.editor.document.state.sketches[:2]]
    files = recipe_files(DoodleMime(twins, file=True))
    assert [path.name for path in files] == ["Twin.png", "Twin 2.png"]
    assert [doodles_of_file(path)[0].origin.index for path in files] == [0, 1]


def test_damaged_doodles_are_not_kept(window: MainWindow) -> None:
    broken = QMimeData()
    broken.setData(DOODLES_MIME, b"[{}]")
    assert mime_doodles(broken) == () == mime_doodles(QMimeData())


def test_many_at_once_come_some_at_a_time(window: MainWindow, qtbot) -> None:
    sketches = window.editor.document.state.sketches
    outlines = washes_for(sketches[0])
    window.editor.keep(sketches * 5)
    assert len(window.shelf.tiles) == TILES_A_TURN
    qtbot.waitUntil(lambda: len(window.shelf.tiles) == 5 * len(sketches))
    assert [tile.doodle for tile in window.shelf.tiles] == list(kept(window))
    # The copies that are kept look the same, and are not traced anew.
    assert washes_for(kept(window)[0]) is outlines and kept(window)[0] is not sketches[0]


def test_doodles_kept_together_have_captions_of_their_own_in_one_step(
    window: MainWindow,
) -> None:
    steps = window.editor.undo_stack.count()
    window.docks["shelf"].raise_()
    drop(window.shelf, DoodleMime(window.editor.document.state.sketches[:10]), QPointF(9, 9))
    drop(window.shelf, DoodleMime(window.editor.document.state.sketches[:2]), QPointF(9, 9))
    captions = [tile.caption for tile in window.shelf.tiles]
    assert len(set(captions)) == 12
    assert captions[:4] == ["sketch 1", "sketch 2", "sketch 1 (2)", "sketch 2 (2)"]
    assert window.editor.undo_stack.count() == steps + 2
    window.commands["undo"].trigger()
    assert [tile.caption for tile in window.shelf.tiles[:10]] == [
        f"sketch {number}" for number in range(1, 11)
    ]


def whole_in_sight(window: MainWindow, index: int) -> bool:
    tile, area = window.shelf.tiles[index], window.shelf.area.viewport()
    box = QRect(tile.mapTo(area, QPoint()), tile.size())
    return area.rect().contains(box)


@pytest.mark.parametrize("behind", [False, True])
def test_what_comes_onto_the_shelf_is_whole_in_sight(window: MainWindow, behind: bool) -> None:
    window.resize(1024, 680)
    fill(window, 12)
    window.editor.keep(window.editor.document.state.sketches)
    QApplication.processEvents()
    bar = window.shelf.area.verticalScrollBar()
    assert bar.maximum() > 0
    if behind:
        window.docks["sketches"].raise_()
        QApplication.processEvents()
    bar.setValue(0)
    QTest.mouseClick(window.sketches.tiles[4], LEFT)
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    window.docks["shelf"].raise_()
    QApplication.processEvents()
    last = len(kept(window)) - 1
    assert whole_in_sight(window, last)
    bar.setValue(0)
    window.commands["undo"].trigger()
    bar.setValue(0)
    window.commands["redo"].trigger()
    assert whole_in_sight(window, last)
    focused(window, 0)
    QTest.keyClick(window.shelf.tiles[0], Qt.Key.Key_End)
    assert whole_in_sight(window, last)
    bar.setValue(0)
    window.commands["rename"].trigger()
    assert whole_in_sight(window, last)


def test_what_was_said_of_a_step_goes_with_it(window: MainWindow) -> None:
    draw_cat(window.draw.canvas)
    window.commands["keep"].trigger()
    assert window._toast.isVisible() and "Kept" in window._toast.text()
    window.commands["undo"].trigger()
    assert not window._toast.isVisible()
    window.commands["redo"].trigger()
    window.editor.say("Something else.")
    window.commands["undo"].trigger()
    assert window._toast.isVisible()


@pytest.mark.parametrize("name, seen", [("", "(12)"), ("a very long name of 12", "")])
def test_a_caption_keeps_the_number_at_its_end(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, name: str, seen: str
) -> None:
    doodle = replace(window.editor.engine.from_ink(load_example("cat")), name=name)
    tile = DoodleTile(window.editor, captioned=True)
    tile.show_doodle(doodle)
    tile.show_caption(name or "a very long caption (12)")
    drawn: list[str] = []
    page = QPixmap(80, 80)
    painter = QPainter(page)
    monkeypatch.setattr(QPainter, "drawText", lambda *args: drawn.append(args[-1]))
    tile._paint_caption(painter, QRectF(0, 0, 60, 18))
    painter.end()
    assert drawn[0] != tile.caption and drawn[0].endswith(seen) and "…" in drawn[0]
    tile.deleteLater()
