"""What is dropped finds its place: on a panel, beside its places, on its frame and on its tab."""

from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCursor, QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from window_acts import LEFT, carry, move

from desktop.mix.panel import DIRECTIONS
from desktop.paint.export import PictureForm, png_bytes
from desktop.state.origin import Opened
from desktop.views.carrying import DoodleMime, mime_doodle
from desktop.views.tile import doodle_mime
from desktop.window import MainWindow

MOVE, NONE = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier


def let_fall(widget: QWidget, data: QMimeData, at: QPoint) -> Qt.DropAction | None:
    """Drops what a file manager would rather move; what it is told became of it, None if refused.

    As on a screen: who does not let it in leaves it to what is around, and a place that refuses
    the last move gets no drop.
    """
    taker: QWidget | None = widget
    while taker is not None:
        spot = taker.mapFrom(widget.window(), widget.mapTo(widget.window(), at))
        if taker.acceptDrops():
            both = MOVE | Qt.DropAction.CopyAction
            enter = QDragEnterEvent(spot, both, data, LEFT, NONE)
            enter.setDropAction(MOVE)
            enter.ignore()
            QApplication.sendEvent(taker, enter)
            if enter.isAccepted():
                onward = QDragMoveEvent(spot, both, data, LEFT, NONE)
                onward.setDropAction(MOVE)
                onward.accept()
                QApplication.sendEvent(taker, onward)
                if not onward.isAccepted():
                    return None
                event = QDropEvent(QPointF(spot), both, data, LEFT, NONE)
                event.setDropAction(MOVE)
                QApplication.sendEvent(taker, event)
                return event.dropAction() if event.isAccepted() else None
        taker = taker.parentWidget()
    return None


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


