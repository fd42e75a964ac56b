"""A slider whose zero is in the middle: filled from there to the handle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from desktop.theme import theme
from desktop.views.slider import Slider

GROOVE, TICK = 4, 12


class BipolarSlider(Slider):
    """It looks as the style sheet's sliders do, but for where the filling begins."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, filling, a tick at zero, and the handle where the style has it."""
        colors, option = theme().colors, QStyleOptionSlider()
        self.initStyleOption(option)
        handle = QRectF(
            self.style().subControlRect(
                QStyle.ComplexControl.CC_Slider,
                option,
                QStyle.SubControl.SC_SliderHandle,
                self,
            )
        )
        enabled = self.isEnabled()
        middle, at, y = self.width() / 2, handle.center().x(), self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("line"))
        painter.drawRoundedRect(QRectF(0, y - GROOVE / 2, self.width(), GROOVE), 2, 2)
        painter.setBrush(colors.color("faint"))
        painter.drawRoundedRect(QRectF(middle - 1, y - TICK / 2, 2, TICK), 1, 1)
        if enabled:
            painter.setBrush(colors.color("accent"))
            filled = QRectF(min(middle, at), y - GROOVE / 2, abs(at - middle), GROOVE)
            painter.drawRect(filled)
        inside = "accent_soft" if enabled and self.underMouse() else "page"
        painter.setPen(QPen(colors.color("accent" if enabled else "faint"), 2))
        painter.setBrush(colors.color("accent" if self.hasFocus() else inside))
        side = min(handle.width(), handle.height()) / 2 - 1
        painter.drawEllipse(handle.center(), side, side)
