"""A menu in which several rows are ticked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction, QCursor, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget


class StayingMenu(QMenu):
    """Stays open while several rows are ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened_at = QPoint()
        self._meant = False
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._forget_typed)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is over."""
        self._pause.stop()
        self._forget_typed()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The click that opens a tall menu ends over one of its rows, which it does not mean."""
        self._opened_at, self._meant = QCursor.pos(), False
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """This one means what is under it."""
        self._meant = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ticks without closing."""
        way = event.globalPosition().toPoint() - self._opened_at
        if not (self._meant or way.manhattanLength() > QApplication.startDragDistance()):
            return
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks without closing; letters go to the row that begins with them."""
        action, typed = self.activeAction(), event.text().casefold()
        if typed == " " and action is not None and action.isCheckable():
            action.trigger()
            return
        if typed.strip() and typed.isprintable():
            row = self._beginning_with(self._typed + typed) or self._beginning_with(typed)
            if row is not None:
                both = self._beginning_with(self._typed + typed) is row
                self._typed = self._typed + typed if both else typed
                self._pause.start(QApplication.keyboardInputInterval())
                self.setActiveAction(row)
                return
        super().keyPressEvent(event)

    def _beginning_with(self, typed: str) -> QAction | None:
        rows = (row for row in self.actions() if row.isCheckable())
        return next((row for row in rows if row.text().casefold().startswith(typed)), None)

    def _forget_typed(self) -> None:
        self._typed = ""
