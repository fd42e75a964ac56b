"""The radio rows of a choice, and the row that goes from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from desktop.actions.registry import Actions


class Choice(QObject):
    """Each of `names` is the action that chooses the value before it; `following` chooses the next.

    `choose` is told the value; `show` ticks the one that counts now.
    """

    def __init__(
        self,
        actions: Actions,
        names: Mapping[Any, str],
        choose: Callable[[Any], object],
        parent: QObject,
        following: str = "",
    ) -> None:
        super().__init__(parent)
        self._actions, self._names, self._choose = actions, names, choose
        for value, name in names.items():
            actions[name].triggered.connect(partial(choose, value))
        if following:
            actions[following].triggered.connect(self._next)

    def show(self, value: object) -> None:
        """Ticks the row of this value."""
        self._actions[self._names[value]].setChecked(True)

    def _next(self) -> None:
        """The next that can be had; after the last comes the first."""
        values = list(self._names)
        ticked = [self._actions[name].isChecked() for name in self._names.values()]
        here = ticked.index(True) if any(ticked) else -1
        for value in (*values[here + 1 :], *values[: here + 1]):
            if self._actions[self._names[value]].isEnabled():
                self._choose(value)
                break
