"""What walks a way by itself: a position at every frame."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop.background import FRAME_MS
from desktop.playback import Playback


class Player(QObject):
    """`stepped` tells the position, `ended` that a way walked once is at its end.

    speed: units of the way in a second; it may change on the way.
    """

    stepped = Signal(float)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.speed = 1.0
        self._playback: Playback | None = None
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        """Whether it walks."""
        return self._playback is not None

    def start(self, length: float, repeat: str, position: float) -> None:
        """Walks from a position; from the beginning, if that is the end of the way."""
        self._playback = Playback(length, repeat, position).restarted()
        self._clock.start()
        self._timer.start()

    def stop(self) -> None:
        """Stays where it is."""
        self._playback = None
        self._timer.stop()

    def _tick(self) -> None:
        if self._playback is None:
            return
        walked = self.speed * self._clock.restart() / 1000
        playback = self._playback = self._playback.advanced(walked)
        self.stepped.emit(playback.position)
        if playback.finished and self._playback is playback:
            self.ended.emit()
