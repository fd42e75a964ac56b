"""The canvas: vector ink under pen, mouse or finger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas.gestures import EraseStrokes, Gesture, Pinch, Place, gesture_for, handle_at
from desktop.canvas.hint import paint_hint
from desktop.canvas.layer import InkLayer
from desktop.canvas.marks import cursor_for, paint_box, paint_ring
from desktop.canvas.pen import paint_tail
from desktop.editor import Editor, ghost_of
from desktop.engine import much_to_read
from desktop.paint.cache import washes_for
from desktop.paint.doodles import Washes, fill_washes, washes_of
from desktop.settings import SettingsStore
from desktop.state.document import State
from desktop.state.doodle import Doodle, Image
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE, Ink, Stroke
from desktop.state.placing import bounds, grown, moved
from desktop.theme import theme
from desktop.views.following import Following

MARGIN = 4
TOOLS = ("pen", "eraser", "rubber", "place")
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_GROW = {Qt.Key.Key_Plus: 1.1, Qt.Key.Key_Equal: 1.1, Qt.Key.Key_Minus: 1 / 1.1}


class Canvas(QWidget):
    """Shows the current doodle's ink, or its ghost to trace, and turns drags into steps.

    `pen_taken`: another tool was in hand, which has nothing to do on an empty page.
    """

    pen_taken = Signal()

    def __init__(self, editor: Editor, settings: SettingsStore) -> None:
        super().__init__()
        self._editor = editor
        self._settings = settings
        self._following = Following(self, self._seen)
        self.tool = "pen"
        self._base: Ink = ()
        self._live: list[tuple[float, float, float]] | None = None
        self._pressed_pen = False
        self._gesture: Gesture | None = None
        self._first_ink: Ink | None = None
        self._shown_ink: Ink | None = None
        self._wanted_ink: Ink | None = None
        self._hover: QPointF | None = None
        self._welcoming = False
        self._said = ""
        self._layer = InkLayer()
        self._ghost: Image | None = None
        self._ghost_washes: Washes = []
        self.setObjectName("canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        editor.document.observe(self._current_changed, "current")

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        """Still a page to draw a cat on."""
        return QSize(104, 104)

    def use_tool(self, tool: str) -> None:
        """One of `TOOLS`: `eraser` takes strokes, `rubber` parts, `place` moves and scales."""
        self.tool = tool
        self._take_back()
        placing = tool == "place"
        self.setCursor(Qt.CursorShape.SizeAllCursor if placing else Qt.CursorShape.CrossCursor)
        self.update()

    def welcome(self, on: bool) -> None:
        """Shows that what is dragged over the window can be dropped."""
        self._welcoming = on
        self.update()

    # Geometry ---------------------------------------------------------------------------------

    def page(self) -> QRectF:
        """The square page, in widget pixels."""
        side = max(1, min(self.width(), self.height()) - 2 * MARGIN)
        return QRectF((self.width() - side) // 2, MARGIN, side, side)

    def to_widget(self, x: float, y: float) -> QPointF:
        """Canvas units to widget pixels."""
        page = self.page()
        scale = page.width() / CANVAS_SIDE
        return page.topLeft() + QPointF(x - CANVAS_ORIGIN, y - CANVAS_ORIGIN) * scale

    def _to_units(self, position: QPointF) -> tuple[float, float]:
        page = self.page()
        scale = CANVAS_SIDE / page.width()
        x = min(max((position.x() - page.x()) * scale, 0.0), CANVAS_SIDE) + CANVAS_ORIGIN
        y = min(max((position.y() - page.y()) * scale, 0.0), CANVAS_SIDE) + CANVAS_ORIGIN
        return x, y

    # Mouse, pen, fingers, keys ----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left works with the tool in hand, right erases."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._start(event.position(), None, event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on with the drag; the ring of an eraser follows in any case."""
        self._hover = event.position()
        if self.busy:
            self._go_on(event.position(), None)
        elif self.tool in ("eraser", "rubber"):
            self.update()
        elif self.tool == "place" and self._editor.current.ink:
            box = bounds(self._editor.current.ink)
            self.setCursor(cursor_for(handle_at(box, self._to_units(event.position()))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends the drag."""
        self._end()

    def leaveEvent(self, event: QEvent) -> None:
        """The ring goes with the pointer."""
        self._hover = None
        self.update()

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

    def event(self, event: QEvent) -> bool:
        """Fingers: one works like the mouse, two move and scale the drawing."""
        if isinstance(event, QTouchEvent):
            self._touched(event)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        event.accept()
        spots = [point.position() for point in event.points()]
        if event.type() == QEvent.Type.TouchCancel:
            self._give_up()
        elif event.type() == QEvent.Type.TouchEnd:
            self._end()
        elif event.type() == QEvent.Type.TouchBegin and len(spots) == 1:
            self._start(spots[0], None, False)
        elif len(spots) == 1 and not isinstance(self._gesture, Pinch):
            self._go_on(spots[0], None)
        elif len(spots) >= 2:
            ends = self._to_units(spots[0]), self._to_units(spots[1])
            if isinstance(self._gesture, Pinch):
                self._change_to(self._gesture.between(*ends))
            else:
                self._give_up()
                if self._editor.current.ink:
                    self._editor.begin(self.tr("Move the drawing"))
                    self._base = self._editor.current.ink
                    self._first_ink = self._shown_ink = self._wanted_ink = self._base
                    self._gesture = Pinch(self._base, *ends)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scales the drawing around its middle, with the tool for it in hand or with Ctrl."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if (self.tool == "place" or held) and not self.busy:
            factor = 1.1 ** (event.angleDelta().y() / 120)
            self._place("scale", lambda ink: grown(ink, factor))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up the drag; with the tool for it, arrows move and + and - scale."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.busy:
            self._give_up()
        elif self.tool == "place" and key in _ARROWS and not self.busy:
            step = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 6.0
            across, down = _ARROWS[key]
            self._place("move", lambda ink: moved(ink, across * step, down * step))
        elif self.tool == "place" and key in _GROW and not self.busy:
            self._place("scale", lambda ink: grown(ink, _GROW[key]))
        else:
            super().keyPressEvent(event)

    def _place(self, kind: str, change: Callable[[Ink], Ink]) -> None:
        """One step together with those of its kind before: a row of keys is undone at once."""
        if self._editor.current.ink:
            ink = change(self._editor.current.ink)
            self._editor.place(ink, self.tr("Move the drawing"), kind)

    # A drag -----------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether a drag is under way."""
        return self._live is not None or self._gesture is not None

    def _start(self, position: QPointF, pressure: float | None, erase: bool) -> None:
        if self.busy:
            self._end()
        ink = self._editor.current.ink
        self._base = ink or ()
        self._first_ink = self._shown_ink = self._wanted_ink = ink
        x, y = self._to_units(position)
        if not self._base and not erase and self.tool != "pen":
            if self._ghost is not None:
                self._say_no_ink()
                return
            # On an empty page there is nothing to do but to draw.
            self.pen_taken.emit()
        gesture = EraseStrokes((x, y)) if erase else gesture_for(self.tool, self._base, (x, y))
        if gesture is not None:
            self._gesture = gesture
            placing = isinstance(gesture, Place)
            self._editor.begin(self.tr("Move the drawing") if placing else self.tr("Erase"))
            self._work((x, y))
        elif self.tool == "pen":
            self._editor.begin(self.tr("Draw stroke"))
            self._pressed_pen = pressure is not None
            self._live = [(x, y, pressure or 0.0)]
            self._touch_down((*self._base, self._live_stroke()))
            self.update()

    def _say_no_ink(self) -> None:
        move = self.tr("There is no ink to move; turn the doodle into ink first.")
        rub = self.tr("There is no ink to rub out; turn the doodle into ink, or trace it.")
        self._said = move if self.tool == "place" else rub
        self._editor.say(self._said)

    def _take_back(self) -> None:
        """What was said of a page without ink goes when it is no longer so."""
        if self._said and self._said == self._editor.document.state.notice:
            self._editor.say("")
        self._said = ""

    def _go_on(self, position: QPointF, pressure: float | None) -> None:
        x, y = self._to_units(position)
        self._hover = position
        if self._gesture is not None:
            self._work((x, y))
        elif self._live is not None:
            last_x, last_y, _ = self._live[-1]
            if abs(x - last_x) + abs(y - last_y) >= 0.5:
                self._live.append((x, y, pressure or 0.0))
                self._see()
                self.update()

    def _end(self) -> None:
        if not self.busy:
            return
        self._following.drop()
        wanted = self._wanted_ink
        # The last point is kept, and exactly this ink is read, where the model would see another.
        if wanted is not self._first_ink and (self._alike or wanted is not self._shown_ink):
            self._seen(self._editor.engine.soon(self._editor.current, wanted or ()))
        if self._live is not None:
            self._layer.finish(self._editor.current.ink or ())
        self._live, self._gesture = None, None
        self._editor.commit()
        self.update()

    def _give_up(self) -> None:
        if self.busy:
            self._live, self._gesture = None, None
            self._following.drop()
            self._editor.cancel()
            self._layer.drop()
            self.update()

    def _touch_down(self, ink: Ink) -> None:
        """The dot is there at once, whatever comes next; a full page is seen within a frame."""
        current = self._editor.current
        if self._base:
            self._seen(replace(current, ink=ink))
            self._see()
        else:
            self._wanted_ink = ink
            self._seen(self._editor.inked(ink))

    def _see(self) -> None:
        """Shows the stroke so far to the model; at most once a frame."""
        self._want((*self._base, self._live_stroke()))

    def _live_stroke(self) -> Stroke:
        values = np.array(self._live, np.float32)
        return Stroke(values[:, :2], values[:, 2] if self._pressed_pen else None)

    def _work(self, point: tuple[float, float]) -> None:
        """Lets the tool work on the ink; the model sees the outcome once a frame."""
        assert self._gesture is not None
        ink = self._gesture.to(self._base, point)
        if ink is not None:
            self._change_to(ink)
        self.update()

    def _change_to(self, ink: Ink) -> None:
        self._base = ink
        self._want(ink)

    @property
    def _alike(self) -> bool:
        return self._gesture is not None and self._gesture.alike

    def _want(self, ink: Ink) -> None:
        """Shows the model this ink soon; where it would see no difference, at once."""
        current = self._editor.current
        self._wanted_ink = ink
        if self._alike:
            self._following.want(partial(replace, current, ink=ink))
        else:
            look = partial(self._editor.engine.from_ink, ink, ghost_of(current))
            self._following.want(look, slow=bool(ink) and much_to_read(ink))

    def _seen(self, doodle: Doodle) -> None:
        """The model has seen the ink; another one may have been opened meanwhile."""
        if self.busy:
            self._shown_ink = doodle.ink
            self._editor.live(current=self._editor.engine.adapt(doodle))

    def _current_changed(self, state: State) -> None:
        if self.busy and state.current.ink is not self._shown_ink:
            self._live, self._gesture = None, None
            self._following.drop()
            self._layer.drop()
        ghost = ghost_of(state.current)
        if state.current.ink or ghost is None:
            self._take_back()
        if ghost is not self._ghost:
            self._ghost = ghost
            # Tracing a doodle goes on beneath its own picture; anything else is outlined once.
            own = state.current.ink is None and not state.current.blank
            self._ghost_washes = (
                [] if ghost is None else washes_for(state.current) if own else washes_of(ghost)
            )
        self.update()

    # Painting ---------------------------------------------------------------------------------

    def paint_empty(self, painter: QPainter, page: QRectF) -> None:
        """What an empty page says."""
        more = self.tr("or drop a picture here")
        paint_hint(painter, page, self.tr("Draw a cat"), more, theme().colors)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Page, ghost or hint, finished ink from a layer, the live stroke's end, tool's marks."""
        colors = theme().colors
        page, painter = self.page(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = "accent" if self.hasFocus() or self._welcoming else "line"
        painter.setPen(QPen(colors.color(ring), 3 if self._welcoming else 1))
        painter.setBrush(colors.color("page"))
        painter.drawRoundedRect(page.adjusted(-0.5, -0.5, 0.5, 0.5), 8, 8)
        painter.setClipRect(page)
        ink = self._base if self.busy else self._editor.current.ink or ()
        if self._ghost is not None:
            ghost = colors.color("faint")
            ghost.setAlphaF(0.45)
            fill_washes(painter, page, self._ghost_washes, ghost, colors.color("page"))
        elif self._live is None and not ink:
            self.paint_empty(painter, page)
        live = None if self._live is None else self._live_stroke()
        width, color = self._settings.values.pen_width, colors.color("ink")
        self._layer.refresh(ink, live, page.width(), self.devicePixelRatioF(), width, color)
        if self._layer.pixmap is not None:
            painter.drawPixmap(page.topLeft(), self._layer.pixmap)
        scale = page.width() / CANVAS_SIDE
        if live is not None:
            painter.save()
            painter.translate(page.topLeft())
            painter.scale(scale, scale)
            painter.translate(-CANVAS_ORIGIN, -CANVAS_ORIGIN)
            paint_tail(painter, live, width, color)
            painter.restore()
        if self.tool == "place" and ink:
            paint_box(painter, bounds(ink), self.to_widget, colors)
        elif self._hover is not None and live is None:
            paint_ring(painter, self.tool, self._hover, scale, colors)
