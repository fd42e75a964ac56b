"""Doodles that leave in pictures, by drag and by the clipboard, and come back as they were."""

from pathlib import Path

import numpy as np
import pytest
from file_acts import choose_file, drop_file
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from window_acts import LEFT, drag, draw_cat

from desktop.dialogs.export import ExportDialog
from desktop.files.recipe import doodles_of_file
from desktop.paint.export import PictureForm
from desktop.views.tile import doodle_mime
from desktop.window import MainWindow


def send_move(widget: QWidget, at: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """A move of the pointer as the window system tells it, with the buttons that are held."""
    nothing = Qt.MouseButton.NoButton
    local, there = QPointF(at), QPointF(widget.mapToGlobal(at))
    kind, keys = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(kind, local, there, nothing, held, keys))


@pytest.mark.parametrize("suffix", [".png", ".svg"])
@pytest.mark.parametrize("drawn", [True, False])
def test_an_exported_picture_dropped_on_the_window_restores_the_doodle_exactly(
    window: MainWindow, qtbot, tmp_path: Path, suffix: str, drawn: bool
) -> None:
    if drawn:
        draw_cat(window.draw.canvas)
    else:
        QTest.mouseClick(window.sketches.tiles[2], LEFT)
    doodle = window.editor.current
    path = tmp_path / f"taken{suffix}"
    window.taking.write(path, doodle, PictureForm(side=96))
    qtbot.waitUntil(path.exists, timeout=5000)
    window.commands["clear"].trigger()
    drop_file(window, path)
    qtbot.waitUntil(lambda: not window.editor.current.blank, timeout=5000)
    again = window.editor.current
    np.testing.assert_array_equal(again.latent, doodle.latent)
    np.testing.assert_array_equal(again.decoded, doodle.decoded)
    assert again.origin == doodle.origin and again.model == doodle.model
    assert (again.ink is None) == (doodle.ink is None)
    window.commands["undo"].trigger()
    assert window.editor.current.blank


def test_export_asks_for_size_and_paper(window: MainWindow, qtbot, tmp_path, monkeypatch) -> None:
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    path = tmp_path / "picture"
    choose_file(monkeypatch, path)
    window.commands["export_picture"].trigger()
    dialog = window.findChild(ExportDialog)
    dialog.side.setValue(333)
    QTest.mouseClick(dialog.transparent, LEFT, pos=QPoint(8, dialog.transparent.height() // 2))
    dialog.accept()
    qtbot.waitUntil(path.with_suffix(".png").exists, timeout=5000)
    image = QImage(str(path.with_suffix(".png")))
    assert (image.width(), image.height()) == (333, 333)
    assert image.pixelColor(0, 0).alpha() == 0
    alphas = [image.pixelColor(x, y).alpha() for x in range(0, 333, 4) for y in range(0, 333, 4)]
    assert max(alphas) == 255
    (again,) = doodles_of_file(path.with_suffix(".png"))
    assert again.origin == window.editor.current.origin


def test_copy_and_paste_keep_the_doodle_and_give_pictures_to_others(window: MainWindow) -> None:
    QTest.mouseClick(window.sketches.tiles[1], LEFT)
    doodle = window.editor.current
    data = doodle_mime(doodle)
    assert bytes(data.data("image/png").data()).startswith(b"\x89PNG")
    assert b"<svg" in bytes(data.data("image/svg+xml").data())
    assert data.hasImage() and QImage(data.imageData()).width() == 512
    window.commands["copy"].trigger()
    assert QGuiApplication.clipboard().mimeData().hasImage()
    window.commands["clear"].trigger()
    window.commands["paste"].trigger()
    np.testing.assert_array_equal(window.editor.current.latent, doodle.latent)
    QGuiApplication.clipboard().clear()


def test_a_drag_out_of_a_panel_brings_a_file_for_other_programs(
    window: MainWindow, monkeypatch
) -> None:
    carried: list[QUrl] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: carried.extend(drag.mimeData().urls()))
    QTest.mouseClick(window.sketches.tiles[1], LEFT)
    for source in (window.sketches.tiles[1], window.seen.reconstruction):
        drag(source, [QPoint(20, 20), QPoint(40, 40), QPoint(60, 60)])
    assert len(carried) == 2
    for url in carried:
        (doodle,) = doodles_of_file(Path(url.toLocalFile()))
        np.testing.assert_array_equal(doodle.latent, window.editor.current.latent)


def test_the_pointer_takes_no_example_along_once_the_button_is_up(
    window: MainWindow, monkeypatch
) -> None:
    """The native window still tells of moves above a button that was clicked."""
    drags: list[int] = []
    monkeypatch.setattr(QDrag, "exec", lambda *_: drags.append(1))
    example = window.draw.strip.buttons["fish"]
    QTest.mouseClick(example, LEFT)
    middle = example.rect().center()
    for x in range(0, 40, 4):
        QTest.mouseMove(example, middle + QPoint(x, 0))
        send_move(example, middle + QPoint(x, 0))
    assert not drags
    QTest.mousePress(example, LEFT)
    send_move(example, middle + QPoint(30, 0), LEFT)
    assert drags
