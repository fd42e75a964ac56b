"""Doodles that follow the pointer: made at once where that is quick, else in the background."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.background import Job, OncePerFrame, run_in_background
from desktop.paint.cache import warm
from desktop.state.doodle import Doodle

# Half a frame is 8 ms, and what has been made must be outlined, told to all panels and painted.
QUICK_MS = 1.5

Make = Callable[[], Doodle]
Show = Callable[[Doodle], None]


class Following(QObject):
    """Makes the newest wanted doodle, at most one a frame, and hands it to `show`.

    `make` must be safe in any thread. As long as it takes less than `QUICK_MS` it runs in the GUI
    thread. Otherwise one at a time runs in the background; what is wanted meanwhile replaces what
    waits, so that moments come as fast as they can be made and none is older than the last.
    What is known to take long never runs in the GUI thread.
    """

    def __init__(self, parent: QObject, show: Show) -> None:
        super().__init__(parent)
        self._show = show
        self._frame = OncePerFrame(self)
        self._costs: deque[float] = deque(maxlen=3)
        self._job: Job | None = None
        self._waiting: tuple[Make, bool] | None = None
        self._then: Callable[[], None] | None = None

    @property
    def slow(self) -> bool:
        """Whether doodles are made in the background now."""
        # The least of the last few: a hiccup of the machine says nothing about the work.
        return bool(self._costs) and min(self._costs) > QUICK_MS

    def expect(self, slow: bool) -> None:
        """Forgets how long things took: another model makes them, slowly or not."""
        self.drop()
        self._costs.clear()
        if slow:
            self._costs.append(2 * QUICK_MS)

    def want(self, make: Make, *, slow: bool = False) -> None:
        """Shows `make()` soon, unless something else is wanted before; `slow` if that is known."""
        self._frame.request(lambda: self._start(make, slow))

    def finish(self, then: Callable[[], None]) -> None:
        """Calls `then` after the last wanted doodle was shown: at once where nothing waits."""
        self._frame.flush()
        if self._job is None:
            then()
        else:
            self._then = then

    def drop(self) -> None:
        """Forgets whatever has not been shown."""
        self._frame.drop()
        if self._job is not None:
            self._job.cancel()
        self._job = self._waiting = self._then = None

    def _start(self, make: Make, slow: bool) -> None:
        if self._job is not None:
            self._waiting = make, slow
        elif slow or self.slow:
            self._job = run_in_background(
                lambda _: _ready(make), self._made, self._failed, urgent=True
            )
        else:
            doodle, cost = _timed(make)
            self._costs.append(cost)
            self._show(doodle)

    def _made(self, result: tuple[Doodle, float]) -> None:
        doodle, cost = result
        self._costs.append(cost)
        self._show(doodle)
        self._next()

    def _failed(self, _: Exception) -> None:
        self._next()

    def _next(self) -> None:
        waiting, self._waiting = self._waiting, None
        self._job = None
        if waiting is not None:
            self._start(*waiting)
        if self._job is None and self._then is not None:
            then, self._then = self._then, None
            then()


def _timed(make: Make) -> tuple[Doodle, float]:
    began = time.perf_counter()
    doodle = make()
    return doodle, (time.perf_counter() - began) * 1000


def _ready(make: Make) -> tuple[Doodle, float]:
    """In the background: with its outlines, which the GUI thread then need not compute."""
    doodle, cost = _timed(make)
    warm([doodle])
    return doodle, cost
