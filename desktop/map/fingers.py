"""Fingers on the map: one does what the left button does, two pan and zoom."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QLineF, QPointF
from PySide6.QtGui import QTouchEvent


class Touchable(Protocol):
    """What a finger does something to."""

    def press(self, at: QPointF) -> None:
        """A pointer comes down."""

    def go_on(self, at: QPointF) -> bool:
        """It moves; whether something was under way."""

    def release(self) -> None:
        """It is lifted."""

    def give_up(self) -> None:
        """Puts back what is under way."""

    def pan(self, dx: float, dy: float) -> None:
        """Moves the sheet by pixels."""

    def zoom(self, factor: float, at: QPointF) -> None:
        """Zooms about a pixel."""


class Fingers:
    """Two fingers take over from one, and what that one had begun is put back."""

    def __init__(self, touchable: Touchable) -> None:
        self._touchable = touchable
        self._pair: tuple[QPointF, QPointF] | None = None

    def touched(self, event: QTouchEvent) -> None:
        """Every touch event."""
        event.accept()
        spots = [point.position() for point in event.points()]
        if event.type() == QEvent.Type.TouchCancel:
            self._touchable.give_up()
        elif event.type() == QEvent.Type.TouchEnd:
            self._touchable.release()
        elif len(spots) >= 2:
            if self._pair is None:
                self._touchable.give_up()
            else:
                self._pinch(*self._pair, *spots[:2])
            self._pair = spots[0], spots[1]
            return
        elif event.type() == QEvent.Type.TouchBegin:
            self._touchable.press(spots[0])
        elif self._pair is None:
            self._touchable.go_on(spots[0])
        if event.type() != QEvent.Type.TouchUpdate:
            self._pair = None

    def _pinch(self, first: QPointF, second: QPointF, to: QPointF, other: QPointF) -> None:
        """What two fingers lie on stays beneath them."""
        moved = (to + other - first - second) / 2
        self._touchable.pan(moved.x(), moved.y())
        apart = QLineF(first, second).length()
        if apart > 1:
            self._touchable.zoom(QLineF(to, other).length() / apart, (to + other) / 2)
