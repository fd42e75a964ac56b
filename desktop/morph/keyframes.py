"""The row of a morph's keyframes: drop, reorder by drag, remove."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.context import Context
from desktop.editor import has_room
from desktop.state.doodle import Doodle
from desktop.theme import theme
from desktop.views.arriving import brings_doodles, brings_morph, copy_of, receive
from desktop.views.removable import RemovableTile
from desktop.views.tab_stops import stop_after
from desktop.views.words import letter

SIDE = 76
LEAST_SIDE = 26
GAP = 4
EDGE = 0.2
"""Share of a tile's width at both sides where a drop goes beside the tile, not into it."""


class KeyframeTile(RemovableTile):
    """One keyframe. Ctrl with an arrow moves it, Delete takes it out, a click on an empty one
    fills it with the current doodle. Drops are for the row."""

    moved = Signal(int, int)
    filled = Signal(int)

    def __init__(self, context: Context, index: int) -> None:
        super().__init__(context.editor, letter=letter(index))
        self.index = index
        self.clicked.connect(self._fill)

    def taking_out(self) -> str:
        """It is out of the morph then."""
        return self.tr("Take it out of the morph")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with Left or Right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if step is not None and control:
            self.moved.emit(self.index, self.index + step)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        if self.doodle is None:
            self.filled.emit(self.index)


class Keyframes(QWidget):
    """A tile for each keyframe, side by side.

    A doodle that is dropped on a tile takes its place, between two tiles it gets a place of its
    own; a keyframe that is dragged within the row moves to where the line shows.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._editor = context.editor
        self._shown = 0
        self._gap: int | None = None
        self.tiles: list[KeyframeTile] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(2 * SIDE, 44)
        self.setMaximumHeight(2 * SIDE)

    def show_keyframes(self, keyframes: tuple[Doodle | None, ...]) -> None:
        """Shows these, A first."""
        if len(self.tiles) < len(keyframes):
            while len(self.tiles) < len(keyframes):
                self._add()
            self.retranslate()
        for tile, doodle in zip(self.tiles, keyframes, strict=False):
            tile.show_doodle(doodle)
        self._shown = len(keyframes)
        for index, tile in enumerate(self.tiles):
            tile.setVisible(index < self._shown)
        self._resize_tiles()

    def retranslate(self) -> None:
        """Texts."""
        self.setAccessibleName(self.tr("Keyframes"))
        for tile in self.tiles:
            tile.setAccessibleName(self.tr("Keyframe {letter}").format(letter=tile.letter))
            tile.setToolTip(
                self.tr(
                    "Drop a doodle here, or click to fill it. Drag, or Ctrl and an arrow key: "
                    "another place in the row. Delete: take it out."
                )
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tiles are as wide as the row is high, or as all of them have room."""
        super().resizeEvent(event)
        self._resize_tiles()

    # Dropping ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes doodles, and pictures that may become one; whole morphs are for the window."""
        if brings_doodles(event.mimeData()) and not brings_morph(event.mimeData()):
            copy_of(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows what a drop would do."""
        copy_of(event)
        self._show_aim(*self._aim(event))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing after all."""
        self._show_aim(None, None)

    def dropEvent(self, event: QDropEvent) -> None:
        """A doodle has come, or a keyframe from elsewhere in the row."""
        tile, gap = self._aim(event)
        self._show_aim(None, None)
        mover = self._mover()
        copy_of(event)
        if mover is not None and gap is not None:
            self._move(mover.index, gap if gap <= mover.index else gap - 1)
        else:
            put = partial(self._editor.put_keyframes, at=tile, before=gap)
            receive(self._editor, event.mimeData(), put)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line where a keyframe would come to stand."""
        if self._gap is None:
            return
        x = self.tiles[self._gap - 1].geometry().right() + 1 + GAP / 2 if self._gap else 1.5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colors.color("accent"))
        painter.drawRoundedRect(QRectF(x - 1.5, 2, 3, self.height() - 4), 1.5, 1.5)

    def _mover(self) -> KeyframeTile | None:
        """The keyframe that is being dragged, if it is one of these."""
        return next((tile for tile in self.tiles if tile.carried), None)

    def _aim(self, event: QDropEvent) -> tuple[int | None, int | None]:
        """The tile that a drop would fill, or else the gap that it would go into."""
        x = event.position().x()
        tiles = self.tiles[: self._shown]
        gap = sum(x > tile.geometry().center().x() for tile in tiles)
        if self._mover() is not None:
            return None, gap
        for tile in tiles:
            place = tile.geometry()
            edge = EDGE * place.width() if tile.doodle is not None else 0
            if place.left() + edge <= x <= place.right() - edge:
                return tile.index, None
        keyframes = self._editor.document.state.keyframes
        if len(keyframes) and None in keyframes and gap == len(keyframes):
            return keyframes.index(None), None
        return (None, gap) if has_room(keyframes) else (max(0, gap - 1), None)

    def _show_aim(self, tile: int | None, gap: int | None) -> None:
        for one in self.tiles:
            one.mark(one.index == tile)
        self._gap = gap
        self.update()

    # Changing ---------------------------------------------------------------------------------

    def _add(self) -> None:
        index = len(self.tiles)
        tile = KeyframeTile(self._context, index)
        tile.moved.connect(self._move)
        tile.removed.connect(partial(self._remove, index))
        tile.filled.connect(self._fill)
        self._row.insertWidget(index, tile)
        stop_after(self.tiles[-1] if self.tiles else self, tile)
        self.tiles.append(tile)

    def _resize_tiles(self) -> None:
        count = max(1, self._shown)
        room = self.width() // count - GAP
        for tile in self.tiles:
            tile.setFixedWidth(max(LEAST_SIDE, min(self.height(), room)))

    def _fill(self, index: int) -> None:
        if not self._editor.current.blank:
            self._editor.set_keyframe(index, self._editor.current)

    def _remove(self, index: int) -> None:
        if index < len(self._editor.document.state.keyframes):
            self._editor.remove_keyframe(index)

    def _move(self, index: int, to: int) -> None:
        count = len(self._editor.document.state.keyframes)
        if index != to and 0 <= index < count and 0 <= to < count:
            self._editor.move_keyframe(index, to)
            self.tiles[to].setFocus()
