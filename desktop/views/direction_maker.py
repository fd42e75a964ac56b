"""Making a direction: doodles with something, doodles without it, and a name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from aemodel.errors import DataError
from desktop.context import Context
from desktop.editor import Editor
from desktop.files.directions import together
from desktop.state.doodle import Doodle
from desktop.state.mix import difference
from desktop.theme import GRID
from desktop.views.panel import quiet_label
from desktop.views.tile import DOODLE_MIME, DoodleTile, mime_doodle
from desktop.views.tile_area import TileArea


class GroupTile(DoodleTile):
    """One doodle of a group; its menu takes it out."""

    def __init__(self, editor: Editor, group: Group) -> None:
        super().__init__(editor)
        self._of = group

    def extend_menu(self, menu: QMenu, doodle: Doodle) -> None:
        """Take it out."""
        menu.addAction(self.tr("Take it out"), lambda: self._of.remove(doodle))


class Group(QWidget):
    """Doodles dropped together; `+` adds the current one."""

    changed = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self.doodles: tuple[Doodle, ...] = ()
        self.tiles: list[GroupTile] = []
        self.caption = quiet_label()
        self.add_button = QPushButton()
        self.add_button.clicked.connect(lambda: self.add(editor.current))
        self.area = TileArea(36, 64)
        self.hint = quiet_label(wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.hint)
        self._pages.addWidget(self.area)
        head = QHBoxLayout()
        head.addWidget(self.caption, 1)
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        self.setAcceptDrops(True)

    def add(self, doodle: Doodle) -> None:
        """Another one; blank ones have nothing to say."""
        if not doodle.blank:
            self._set((*self.doodles, doodle))

    def remove(self, doodle: Doodle) -> None:
        """One less."""
        self._set(tuple(other for other in self.doodles if other is not doodle))

    def empty(self) -> None:
        """None."""
        self._set(())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes doodles."""
        if event.mimeData().hasFormat(DOODLE_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere."""
        if event.mimeData().hasFormat(DOODLE_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """One has come."""
        doodle = mime_doodle(event.mimeData())
        if doodle is not None:
            event.acceptProposedAction()
            self.add(doodle)

    def _set(self, doodles: tuple[Doodle, ...]) -> None:
        self.doodles = doodles
        while len(self.tiles) < len(doodles):
            self.tiles.append(GroupTile(self._editor, self))
        for number, (tile, doodle) in enumerate(zip(self.tiles, doodles, strict=False), 1):
            tile.show_doodle(doodle)
            tile.setAccessibleName(
                self.tr("{group}: doodle {number}").format(group=self.caption.text(), number=number)
            )
            tile.setToolTip(self.tr("Right-click to take it out"))
        self.area.show_tiles(self.tiles[: len(doodles)])
        self._pages.setCurrentIndex(1 if doodles else 0)
        self.changed.emit()


class DirectionMaker(QWidget):
    """`made` tells that a direction was made."""

    made = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.editor = context.editor
        self.having = Group(self.editor)
        self.lacking = Group(self.editor)
        self.name = QLineEdit()
        self.name.setMaxLength(40)
        self.make = QPushButton()
        self.make.setProperty("primary", True)
        self.make.clicked.connect(self._make)
        self.name.returnPressed.connect(self._make)
        last = QVBoxLayout()
        last.addStretch(1)
        last.addWidget(self.name)
        last.addWidget(self.make)
        last.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.having, 3)
        row.addWidget(self.lacking, 3)
        row.addLayout(last, 2)
        for signal in (self.name.textChanged, self.having.changed, self.lacking.changed):
            signal.connect(self._enable)
        self._enable()

    def retranslate(self) -> None:
        """Texts."""
        self.having.caption.setText(self.tr("With it"))
        self.lacking.caption.setText(self.tr("Without it"))
        self.having.hint.setText(self.tr("Drop doodles that have it, such as whiskers"))
        self.lacking.hint.setText(self.tr("Drop doodles that lack it"))
        for group in (self.having, self.lacking):
            group.add_button.setText(self.tr("Add mine"))
            group.add_button.setToolTip(self.tr("Add the current doodle to this group"))
            group.add_button.setAccessibleName(
                self.tr("{group}: add the current doodle").format(group=group.caption.text())
            )
        self.name.setPlaceholderText(self.tr("whiskers"))
        self.name.setAccessibleName(self.tr("Name of the direction"))
        self.name.setToolTip(self.tr("What the doodles on the left have"))
        self.make.setText(self.tr("Make it"))
        self._enable()

    def _ready(self) -> bool:
        return bool(self.having.doodles and self.lacking.doodles and self.name.text().strip())

    def _enable(self) -> None:
        ready = self._ready()
        self.make.setEnabled(ready)
        lack = self.tr("It needs a doodle on each side, and a name.")
        self.make.setToolTip(
            self.tr("Make a direction, kept for later sessions") if ready else lack
        )

    def _make(self) -> None:
        if not self._ready():
            return
        engine = self.editor.engine
        groups = [
            tuple(engine.adapt(doodle) for doodle in group.doodles)
            for group in (self.having, self.lacking)
        ]
        try:
            direction = difference(self.name.text().strip(), groups[0], groups[1], engine.name)
        except DataError as error:
            self.editor.say(str(error))
            return
        known = self.editor.document.state.directions
        self.editor.change(self.tr("New direction"), directions=together((direction,), known))
        for group in (self.having, self.lacking):
            group.empty()
        self.name.clear()
        self.made.emit()
