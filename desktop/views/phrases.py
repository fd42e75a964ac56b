"""Short phrases in few lines: a line ends between two of them, not inside of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

BETWEEN = " · "


class Phrases(QLabel):
    """In the quiet colour; what is longer than a line by itself still wraps."""

    def __init__(self) -> None:
        super().__init__()
        self._phrases: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("quiet", True)
        self.setWordWrap(True)

    def show_phrases(self, phrases: Sequence[str]) -> None:
        """Shows others."""
        self._phrases = tuple(phrases)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for others in a line."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        lines: list[str] = []
        for phrase in self._phrases:
            longer = f"{lines[-1]}{BETWEEN}{phrase}" if lines else phrase
            # With a letter to spare: the label sets Chinese a little wider than it measures.
            room = self.width() - self.fontMetrics().averageCharWidth()
            if lines and self.fontMetrics().horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(phrase)
        text = "\n".join(lines)
        if text != self.text():
            self.setText(text)
