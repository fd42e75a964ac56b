"""A dashed outline: doodles can be dropped here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from desktop.theme import GRID, theme


def paint_drop_outline(widget: QWidget, aimed: bool = False) -> None:
    """As empty tiles have; in the accent's colour while a doodle is held over it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme().colors.color("accent" if aimed else "faint"), 1)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 6, 6)


class DropHint(QLabel):
    """Words where there is nothing yet, within the outline."""

    def __init__(self) -> None:
        super().__init__()
        self._aimed = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("quiet", True)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(2 * GRID)

    def aim(self, aimed: bool) -> None:
        """Whether a doodle is held over it."""
        self._aimed = aimed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Outline and words."""
        paint_drop_outline(self, self._aimed)
        super().paintEvent(event)
