"""What tools show on the page: the box with handles, the ring of an eraser."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.canvas.gestures import ERASER_RADIUS, RUBBER_RADIUS, handles
from desktop.state.placing import Box
from desktop.theme import Colors

HANDLE = 9.0
_RADII = {"eraser": ERASER_RADIUS, "rubber": RUBBER_RADIUS}
_CURSORS = {
    (0, 0): Qt.CursorShape.SizeAllCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
}


def cursor_for(handle: tuple[int, int]) -> Qt.CursorShape:
    """Says which way a handle pulls; (0, 0) is the drawing itself."""
    across, down = handle
    return _CURSORS.get(handle) or _CURSORS[(-across, -down)]


def paint_box(
    painter: QPainter, box: Box, to_widget: Callable[[float, float], QPointF], colors: Colors
) -> None:
    """A dashed box around the drawing, and eight handles to scale it by."""
    pen = QPen(colors.color("accent"), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(to_widget(box[0], box[1]), to_widget(box[2], box[3])))
    painter.setPen(QPen(colors.color("accent"), 1.5))
    painter.setBrush(colors.color("page"))
    for x, y in handles(box).values():
        spot = to_widget(x, y)
        square = QRectF(spot.x() - HANDLE / 2, spot.y() - HANDLE / 2, HANDLE, HANDLE)
        painter.drawRoundedRect(square, 2, 2)


def paint_ring(painter: QPainter, tool: str, spot: QPointF, scale: float, colors: Colors) -> None:
    """How far the eraser reaches; nothing for other tools. scale: pixels per canvas unit."""
    if tool in _RADII:
        painter.setPen(QPen(colors.color("muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot, _RADII[tool] * scale, _RADII[tool] * scale)
