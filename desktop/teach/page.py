"""The small page on which the next example is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.canvas.widget import Canvas
from desktop.dialogs.dialog import heading
from desktop.editor import Editor
from desktop.settings import SettingsStore
from desktop.state.document import State
from desktop.theme import GRID, theme

SIDE = 336


class ExamplePage(Canvas):
    """A canvas on which Enter means that the drawing is done."""

    done = Signal()

    def sizeHint(self) -> QSize:
        """Smaller than the large page."""
        return QSize(SIDE, SIDE)

    def paint_empty(self, painter: QPainter, page: QRectF) -> None:
        """What to draw is for the person to know."""
        painter.save()
        font = painter.font()
        font.setPixelSize(max(13, round(page.width() * 0.06)))
        words = self.tr("Draw one here")
        font.setItalic(words.isascii())  # Chinese is not slanted
        painter.setFont(font)
        painter.setPen(theme().colors.color("muted"))
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(page.adjusted(24, 0, -24, 0), wrapped, words)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the drawing."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class TeachPage(QWidget):
    """The page with its buttons. `done` tells that what is on it is an example."""

    done = Signal()

    def __init__(self, editor: Editor, settings: SettingsStore) -> None:
        super().__init__()
        self._editor = editor
        self.caption = heading()
        self.canvas = ExamplePage(editor, settings)
        self.undo = QToolButton()
        self.redo = QToolButton()
        self.clear = QToolButton()
        self.add = QPushButton()
        self.add.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.undo, self.redo, self.clear):
            button.setAutoRaise(True)
            button.setIconSize(QSize(20, 20))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        # As high as the buttons beside the other headings: they stand on one line.
        self.add.ensurePolished()
        self.caption.setMinimumHeight(self.add.sizeHint().height())
        column.addWidget(self.caption)
        column.addWidget(self.canvas, 1)
        column.addLayout(row)
        column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.canvas.done.connect(self.done)
        self.add.clicked.connect(self.done)
        self.undo.clicked.connect(editor.undo)
        self.redo.clicked.connect(editor.redo)
        self.clear.clicked.connect(editor.clear)
        editor.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        editor.undo_stack.canRedoChanged.connect(self.redo.setEnabled)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        editor.document.observe(self._show, "current")
        theme().changed.connect(self._icons)
        self._icons()
        self._show(editor.document.state)

    def retranslate(self) -> None:
        """Texts."""
        self.caption.setText(self.tr("Draw the next one").upper())
        self.canvas.setAccessibleName(self.tr("Page to draw an example on"))
        self.canvas.setToolTip(self.tr("Draw; Enter adds it. The right mouse button rubs out."))
        self.add.setText(self.tr("Add it"))
        self.add.setToolTip(self.tr("Add the drawing to the examples (Enter)"))
        for button, name, keys in (
            (self.undo, self.tr("Undo"), "Ctrl+Z"),
            (self.redo, self.tr("Redo"), "Ctrl+Y"),
            (self.clear, self.tr("Clear the page"), ""),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})" if keys else name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is square: its buttons stay right beneath it."""
        self.canvas.setMaximumHeight(self.width())
        super().resizeEvent(event)

    def _show(self, state: State) -> None:
        self.add.setEnabled(not state.current.blank)
        self.clear.setEnabled(not state.current.blank)

    def _icons(self) -> None:
        for button, name in ((self.undo, "undo"), (self.redo, "redo"), (self.clear, "clear")):
            button.setIcon(theme().icon(name))
