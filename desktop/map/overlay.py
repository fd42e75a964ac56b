"""What is painted over the map's ground."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.map.ground import Ground
from desktop.map.mover import MapMover
from desktop.map.neighbours import Point
from desktop.map.signs import paint_marker, paint_neighbours, paint_pointed, paint_way
from desktop.map.viewport import Viewport
from desktop.map.way_pen import WayPen


def spots_of(view: Viewport, places: Sequence[Sequence[float]]) -> list[QPointF]:
    """Places of the map, in widget pixels."""
    return [QPointF(*view.to_screen(x, y)) for x, y in places]


class Overlay:
    """The marker, joined to its `neighbours`; the way; names, and which is `pointed` out."""

    def __init__(self, ground: Ground, mover: MapMover, pen: WayPen) -> None:
        self._ground = ground
        self._mover = mover
        self._pen = pen
        self.neighbours: list[Point] = []
        self.pointed: int | None = None

    def paint(
        self, painter: QPainter, view: Viewport, marker: QPointF | None, area: QRectF
    ) -> None:
        """All of it, in the order in which one thing may cover another."""
        if marker is not None:
            paint_neighbours(painter, marker, spots_of(view, self.neighbours))
        self._ground.paint_names(painter, marker, self.pointed)
        self._paint_way(painter, view, marker)
        if marker is not None:
            paint_marker(painter, marker)
        peak = None if self.pointed is None else self._ground.peak(self.pointed)
        if self.pointed is not None and peak is not None:
            (middle,) = spots_of(view, [peak])
            label = self._ground.label(self.pointed)
            paint_pointed(painter, middle, self.pointed, label, area)

    def _paint_way(self, painter: QPainter, view: Viewport, marker: QPointF | None) -> None:
        """The one in the making, or else the one that there is."""
        if self._pen.stroke is not None:
            paint_way(painter, spots_of(view, self._pen.stroke))
        elif self._pen.points:
            spots = spots_of(view, self._pen.points)
            on = [] if marker is None else [marker]
            paint_way(painter, spots + on, stops=len(spots))
        else:
            paint_way(painter, spots_of(view, self._mover.way.points.tolist()))