@pytest.fixture
def pictures(window: MainWindow, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A sketch taken away, a foreign drawing, and a page with nothing on it."""
    sketch, cross, empty = (tmp_path / name for name in ("sketch.png", "cross.bmp", "empty.png"))
    sketch.write_bytes(png_bytes([window.editor.document.state.sketches[4]], PictureForm()))
    levels = np.full((240, 240), 255, np.uint8)
    levels[110:124, 30:210] = levels[30:210, 110:124] = 0
    Image.fromarray(levels).save(cross)
    Image.new("L", (90, 90), 255).save(empty)
    return sketch, cross, empty


def show(window: MainWindow, name: str) -> None:
    window.show_panel(name)
    window.grab()  # lays out


def filled(window: MainWindow) -> list[int | None]:
    terms = window.editor.document.state.terms
    return [None if term.doodle is None else term.doodle.origin.index for term in terms]


def test_what_misses_the_places_of_the_mix_goes_into_the_nearest_empty_one(
    window: MainWindow,
) -> None:
    show(window, "mix")
    sketches, places = window.editor.document.state.sketches, window.mix.equation.places
    weight, bar = places[2].weight, window.docks["mix"].titleBarWidget()
    assert let_fall(weight, doodle_mime(sketches[1]), weight.rect().center()) is not None
    assert filled(window) == [None, None, 1]
    assert let_fall(bar, doodle_mime(sketches[2]), QPoint(4, 4)) is not None
    assert filled(window) == [2, None, 1]
    for index in (3, 4, 5):
        let_fall(weight, doodle_mime(sketches[index]), weight.rect().center())
    assert filled(window) == [2, 3, 1, 4, 5]
    assert not window.editor.document.state.notice
    let_fall(weight, doodle_mime(sketches[6]), weight.rect().center())
    assert filled(window) == [2, 3, 1, 4, 5] and "5" in window.editor.document.state.notice
    window.mix.show_page(DIRECTIONS)
    assert let_fall(window.mix.sliders, doodle_mime(sketches[6]), QPoint(4, 4)) is None
    assert window.editor.current.blank


def test_files_go_where_they_are_dropped_and_stay_where_they_were(
    window: MainWindow, qtbot, pictures: tuple[Path, Path, Path]
) -> None:
    sketch, cross, empty = pictures
    document, copy = window.editor.document, Qt.DropAction.CopyAction
    show(window, "mix")
    tile = window.mix.equation.places[1].tile
    steps = window.editor.undo_stack.count()
    assert let_fall(tile, files(sketch, cross), tile.rect().center()) == copy
    qtbot.waitUntil(lambda: document.state.terms[1].doodle is not None)
    assert document.state.terms[1].doodle.origin.index == 4
    assert document.state.terms[0].doodle.origin == Opened("cross.bmp")
    assert window.editor.undo_stack.count() == steps + 1
    show(window, "morph")
    row = window.morph.keyframes
    middle = row.tiles[1].geometry().center()
    assert let_fall(row, files(cross), middle) == copy
    qtbot.waitUntil(lambda: document.state.keyframes[1] is not None)
    assert document.state.keyframes[1].latent is not None
    show(window, "shelf")
    assert let_fall(window.shelf, files(empty, cross), QPoint(9, 9)) == copy
    qtbot.waitUntil(lambda: bool(document.state.collection))
    assert [doodle.origin for doodle in document.state.collection] == [Opened("cross.bmp")]
    qtbot.waitUntil(lambda: "empty.png: Nothing is drawn" in document.state.notice)
    assert window.editor.current.blank and window.incoming.dialog is None
    assert let_fall(window.draw.canvas, files(sketch), QPoint(60, 60)) == copy
    qtbot.waitUntil(lambda: not window.editor.current.blank)
    assert all(path.exists() for path in pictures)


def test_several_pictures_dropped_on_the_window_are_all_kept(
    window: MainWindow, qtbot, pictures: tuple[Path, Path, Path]
) -> None:
    let_fall(window.draw.canvas, files(pictures[1], pictures[0]), QPoint(60, 60))
    document = window.editor.document
    qtbot.waitUntil(lambda: len(document.state.collection) == 2)
    assert window.editor.current.blank and "2" in document.state.notice


def test_what_came_of_each_of_several_files_is_said(
    window: MainWindow, qtbot, pictures: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    document, session, broken = window.editor.document, tmp_path / "a.doodle", tmp_path / "b.png"
    session.write_text("{}")
    broken.write_text("no picture")
    notes = tmp_path / "notes.txt"
    notes.write_text("no picture")
    mixed = files(session, pictures[1], broken, notes, pictures[0], pictures[2])
    let_fall(window.draw.canvas, mixed, QPoint(60, 60))
    qtbot.waitUntil(lambda: len(document.state.collection) == 2)
    qtbot.waitUntil(lambda: "could not be taken" in document.state.notice)
    assert document.state.notice == (
        "2 doodles kept on the shelf. "
        "a.doodle, notes.txt, b.png and empty.png could not be taken; try each by itself."
    )
    window.commands["undo"].trigger()
    assert not document.state.collection
    let_fall(window.draw.canvas, files(session, pictures[1]), QPoint(60, 60))
    qtbot.waitUntil(lambda: "drop a.doodle by itself." in document.state.notice)
    assert len(document.state.collection) == 1 and window.editor.current.blank
    show(window, "shelf")
    let_fall(window.shelf, files(pictures[1], broken), QPoint(9, 9))
    qtbot.waitUntil(lambda: "b.png is not a picture" in document.state.notice)
    assert len(document.state.collection) == 2


def test_where_doodles_went_is_said_while_the_shelf_is_hidden(
    window: MainWindow, qtbot, pictures: tuple[Path, Path, Path]
) -> None:
    window.docks["shelf"].hide()
    let_fall(window.draw.canvas, files(*pictures), QPoint(60, 60))
    document = window.editor.document
    qtbot.waitUntil(lambda: "empty.png: Nothing is drawn" in document.state.notice)
    words = "2 doodles kept on the shelf. The panel Shelf is hidden; Shift+F6 shows it. empty.png"
    assert document.state.notice.startswith(words)
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.docks["shelf"].in_front() and len(window.shelf.tiles) == 2


def test_of_several_files_that_are_no_pictures_the_first_is_opened(
    window: MainWindow, tmp_path: Path
) -> None:
    asked: list[Path] = []
    window.incoming.openers.insert(0, lambda path: not asked.append(path))
    one, two = tmp_path / "one.doodle", tmp_path / "two.doodle"
    let_fall(window.draw.canvas, files(one, two), QPoint(60, 60))
    assert asked == [one]
    assert "Only one.doodle is opened" in window.editor.document.state.notice


@pytest.mark.parametrize("place", ["page", "shelf"])
def test_a_folder_brings_the_pictures_in_it(
    window: MainWindow, qtbot, pictures: tuple[Path, ...], tmp_path: Path, place: str
) -> None:
    folder, bare = tmp_path / "many", tmp_path / "bare"
    folder.mkdir()
    bare.mkdir()
    for number in (2, 1):
        copyfile(pictures[1], folder / f"cross {number}.bmp")
    (folder / "words.txt").write_text("no picture")
    show(window, "shelf")
    taker = window.draw.canvas if place == "page" else window.shelf
    let_fall(taker, files(folder), QPoint(60, 60))
    document = window.editor.document
    qtbot.waitUntil(lambda: len(document.state.collection) == 2)
    names = [doodle.origin for doodle in document.state.collection]
    assert names == [Opened("cross 1.bmp"), Opened("cross 2.bmp")]
    let_fall(taker, files(bare), QPoint(60, 60))
    qtbot.waitUntil(lambda: "no picture in the folder bare" in document.state.notice)
    assert window.editor.current.blank and len(document.state.collection) == 2


def test_of_too_many_pictures_the_first_are_taken(
    window: MainWindow, qtbot, pictures: tuple[Path, ...], monkeypatch
) -> None:
    monkeypatch.setattr("desktop.views.arriving.MOST_TAKEN", 2)
    let_fall(window.draw.canvas, files(*[pictures[1]] * 3), QPoint(60, 60))
    document = window.editor.document
    qtbot.waitUntil(lambda: "first 2 pictures" in document.state.notice)
    assert len(document.state.collection) == 2


def test_a_session_dropped_on_a_panel_is_opened(window: MainWindow, tmp_path: Path) -> None:
    asked: list[Path] = []
    window.incoming.openers.insert(0, lambda path: not asked.append(path))
    path = tmp_path / "mine.doodle"
    for name in ("mix", "morph", "shelf"):
        show(window, name)
        let_fall(window.docks[name].titleBarWidget(), files(path), QPoint(4, 4))
        let_fall(window.docks[name].panel, files(path), QPoint(9, 9))
    assert asked == [path] * 6


def test_tabs_take_what_their_panels_take(window: MainWindow) -> None:
    window.grab()
    sketch = window.editor.document.state.sketches[3]

    def on_tab(title: str, data: QMimeData) -> Qt.DropAction | None:
        for bar in window.findChildren(QTabBar):
            for index in range(bar.count()):
                if bar.tabText(index) == title and bar.isVisible():
                    return let_fall(bar, data, bar.tabRect(index).center())
        raise AssertionError(title)

    assert on_tab("Shelf", doodle_mime(sketch)) == Qt.DropAction.CopyAction
    assert on_tab("Mix", doodle_mime(sketch)) == Qt.DropAction.CopyAction
    assert on_tab("Generate", doodle_mime(sketch)) is None
    state = window.editor.document.state
    assert len(state.collection) == 1 and filled(window)[0] == 3
    assert window.editor.current.blank


def test_a_sketch_that_is_let_go_of_again_goes_nowhere(window: MainWindow) -> None:
    window.grab()
    tile, bar = window.sketches.tiles[3], window.docks["sketches"].titleBarWidget()
    start = tile.mapTo(window, tile.rect().center())
    carry(window, start, bar.mapTo(window, QPoint(9, 9)))
    assert window.editor.current.blank
    carry(window, start, window.draw.canvas.mapTo(window, QPoint(60, 60)))
    assert window.editor.current.origin.index == 3


def test_a_tile_that_gave_its_doodle_away_is_not_under_the_pointer(window: MainWindow) -> None:
    window.grab()
    tile, canvas = window.sketches.tiles[3], window.draw.canvas
    tile.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as it is when the drag begins
    QCursor.setPos(canvas.mapToGlobal(QPoint(60, 60)))
    start = tile.mapTo(window, tile.rect().center())
    carry(window, start, canvas.mapTo(window, QPoint(60, 60)))
    assert not tile.underMouse()


def test_several_doodles_go_together_into_morph_and_groups(window: MainWindow) -> None:
    sketches, document = window.editor.document.state.sketches, window.editor.document
    several = DoodleMime(sketches[:3])
    show(window, "morph")
    row, steps = window.morph.keyframes, window.editor.undo_stack.count()
    let_fall(row, several, row.tiles[0].geometry().center())
    assert [doodle.origin.index for doodle in document.state.keyframes] == [0, 1, 2]
    assert window.editor.undo_stack.count() == steps + 1
    let_fall(window.morph.film, DoodleMime(sketches[:10]), QPoint(9, 9))
    assert len(document.state.keyframes) == 12 and "12" in document.state.notice
    show(window, "mix")
    window.commands["new_direction"].trigger()
    board = window.mix.maker.lacking.board
    let_fall(board, several, board.rect().center())
    assert len(document.state.groups[1]) == 3


def test_examples_can_be_dragged_and_still_be_clicked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *actions: left.append(drag.mimeData()))
    window.commands["examples"].trigger()
    gallery = window.draw.gallery
    for button in (window.draw.strip.buttons["cat"], gallery.buttons["dog"]):
        QTest.mousePress(button, LEFT, pos=QPoint(9, 9))
        move(button, QPoint(9 + QApplication.startDragDistance(), 9))
        QTest.mouseRelease(button, LEFT, pos=QPoint(9, 9))
    assert [len(mime_doodle(data).ink) > 1 for data in left] == [True, True]
    assert gallery.isHidden() and window.editor.current.blank
    QTest.mouseClick(window.draw.strip.buttons["cat"], LEFT)
    assert len(left) == 2 and window.editor.current.ink
