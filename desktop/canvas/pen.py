"""Ink on screen: smooth curves through the points, as wide as the pen was pressed."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from desktop.canvas.corners import Rows, bends
from desktop.paint.doodles import LINE, MOVE, path_from
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE, Ink, Stroke

_BEND = (
    LINE,
    QPainterPath.ElementType.CurveToElement.value,
    QPainterPath.ElementType.CurveToDataElement.value,
    QPainterPath.ElementType.CurveToDataElement.value,
    LINE,
)


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
    for index, path in zip(pieces, pieces_of(stroke.points, pieces), strict=True):
        pressed = None if stroke.pressure is None else float(stroke.pressure[index])
        painter.strokePath(path, _pen(width_at(pen_width, pressed), color))


def paint_tail(painter: QPainter, stroke: Stroke, pen_width: float, color: QColor) -> None:
    """Paints what is not yet a piece: from the last middle to the last point."""
    pressed = None if stroke.pressure is None else float(stroke.pressure[-1])
    painter.strokePath(tail(stroke.points), _pen(width_at(pen_width, pressed), color))


_curves: WeakKeyDictionary[Stroke, QPainterPath] = WeakKeyDictionary()


def _curve_of(stroke: Stroke) -> QPainterPath:
    """Its curve, made once: a rubber has what is near painted anew at every move."""
    known = _curves.get(stroke)
    if known is None:
        known = _curves[stroke] = curve(stroke.points)
    return known


def warm_curves(ink: Ink) -> None:
    """Makes the curves of ink ahead, in any thread."""
    for stroke in ink:
        if stroke.pressure is None:
            _curve_of(stroke)


def mirror_curves(ink: Ink, mirrored: Ink) -> None:
    """What is known of the curves of some ink, for the same ink mirrored on the page."""
    over = QTransform(-1, 0, 0, 1, 2 * CANVAS_ORIGIN + CANVAS_SIDE, 0)
    for stroke, other in zip(ink, mirrored, strict=True):
        known = _curves.get(stroke)
        if known is not None:
            _curves[other] = over.map(known)


def curve(points: NDArray[np.float32]) -> QPainterPath:
    """Quadratic curves between the middles of segments, with the points as control points.

    Corners stay corners: see `corners`.
    """
    table = points.astype(np.float64)
    if len(table) == 1:
        table = table + np.array([[0.0, 0.0], [0.01, 0.0]])  # a dot has a length, or is not seen
    starts, bent_from, passed, bent_to, ends = bends(table)
    # Qt knows cubic curves: a quadratic one with its control point drawn two thirds as far.
    controls = [bent + (passed - bent) * (2 / 3) for bent in (bent_from, bent_to)]
    elements = np.stack([bent_from, *controls, bent_to, ends], axis=1)
    kinds = np.broadcast_to(_BEND, elements.shape[:2])
    needed = np.ones(kinds.shape, bool)
    needed[:, 0], needed[:, 4] = _apart(starts, bent_from), _apart(bent_to, ends)
    return path_from(
        np.concatenate([[MOVE], kinds[needed], [LINE]]),
        np.concatenate([table[:1], elements[needed], table[-1:]]),
    )


def _apart(some: Rows, others: Rows) -> NDArray[np.bool_]:
    return np.asarray(np.abs(some - others).max(axis=1, initial=0) > 1e-9)


def tail(points: NDArray[np.float32]) -> QPainterPath:
    """The end of the curve, which the next point will bend."""
    if len(points) == 1:
        return curve(points)
    (x0, y0), (x1, y1) = points[-2:].tolist()
    path = QPainterPath(QPointF((x0 + x1) / 2, (y0 + y1) / 2))
    path.lineTo(x1, y1)
    return path


def pieces_of(points: NDArray[np.float32], pieces: range) -> Iterator[QPainterPath]:
    """Piece 0 goes from the first point to the first middle, piece i from middle to middle."""
    table = points.astype(np.float64)
    middles = (table[:-1] + table[1:]) / 2
    first = max(1, pieces.start)
    if pieces.start < min(first, pieces.stop):
        path = QPainterPath(QPointF(*table[0].tolist()))
        path.lineTo(*middles[0].tolist())
        yield path
    if first < pieces.stop:
        passed = np.concatenate([middles[first - 1 : first], table[first : pieces.stop + 1]])
        rows = (part.tolist() for part in bends(passed))
        for start, bent_from, point, bent_to, end in zip(*rows, strict=True):
            path = QPainterPath(QPointF(*start))
            path.lineTo(*bent_from)
            path.quadTo(*point, *bent_to)
            path.lineTo(*end)
            yield path


def _pen(width: float, color: QColor) -> QPen:
    return QPen(
        color,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
