"""Where examples come from besides the page: the current doodle, the sketches, the shelf."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.editor import Editor
from desktop.engine import looked_at
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.theme import GRID
from desktop.views.panel import quiet_label
from desktop.views.tile import DoodleTile
from desktop.views.tile_area import TileArea


class GivingTile(DoodleTile):
    """Gives its doodle at a click."""

    given = Signal(object)

    def _choose(self) -> None:
        if self.doodle is not None:
            self.given.emit(self.doodle)


class ShelfPopup(QFrame):
    """The shelf, to take from: a click adds a doodle and stays; `given` tells which."""

    given = Signal(tuple)

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("gallery")
        self._editor = editor
        self.tiles: list[GivingTile] = []
        self.area = TileArea(56, 96)
        self.words = quiet_label()
        self.all = QPushButton()
        self.all.clicked.connect(self._give_all)
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self.setFixedSize(QSize(360, 260))

    def retranslate(self) -> None:
        """Texts; those of the tiles come when it opens."""
        self.setAccessibleName(self.tr("Doodles on the shelf"))
        self.words.setText(self.tr("Click to add"))
        self.all.setText(self.tr("Add all"))

    def open_below(self, corner: QPoint) -> None:
        """Shows the shelf of now beneath a point of the screen."""
        kept = self._editor.document.state.collection
        while len(self.tiles) < len(kept):
            tile = GivingTile(self._editor)
            tile.given.connect(lambda doodle: self.given.emit((doodle,)))
            self.tiles.append(tile)
        for number, (tile, doodle) in enumerate(zip(self.tiles, kept, strict=False), 1):
            tile.show_doodle(doodle)
            name = doodle.name or self.tr("Kept doodle {number}").format(number=number)
            tile.setAccessibleName(name)
            tile.setToolTip(self.tr("Click: add it to the examples"))
        self.area.show_tiles(self.tiles[: len(kept)])
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        top = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        if kept:
            self.tiles[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _give_all(self) -> None:
        self.hide()
        self.given.emit(self._editor.document.state.collection)


class TeachSources(QWidget):
    """Three buttons; `given` tells the doodles that one of them gives."""

    given = Signal(tuple)

    def __init__(self, editor: Editor, sketches: Callable[[], Sequence[Doodle]]) -> None:
        super().__init__()
        self._editor = editor
        self._sketches = sketches
        self.label = QLabel()
        self.label.setProperty("quiet", True)
        self.current, self.chosen, self.shelf = QPushButton(), QPushButton(), QPushButton()
        self.popup = ShelfPopup(editor, self)
        self.popup.given.connect(self.given)
        self.current.clicked.connect(lambda: self.given.emit((looked_at(editor.current),)))
        self.chosen.clicked.connect(lambda: self.given.emit(tuple(sketches())))
        self.shelf.clicked.connect(self._open_shelf)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.label)
        for button in (self.current, self.chosen, self.shelf):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        editor.document.observe(self._enable, "current", "sketches", "collection")
        self._enable(editor.document.state)

    def retranslate(self) -> None:
        """Texts."""
        self.label.setText(self.tr("Add"))
        self.current.setText(self.tr("My doodle"))
        self.chosen.setText(self.tr("Selected sketches"))
        self.shelf.setText(self.tr("Shelf…"))
        self.popup.retranslate()
        self._enable(self._editor.document.state)

    def refresh(self) -> None:
        """The selection of sketches may be another one."""
        self._enable(self._editor.document.state)

    def _enable(self, state: State) -> None:
        for button, ready, tip, reason in (
            (
                self.current,
                not state.current.blank,
                self.tr("Add the current doodle of the window"),
                self.tr("There is no doodle yet."),
            ),
            (
                self.chosen,
                bool(self._sketches()),
                self.tr("Add the sketches that are selected in the window"),
                self.tr("Select sketches in the window first, with Ctrl and a click."),
            ),
            (
                self.shelf,
                bool(state.collection),
                self.tr("Choose among the doodles that you kept"),
                self.tr("The shelf is empty."),
            ),
        ):
            button.setEnabled(ready)
            button.setToolTip(tip if ready else reason)

    def _open_shelf(self) -> None:
        self.popup.open_below(self.shelf.mapToGlobal(QPoint(0, self.shelf.height() + 4)))
