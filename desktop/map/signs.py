"""What is drawn over the map's ground: the marker, a way, neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.theme import category_color, category_shape, theme

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


def paint_way(painter: QPainter, spots: Sequence[QPointF], stops: int = 1) -> None:
    """A line with a dot where it begins, or at as many of its corners as are `stops`."""
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
    for spot in spots[:stops]:
        painter.drawEllipse(spot, 4.5, 4.5)


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


def paint_sign(
    painter: QPainter, middle: QPointF, radius: float, index: int, color: QColor | None = None
) -> None:
    """A category's sign: its colour, and a shape that only seven others have."""
    colors = theme().colors
    # A rim of its own: some hues would be lost on paper, others on slate.
    painter.setPen(QPen(colors.color("muted"), 1))
    painter.setBrush(category_color(index) if color is None else color)
    shape = category_shape(index)
    if shape == 0:
        painter.drawEllipse(middle, radius, radius)
        return
    corners = {
        1: ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
        2: ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
        3: ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    }[shape]
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) * radius for x, y in corners]))


def paint_pointed(
    painter: QPainter, middle: QPointF, index: int, label: QPixmap, area: QRectF
) -> None:
    """A category's sign where it is densest, with its name beneath."""
    halo = QPen(theme().colors.color("page"), 3)
    painter.setPen(halo)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, 10, 10)
    paint_sign(painter, middle, 7, index)
    size = label.deviceIndependentSize()
    inside = area.adjusted(4, 4, -4, -4)
    x = min(max(middle.x() - size.width() / 2, inside.left()), inside.right() - size.width())
    y = middle.y() + 11
    if y + size.height() > inside.bottom():
        y = middle.y() - 11 - size.height()
    painter.drawPixmap(QPointF(round(x), round(y)), label)


def paint_note(painter: QPainter, spot: QPointF, text: str, area: QRectF) -> None:
    """A few words with their middle at a spot, or as near as they are whole inside of the area."""
    colors = theme().colors
    box = painter.fontMetrics().boundingRect(text).toRectF().adjusted(-4, -1, 4, 1)
    box.moveCenter(spot)
    inside = area.adjusted(box.width() / 2, box.height() / 2, -box.width() / 2, -box.height() / 2)
    middle = QPointF(
        min(max(spot.x(), inside.left()), inside.right()),
        min(max(spot.y(), inside.top()), inside.bottom()),
    )
    box.moveCenter(middle)
    paper = colors.color("page")
    paper.setAlphaF(0.88)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(colors.color("muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
