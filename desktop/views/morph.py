"""Morph: from A to B with a slider, and the film of the way beneath."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from desktop.background import Job, OncePerFrame, run_in_background
from desktop.context import Context
from desktop.morph_path import STRAIGHT, morph_path
from desktop.paint.cache import warm, washes_for
from desktop.paint.doodles import fill_washes
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.state.origin import Morphed
from desktop.theme import GRID, theme
from desktop.views.panel import Panel, action_button
from desktop.views.tile import DoodleTile

STEPS = 1000
FRAME_SIDE = 56
SLOT_SIDE = 128


class Film(QWidget):
    """Frames from A to B; pressing or dragging along them walks the morph."""

    walked = Signal(float)
    released = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._frames: list[Doodle] = []
        self._position: float | None = None
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(44)
        self.setMaximumHeight(2 * FRAME_SIDE)

    def sizeHint(self) -> QSize:
        """A row of frames."""
        return QSize(7 * FRAME_SIDE, FRAME_SIDE)

    def wanted(self) -> int:
        """How many frames there is room for."""
        return max(5, min(15, self.width() // (FRAME_SIDE + 8)))

    def show_frames(self, frames: list[Doodle]) -> None:
        """Shows another film; none empties it."""
        self._frames = frames
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
            painter.drawText(area.adjusted(8, 2, -8, -2), flags, self.words)
            return
        cell = self.width() / len(self._frames)
        side = min(cell, self.height()) - 4
        for index, frame in enumerate(self._frames):
            x = (index + 0.5) * cell - side / 2
            rect = QRectF(x, (self.height() - side) / 2, side, side)
            fill_washes(painter, rect, washes_for(frame), colors.color("ink"))
        if self._position is not None:
            x = cell / 2 + self._position * (self.width() - cell)
            painter.setPen(QPen(colors.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(x - cell / 2, 1, cell, self.height() - 2), 6, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes there."""
        self._walk(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the pointer."""
        self._walk(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The walk was one step."""
        self.released.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other frames."""
        self.resized.emit()

    def _walk(self, x: float) -> None:
        if self._frames:
            cell = self.width() / len(self._frames)
            span = max(1.0, self.width() - cell)
            self.walked.emit(min(max((x - cell / 2) / span, 0.0), 1.0))


class MorphPanel(Panel):
    """Slots A and B, the slider, the film."""

    name = "morph"
    bar = ("swap",)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._job: Job | None = None
        self._frame = OncePerFrame(self)
        self._walking = False
        self.slots = [DoodleTile(context.editor, slot=True, letter=letter) for letter in "AB"]
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(STEPS // 10)
        self.slider.setSingleStep(STEPS // 100)
        self.slider.setMinimumHeight(24)
        self.film = Film()
        middle = QVBoxLayout()
        middle.setSpacing(GRID)
        middle.addStretch(1)
        middle.addWidget(self.slider)
        middle.addWidget(self.film, 8)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 0)
        row.setSpacing(GRID + 4)
        actions = context.actions
        sides = []
        for slot, name in zip(self.slots, ("set_a", "set_b"), strict=True):
            side = QVBoxLayout()
            side.setSpacing(4)
            slot.setMaximumSize(SLOT_SIDE, SLOT_SIDE)
            slot.setMinimumWidth(72)
            button = action_button(actions[name])
            side.addStretch(1)
            side.addWidget(slot, 8)
            side.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            side.addStretch(1)
            sides.append(side)
        row.addLayout(sides[0], 2)
        row.addLayout(middle, 9)
        row.addLayout(sides[1], 2)
        for index, (slot, name) in enumerate(zip(self.slots, ("set_a", "set_b"), strict=True)):
            slot.dropped.connect(lambda doodle, i=index: self.editor.set_keyframe(i, doodle))
            actions[name].triggered.connect(lambda _, i=index: self._set(i))
        actions["swap"].triggered.connect(self._swap)
        self.slider.valueChanged.connect(lambda value: self._walk(value / STEPS))
        self.slider.sliderPressed.connect(self._start)
        self.slider.sliderReleased.connect(self._stop)
        self.film.walked.connect(self._film_walked)
        self.film.released.connect(self._stop)
        self.film.resized.connect(self._refilm)
        self.document.observe(self._keyframes_changed, "keyframes", "model")
        self.document.observe(self._current_changed, "current")
        self._keyframes_changed(self.document.state)

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Morph")

    def retranslate(self) -> None:
        """Texts."""
        self.film.words = self.tr("Set A and B, or drop doodles on them, and walk between")
        self.slider.setAccessibleName(self.tr("From A to B"))
        self.slider.setToolTip(self.tr("Walk from A to B"))
        self.film.setAccessibleName(self.tr("Film of the way from A to B"))
        for letter, slot in zip("AB", self.slots, strict=True):
            slot.setAccessibleName(self.tr("Doodle {letter}").format(letter=letter))
            slot.setToolTip(self.tr("Drop a doodle here; click to make it the current one"))

    def ends(self) -> tuple[Doodle, Doodle] | None:
        """A and B, if both are there and the open model has seen them."""
        first, second = self.document.state.keyframes[:2]
        if first is None or second is None or first.latent is None or second.latent is None:
            return None
        return first, second

    def _set(self, index: int) -> None:
        if not self.editor.current.blank:
            self.editor.set_keyframe(index, self.editor.current)

    def _swap(self) -> None:
        first, second, *rest = self.document.state.keyframes
        self.editor.change(self.tr("Swap A and B"), keyframes=(second, first, *rest))

    def _start(self) -> None:
        if self.ends() is not None and not self._walking:
            self._walking = True
            self.editor.begin(self.tr("Morph"))

    def _stop(self) -> None:
        if self._walking:
            self._frame.flush()
            self._walking = False
            self.editor.commit()

    def _film_walked(self, position: float) -> None:
        self._start()
        self._walk(position)

    def _walk(self, position: float) -> None:
        def show() -> None:
            ends = self.ends()
            if ends is None:
                return
            path = morph_path([end.latent for end in ends])
            doodle = self.editor.engine.on_path(path, position, STRAIGHT)
            if self._walking:
                self.editor.live(current=doodle)
            else:
                self.editor.change(self.tr("Morph"), merge="morph", current=doodle)

        self._frame.request(show)

    def _current_changed(self, state: State) -> None:
        origin = state.current.origin
        on_the_way = isinstance(origin, Morphed) and self.ends() is not None
        position = origin.position if isinstance(origin, Morphed) and on_the_way else None
        self.film.show_position(position)
        if position is not None:
            with QSignalBlocker(self.slider):
                self.slider.setValue(round(position * STEPS))
        for name in ("set_a", "set_b"):
            self.context.actions[name].setEnabled(not state.current.blank)

    def _keyframes_changed(self, state: State) -> None:
        for slot, doodle in zip(self.slots, state.keyframes, strict=False):
            slot.show_doodle(doodle)
        ready = self.ends() is not None
        self.slider.setEnabled(ready)
        self.context.actions["swap"].setEnabled(any(state.keyframes[:2]))
        self._current_changed(state)
        self._refilm()

    def _refilm(self) -> None:
        ends = self.ends()
        if ends is None:
            if self._job is not None:
                self._job.cancel()
            self.film.show_frames([])
            return
        engine, count = self.editor.engine, self.film.wanted()

        def task(job: Job) -> list[Doodle]:
            path = morph_path([end.latent for end in ends])
            frames = engine.film(path, 1, count, STRAIGHT)
            if not job.cancelled:
                warm(frames)
            return frames

        self._job = run_in_background(
            task,
            self.film.show_frames,
            lambda error: self.editor.say(str(error)),
            replaces=self._job,
        )
