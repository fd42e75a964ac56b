"""Names on the map, each painted once.

They are tags with the category's sign, as in the legend: bare words between thumbnails would be
read as captions of those.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from desktop.map.signs import paint_sign
from desktop.theme import category_color, theme

SIGN = 4.0
# Left of the sign, between it and the name, right of the name.
EDGE, GAP, END = 5, 4, 7


class Labels:
    """Keeps the pictures of one look: font, pixel ratio and theme."""

    def __init__(self) -> None:
        self._look: object = None
        self._pictures: dict[tuple[str, int], QPixmap] = {}

    def get(self, text: str, index: int, font: QFont, ratio: float) -> QPixmap:
        """The tag of the category with this index; ratio in device pixels per pixel."""
        look = (font.key(), ratio, theme().colors)
        if look != self._look:
            self._look, self._pictures = look, {}
        key = (text, index)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = _painted(text, index, font, ratio)
        return picture


def _painted(text: str, index: int, font: QFont, ratio: float) -> QPixmap:
    colors = theme().colors
    metrics = QFontMetricsF(font)
    before = EDGE + 2 * SIGN + GAP
    width = round(before + metrics.horizontalAdvance(text)) + END
    height = round(metrics.height()) + 2
    picture = QPixmap(QSize(width, height) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paper = colors.color("surface")
    paper.setAlphaF(0.94)
    painter.setPen(QPen(category_color(index), 1.2))
    painter.setBrush(paper)
    tag = QRectF(0, 0, width, height).adjusted(0.6, 0.6, -0.6, -0.6)
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2)
    paint_sign(painter, QPointF(EDGE + SIGN, height / 2), SIGN, index)
    painter.setPen(colors.color("ink"))
    painter.setFont(font)
    painter.drawText(QPointF(before, (height - metrics.height()) / 2 + metrics.ascent()), text)
    painter.end()
    return picture
