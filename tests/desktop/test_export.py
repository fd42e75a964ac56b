"""Taking doodles away: the dialog, the files, the clipboard, and the menus of tiles."""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from window_acts import LEFT, pixels

from desktop.dialogs.export import ExportDialog
from desktop.files.recipe import doodles_of_file
from desktop.theme import DARK
from desktop.window import MainWindow


def ask(window: MainWindow) -> ExportDialog:
    """The dialog for the first sketch."""
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    window.commands["export_picture"].trigger()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None and dialog.isVisible()
    return dialog


def save(dialog: ExportDialog, qtbot, monkeypatch, path: Path) -> Path:
    """Chooses a file without an ending; the dialog's kind gives it one."""
    asked: list[str] = []
    suffix = dialog.suffix()

    def answer(parent, title, start, filters, kind):
        asked.append(start)
        return str(path), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    there = path.with_name(path.name + suffix)
    qtbot.waitUntil(there.exists, timeout=5000)
    assert asked[0].endswith(f"Sketch 1 of seed 1{suffix}")
    return there


def test_raw_pixels_are_the_models_own(window: MainWindow, qtbot, tmp_path, monkeypatch) -> None:
    dialog = ask(window)
    smooth = pixels(dialog.preview)
    dialog.side.setValue(28)
    dialog.lines.setCurrentIndex(1)
    dialog.colors.setCurrentIndex(2)
    assert not np.array_equal(pixels(dialog.preview), smooth)
    image = QImage(str(save(dialog, qtbot, monkeypatch, tmp_path / "raw")))
    assert (image.width(), image.height()) == (28, 28)
    grey = [[image.pixelColor(x, y).red() for x in range(28)] for y in range(28)]
    decoded = window.editor.current.decoded
    np.testing.assert_allclose(np.array(grey), 255 * (1 - decoded), atol=2)


def test_chalk_on_slate_and_without_it(window: MainWindow, qtbot, tmp_path, monkeypatch) -> None:
    dialog = ask(window)
    dialog.colors.setCurrentIndex(1)
    dialog.side.setValue(64)
    slate = QImage(str(save(dialog, qtbot, monkeypatch, tmp_path / "slate")))
    assert slate.pixelColor(0, 0) == QColor(DARK.page)
    dialog = ask(window)
    assert dialog.colors.currentIndex() == 1 and dialog.side.value() == 64, "as chosen last"
    QTest.mouseClick(dialog.transparent, LEFT, pos=QPoint(8, dialog.transparent.height() // 2))
    bare = QImage(str(save(dialog, qtbot, monkeypatch, tmp_path / "bare")))
    assert bare.pixelColor(0, 0).alpha() == 0
    solid = [bare.pixelColor(x, y) for x in range(64) for y in range(64)]
    solid = [color for color in solid if color.alpha() == 255]
    assert solid and all(color.lightness() > 150 for color in solid)


def test_an_svg_has_outlines_whatever_was_chosen(
    window: MainWindow, qtbot, tmp_path, monkeypatch
) -> None:
    dialog = ask(window)
    dialog.lines.setCurrentIndex(1)
    dialog.kind.setCurrentIndex(1)
    assert not dialog.lines.isEnabled() and not dialog.form().pixels
    path = save(dialog, qtbot, monkeypatch, tmp_path / "drawing")
    root = ElementTree.fromstring(path.read_bytes())
    paper = root.find("{http://www.w3.org/2000/svg}rect")
    assert paper is not None and paper.get("width") == root.get("width") == "1024"
    (again,) = doodles_of_file(path)
    assert again.origin == window.editor.current.origin


def test_the_dialog_copies_in_the_chosen_form(window: MainWindow) -> None:
    dialog = ask(window)
    dialog.side.setValue(77)
    QTest.mouseClick(dialog.copy, LEFT)
    data = QGuiApplication.clipboard().mimeData()
    assert QImage(data.imageData()).width() == 77
    assert b'width="77"' in bytes(data.data("image/svg+xml").data())
    assert dialog.isVisible()
    dialog.reject()
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("where", ["sketches", "shelf"])
def test_any_tile_can_be_copied_and_taken_away(window: MainWindow, where: str) -> None:
    window.editor.keep(window.editor.document.state.sketches[3:4])
    window.show_panel(where)
    QApplication.processEvents()
    tile = window.sketches.tiles[3] if where == "sketches" else window.shelf.tiles[0]
    for words in ("Copy", "Take it away as a picture…"):
        QTimer.singleShot(0, lambda words=words: choose(words))
        context_menu(tile)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat("image/png")
    dialog = window.findChild(ExportDialog)
    assert dialog is not None and dialog.preview.isVisible()
    assert window.editor.current.blank, "it stays what it is"
    dialog.reject()
    QGuiApplication.clipboard().clear()


def context_menu(tile) -> None:
    """Asks a tile for its menu, as a click of the right button does."""
    centre = tile.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, centre, tile.mapToGlobal(centre), Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(tile, event)


def choose(words: str) -> None:
    """Takes a row of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    row = next(action for action in menu.actions() if action.text() == words)
    row.trigger()
    menu.close()
