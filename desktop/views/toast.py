"""A sentence that appears over the window and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.theme import GRID

SHOWN_MS = 7000
# Left and right together, as in the style sheet, and a little for rounding.
PADDING = 44
LEAST = 320


class Toast(QLabel):
    """Shown over `gap`, where the window has nothing that it could hide; a click sends it away."""

    def __init__(self, parent: QWidget, gap: QWidget) -> None:
        super().__init__(parent)
        self._window, self._gap = parent, gap
        self.setObjectName("toast")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        gap.installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Shows the sentence; an empty one hides."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        if not sentence:
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN_MS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Read."""
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Goes when the language changes: what it says is in the old one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in its place when the window is resized, and the gap with it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        """In the middle of the gap; what it has no room for goes on beneath."""
        gap = QRect(self._gap.mapTo(self._window, QPoint()), self._gap.size())
        words = self.fontMetrics().horizontalAdvance(self.text()) + PADDING
        width = min(words, max(gap.width() - 2 * GRID, LEAST))
        left = min(gap.center().x() - width // 2, self._window.width() - width - GRID)
        self.setGeometry(left, gap.top(), width, self.heightForWidth(width))
