"""Fields for numbers that are typed."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QToolTip

SHOWN_MS = 5000
TIP_ABOVE = 48
"""So far above a box its tip stays clear of it: Qt shows tips a little beneath a point."""
Box: Any = object
"""Stands for either kind of Qt's."""


class _Typed(Box):
    """Any number can be typed: the nearest one that is allowed is taken, and the limits are said.

    Letters are meant for it, though no number is made of them: they do nothing. Other keys that no
    number is made of are the window's, and so is undo while nothing has been typed.
    Return, and Escape, which leaves the number as it was, tell `left`.
    """

    beyond = ""
    """Said with the limits: where there is more."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """What is typed stays as it is typed, be it too much or too little."""
        state, _, _ = super().validate(text, position)
        if state == QValidator.State.Invalid and self._typed(text) is not None:
            state = QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        """The nearest number allowed."""
        typed = self._typed(text)
        if typed is None:
            return text
        nearest = min(max(typed, self.minimum()), self.maximum())
        if nearest != typed:
            QTimer.singleShot(0, self, self._say_limits)  # once the keys have gone elsewhere
        return f"{self.prefix()}{self.textFromValue(nearest)}{self.suffix()}"

    def event(self, event: QEvent) -> bool:
        """Asked for a key that may be a shortcut, it keeps what it has a use for."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and not self._wants(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Escape; a dialog hears of them too."""
        if event.key() == Qt.Key.Key_Escape:
            self.setValue(self.value())  # which writes it anew
            event.ignore()
        else:
            super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()

    def _wants(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.lineEdit().isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.lineEdit().isRedoAvailable()
        letter = event.text().isprintable() and event.text().strip()
        if not letter or letter.isalpha():
            return True  # Qt leaves those with Ctrl or Alt to the window
        return self.validate(letter, 0)[0] != QValidator.State.Invalid

    def _typed(self, text: str) -> float | None:
        """The number that a text says, whatever the limits; None if it says none."""
        bare = text.removeprefix(self.prefix()).removesuffix(self.suffix())
        number, understood = self.locale().toDouble(bare.strip())
        return number if understood and math.isfinite(number) else None

    def _say_limits(self) -> None:
        if not self.isVisible():
            return
        words = QCoreApplication.translate("NumberBox", "Between {least} and {most}")
        least, most = (
            f"{self.prefix()}{self.textFromValue(limit)}{self.suffix()}"
            for limit in (self.minimum(), self.maximum())
        )
        words = words.format(least=least, most=most)
        above = self.height() + TIP_ABOVE
        if self.beyond:
            words += f"\n{self.beyond}"
            above += QFontMetrics(QToolTip.font()).lineSpacing()
        # What is typed next is beneath or beside it.
        corner = self.mapToGlobal(QPoint(0, -above))
        QToolTip.showText(corner, words, self, self.rect(), SHOWN_MS)


class NumberBox(_Typed, QDoubleSpinBox):
    """For any numbers."""

    left = Signal()


class WholeBox(_Typed, QSpinBox):
    """For whole numbers."""

    left = Signal()

    def _typed(self, text: str) -> int | None:
        number = super()._typed(text)
        return None if number is None else round(number)
