"""One command that stops whatever is being made or saved."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from desktop.actions import Actions


class Stopping(QObject):
    """Each of `works` tells in `went_on` that it goes on and in `rested` that it does not, and has
    a `stop`."""

    def __init__(self, actions: Actions, works: Iterable[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._busy: list[Any] = []
        for work in works:
            work.went_on.connect(partial(self._tell, work, True))
            work.rested.connect(partial(self._tell, work, False))
        actions["stop"].triggered.connect(self._stop)

    def retranslate(self) -> None:
        """Texts."""
        reason = "" if self._busy else self.tr("Nothing is being made or saved.")
        self._actions.enable("stop", reason)

    def _tell(self, work: Any, busy: bool, *_: int) -> None:
        """At every picture: only what is new matters."""
        if busy != (work in self._busy):
            (self._busy.append if busy else self._busy.remove)(work)
            self.retranslate()

    def _stop(self) -> None:
        for work in tuple(self._busy):
            work.stop()
