"""What the empty page says: a dashed cat to draw after, and a few words."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from aemodel.errors import DataError
from desktop.examples import load_example
from desktop.paint.curves import curve
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE
from desktop.theme import Colors

LINE = 1.6


def paint_hint(painter: QPainter, page: QRectF, words: str, more: str, colors: Colors) -> None:
    """The cat in the upper three quarters of the page, the words beneath, more of them smaller."""
    painter.save()
    area = page.adjusted(page.width() * 0.2, page.height() * 0.14, 0, 0)
    area.setSize(page.size() * 0.6)
    scale = area.width() / CANVAS_SIDE
    # In the cat's own units: as thick on every screen, unlike a cosmetic pen.
    width = LINE / scale
    pen = QPen(colors.color("faint"), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([1, 4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    painter.translate(-CANVAS_ORIGIN, -CANVAS_ORIGIN)
    painter.drawPath(_cat())
    painter.restore()

    painter.save()
    font = painter.font()
    font.setPixelSize(max(14, round(page.width() * 0.055)))
    # Slanted letters are a habit of Latin script; Chinese ones only look broken.
    font.setItalic(words.isascii())
    painter.setFont(font)
    painter.setPen(colors.color("muted"))
    below = QRectF(page.x(), area.bottom(), page.width(), page.bottom() - area.bottom())
    painter.drawText(
        below.adjusted(8, 0, -8, -below.height() * 0.4), Qt.AlignmentFlag.AlignCenter, words
    )
    font.setPixelSize(max(11, round(page.width() * 0.03)))
    font.setItalic(False)
    painter.setFont(font)
    painter.drawText(
        below.adjusted(8, below.height() * 0.5, -8, 0), Qt.AlignmentFlag.AlignCenter, more
    )
    painter.restore()


@lru_cache(maxsize=1)
def _cat() -> QPainterPath:
    path = QPainterPath()
    try:
        ink = load_example("cat")
    except DataError:
        return path
    for stroke in ink:
        path.addPath(curve(stroke.points))
    return path
