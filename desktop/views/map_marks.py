"""What is drawn over the map's ground: the marker, a way, neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.theme import theme

MARKER = 9.0


def paint_marker(painter: QPainter, spot: QPointF) -> None:
    """A ring with a dot where the current doodle lies."""
    colors = theme().colors
    halo = colors.color("page")
    halo.setAlphaF(0.85)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(halo, 6))
    painter.drawEllipse(spot, MARKER, MARKER)
    painter.setPen(QPen(colors.color("accent"), 3))
    painter.drawEllipse(spot, MARKER, MARKER)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.color("accent"))
    painter.drawEllipse(spot, 2.5, 2.5)


def paint_way(painter: QPainter, spots: Sequence[QPointF]) -> None:
    """A line with a dot where it begins."""
    if not spots:
        return
    colors = theme().colors
    line = QPainterPath(spots[0])
    for spot in spots[1:]:
        line.lineTo(spot)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in (("page", 6.0), ("accent", 2.5)):
        pen = QPen(colors.color(color), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.color("accent"))
    painter.drawEllipse(spots[0], 4.5, 4.5)


def paint_neighbours(painter: QPainter, marker: QPointF, spots: Sequence[QPointF]) -> None:
    """Thin lines from the marker to what lies nearest."""
    colors = theme().colors
    for spot in spots:
        pen = QPen(colors.color("muted"), 1.2)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(marker, spot)
        painter.setPen(QPen(colors.color("page"), 1.5))
        painter.setBrush(colors.color("muted"))
        painter.drawEllipse(spot, 4, 4)
