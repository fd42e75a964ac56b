"""Ink on screen: smooth curves through the points, as wide as the pen was pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.paint.curves import curve_of, pieces_of, tail
from desktop.state.ink import Ink, Stroke


def width_at(pen_width: float, pressure: float | None) -> float:
    """Width in canvas units: half as wide for the lightest touch, half again for the firmest."""
    return pen_width if pressure is None else pen_width * (0.5 + pressure)


def paint_ink(painter: QPainter, ink: Ink, pen_width: float, color: QColor) -> None:
    """Paints whole strokes; the painter is in canvas units."""
    for stroke in ink:
        paint_stroke(painter, stroke, pen_width, color)


def paint_stroke(painter: QPainter, stroke: Stroke, pen_width: float, color: QColor) -> None:
    """Paints one whole stroke."""
    if stroke.pressure is None:
        painter.strokePath(curve_of(stroke), _pen(pen_width, color))
        return
    paint_pieces(painter, stroke, range(len(stroke.points) - 1), pen_width, color)
    paint_tail(painter, stroke, pen_width, color)


def paint_pieces(
    painter: QPainter, stroke: Stroke, pieces: range, pen_width: float, color: QColor
) -> None:
    """Paints some pieces of a stroke; piece i needs point i + 1 to be known."""
    for index, path in zip(pieces, pieces_of(stroke.points, pieces), strict=True):
        pressed = None if stroke.pressure is None else float(stroke.pressure[index])
        painter.strokePath(path, _pen(width_at(pen_width, pressed), color))


def paint_tail(painter: QPainter, stroke: Stroke, pen_width: float, color: QColor) -> None:
    """Paints what is not yet a piece: from the last middle to the last point."""
    pressed = None if stroke.pressure is None else float(stroke.pressure[-1])
    painter.strokePath(tail(stroke.points), _pen(width_at(pen_width, pressed), color))


def _pen(width: float, color: QColor) -> QPen:
    return QPen(
        color,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
