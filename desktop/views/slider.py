"""A slider that comes to where it is clicked, and follows from there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSignalBlocker, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider


class Slider(QSlider):
    """Horizontal. A press beside the handle brings it there, as one gesture with the drag."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The handle is beneath the pointer before it is pressed; what that changed is told then.

        So whoever listens hears of the press first, and takes the jump for a part of it.
        """
        before = self.value()
        if event.button() == event.buttons() == Qt.MouseButton.LeftButton:
            with QSignalBlocker(self):
                self.setValue(self._value_at(event.position().toPoint().x()))
        super().mousePressEvent(event)
        if self.value() != before:
            self.valueChanged.emit(self.value())

    def middle_at(self, value: int) -> float:
        """Where the middle of the handle is at a value."""
        handle = self._handle()
        room = self.width() - handle.width()
        at = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, room)
        return at + handle.width() / 2

    def _handle(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part, slider = QStyle.SubControl.SC_SliderHandle, QStyle.ComplexControl.CC_Slider
        return self.style().subControlRect(slider, option, part, self)

    def _value_at(self, x: int) -> int:
        """The value there; that of now where the handle is."""
        handle = self._handle()
        if handle.left() <= x <= handle.right():
            return self.value()
        room = self.width() - handle.width()
        return QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), x - handle.width() // 2, room
        )
