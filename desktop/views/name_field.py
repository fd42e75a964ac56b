"""Writing a name right beneath a tile."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.views.tile import CAPTION_HEIGHT, DoodleTile

WIDTH = 136


class NameField(QLineEdit):
    """Over a tile's caption; Enter and leaving tell `named` if another name was written.

    Escape leaves it as it was.
    """

    named = Signal(str)

    def __init__(self, tile: DoodleTile, name: str, hint: str, longest: int) -> None:
        self._room = tile.parentWidget() or tile.window()
        super().__init__(name, self._room)
        self._tile, self._former = tile, name
        self._over = False
        self.setObjectName("nameField")
        self.setPlaceholderText(hint)
        self.setMaxLength(longest)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._place()
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.returnPressed.connect(self._done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written counts when one goes on to something else."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._done()

    def _done(self) -> None:
        if not self._over:
            self._end()
            if self.text() != self._former:
                self.named.emit(self.text())

    def _end(self) -> None:
        if not self._over:
            self._over = True
            if self.hasFocus():
                self._tile.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()
            self.deleteLater()

    def _place(self) -> None:
        """As wide as a name needs, centred beneath the tile, and inside of what holds it."""
        tile, room = self._tile.geometry(), self._room.rect()
        height = self.sizeHint().height()
        middle = tile.bottom() - CAPTION_HEIGHT // 2
        left = tile.center().x() - max(WIDTH, tile.width()) // 2
        box = QRect(left, middle - height // 2, max(WIDTH, tile.width()), height)
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width() + 1)))
        box.moveTop(max(room.top(), min(box.top(), room.bottom() - height + 1)))
        self.setGeometry(box)
