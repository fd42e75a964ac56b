"""The words beside the input: what the model sees in it, and short phrases in few lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.views.panel import quiet_label
from desktop.views.tips import plain_tip

BETWEEN = " · "
# Pixels for the phrases, for each of the letters' size: three lines of Latin, two of Chinese.
ROOM = 4
GAP = 2
# Of the line in bold, as the style sheet has it.
WORDS = 18
# Letters that are always beside one another.
LEAST = 8


class Caption(QWidget):
    """Equally high whatever it says, so that nothing around it moves while a doodle changes."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._phrases: tuple[str, ...] = ()
        self._spare: tuple[str, ...] = ()
        self.words = QLabel()
        self.words.setObjectName("sight")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.details = quiet_label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.details)
        column.addStretch(1)

    def say(self, words: str, phrases: Sequence[str], spare: Sequence[str] = ()) -> None:
        """Other words; of the phrases, the spare ones go first where there is no room, the last
        before the others.

        The tooltip has what is left out.
        """
        self._words, self._phrases, self._spare = words, tuple(phrases), tuple(spare)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for any one word."""
        return QSize(LEAST * self.fontInfo().pixelSize(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for others in a line."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = ROOM * self.fontInfo().pixelSize()
        self.setFixedHeight(WORDS + GAP + room)
        words = self._shortened()
        self.words.setText(words)
        self.words.setVisible(bool(words))
        if words:
            room -= max(0, self.words.heightForWidth(self.width()) - WORDS)
        phrases, spare = list(self._phrases), list(self._spare)
        text = self._text(phrases)
        while phrases and self._height(text) > room:
            phrases.remove(spare.pop() if spare else phrases[-1])
            text = self._text(phrases)
        if text != self.details.text():
            self.details.setText(text)
        self.details.setVisible(bool(text))
        whole = words == self._words and len(phrases) == len(self._phrases)
        self.setToolTip("" if whole else plain_tip("\n".join((self._words, *self._phrases))))

    def _shortened(self) -> str:
        """As many of the words as there is room for alone."""
        metrics, wrap = self.words.fontMetrics(), Qt.TextFlag.TextWordWrap
        room = QRect(0, 0, self.width(), self.height())

        def too_long(words: str) -> bool:
            return not room.contains(metrics.boundingRect(room, wrap, words))

        if not too_long(self._words):
            return self._words
        lengths = range(len(self._words))
        length = bisect_left(lengths, True, key=lambda length: too_long(f"{self._words[:length]}…"))
        return f"{self._words[: max(0, length - 1)].rstrip()}…"

    def _text(self, phrases: Sequence[str]) -> str:
        """A line ends between two phrases, not inside of one; what is too long alone wraps."""
        lines: list[str] = []
        for phrase in phrases:
            longer = f"{lines[-1]}{BETWEEN}{phrase}" if lines else phrase
            if lines and self.fontMetrics().horizontalAdvance(longer) <= self._width():
                lines[-1] = longer
            else:
                lines.append(phrase)
        return "\n".join(lines)

    def _width(self) -> int:
        """With a letter to spare: a label sets Chinese a little wider than it measures."""
        return self.width() - self.fontMetrics().averageCharWidth()

    def _height(self, text: str) -> int:
        metrics, wrap = self.details.fontMetrics(), Qt.TextFlag.TextWordWrap
        measured = metrics.boundingRect(QRect(0, 0, self._width(), 0), wrap, text).height()
        if text:
            # A label sets some fonts higher than it measures them.
            self.details.setText(text)
            measured = max(measured, self.details.heightForWidth(self.width()))
        return measured
