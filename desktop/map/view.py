"""The map itself: ground, marker, and what the mouse and the keys do there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.context import Context
from desktop.map.arrows import ARROWS
from desktop.map.caption import caption_at
from desktop.map.filtering import Shown
from desktop.map.fingers import Fingers
from desktop.map.ground import Ground
from desktop.map.hover import HoverPreview
from desktop.map.mover import MapMover
from desktop.map.neighbours import Point
from desktop.map.overlay import Overlay, spots_of
from desktop.map.plane_path import PlanePath
from desktop.map.signs import MARKER
from desktop.map.viewport import Viewport, within
from desktop.map.way_pen import WayPen
from desktop.state.document import State
from desktop.theme import theme
from desktop.views.names import reason_words

NUDGE = 6.0
PAN = 40.0
STEP = 1.25
MOST_ZOOM = 40.0
_POINTS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = Qt.MouseButton.LeftButton


class MapView(QWidget):
    """Left button: jump there and drag, or draw a way. Right or middle: pan. Wheel: zoom.

    One finger does what the left button does, two pan and zoom. Arrows move the doodle, with Ctrl
    the map; plus and minus zoom, Escape puts back what is under way. While ways are drawn, Space
    sets a point of one where the doodle is, and Enter the last one.

    `looked` tells that another part of the plane is in sight.
    """

    looked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._editor = context.editor
        self.mover = MapMover(context, self)
        self._ground = Ground(self, self.update)
        self._hover = HoverPreview(self)
        self._extent = (-1.0, 1.0, -1.0, 1.0)
        self._view = Viewport.fitting(self._extent, 1, 1)
        self._least = 1.0
        self._held = False
        self._panning_from: QPointF | None = None
        self._fingers = Fingers(self)
        self._pen = WayPen()
        self._overlay = Overlay(self._ground, self.mover, self._pen)
        self._marked: Point | None = None
        self._draws_ways = False
        self.setObjectName("mapView")
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._editor.document.observe(self._model_changed, "model")
        self._editor.document.observe(self._current_changed, "current")
        self._editor.document.observe(lambda _: self.update(), "problem")
        context.settings.changed.connect(self._settings_changed)
        theme().changed.connect(self._theme_changed)
        self.mover.way_changed.connect(self.update)
        self._settings_changed()

    def sizeHint(self) -> QSize:
        """As large as the canvas."""
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        """Still a map."""
        return QSize(160, 80)

    @property
    def view(self) -> Viewport:
        """What part of the plane is shown."""
        return self._view

    @property
    def ground(self) -> Ground:
        """What lies under the marker."""
        return self._ground

    @property
    def hover(self) -> HoverPreview:
        """The preview beside the pointer."""
        return self._hover

    @property
    def shown(self) -> Shown:
        """Which categories are shown."""
        return self._ground.wanted.shown

    @property
    def draws_ways(self) -> bool:
        """Whether the left button draws, instead of moving the doodle."""
        return self._draws_ways

    def draw_ways(self, on: bool) -> None:
        """Lets the left button and the keys draw ways, or not."""
        self._draws_ways = on
        self._pen.drop()
        self.update()

    def marker(self) -> QPointF | None:
        """Where the current doodle lies, in widget pixels."""
        place = self._editor.current.place
        if place is None or self._editor.engine.map is None:
            return None
        return QPointF(*self._view.to_screen(*place))

    def way_spots(self) -> list[QPointF]:
        """Points of the way, in widget pixels."""
        return spots_of(self._view, self.mover.way.points.tolist())

    # Looking ----------------------------------------------------------------------------------

    def _fitting(self) -> Viewport:
        """Everything, and the whole marker even at the edge."""
        return Viewport.fitting(self._extent, self.width(), self.height(), MARKER + 3)

    def whole(self) -> None:
        """Shows everything."""
        self._view = self._fitting()
        self._least = self._view.scale
        self._look_there()

    def centre(self) -> None:
        """Brings the marker to the middle."""
        place = self._editor.current.place
        if place is not None:
            self._view = self._view.centred(*place)
            self._look_there()

    def zoom_in(self) -> None:
        """A step nearer, about the middle."""
        self.zoom(STEP)

    def zoom_out(self) -> None:
        """A step back."""
        self.zoom(1 / STEP)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms about a pixel, or about the middle."""
        spot = (self.width() / 2, self.height() / 2) if at is None else (at.x(), at.y())
        least = self._least * 0.5
        self._view = self._view.zoomed(factor, spot, least, self._least * MOST_ZOOM)
        self._look_there()

    def pan(self, dx: float, dy: float) -> None:
        """Moves the map by pixels, as a hand moves paper."""
        self._view = self._view.panned(dx, dy)
        self._look_there()

    def _look_there(self) -> None:
        self._hover.leave()
        self._ground.changed()
        self.looked.emit()

    def show_categories(self, shown: Shown) -> None:
        """Shows only the categories with these indices; None shows all."""
        self._ground.want(shown=shown)
        self.mover.domains = self._ground.domains
        self._preview_anew()

    def point_out(self, index: int | None) -> None:
        """Says where one category is, and fades the names of the others; None: no more."""
        if index != self._overlay.pointed:
            self._overlay.pointed = index
            self.update()

    def show_neighbours(self, places: list[Point]) -> None:
        """Joins the marker to what lies near it."""
        self._overlay.neighbours = places
        self.update()

    def use_seed(self, seed: int) -> bool:
        """Fills in places from this seed from now on; False if it was so before."""
        changed = seed != self.mover.seed
        self.mover.seed = seed
        if changed:
            self._ground.want(seed=seed)
            self._preview_anew()
        return changed

    def fill_from(self, seed: int) -> None:
        """Fills in what places do not say from another seed, the current doodle's place too."""
        if self.use_seed(seed):
            self.mover.fill_anew()

    # Moving the doodle ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump there, begin a way, or take hold of the paper."""
        if event.button() == _LEFT:
            self.press(event.position())
        else:
            self._hover.leave()
            self._panning_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The doodle follows the pointer, or the paper does, or the way grows."""
        at = event.position()
        if self._panning_from is not None:
            moved, self._panning_from = at - self._panning_from, at
            self.pan(moved.x(), moved.y())
        elif not self.go_on(at) and not self.mover.playing:
            self._preview(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag was one step."""
        if event.button() == _LEFT:
            self.release()
        self._panning_from = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def event(self, event: QEvent) -> bool:
        """Fingers on the screen, and on what a mouse is moved with; no preview beside Help."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self._hover.leave()
        if isinstance(event, QTouchEvent):
            self._fingers.touched(event)
            return True
        zooming = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == zooming:
            self.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def press(self, at: QPointF) -> None:
        """Jumps there, or begins a way."""
        self._hover.leave()
        if self._editor.engine.map is None:
            return
        if self._draws_ways:
            self.mover.stop()
            self._pen.press(self._place(at))
        else:
            self.mover.begin(self.tr("Move on the map"))
            self._held = True
            self.mover.go(*self._place(at))

    def go_on(self, at: QPointF) -> bool:
        """The doodle follows, or the way grows; whether something was under way."""
        if self._held and self.mover.moving:
            self.mover.go(*self._place(at))
        elif self._pen.stroke is not None:
            self._pen.go_on(self._place(at))
            self.update()
        return self._pen.stroke is not None or (self._held and self.mover.moving)

    def release(self) -> None:
        """The drag was one step, the way is walked."""
        if self._held:
            self._held = False
            self.mover.end()
        elif self._pen.stroke is not None:
            self._draw(self._pen.release(self._view.scale))

    def _draw(self, way: PlanePath | None) -> None:
        """A way that is one is walked."""
        if way is not None:
            self.mover.take_way(way)
        self.update()

    def _set_point(self, *, last: bool) -> None:
        """A point of a way where the doodle is, or in the middle while there is none."""
        if self._editor.engine.map is None:
            return
        self.mover.stop()
        self._pen.set_point(self.mover.aim((self._view.x, self._view.y)))
        way = self._pen.finish(self._view.scale) if last else None
        if last and way is None:
            self._editor.say(self.tr("Move the doodle on and set another point of the way."))
        self._draw(way)

    def give_up(self) -> None:
        """Puts back what is under way."""
        self._held = False
        self._pen.drop()
        self.mover.cancel()
        self.update()

    def _place(self, at: QPointF) -> Point:
        """The place under a pixel, or the nearest one on the map."""
        return within(self._extent, *self._view.to_plane(at.x(), at.y()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the thumbnails that have not come yet."""
        self._ground.lattice.rest()
        self._ground.changed()
        super().hideEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No preview outside."""
        self._hover.leave()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms about the pointer."""
        self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the doodle (further with Shift), with Ctrl the map; see the class."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan(-step[0] * PAN, step[1] * PAN)
        elif step is not None and self._editor.engine.map is not None:
            far = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            by = far * NUDGE / self._view.scale
            self.mover.nudge(step[0] * by, step[1] * by, (self._view.x, self._view.y))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif event.key() in _POINTS and self._draws_ways:
            self._set_point(last=event.key() != Qt.Key.Key_Space)
        elif event.key() == Qt.Key.Key_Escape and (self.mover.moving or self._pen.busy):
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _preview(self, at: QPointF) -> None:
        engine = self._editor.engine
        if engine.map is None:
            return
        x, y = self._place(at)
        caption = caption_at(engine, self.shown, x, y)
        make = partial(self.mover.at, x, y, self.mover.details())
        self._hover.follow(at, caption, make)

    def _preview_anew(self) -> None:
        """The pointer rests, and what a click there would bring has changed."""
        if self._hover.at is not None:
            self._preview(self._hover.at)

    # What it shows ----------------------------------------------------------------------------

    def _current_changed(self, state: State) -> None:
        """A drawing that only moves on its page keeps its place here."""
        if state.current.place != self._marked:
            self._marked = state.current.place
            self.update()

    def _model_changed(self, state: State) -> None:
        self._held = False
        self._pen.drop()
        plane = self._editor.engine.map
        self._hover.expect(slow=plane is not None and plane.filled)
        self.mover.forget()
        self._ground.use(self._editor.engine)
        self.mover.domains = self._ground.domains
        self._overlay.neighbours, self._overlay.pointed = [], None
        if plane is not None:
            x0, x1, y0, y1 = plane.extent
            self._extent = (float(x0), float(x1), float(y0), float(y1))
            self.whole()
        self.update()

    def _settings_changed(self) -> None:
        self._ground.want(thumbnails=self._context.settings.values.thumbnails)

    def _theme_changed(self) -> None:
        self._ground.repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the centre and the share of the plane in sight."""
        ratio = self._view.scale / self._least
        fitting = self._fitting()
        self._least = fitting.scale
        if ratio > 1.01:
            fitting = fitting.centred(self._view.x, self._view.y).zoomed(
                ratio, (self.width() / 2, self.height() / 2), 0, float("inf")
            )
        self._view = fitting
        self._look_there()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground from a pixmap, the marks over it."""
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
            reason = reason_words(self._editor.engine.missing("map")) if known else ""
            painter.setPen(colors.color("muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(frame.adjusted(24, 24, -24, -24), flags, reason)
        else:
            painter.setClipPath(outline)
            self._ground.paint(painter, self._view)
            self._overlay.paint(painter, self._view, self.marker(), QRectF(self.rect()))
            painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.color("accent" if self.hasFocus() else "line"), 1))
        painter.drawPath(outline)
