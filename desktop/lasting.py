"""What lasts from one session to the next: directions, categories of one's own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from aemodel.errors import DataError
from desktop.autosave import data_dir
from desktop.background import Job, run_in_background
from desktop.editor import Editor
from desktop.problems import problem_words
from desktop.problems.system import system_words
from desktop.state.document import State

Things = tuple[Any, ...]


@dataclass(frozen=True)
class Kind:
    """Things of one field of the document, and the file that keeps them.

    `read` and `write` raise DataError. Two things of the same `key` are one; `united` is all of
    two lists, without doubles and each under a name of its own.
    """

    field: str
    file: str
    read: Callable[[Path], Things]
    write: Callable[[Path, Things], None]
    key: Callable[[Any], Hashable]
    united: Callable[[Things, Things], Things]


class Lasting:
    """Reads a file that all open windows share, and writes each change of the document into it."""

    def __init__(self, editor: Editor, kind: Kind) -> None:
        self._editor = editor
        self._kind = kind
        self.file = data_dir() / kind.file
        self.read = False
        self._known: Things = ()
        self._met: frozenset[Hashable] = frozenset()
        self._saving: Job | None = None
        self._writing = threading.Lock()
        editor.document.observe(self._keep, kind.field)
        run_in_background(lambda job: kind.read(self.file), self._loaded, self._not_loaded)

    def _loaded(self, things: Things) -> None:
        """Those of earlier sessions, beside the ones of this session."""
        self._known, self.read = things, True
        self._meet(things)
        mine = getattr(self._editor.document.state, self._kind.field)
        self._editor.document.update(**{self._kind.field: self._kind.united(mine, things)})

    def _not_loaded(self, error: Exception) -> None:
        self._set_aside()
        self._editor.say(problem_words(error))
        self._loaded(())

    def _set_aside(self) -> None:
        """Nothing overwrites a damaged file."""
        with suppress(OSError):
            self.file.replace(self.file.with_suffix(".damaged"))

    def _meet(self, things: Things) -> None:
        self._met |= {self._kind.key(thing) for thing in things}

    def _keep(self, state: State) -> None:
        things: Things = getattr(state, self._kind.field)
        self._meet(things)
        if things == self._known or not self.read:
            return
        self._known, met = things, self._met

        def task(job: Job) -> None:
            with self._writing:
                if not job.cancelled:
                    self._write(things, met)

        self._saving = run_in_background(
            task, lambda _: None, self._not_kept, replaces=self._saving
        )

    def _write(self, things: Things, met: frozenset[Hashable]) -> None:
        """Another window may have added some meanwhile; those met here have been deleted."""
        others: Things = ()
        try:
            there = self._kind.read(self.file)
            others = tuple(thing for thing in there if self._kind.key(thing) not in met)
        except DataError:
            self._set_aside()
        self._kind.write(self.file, self._kind.united(things, others))

    def _not_kept(self, error: Exception) -> None:
        words = QCoreApplication.translate(
            "Lasting",
            "Directions and categories could not be kept for the next start ({reason}); save the "
            "session, which holds them too.",
        )
        self._editor.say(words.format(reason=system_words(error.__cause__)))
