"""Curves through the points of strokes, and a memory of them."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from desktop.paint.corners import Rows, bends
from desktop.paint.doodles import LINE, MOVE, path_from
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE, Ink, Stroke

_BEND = (
    LINE,
    QPainterPath.ElementType.CurveToElement.value,
    QPainterPath.ElementType.CurveToDataElement.value,
    QPainterPath.ElementType.CurveToDataElement.value,
    LINE,
)

_curves: WeakKeyDictionary[Stroke, QPainterPath] = WeakKeyDictionary()


def curve_of(stroke: Stroke) -> QPainterPath:
    """Its curve, made once: a rubber has what is near painted anew at every move."""
    known = _curves.get(stroke)
    if known is None:
        known = _curves[stroke] = curve(stroke.points)
    return known


def warm_curves(ink: Ink) -> None:
    """Makes the curves of ink ahead, in any thread."""
    for stroke in ink:
        if stroke.pressure is None:
            curve_of(stroke)


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
