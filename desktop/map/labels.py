"""Names on the map, each painted once: glyphs with a halo are slow to paint."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from desktop.theme import theme

HALO = 4


class Labels:
    """Keeps the pictures of one look: font, pixel ratio and theme."""

    def __init__(self) -> None:
        self._look: object = None
        self._pictures: dict[tuple[str, int], QPixmap] = {}

    def get(self, text: str, color: QColor, font: QFont, ratio: float) -> QPixmap:
        """The text with a halo, over a line of its colour; ratio in device pixels per pixel."""
        look = (font.key(), ratio, theme().colors)
        if look != self._look:
            self._look, self._pictures = look, {}
        key = (text, color.rgba())
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = _painted(text, color, font, ratio)
        return picture


def _painted(text: str, color: QColor, font: QFont, ratio: float) -> QPixmap:
    colors = theme().colors
    metrics = QFontMetricsF(font)
    width, height = round(metrics.horizontalAdvance(text)) + 2 * HALO, round(metrics.height()) + 3
    picture = QPixmap(QSize(width, height) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addText(QPointF(HALO, metrics.ascent()), font, text)
    halo = colors.color("page")
    halo.setAlphaF(0.9)
    painter.strokePath(path, QPen(halo, HALO, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.fillPath(path, colors.color("ink"))
    painter.setPen(QPen(color, 2))
    painter.drawLine(QPointF(HALO, height - 1.5), QPointF(width - HALO, height - 1.5))
    painter.end()
    return picture
