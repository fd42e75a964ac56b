"""The board of examples: doodles dropped, drawn or taken from elsewhere in the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from desktop.editor import Editor
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.state.taught import GOOD, MOST
from desktop.theme import GRID, theme
from desktop.views.arriving import copy_of
from desktop.views.carrying import DOODLE_MIME, mime_doodles
from desktop.views.tile import DoodleTile
from desktop.views.tile_area import TileArea

CROSS = 18
TILES_A_TURN = 16


def example_of(doodle: Doodle) -> Doodle | None:
    """What a model would learn of a doodle, its picture, with the ink that it was drawn with."""
    if doodle.picture is None:
        return None
    return Doodle(doodle.origin, ink=doodle.ink, input=doodle.picture, name=doodle.name)


class ExampleTile(DoodleTile):
    """An example, or an empty place with a number. A cross in its corner takes it out."""

    taken_out = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self.setMouseTracking(True)

    def show_doodle(self, doodle: Doodle | None) -> None:
        """Only examples take the focus."""
        super().show_doodle(doodle)
        focus = Qt.FocusPolicy.NoFocus if doodle is None else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)

    def cross(self) -> QRectF:
        """Where the cross is."""
        side = min(self.width(), self.height()) - 2
        right, top = (self.width() + side) / 2, (self.height() - side) / 2
        return QRectF(right - CROSS - 4, top + 4, CROSS, CROSS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cross shows under the pointer and with the focus."""
        super().paintEvent(event)
        if self.doodle is None or not (self.underMouse() or self.hasFocus()):
            return
        painter, colors, disc = QPainter(self), theme().colors, self.cross()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.color("line"), 1))
        painter.setBrush(colors.color("surface"))
        painter.drawEllipse(disc)
        painter.setPen(QPen(colors.color("ink"), 1.6))
        middle, arm = disc.center(), CROSS * 0.2
        for slope in (1, -1):
            along = QPointF(arm, slope * arm)
            painter.drawLine(middle - along, middle + along)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On the cross it goes."""
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.doodle is not None and self.cross().contains(event.position()):
            self.taken_out.emit()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So it does with Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_out.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same in words."""
        if self.doodle is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Put it on the page"), self.click)
        menu.addAction(self.tr("Take it out"), self.taken_out.emit)
        menu.exec(event.globalPos())
        menu.deleteLater()


class ExampleBoard(QFrame):
    """Shows the lesson's examples, which are the `collection` of its editor; always one more place.

    `brought` tells of pictures that are no doodles of this program, with their mime data.
    """

    brought = Signal(object)

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.setObjectName("board")
        self._editor = editor
        self.tiles: list[ExampleTile] = []
        self.area = TileArea(52, 128)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self.area)
        self.setAcceptDrops(True)
        editor.document.observe(self._show, "collection")
        self._show(editor.document.state)

    def retranslate(self) -> None:
        """Texts."""
        self.area.setAccessibleName(self.tr("Examples"))
        self._show(self._editor.document.state)

    def add(self, *doodles: Doodle) -> None:
        """More examples, in one step; blank ones say nothing."""
        known = self._editor.document.state.collection
        more = [example for doodle in doodles if (example := example_of(doodle)) is not None]
        if len(known) + len(more) > MOST:
            self._editor.say(self.tr("A category has {most} examples at most.").format(most=MOST))
        elif more:
            self._editor.change(self.tr("Add examples"), collection=(*known, *more))

    def take_out(self, tile: ExampleTile) -> None:
        """One less, undoably; the focus moves on."""
        known = self._editor.document.state.collection
        rest = tuple(doodle for doodle in known if doodle is not tile.doodle)
        at = self.tiles.index(tile)
        focused = tile.hasFocus()
        self._editor.change(self.tr("Take out"), collection=rest)
        if rest and focused:
            self.tiles[min(at, len(rest) - 1)].setFocus()

    def take(self, data: QMimeData) -> bool:
        """A doodle or pictures that were dropped or pasted; False for anything else."""
        doodles = mime_doodles(data)
        if doodles:
            self.add(*doodles)
        elif data.hasUrls() or data.hasImage():
            self.brought.emit(data)
        else:
            return False
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes doodles, and whatever may be a picture."""
        if _takeable(event):
            copy_of(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere."""
        if _takeable(event):
            copy_of(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """One has come; the board's own ones stay where they are."""
        copy_of(event)
        if event.source() in self.tiles:
            return
        self.take(event.mimeData())

    def _show(self, state: State) -> None:
        examples = state.collection
        places = max(GOOD, len(examples) + 1)
        missing = places - len(self.tiles)
        for _ in range(min(missing, TILES_A_TURN)):
            tile = ExampleTile(self._editor)
            tile.taken_out.connect(partial(self.take_out, tile))
            self.tiles.append(tile)
        if missing > TILES_A_TURN:
            # Some at a time: making them all at once would hold up the window.
            QTimer.singleShot(0, self, lambda: self._show(self._editor.document.state))
        for number, tile in enumerate(self.tiles[:places], 1):
            there = number <= len(examples)
            tile.show_doodle(examples[number - 1] if there else None)
            tile.letter = "" if there else str(number)
            tile.setAccessibleName(
                self.tr("Example {number}").format(number=number)
                if there
                else self.tr("Place for example {number}").format(number=number)
            )
            tile.setToolTip(
                self.tr("Click: put it on the page and change it. Delete: take it out.")
                if there
                else self.tr("Draw one, or drop a doodle")
            )
            tile.update()
        self.area.show_tiles(self.tiles[:places])


def _takeable(event: QDropEvent) -> bool:
    data = event.mimeData()
    return data.hasFormat(DOODLE_MIME) or data.hasUrls() or data.hasImage()
