"""Ink on screen: smooth curves through the points, as wide as the pen was pressed."""

from __future__ import annotations

from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.canvas.corners import bent_shares
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
        painter.strokePath(_curve_of(stroke), _pen(pen_width, color))
        return
    paint_pieces(painter, stroke, range(len(stroke.points) - 1), pen_width, color)
    paint_tail(painter, stroke, pen_width, color)


def paint_pieces(
    painter: QPainter, stroke: Stroke, pieces: range, pen_width: float, color: QColor
) -> None:
    """Paints some pieces of a stroke; piece i needs point i + 1 to be known."""
    for index in pieces:
        pressed = None if stroke.pressure is None else float(stroke.pressure[index])
        painter.strokePath(_piece(stroke.points, index), _pen(width_at(pen_width, pressed), color))


def paint_tail(painter: QPainter, stroke: Stroke, pen_width: float, color: QColor) -> None:
    """Paints what is not yet a piece: from the last middle to the last point."""
    pressed = None if stroke.pressure is None else float(stroke.pressure[-1])
    painter.strokePath(tail(stroke.points), _pen(width_at(pen_width, pressed), color))


_curves: WeakKeyDictionary[Stroke, QPainterPath] = WeakKeyDictionary()


def _curve_of(stroke: Stroke) -> QPainterPath:
    """Its curve, made once: a rubber has the whole page painted again at every move."""
    known = _curves.get(stroke)
    if known is None:
        known = _curves[stroke] = curve(stroke.points)
    return known


def warm_curves(ink: Ink) -> None:
    """Makes the curves of ink ahead, in any thread."""
    for stroke in ink:
        if stroke.pressure is None:
            _curve_of(stroke)


def curve(points: NDArray[np.float32]) -> QPainterPath:
    """Quadratic curves between the middles of segments, with the points as control points.

    Corners stay corners: see `corners`.
    """
    values = points.tolist()
    path = QPainterPath(QPointF(*values[0]))
    if len(values) == 1:
        path.lineTo(values[0][0] + 0.01, values[0][1])
        return path
    for (x, y), (next_x, next_y) in pairwise(values[1:]):
        _bend(path, x, y, (x + next_x) / 2, (y + next_y) / 2)
    path.lineTo(*values[-1])
    return path


def _bend(path: QPainterPath, x: float, y: float, end_x: float, end_y: float) -> None:
    """On to the end, past the point (x, y)."""
    start = path.currentPosition()
    before, behind = bent_shares((start.x(), start.y()), (x, y), (end_x, end_y))
    if before < 1:
        path.lineTo(x + (start.x() - x) * before, y + (start.y() - y) * before)
    path.quadTo(x, y, x + (end_x - x) * behind, y + (end_y - y) * behind)
    if behind < 1:
        path.lineTo(end_x, end_y)


def tail(points: NDArray[np.float32]) -> QPainterPath:
    """The end of the curve, which the next point will bend."""
    if len(points) == 1:
        return curve(points)
    (x0, y0), (x1, y1) = points[-2:].tolist()
    path = QPainterPath(QPointF((x0 + x1) / 2, (y0 + y1) / 2))
    path.lineTo(x1, y1)
    return path


def _piece(points: NDArray[np.float32], index: int) -> QPainterPath:
    """Piece 0 goes from the first point to the first middle, piece i from middle to middle."""
    x, y = points[index].tolist()
    next_x, next_y = points[index + 1].tolist()
    end = QPointF((x + next_x) / 2, (y + next_y) / 2)
    if index == 0:
        path = QPainterPath(QPointF(x, y))
        path.lineTo(end)
        return path
    last_x, last_y = points[index - 1].tolist()
    path = QPainterPath(QPointF((x + last_x) / 2, (y + last_y) / 2))
    _bend(path, x, y, end.x(), end.y())
    return path


def _pen(width: float, color: QColor) -> QPen:
    return QPen(
        color,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
