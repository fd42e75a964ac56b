"""The map itself: ground, thumbnails, and the marker of the current doodle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.background import OncePerFrame
from desktop.context import Context
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.theme import theme
from desktop.views.lattice import Key, Lattice, Look, centre_of
from desktop.views.shading import shade
from desktop.views.viewport import Viewport

NUDGE = 6.0
MARKER = 9.0
MOST_ZOOM = 40.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class MapView(QWidget):
    """Left button: jump there and drag. Right or middle button: pan. Wheel: zoom. Arrows: nudge."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._editor = context.editor
        self._frame = OncePerFrame(self)
        self._lattice = Lattice(self._ground_changed)
        self._extent = (-1.0, 1.0, -1.0, 1.0)
        self._view = Viewport.fitting(self._extent, 1, 1)
        self._least = 1.0
        self._ground_image: QImage | None = None
        self._ground: QPixmap | None = None
        self._ground_key: object = None
        self._drag_details: Doodle | None = None
        self._dragging = False
        self._panning_from: QPointF | None = None
        self.setObjectName("mapView")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._editor.document.observe(self._model_changed, "model")
        self._editor.document.observe(self._current_changed, "current", "problem")
        context.settings.changed.connect(self._ground_changed)
        theme().changed.connect(self._theme_changed)

    def sizeHint(self) -> QSize:
        """As large as the canvas."""
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        """Still a map."""
        return QSize(160, 160)

    @property
    def view(self) -> Viewport:
        """What part of the plane is shown."""
        return self._view

    def marker(self) -> QPointF | None:
        """Where the current doodle lies, in widget pixels."""
        place = self._editor.current.place
        if place is None or self._editor.engine.map is None:
            return None
        return QPointF(*self._view.to_screen(*place))

    def fit(self) -> None:
        """Shows everything."""
        self._view = Viewport.fitting(self._extent, self.width(), self.height())
        self._least = self._view.scale
        self._ground_changed()

    def centre(self) -> None:
        """Brings the marker to the middle."""
        place = self._editor.current.place
        if place is not None:
            self._view = self._view.centred(*place)
            self._ground_changed()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms about a pixel, or about the middle."""
        spot = (self.width() / 2, self.height() / 2) if at is None else (at.x(), at.y())
        least = self._least * 0.5
        self._view = self._view.zoomed(factor, spot, least, self._least * MOST_ZOOM)
        self._ground_changed()

    # Moving the doodle ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump there, or take hold of the paper."""
        if self._editor.engine.map is None:
            return
        if event.button() == Qt.MouseButton.LeftButton:
            keep = self._context.settings.values.keep_details
            self._drag_details = self._editor.current if keep else None
            self._dragging = True
            self._editor.begin(self.tr("Move on the map"))
            self._drag_to(event.position())
        else:
            self._panning_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The doodle follows the pointer, or the paper does."""
        if self._dragging:
            self._drag_to(event.position())
        elif self._panning_from is not None:
            moved = event.position() - self._panning_from
            self._panning_from = event.position()
            self._view = self._view.panned(moved.x(), moved.y())
            self._ground_changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag was one step."""
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._frame.flush()
            self._dragging = False
            self._editor.commit()
        self._panning_from = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms about the pointer."""
        self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the doodle (further with Shift), plus and minus zoom, Escape lets go."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None and self._editor.engine.map is not None:
            far = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._nudge(step[0] * far * NUDGE, step[1] * far * NUDGE)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(0.8)
        elif event.key() == Qt.Key.Key_Escape and self._dragging:
            self._dragging = False
            self._frame.drop()
            self._editor.cancel()
        else:
            super().keyPressEvent(event)

    def _drag_to(self, position: QPointF) -> None:
        x, y = self._view.to_plane(position.x(), position.y())

        def move() -> None:
            if self._editor.engine.map is not None:
                details = self._drag_details
                if details is not None:
                    details = self._editor.engine.adapt(details)
                self._editor.live(current=self._editor.engine.at_place(x, y, details))

        self._frame.request(move)

    def _nudge(self, dx: float, dy: float) -> None:
        current = self._editor.current
        x, y = current.place or (self._view.x, self._view.y)
        keep = self._context.settings.values.keep_details
        moved = self._editor.engine.at_place(
            x + dx / self._view.scale, y + dy / self._view.scale, current if keep else None
        )
        self._editor.change(self.tr("Move on the map"), merge="nudge", current=moved)

    # What it shows ----------------------------------------------------------------------------

    def _model_changed(self, state: State) -> None:
        self._lattice.forget()
        plane = self._editor.engine.map
        self._ground_image = None
        if plane is not None:
            x0, x1, y0, y1 = plane.extent
            self._extent = (float(x0), float(x1), float(y0), float(y1))
            self._make_ground_image()
            self.fit()
        self._ground_changed()

    def _theme_changed(self) -> None:
        if self._editor.engine.map is not None:
            self._make_ground_image()
        self._ground_changed()

    def _make_ground_image(self) -> None:
        plane = self._editor.engine.map
        colors = [theme().category_color(i) for i in range(len(plane.category_density))]
        page = theme().colors.color("page")
        strength = 0.5 if theme().dark else 0.6
        self._ground_image = shade(plane.density, plane.category_density, page, colors, strength)

    def _current_changed(self, state: State) -> None:
        if self._dragging and self._editor.current.ink is not None:
            self._dragging = False
            self._frame.drop()
        self.update()

    def _ground_changed(self) -> None:
        self._ground = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the centre and the share of the plane in sight."""
        ratio = self._view.scale / self._least
        fitting = Viewport.fitting(self._extent, self.width(), self.height())
        self._least = fitting.scale
        if ratio > 1.01:
            fitting = fitting.centred(self._view.x, self._view.y).zoomed(
                ratio, (self.width() / 2, self.height() / 2), 0, float("inf")
            )
        self._view = fitting
        self._ground_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground from a pixmap, the marker over it."""
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(outline, colors.color("page"))
        if self._editor.engine.map is None:
            state = self._editor.document.state
            known = bool(state.model or state.problem)
            reason = self._editor.engine.missing("map") if known else ""
            painter.setPen(colors.color("muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(frame.adjusted(24, 24, -24, -24), flags, reason)
        else:
            painter.setClipPath(outline)
            self._refresh_ground()
            if self._ground is not None:
                painter.drawPixmap(0, 0, self._ground)
            self._paint_marker(painter)
            painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.color("accent" if self.hasFocus() else "line"), 1))
        painter.drawPath(outline)

    def _refresh_ground(self) -> None:
        if self._ground is not None or self._ground_image is None:
            return
        ratio = self.devicePixelRatioF()
        self._ground = QPixmap(self.size() * ratio)
        self._ground.setDevicePixelRatio(ratio)
        self._ground.fill(theme().colors.color("page"))
        painter = QPainter(self._ground)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        x0, x1, y0, y1 = self._extent
        left, top = self._view.to_screen(x0, y1)
        right, bottom = self._view.to_screen(x1, y0)
        painter.drawImage(QRectF(left, top, right - left, bottom - top), self._ground_image)
        if self._context.settings.values.thumbnails:
            look = Look(self._editor.engine.name, theme().colors.ink, ratio)
            self._lattice.want(self._editor.engine, self._view, look, self._populated)
            self._lattice.paint(painter, self._view, 0.78)
        painter.end()

    def _populated(self, key: Key) -> bool:
        """Whether drawings lie near a cell: elsewhere the model only guesses."""
        plane = self._editor.engine.map
        x0, x1, y0, y1 = self._extent
        height, width = plane.density.shape
        half = 2.0 ** -key[0] / 2
        x, y = centre_of(key)
        column = sorted(int((x + dx - x0) / (x1 - x0) * width) for dx in (-half, half))
        row = sorted(int((y + dy - y0) / (y1 - y0) * height) for dy in (-half, half))
        part = plane.density[
            max(0, row[0]) : max(0, row[1] + 1), max(0, column[0]) : max(0, column[1] + 1)
        ]
        return bool(part.size and part.max() > 0.03)

    def _paint_marker(self, painter: QPainter) -> None:
        spot = self.marker()
        if spot is None:
            return
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
