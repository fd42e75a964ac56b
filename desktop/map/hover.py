"""A preview beside the pointer: what a click there would bring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.paint.cache import washes_for
from desktop.paint.doodles import fill_washes
from desktop.state.doodle import Doodle
from desktop.theme import theme
from desktop.views.following import Following, Make

SIDE = 88
CAPTION = 20
DISTANCE = 18
MARGIN, WIDEST = 8, 160
DWELL_MS = 150


class HoverPreview(QWidget):
    """A small page that follows the pointer over its parent; it never takes events itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._doodle: Doodle | None = None
        self._caption = ""
        self._at = QPointF()
        self._following = Following(self, self._show)
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.timeout.connect(self._rested)
        self._make: Make | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(SIDE, SIDE + CAPTION)
        self.hide()

    @property
    def doodle(self) -> Doodle | None:
        """What it shows; None while hidden."""
        return self._doodle if self.isVisible() else None

    @property
    def at(self) -> QPointF | None:
        """Where the pointer rests; None where it is not to be told of."""
        return None if self._make is None else self._at

    def follow(self, at: QPointF, caption: str, make: Make) -> None:
        """Shows `make()` near a point of the parent, once the pointer has rested there a moment."""
        self._at, self._caption, self._make = at, caption, make
        wide = self.fontMetrics().horizontalAdvance(caption) + 2 * MARGIN
        self.resize(min(max(SIDE, wide), WIDEST), SIDE + CAPTION)
        if self.isVisible():
            self._following.want(make)
        elif not self._dwell.isActive():
            self._dwell.start(DWELL_MS)

    def expect(self, slow: bool) -> None:
        """Another model; `slow` where filling in a place takes it long."""
        self.leave()
        self._following.expect(slow)

    def leave(self) -> None:
        """Goes away."""
        self._dwell.stop()
        self._following.drop()
        self._make = self._doodle = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The doodle on a page, and beneath it what lies there."""
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.color("faint"), 1))
        painter.setBrush(colors.color("page"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self._doodle is not None:
            page = QRectF((self.width() - SIDE) / 2 + 6, 4, SIDE - 12, SIDE - 12)
            ink, paper = colors.color("ink"), colors.color("page")
            fill_washes(painter, page, washes_for(self._doodle), ink, paper)
        painter.setPen(colors.color("muted"))
        box = QRectF(4, SIDE - 6, self.width() - 8, CAPTION)
        text = painter.fontMetrics().elidedText(
            self._caption, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _rested(self) -> None:
        if self._make is not None:
            self._following.want(self._make)

    def _show(self, doodle: Doodle) -> None:
        parent = self.parentWidget()
        if self._make is None or parent is None:
            return
        self._doodle = doodle
        area = parent.rect()
        x, y = self._at.x() + DISTANCE, self._at.y() + DISTANCE
        if x + self.width() > area.width():
            x = self._at.x() - DISTANCE - self.width()
        if y + self.height() > area.height():
            y = self._at.y() - DISTANCE - self.height()
        self.move(max(0, round(x)), max(0, round(y)))
        self.show()
        self.raise_()
        self.update()
