"""One way to run slow work: a function in a pool thread, its answer back in the GUI thread.

    self._job = run_in_background(task, on_result, on_error, replaces=self._job)

`task(job)` runs in a thread and must not touch widgets; it may look at `job.cancelled` and call
`job.progress(value)`. Answers arrive in the GUI thread, in order, and never after `cancel()`: the
newest request wins because it cancels the one it `replaces`.

The threads are Python's, not QThreadPool's: a pool thread of Qt gets a new Python thread state
for every task, and LiteRT's bindings (pybind11) remember the first one of each thread and wait
for it forever.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from aemodel.errors import DoodlescapeError

FRAME_MS = 16
# A thread that needs the interpreter waits so long at most for another one to give it up. Python's
# own 5 ms, at each of the fifty steps that fill in a place of the map, add up to a stutter.
SWITCH_SECONDS = 0.0005
_log = logging.getLogger(__name__)


class Job:
    """A task on its way. Made by `run_in_background` alone."""

    def __init__(
        self,
        task: Callable[[Job], Any],
        on_result: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None,
        on_progress: Callable[[Any], None] | None,
    ) -> None:
        self.cancelled = False
        self._task = task
        self._on_result = on_result
        self._on_error = on_error
        self._on_progress = on_progress

    def cancel(self) -> None:
        """Drops whatever has not been delivered yet; the task may stop early."""
        self.cancelled = True

    def progress(self, value: Any) -> None:
        """From the task: hands `value` to `on_progress` in the GUI thread."""
        if self._on_progress is not None:
            _postman().parcel.emit(self, self._on_progress, value, False)

    def give_way(self) -> None:
        """From a long task, now and then: waits while a hand waits for something urgent."""
        _postman().calm.wait(1.0)

    def run(self) -> None:
        """In a thread of the pool."""
        deliver, value = None, None
        try:
            if not self.cancelled:
                value = self._task(self)
                deliver = self._on_result
        except Exception as error:
            if not isinstance(error, DoodlescapeError):
                _log.exception("background work failed")
            deliver, value = self._on_error, error
        _postman().parcel.emit(self, deliver, value, True)


class _Postman(QObject):
    """Lives in the GUI thread; the queued signal carries answers over."""

    parcel = Signal(object, object, object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.pool: ThreadPoolExecutor | None = None
        self.fast_lane: ThreadPoolExecutor | None = None
        self.jobs: dict[Job, Future[None]] = {}
        self.calm = threading.Event()
        self.calm.set()
        self._urgent = 0
        self._count_lock = threading.Lock()
        sys.setswitchinterval(SWITCH_SECONDS)
        self.parcel.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, job: Job, urgent: bool) -> None:
        """Hands the job to a thread."""
        if urgent:
            if self.fast_lane is None:
                self.fast_lane = ThreadPoolExecutor(1, thread_name_prefix="doodlescape-fast")
            with self._count_lock:
                self._urgent += 1
                self.calm.clear()
            self.jobs[job] = future = self.fast_lane.submit(job.run)
            future.add_done_callback(lambda done: self._calm_down())
            return
        if self.pool is None:
            # Two at least: what takes seconds (a film, a map filled in) holds up nothing short.
            count = max(2, min(4, (os.cpu_count() or 2) - 1))
            self.pool = ThreadPoolExecutor(count, thread_name_prefix="doodlescape")
        self.jobs[job] = self.pool.submit(job.run)

    def _calm_down(self) -> None:
        """In the fast thread, after a job: nothing urgent is left unless more of it waits."""
        with self._count_lock:
            self._urgent -= 1
            if not self._urgent:
                self.calm.set()

    def stop(self, timeout_ms: int) -> bool:
        """Cancels everything and ends the threads."""
        for job in self.jobs:
            job.cancel()
        late = wait(self.jobs.values(), timeout_ms / 1000).not_done
        for pool in (self.pool, self.fast_lane):
            if pool is not None:
                pool.shutdown(wait=not late, cancel_futures=True)
        self.pool = self.fast_lane = None
        self.jobs.clear()
        return not late

    @Slot(object, object, object, bool)
    def _deliver(
        self, job: Job, deliver: Callable[[Any], None] | None, value: Any, last: bool
    ) -> None:
        if last:
            self.jobs.pop(job, None)
        if deliver is not None and not job.cancelled:
            deliver(value)


_the_postman: list[_Postman] = []


def _postman() -> _Postman:
    if not _the_postman:
        _the_postman.append(_Postman())
    return _the_postman[0]


def run_in_background(
    task: Callable[[Job], Any],
    on_result: Callable[[Any], None],
    on_error: Callable[[Exception], None] | None = None,
    *,
    on_progress: Callable[[Any], None] | None = None,
    replaces: Job | None = None,
    urgent: bool = False,
) -> Job:
    """Starts `task(job)` in a thread, from the GUI thread; returns the job, to cancel or replace.

    urgent: it takes milliseconds and a hand waits for it, so it goes past whatever else waits.

    on_error gets the exception; the ones that are not DoodlescapeErrors are logged as well.
    """
    if replaces is not None:
        replaces.cancel()
    job = Job(task, on_result, on_error, on_progress)
    _postman().start(job, urgent)
    return job


def background_jobs() -> int:
    """How many jobs have not delivered their last answer, cancelled ones included."""
    return len(_postman().jobs)


def stop_background(timeout_ms: int = 10_000) -> bool:
    """Cancels every job and ends the threads; False if one still runs after the timeout."""
    return _postman().stop(timeout_ms)


class OncePerFrame(QObject):
    """Runs the newest of many requests at most once a frame: the first at once, then on time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._next: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def request(self, action: Callable[[], None]) -> None:
        """Runs `action` now, or instead of the one that waits for the next frame."""
        if self._timer.isActive():
            self._next = action
        else:
            self._timer.start(FRAME_MS)
            action()

    def flush(self) -> None:
        """Runs what waits, now: the last move of a drag must not be lost."""
        action, self._next = self._next, None
        if action is not None:
            action()

    def drop(self) -> None:
        """Forgets what waits."""
        self._next = None

    def _tick(self) -> None:
        if self._next is not None:
            self._timer.start(FRAME_MS)
            self.flush()
