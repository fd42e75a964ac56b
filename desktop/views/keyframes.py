"""The row of a morph's keyframes: drop, reorder by drag, remove."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from desktop.context import Context
from desktop.state.doodle import Doodle
from desktop.views.tile import DoodleTile
from desktop.views.words import letter

MOST = 12
SIDE = 76


class KeyframeTile(DoodleTile):
    """One keyframe. Ctrl with an arrow moves it, Delete takes it out, a click on an empty one
    fills it with the current doodle."""

    moved = Signal(int, int)
    removed = Signal(int)
    filled = Signal(int)

    def __init__(self, context: Context, index: int) -> None:
        super().__init__(context.editor, slot=True, letter=letter(index))
        self.index = index
        self.clicked.connect(self._fill)

    def dropEvent(self, event: QDropEvent) -> None:
        """Another keyframe moves here; any other doodle takes this place."""
        source = event.source()
        if isinstance(source, KeyframeTile):
            event.acceptProposedAction()
            self.moved.emit(source.index, self.index)
        else:
            super().dropEvent(event)

    def event(self, event: QEvent) -> bool:
        """Delete means this keyframe while it has the focus, whatever else the key does."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, and Ctrl with Left or Right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.index)
        elif step is not None and control:
            self.moved.emit(self.index, self.index + step)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        if self.doodle is None:
            self.filled.emit(self.index)


class Keyframes(QScrollArea):
    """A tile for each keyframe, side by side."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._editor = context.editor
        self.tiles: list[KeyframeTile] = []
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(44)
        self.setMaximumHeight(SIDE)

    def show_keyframes(self, keyframes: tuple[Doodle | None, ...]) -> None:
        """Shows these, A first."""
        while len(self.tiles) < len(keyframes):
            self._add()
        for tile, doodle in zip(self.tiles, keyframes, strict=False):
            tile.show_doodle(doodle)
        for index, tile in enumerate(self.tiles):
            tile.setVisible(index < len(keyframes))

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
        """Tiles are as wide as the row is high."""
        super().resizeEvent(event)
        for tile in self.tiles:
            tile.setFixedWidth(self.height())

    def _add(self) -> None:
        index = len(self.tiles)
        tile = KeyframeTile(self._context, index)
        tile.setFixedWidth(max(44, self.height()))
        tile.dropped.connect(partial(self._editor.set_keyframe, index))
        tile.moved.connect(self._move)
        tile.removed.connect(self._remove)
        tile.filled.connect(self._fill)
        self.tiles.append(tile)
        self._row.insertWidget(index, tile)
        self.retranslate()

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
