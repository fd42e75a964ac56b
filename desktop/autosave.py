"""Keeps a copy of the session beside the settings, so that a crash loses nothing.

Each running window has a copy and a lock of its own; a copy whose lock nobody holds was left by a
crash. The copy is written some time after the last change, and every few seconds meanwhile; it goes
when everything is saved in a file.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer

from desktop.background import run_in_background
from desktop.files.session import SUFFIX, write_session
from desktop.problems.system import system_words
from desktop.state.document import Document, State

SETTLED_MS = 1000
REGULAR_MS = 5000
_log = logging.getLogger(__name__)
SAVED_FIELDS = (
    "current",
    "keyframes",
    "seed",
    "categories",
    "count",
    "temperature",
    "collection",
    "terms",
    "groups",
    "directions",
    "taught",
    "lesson",
    "way",
)


def data_dir() -> Path:
    """Folder of what the person made: copies of sessions, named directions."""
    kind = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(kind))


class Autosave(QObject):
    """Watches the document once `start` was called, until `stop`.

    `needed` says whether a crash would lose anything now, `home` to which file it all belongs.
    """

    def __init__(
        self,
        document: Document,
        needed: Callable[[], bool],
        home: Callable[[], Path | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._needed, self._home = needed, home
        self._running = False
        self._told = False
        self._taken_over: tuple[Path, ...] = ()
        self.folder = data_dir() / "autosave"
        self.path = self.folder / f"{os.getpid()}-{uuid4().hex[:8]}{SUFFIX}"
        self._lock = QLockFile(str(lock_of(self.path)))
        self._lock.setStaleLockTime(0)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._regular = QTimer(self, singleShot=True, interval=REGULAR_MS)
        self._settled.timeout.connect(self.save)
        self._regular.timeout.connect(self.save)
        document.observe(self._changed, *SAVED_FIELDS)

    def start(self) -> None:
        """From now on changes are saved."""
        self._running = True

    def save(self) -> None:
        """Writes the copy in the background; takes it away where it is not needed."""
        self._settled.stop()
        self._regular.stop()
        if not self._running or self._gone():
            return
        state, path, home = self._document.state, self.path, self._home()
        if not self._lock.isLocked():
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)
            self._lock.tryLock(0)
        written = partial(self._written, self._taken_over)
        run_in_background(lambda job: write_session(path, state, home), written, self._failed)

    def take_over(self, copy: Path) -> None:
        """What a crash has left is in the document now; that copy goes when the own one has it."""
        self._taken_over += (copy,)
        self.save()

    def stop(self, keep: bool = False) -> None:
        """No more copies; the last one goes as well unless it is to be kept."""
        self._running = False
        self._settled.stop()
        self._regular.stop()
        if not keep:
            self._remove()
        self._lock.unlock()

    def abandoned(self) -> list[Path]:
        """Copies left by windows that are gone, the newest first."""
        found = []
        for path in self.folder.glob(f"*{SUFFIX}"):
            lock = QLockFile(str(lock_of(path)))
            lock.setStaleLockTime(0)
            if path != self.path and lock.tryLock(0):
                lock.unlock()
                found.append(path)
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)

    def _changed(self, state: State) -> None:
        if self._running:
            self._settled.start()
            if not self._regular.isActive():
                self._regular.start()

    def _written(self, held: tuple[Path, ...], _: object) -> None:
        """Copies that it holds now are not needed; nor is it, if all has been saved meanwhile."""
        self._told = False
        for copy in held:
            discard(copy)
        self._taken_over = tuple(copy for copy in self._taken_over if copy not in held)
        if self._running:
            self._gone()

    def _gone(self) -> bool:
        """Takes the copy away if it is not needed; says whether it is gone."""
        needed = self._needed()
        if not needed:
            self._remove()
        return not needed

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _failed(self, error: Exception) -> None:
        """One sentence is enough, until it has worked again: the next change tries anew."""
        if self._told:
            return
        self._told = True
        _log.warning("%s", error)
        words = self.tr(
            "A crash would lose what you do now: no copy of it can be kept ({reason}); save the "
            "session often."
        )
        self._document.update(notice="")
        self._document.update(notice=words.format(reason=system_words(error.__cause__)))


def discard(copy: Path) -> None:
    """Deletes a copy, and its lock."""
    for old in (copy, lock_of(copy)):
        with suppress(OSError):
            old.unlink(missing_ok=True)


def lock_of(path: Path) -> Path:
    """The lock file beside a copy."""
    return path.with_suffix(".lock")
