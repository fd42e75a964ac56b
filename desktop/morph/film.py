"""The film of a morph: frames of the way, and where on it the current doodle is."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.paint.cache import washes_for
from desktop.paint.doodles import fill_washes
from desktop.state.doodle import Doodle
from desktop.theme import theme
from desktop.views.carrying import drag_away
from desktop.views.slider import Slider

FRAME_SIDE, LARGEST_SIDE = 56, 120
CLOSEST, FURTHEST = 44, 1.2
"""From picture to picture, in pixels, and in their sides: with wider gaps there is one more."""
MOST = 24


class Film(QWidget):
    """Frames from the first keyframe to the last, each beneath where the slider's handle is then.

    Pressing or dragging along walks the morph (`walked`, then `released`). A frame that is pulled
    up or down, be it aslant, leaves with the pointer, as doodles do elsewhere: what the press
    walked to is not meant then (`let_be`). `carried`: one of them is on its way.
    """

    walked = Signal(float)
    released = Signal()
    let_be = Signal()
    resized = Signal()

    def __init__(self, slider: Slider) -> None:
        super().__init__()
        self._slider = slider
        self._frames: list[Doodle] = []
        self._position: float | None = None
        self.words = ""
        self.waiting_words = ""
        self._waiting = False
        self._press: QPointF | None = None
        self.carried = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(40)
        self.setMaximumHeight(LARGEST_SIDE)

    def sizeHint(self) -> QSize:
        """A row of frames."""
        return QSize(7 * FRAME_SIDE, FRAME_SIDE)

    def wanted(self, legs: int) -> int:
        """How many frames of each leg there is room for, the keyframe at its end among them.

        As large as the film is high, unless that leaves wide gaps; then more of them.
        """
        left, right = self._ends()
        leg, side = (right - left) / legs, max(CLOSEST, self._highest())
        filling = max(int(leg / side), ceil(leg / (FURTHEST * side)))
        return max(1, min(filling, int(leg / CLOSEST), MOST // legs))

    def show_frames(self, frames: list[Doodle]) -> None:
        """Shows another film; none empties it."""
        self._waiting = False
        self._frames = frames
        self.update()

    def wait(self) -> None:
        """A film is being made: until it comes, the last one stays, if there was any."""
        self._waiting = True
        self.update()

    def show_position(self, position: float | None) -> None:
        """Where the current doodle is on the way, 0..1; None when it is not on it."""
        self._position = position
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frames side by side, and a line where the morph is."""
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colors.color("line"), 1))
        painter.setBrush(colors.color("page"))
        painter.drawRoundedRect(area, 6, 6)
        if not self._frames:
            painter.setPen(colors.color("muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            words = self.waiting_words if self._waiting else self.words
            painter.drawText(area.adjusted(8, 2, -8, -2), flags, words)
            return
        left = self.middle_of(0)
        side = min(self._cell(), self._highest()) - 4
        for index, frame in enumerate(self._frames):
            x = left + index * self._cell() - side / 2
            rect = QRectF(x, (self.height() - side) / 2, side, side)
            fill_washes(painter, rect, washes_for(frame), colors.color("ink"), colors.color("page"))
        if self._position is not None:
            x = self.middle_of(self._position)
            painter.setPen(QPen(colors.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            wide = side + 4
            painter.drawRoundedRect(QRectF(x - wide / 2, 1, wide, self.height() - 2), 6, 6)

    def middle_of(self, position: float) -> float:
        """Where the mark of a position is: beneath the slider's handle."""
        left, right = self._ends()
        return left + position * (right - left)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position()
            self._walk(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the pointer; or lets a frame go that is pulled out of the row."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._press is not None:
            moved = event.position() - self._press
            across, along = abs(moved.y()), abs(moved.x())
            far = max(across, along) >= QApplication.startDragDistance()
            if far and 2 * across > along and self._frames:
                self._leave(self._frames[self._index(self._press.x())])
                return
            if far:
                self._press = None  # from here on it is a walk, wherever the hand slips
        self._walk(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The walk was one step."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = None
            self.released.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other frames."""
        self.resized.emit()

    def _leave(self, frame: Doodle) -> None:
        self._press = None
        self.let_be.emit()
        self.carried = True
        try:
            drag_away(self, [frame])
        finally:
            self.carried = False

    def _ends(self) -> tuple[float, float]:
        """Where the middles of the first and the last frame are."""
        slider = self._slider
        left, right = map(slider.middle_at, (slider.minimum(), slider.maximum()))
        beside = slider.x() - self.x()
        return beside + left, max(beside + right, beside + left + 1)

    def _highest(self) -> float:
        """Height for frames, of which half of the outermost ones stand beside the slider."""
        left, right = self._ends()
        return min(self.height(), 2 * left, 2 * (self.width() - right))

    def _cell(self) -> float:
        """From frame to frame."""
        left, right = self._ends()
        return (right - left) / max(1, len(self._frames) - 1)

    def _index(self, x: float) -> int:
        """Which frame is there."""
        at = round((x - self.middle_of(0)) / self._cell())
        return min(max(at, 0), len(self._frames) - 1)

    def _walk(self, x: float) -> None:
        if self._frames:
            left, right = self._ends()
            self.walked.emit(min(max((x - left) / (right - left), 0.0), 1.0))
