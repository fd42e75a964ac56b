"""A square of two principal directions around the current doodle, with doodles all over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.map.arrows import ARROWS
from desktop.map.axes import Axes, Vector
from desktop.map.signs import paint_marker, paint_note
from desktop.paint.doodles import thumbnail
from desktop.theme import theme
from desktop.views.words import number_words

REACH = 4.0
CELLS = 5
STEP = 0.1
# Of the doodles: they are seen from afar, and the marker among them.
STRENGTH = 0.8
# From the marker to where it is said to be, in pixels.
NOTE_ASIDE = 24
_SIDE = 64

Cell = tuple[float, float]


class AxesPad(QWidget):
    """Drag or arrow keys: set both coordinates of the current doodle, in sigmas, -REACH..REACH."""

    def __init__(
        self,
        context: Context,
        begin: Callable[[str], None],
        steer: Callable[[Mapping[int, float]], None],
        end: Callable[[], None],
    ) -> None:
        super().__init__()
        self._editor = context.editor
        self._begin, self._steer, self._end = begin, steer, end
        self._axes: Axes | None = None
        self._pair = (0, 1)
        self._reason = ""
        self._rest: Vector | None = None
        self._pictures: dict[Cell, QImage] = {}
        self._look: object = None
        self._job: Job | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme().changed.connect(self._draw_doodles)

    def sizeHint(self) -> QSize:
        """As large as the map."""
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        """Still a pad."""
        return QSize(160, 48)

    def show_axes(self, axes: Axes | None, pair: tuple[int, int], reason: str) -> None:
        """Shows two directions, across and up; or the reason why there are none."""
        latent = self._editor.current.latent
        fits = axes is not None and latent is not None and axes.mean.shape == latent.shape
        self._axes = axes if fits and not reason else None
        self._pair, self._reason = pair, reason
        self._draw_doodles()
        self.update()

    def at(self) -> tuple[float, float] | None:
        """Coordinates of the current doodle, in sigmas."""
        latent = self._editor.current.latent
        if self._axes is None or latent is None:
            return None
        coordinates = self._axes.coordinates(latent)
        return float(coordinates[self._pair[0]]), float(coordinates[self._pair[1]])

    def spot(self, across: float, up: float) -> QPointF:
        """Where coordinates lie, in widget pixels."""
        area = self._area()
        return QPointF(
            area.center().x() + across / REACH * area.width() / 2,
            area.center().y() - up / REACH * area.height() / 2,
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jumps there."""
        if self._axes is not None and event.button() == Qt.MouseButton.LeftButton:
            self._begin(self.tr("Steer"))
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The doodle follows."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag was one step."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows steer, further with Shift."""
        step, at = ARROWS.get(Qt.Key(event.key())), self.at()
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        far = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self._set(at[0] + step[0] * STEP * far, at[1] + step[1] * STEP * far)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Doodles, a cross through the mean, and the marker."""
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 8, 8)
        painter.fillPath(outline, colors.color("page"))
        at = self.at()
        if at is None:
            painter.setPen(colors.color("muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(frame.adjusted(24, 24, -24, -24), flags, self._reason)
        else:
            self._paint_doodles(painter)
            painter.setPen(QPen(colors.color("line"), 1))
            painter.drawLine(self.spot(-REACH, 0), self.spot(REACH, 0))
            painter.drawLine(self.spot(0, -REACH), self.spot(0, REACH))
            self._paint_scale(painter, at)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.color("accent" if self.hasFocus() else "line"), 1))
        painter.drawPath(outline)

    def _paint_doodles(self, painter: QPainter) -> None:
        area = self._area()
        side = min(area.width(), area.height()) / CELLS * 0.92
        painter.setOpacity(STRENGTH)
        for (across, up), picture in self._pictures.items():
            middle = self.spot(across, up)
            corner = middle - QPointF(side / 2, side / 2)
            painter.drawImage(QRectF(corner.x(), corner.y(), side, side), picture)
        painter.setOpacity(1.0)

    def _paint_scale(self, painter: QPainter, at: tuple[float, float]) -> None:
        """How far the edges are from the mean, and the marker with where it is."""
        area = self._area()
        between = REACH / CELLS  # of the doodles, half of the way to the next
        for end in (-REACH, REACH):
            words = f"{number_words(end, 0, signed=True)} σ"
            paint_note(painter, self.spot(end, -between), words, area)
            paint_note(painter, self.spot(between, end), words, area)
        inside = [min(max(c, -REACH), REACH) for c in at]
        marker = self.spot(*inside)
        across, up = (number_words(c, signed=True) for c in at)
        above = marker.y() > area.center().y()
        aside = QPointF(0, -NOTE_ASIDE if above else NOTE_ASIDE)
        paint_note(painter, marker + aside, f"({across}, {up}) σ", area)
        paint_marker(painter, marker)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(12, 12, -12, -12)

    def _go(self, position: QPointF) -> None:
        area = self._area()
        across = (position.x() - area.center().x()) / (area.width() / 2) * REACH
        up = (area.center().y() - position.y()) / (area.height() / 2) * REACH
        self._set(across, up)

    def _set(self, across: float, up: float) -> None:
        ends = [min(max(value, -REACH), REACH) for value in (across, up)]
        self._steer({self._pair[0]: ends[0], self._pair[1]: ends[1]})

    def _draw_doodles(self) -> None:
        """Doodles all over the pad, in the background; they stay while only these two change."""
        axes, latent, engine = self._axes, self._editor.current.latent, self._editor.engine
        if axes is None or latent is None:
            self._pictures, self._rest = {}, None
            return
        rest = axes.rest(latent, self._pair)
        look = (id(axes), self._pair, theme().colors.ink)
        same = self._rest is not None and np.allclose(self._rest, rest, atol=1e-3)
        if same and look == self._look:
            return
        if look != self._look:
            self._pictures = {}
        self._rest, self._look = rest, look
        pair, ratio, ink = self._pair, self.devicePixelRatioF(), QColor(theme().colors.ink)

        def task(job: Job) -> None:
            latents = [axes.moved(rest, {pair[0]: x, pair[1]: y}) for x, y in _cells()]
            for cell, image in zip(_cells(), engine.decode(np.stack(latents)), strict=True):
                if job.cancelled:
                    return
                job.progress((cell, thumbnail(image, _SIDE, ratio, ink)))

        self._job = run_in_background(
            task, lambda _: None, on_progress=self._drawn, replaces=self._job
        )

    def _drawn(self, one: tuple[Cell, QImage]) -> None:
        cell, picture = one
        self._pictures[cell] = picture
        self.update()


def _cells() -> list[Cell]:
    """Coordinates of the doodles on the pad, the middle ones first."""
    ends = [(2 * (i + 0.5) / CELLS - 1) * REACH for i in range(CELLS)]
    cells = [(across, up) for up in ends for across in ends]
    return sorted(cells, key=lambda cell: cell[0] ** 2 + cell[1] ** 2)
