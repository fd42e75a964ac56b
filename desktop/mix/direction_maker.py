"""Making a direction: doodles with something, doodles without it, and a name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.editor import Editor
from desktop.problems import problem_words
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.state.mix import MOST_EXAMPLES, Direction, difference, free_name
from desktop.theme import GRID, theme
from desktop.views.arriving import brings_doodles, copy_of, receive
from desktop.views.drop_hint import paint_drop_outline
from desktop.views.panel import quiet_label
from desktop.views.removable import RemovableTile
from desktop.views.tile_area import TileArea


class Board(QWidget):
    """Where the doodles of a group lie: its outline tells that they can be dropped there."""

    dropped = Signal(tuple)

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._aimed = False
        self.area = TileArea(32, 64)
        self.hint = quiet_label(wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setMargin(GRID)
        self.pages = QStackedLayout(self)
        self.setContentsMargins(6, 6, 6, 6)  # which stacked pages would not heed
        self.pages.addWidget(self.hint)
        self.pages.addWidget(self.area)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes doodles, and pictures that may become one."""
        if brings_doodles(event.mimeData()):
            copy_of(event)
            self._aim(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere."""
        copy_of(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing after all."""
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Some have come."""
        self._aim(False)
        copy_of(event)
        receive(self._editor, event.mimeData(), self.dropped.emit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed outline, as empty tiles have; the accent's colour under a doodle."""
        paint_drop_outline(self, self._aimed)

    def _aim(self, aimed: bool) -> None:
        self._aimed = aimed
        self.update()


class Group(QWidget):
    """Doodles of side `index` of the document's groups; the button adds the current one."""

    def __init__(self, editor: Editor, index: int) -> None:
        super().__init__()
        self._editor = editor
        self._index = index
        self.tiles: list[RemovableTile] = []
        self.caption = quiet_label()
        self.add_button = QToolButton()
        self.add_button.setAutoRaise(True)
        theme().changed.connect(self._tint)
        self._tint()
        self.add_button.clicked.connect(lambda: self.add((editor.current,)))
        self.board = Board(editor)
        self.board.dropped.connect(self.add)
        head = QHBoxLayout()
        head.addWidget(self.caption, 1)
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.board, 1)

    def _tint(self) -> None:
        self.add_button.setIcon(theme().icon("plus"))

    @property
    def doodles(self) -> tuple[Doodle, ...]:
        """What is in it."""
        return self._editor.document.state.groups[self._index]

    def add(self, doodles: tuple[Doodle, ...]) -> None:
        """Some more, undoably; blank ones have nothing to say."""
        more = tuple(doodle for doodle in doodles if not doodle.blank)
        self._change(self.tr("Add to the group"), (*self.doodles, *more)[:MOST_EXAMPLES])

    def _remove(self, index: int) -> None:
        rest = self.doodles[:index] + self.doodles[index + 1 :]
        self._change(self.tr("Take from the group"), rest)

    def _change(self, text: str, doodles: tuple[Doodle, ...]) -> None:
        groups = list(self._editor.document.state.groups)
        groups[self._index] = doodles
        self._editor.change(text, groups=tuple(groups))

    def show_doodles(self) -> None:
        """Shows what is in it now."""
        doodles = self.doodles
        while len(self.tiles) < len(doodles):
            tile = RemovableTile(self._editor)
            tile.removed.connect(partial(self._remove, len(self.tiles)))
            self.tiles.append(tile)
        for number, (tile, doodle) in enumerate(zip(self.tiles, doodles, strict=False), 1):
            tile.show_doodle(doodle)
            tile.setAccessibleName(
                self.tr("{group}: doodle {number}").format(group=self.caption.text(), number=number)
            )
            tile.setToolTip(self.tr("Delete, or right-click, to take it out"))
        self.board.area.show_tiles(self.tiles[: len(doodles)])
        self.board.pages.setCurrentIndex(1 if doodles else 0)


class DirectionMaker(QWidget):
    """`made` tells that a direction was made."""

    made = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._job: Job | None = None
        self.editor = context.editor
        self.having = Group(self.editor, 0)
        self.lacking = Group(self.editor, 1)
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
        row.setSpacing(GRID + 4)
        row.addWidget(self.having, 3)
        row.addWidget(self.lacking, 3)
        row.addLayout(last, 2)
        self.name.textChanged.connect(self._enable)
        self._blank = True
        self.editor.document.observe(self._show, "groups")
        self.editor.document.observe(self._current_changed, "current")
        self._show(self.editor.document.state)

    def retranslate(self) -> None:
        """Texts."""
        self.having.caption.setText(self.tr("With it"))
        self.lacking.caption.setText(self.tr("Without it"))
        self.having.board.hint.setText(self.tr("Drop doodles that have it, such as whiskers"))
        self.lacking.board.hint.setText(self.tr("Drop doodles that lack it"))
        for group in (self.having, self.lacking):
            group.add_button.setText(self.tr("Add mine"))
            group.add_button.setAccessibleName(
                self.tr("{group}: add the current doodle").format(group=group.caption.text())
            )
        self.name.setPlaceholderText(self.tr("whiskers"))
        self.name.setAccessibleName(self.tr("Name of the direction"))
        self.name.setToolTip(self.tr("What the doodles on the left have"))
        self.make.setText(self.tr("Make it"))
        self._show(self.editor.document.state)

    def _show(self, state: State) -> None:
        for group in (self.having, self.lacking):
            group.show_doodles()
        self._enable()

    def _current_changed(self, state: State) -> None:
        """Called at every point of the pen: only what is new there matters."""
        if state.current.blank is not self._blank:
            self._enable()

    def _ready(self) -> bool:
        return bool(self.having.doodles and self.lacking.doodles and self.name.text().strip())

    def _enable(self) -> None:
        self._blank = self.editor.current.blank
        tip = self.tr("Add the current doodle to this group")
        for group in (self.having, self.lacking):
            group.add_button.setEnabled(not self._blank)
            group.add_button.setToolTip(
                self.tr("Draw or choose a doodle first.") if self._blank else tip
            )
        ready = self._ready()
        self.make.setEnabled(ready)
        lack = self.tr("It needs a doodle on each side, and a name.")
        self.make.setToolTip(
            self.tr("Make a direction, kept for later sessions") if ready else lack
        )

    def _make(self) -> None:
        if not self._ready():
            return
        engine, name = self.editor.engine, self.name.text().strip()
        sides = self.having.doodles, self.lacking.doodles

        def task(job: Job) -> Direction:
            having, lacking = (
                tuple(engine.closely(engine.adapt(doodle)) for doodle in side) for side in sides
            )
            return difference(name, having, lacking, engine.name)

        self._job = run_in_background(
            task,
            self._made,
            lambda error: self.editor.say(problem_words(error)),
            replaces=self._job,
        )

    def _made(self, direction: Direction) -> None:
        known = self.editor.document.state.directions
        name = free_name(direction.name, known, direction.model)
        every = (replace(direction, name=name), *known)
        self.editor.change(self.tr("New direction"), directions=every, groups=((), ()))
        if name != direction.name:
            words = self.tr("There is a “{known}” already; this one is called “{name}”.")
            self.editor.say(words.format(known=direction.name, name=name))
        self.name.clear()
        self.made.emit()
