"""The ink on the page as a picture that grows: each frame paints no more than what is new."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.canvas.pen import paint_ink, paint_pieces, paint_stroke
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE, Ink, Stroke


class InkLayer:
    """A transparent pixmap of the finished strokes and the settled part of the live one."""

    def __init__(self) -> None:
        self.pixmap: QPixmap | None = None
        self._ink: Ink = ()
        self._pieces = 0
        self._key: object = None
        self._width = 1.0
        self._color = QColor()

    def drop(self) -> None:
        """Starts anew at the next refresh."""
        self.pixmap = None

    def refresh(
        self, ink: Ink, live: Stroke | None, side: float, ratio: float, width: float, color: QColor
    ) -> None:
        """Brings the picture up to date.

        side: of the page in logical pixels; ratio: device pixels per logical pixel; width: of the
        pen in canvas units.
        """
        key = (side, ratio, width, color.rgba())
        grown = self._ink == ink[: len(self._ink)]
        if self.pixmap is None or key != self._key or not grown:
            device = max(1, round(side * ratio))
            self.pixmap = QPixmap(device, device)
            self.pixmap.setDevicePixelRatio(ratio)
            self.pixmap.fill(Qt.GlobalColor.transparent)
            self._key, self._ink, self._pieces = key, (), 0
            self._width, self._color = width, color
        fresh = ink[len(self._ink) :]
        known = 0 if live is None else len(live.points) - 1
        if not fresh and known <= self._pieces:
            return
        painter = self._painter(self.pixmap)
        paint_ink(painter, fresh, width, color)
        self._ink = ink
        if live is not None:
            paint_pieces(painter, live, range(self._pieces, known), width, color)
            self._pieces = known
        painter.end()

    def finish(self, ink: Ink) -> None:
        """The live stroke has become the last of `ink`: paints its end, so nothing starts anew."""
        if self.pixmap is None or not ink or self._ink != ink[:-1]:
            self.drop()
            return
        painter = self._painter(self.pixmap)
        paint_stroke(painter, ink[-1], self._width, self._color)
        painter.end()
        self._ink, self._pieces = ink, 0

    def _painter(self, pixmap: QPixmap) -> QPainter:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = pixmap.deviceIndependentSize().width() / CANVAS_SIDE
        painter.scale(scale, scale)
        painter.translate(-CANVAS_ORIGIN, -CANVAS_ORIGIN)
        return painter
