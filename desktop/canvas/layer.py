"""The ink on the page as a picture: each frame paints no more than what is new."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.canvas.pen import paint_ink, paint_pieces, paint_stroke
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE, Ink, Stroke


class InkLayer:
    """A transparent pixmap of the finished strokes and the settled part of the live one."""

    def __init__(self) -> None:
        self.pixmap: QPixmap | None = None
        self._without_live: QPixmap | None = None
        self._ink: Ink = ()
        self._pieces = 0
        self._key: object = None
        self._width = 1.0
        self._color = QColor()

    def drop(self) -> None:
        """Starts anew at the next refresh."""
        self.pixmap = self._without_live = None

    def refresh(
        self, ink: Ink, live: Stroke | None, side: float, ratio: float, width: float, color: QColor
    ) -> None:
        """Brings the picture up to date.

        side: of the page in logical pixels; ratio: device pixels per logical pixel; width: of the
        pen in canvas units.
        """
        key = (side, ratio, width, color.rgba())
        if self.pixmap is None or key != self._key:
            device = max(1, round(side * ratio))
            self.pixmap = QPixmap(device, device)
            self.pixmap.setDevicePixelRatio(ratio)
            self.pixmap.fill(Qt.GlobalColor.transparent)
            self._key, self._ink, self._pieces = key, (), 0
            self._width, self._color = width, color
        if self._ink != ink[: len(self._ink)]:
            self._take_away(ink)
        fresh = ink[len(self._ink) :]
        known = 0 if live is None else len(live.points) - 1
        if not fresh and known <= self._pieces:
            return
        if fresh:
            painter = self._painter(self.pixmap)
            paint_ink(painter, fresh, width, color)
            painter.end()
        self._ink = ink
        if live is not None and known > self._pieces:
            if self._pieces == 0:
                self._without_live = QPixmap(self.pixmap)  # a copy as soon as the other is painted
            painter = self._painter(self.pixmap)
            paint_pieces(painter, live, range(self._pieces, known), width, color)
            painter.end()
            self._pieces = known

    def finish(self, ink: Ink) -> None:
        """The live stroke has become the last of `ink`: it is painted once more, in one go.

        Not over its pieces: soft edges painted twice are darker and wider.
        """
        if self.pixmap is None or not ink or self._ink != ink[:-1]:
            self.drop()
            return
        if self._pieces and self._without_live is not None:
            self.pixmap = self._without_live
        self._without_live = None
        painter = self._painter(self.pixmap)
        paint_stroke(painter, ink[-1], self._width, self._color)
        painter.end()
        self._ink, self._pieces = ink, 0

    def _take_away(self, ink: Ink) -> None:
        """Strokes are gone, and others may have come: paints anew where those were and are."""
        assert self.pixmap is not None
        painter = self._painter(self.pixmap)
        before, now = set(self._ink), set(ink)
        area = QRectF()
        for stroke in before ^ now:
            area |= self._place(stroke)
        # In whole pixels of the screen: half a pixel of a stroke cannot be wiped off.
        to_device = painter.deviceTransform()
        pixels = QRectF(to_device.mapRect(area).toAlignedRect())
        area = to_device.inverted()[0].mapRect(pixels)
        painter.setClipRect(area)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(area, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        near = tuple(stroke for stroke in ink if area.intersects(self._place(stroke)))
        paint_ink(painter, near, self._width, self._color)
        painter.end()
        self._ink, self._pieces = ink, 0

    def _place(self, stroke: Stroke) -> QRectF:
        """What a stroke may cover, in canvas units; the firmest pen is half again as wide."""
        left, top, right, bottom = stroke.box
        reach = self._width
        box = QRectF(QPointF(left, top), QPointF(right, bottom))
        return box.adjusted(-reach, -reach, reach, reach)

    def _painter(self, pixmap: QPixmap) -> QPainter:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = pixmap.deviceIndependentSize().width() / CANVAS_SIDE
        painter.scale(scale, scale)
        painter.translate(-CANVAS_ORIGIN, -CANVAS_ORIGIN)
        return painter
