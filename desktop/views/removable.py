"""A tile that can be taken out of where it stands, by menu and by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from desktop.state.doodle import Doodle
from desktop.views.tile import DoodleTile


class RemovableTile(DoodleTile):
    """`removed` when it is to go: by Delete, or the row of its menu that `taking_out` names."""

    removed = Signal()

    def taking_out(self) -> str:
        """What the menu calls it."""
        return self.tr("Take it out")

    def extend_menu(self, menu: QMenu, doodle: Doodle) -> None:
        """Take it out, besides."""
        super().extend_menu(menu, doodle)
        menu.addAction(self.taking_out(), self.removed.emit)

    def event(self, event: QEvent) -> bool:
        """Delete means this tile while it has the focus, whatever else the key does."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
