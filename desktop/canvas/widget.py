"""The canvas: vector ink under pen, mouse or finger."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.background import OncePerFrame
from desktop.canvas.hint import paint_hint
from desktop.canvas.hits import strokes_touched
from desktop.canvas.pen import paint_ink, paint_pieces, paint_stroke, paint_tail
from desktop.editor import Editor, ghost_of
from desktop.paint.doodles import Washes, fill_washes, washes_of
from desktop.settings import SettingsStore
from desktop.state.document import State
from desktop.state.doodle import Image
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE, Ink, Stroke
from desktop.theme import theme

ERASER_RADIUS = 7.0
MARGIN = 4


class Canvas(QWidget):
    """Shows the current doodle's ink, or its ghost to trace, and turns strokes into steps."""

    tool_changed = Signal(str)

    def __init__(self, editor: Editor, settings: SettingsStore) -> None:
        super().__init__()
        self._editor = editor
        self._settings = settings
        self._frame = OncePerFrame(self)
        self.tool = "pen"
        self._base: Ink = ()
        self._live: list[tuple[float, float, float]] | None = None
        self._pressed_pen = False
        self._erasing_from: tuple[float, float] | None = None
        self._shown_ink: Ink | None = None
        self._layer: QPixmap | None = None
        self._layer_ink: Ink = ()
        self._layer_pieces = 0
        self._layer_key: object = None
        self._ghost: Image | None = None
        self._ghost_washes: Washes = []
        self.setObjectName("canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setCursor(Qt.CursorShape.CrossCursor)
        editor.document.observe(self._current_changed, "current")

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        """Still a page to draw a cat on."""
        return QSize(160, 160)

    def use_tool(self, tool: str) -> None:
        """`pen` or `eraser`."""
        self.tool = tool
        self.tool_changed.emit(tool)

    # Geometry ---------------------------------------------------------------------------------

    def page(self) -> QRectF:
        """The square page, in widget pixels."""
        side = max(1, min(self.width(), self.height()) - 2 * MARGIN)
        return QRectF((self.width() - side) // 2, MARGIN, side, side)

    def to_widget(self, x: float, y: float) -> QPointF:
        """Canvas units to widget pixels."""
        page = self.page()
        scale = page.width() / CANVAS_SIDE
        return QPointF(
            page.x() + (x - CANVAS_ORIGIN) * scale, page.y() + (y - CANVAS_ORIGIN) * scale
        )

    def _to_units(self, position: QPointF) -> tuple[float, float]:
        page = self.page()
        scale = CANVAS_SIDE / page.width()
        x = min(max((position.x() - page.x()) * scale, 0.0), CANVAS_SIDE) + CANVAS_ORIGIN
        y = min(max((position.y() - page.y()) * scale, 0.0), CANVAS_SIDE) + CANVAS_ORIGIN
        return x, y

    # Drawing ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left draws with the tool in hand, right erases."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._start(event.position(), None, event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on with the stroke."""
        self._go_on(event.position(), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends the stroke."""
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen with pressure; its other end erases."""
        eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
        if event.type() == QEvent.Type.TabletPress:
            self._start(event.position(), event.pressure(), eraser)
        elif event.type() == QEvent.Type.TabletMove:
            self._go_on(event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up the stroke under way."""
        if event.key() == Qt.Key.Key_Escape and self.busy:
            self._live, self._erasing_from = None, None
            self._frame.drop()
            self._editor.cancel()
            self._layer = None
            self.update()
        else:
            super().keyPressEvent(event)

    @property
    def busy(self) -> bool:
        """Whether a stroke is under way."""
        return self._live is not None or self._erasing_from is not None

    def _start(self, position: QPointF, pressure: float | None, erase: bool) -> None:
        if self.busy:
            self._end()
        self._base = self._editor.current.ink or ()
        self._shown_ink = self._editor.current.ink
        if erase or self.tool == "eraser":
            self._editor.begin(self.tr("Erase"))
            self._erasing_from = self._to_units(position)
            self._erase_to(self._erasing_from)
            return
        self._editor.begin(self.tr("Draw stroke"))
        self._pressed_pen = pressure is not None
        x, y = self._to_units(position)
        self._live = [(x, y, pressure or 0.0)]
        self._see()
        self.update()

    def _go_on(self, position: QPointF, pressure: float | None) -> None:
        x, y = self._to_units(position)
        if self._erasing_from is not None:
            self._erase_to((x, y))
        elif self._live is not None:
            last_x, last_y, _ = self._live[-1]
            if abs(x - last_x) + abs(y - last_y) >= 0.5:
                self._live.append((x, y, pressure or 0.0))
                self._frame.request(self._see)
                self.update()

    def _end(self) -> None:
        if not self.busy:
            return
        if self._live is not None:
            self._frame.drop()
            self._see()
            self._finish_layer()
        self._live, self._erasing_from = None, None
        self._editor.commit()
        self.update()

    def _see(self) -> None:
        """Shows the stroke so far to the model; at most once a frame."""
        if self._live is not None:
            ink = (*self._base, self._live_stroke())
            self._shown_ink = ink
            self._editor.live(current=self._editor.inked(ink))

    def _live_stroke(self) -> Stroke:
        values = np.array(self._live, np.float32)
        return Stroke(values[:, :2], values[:, 2] if self._pressed_pen else None)

    def _erase_to(self, end: tuple[float, float]) -> None:
        assert self._erasing_from is not None
        ink = self._editor.current.ink or ()
        touched = strokes_touched(ink, self._erasing_from, end, ERASER_RADIUS)
        self._erasing_from = end
        if touched:
            rest = tuple(stroke for index, stroke in enumerate(ink) if index not in touched)
            doodle = self._editor.inked(rest)
            self._shown_ink = doodle.ink
            self._editor.live(current=doodle)

    def _current_changed(self, state: State) -> None:
        if self.busy and state.current.ink is not self._shown_ink:
            self._live, self._erasing_from = None, None
            self._frame.drop()
            self._layer = None
        ghost = ghost_of(state.current)
        if ghost is not self._ghost:
            self._ghost = ghost
            self._ghost_washes = [] if ghost is None else washes_of(ghost)
        self.update()

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Page, ghost or hint, finished ink from a layer, and the end of the live stroke."""
        colors = theme().colors
        page = self.page()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.color("accent" if self.hasFocus() else "line"), 1))
        painter.setBrush(colors.color("page"))
        painter.drawRoundedRect(page.adjusted(-0.5, -0.5, 0.5, 0.5), 8, 8)
        if self._ghost is not None:
            ghost = colors.color("faint")
            ghost.setAlphaF(0.6)
            fill_washes(painter, page, self._ghost_washes, ghost)
        elif self._live is None and not self._editor.current.ink:
            paint_hint(painter, page, self.tr("Draw a cat"), colors)
        self._refresh_layer()
        if self._layer is not None:
            painter.drawPixmap(page.topLeft(), self._layer)
        if self._live is not None:
            self._into_units(painter, page.topLeft())
            paint_tail(painter, self._live_stroke(), self._pen_width(), colors.color("ink"))

    def _pen_width(self) -> float:
        return self._settings.values.pen_width

    def _into_units(self, painter: QPainter, corner: QPointF) -> None:
        scale = self.page().width() / CANVAS_SIDE
        painter.translate(corner)
        painter.scale(scale, scale)
        painter.translate(-CANVAS_ORIGIN, -CANVAS_ORIGIN)

    def _refresh_layer(self) -> None:
        """Brings the layer up to date, painting no more than what has been added."""
        colors = theme().colors
        ink = self._base if self._live is not None else (self._editor.current.ink or ())
        key = (self.page().size(), self.devicePixelRatioF(), colors, self._pen_width())
        grown = self._layer_ink == ink[: len(self._layer_ink)]
        if self._layer is None or key != self._layer_key or not grown:
            ratio = self.devicePixelRatioF()
            side = max(1, round(self.page().width() * ratio))
            self._layer = QPixmap(side, side)
            self._layer.setDevicePixelRatio(ratio)
            self._layer.fill(Qt.GlobalColor.transparent)
            self._layer_key, self._layer_ink, self._layer_pieces = key, (), 0
        live = None if self._live is None else self._live_stroke()
        fresh = ink[len(self._layer_ink) :]
        if not fresh and (live is None or len(live.points) - 1 <= self._layer_pieces):
            return
        painter = QPainter(self._layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._into_units(painter, QPointF(0, 0))
        color, width = colors.color("ink"), self._pen_width()
        paint_ink(painter, fresh, width, color)
        self._layer_ink = ink
        if live is not None:
            known = len(live.points) - 1
            paint_pieces(painter, live, range(self._layer_pieces, known), width, color)
            self._layer_pieces = known
        painter.end()

    def _finish_layer(self) -> None:
        """The live stroke has become ink: paints its end, so that the layer need not start anew."""
        ink = self._editor.current.ink or ()
        if self._layer is None or self._layer_ink != ink[:-1] or not ink:
            self._layer = None
            return
        painter = QPainter(self._layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._into_units(painter, QPointF(0, 0))
        paint_stroke(painter, ink[-1], self._pen_width(), QColor(theme().colors.ink))
        painter.end()
        self._layer_ink, self._layer_pieces = ink, 0
