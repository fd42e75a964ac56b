"""Undo: one generic command that swaps fields of the document, and gestures that make one step."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtGui import QUndoCommand

Fields = dict[str, Any]


class Restorer(Protocol):
    """What a command needs: somebody who puts fields back (the editor)."""

    def restore(self, fields: Fields) -> None:
        """Puts the fields into the document, adapted to the model that is open now."""


class Change(QUndoCommand):
    """From `before` to `after`. Consecutive changes with the same `merge` word are one step."""

    def __init__(
        self, restorer: Restorer, text: str, before: Fields, after: Fields, merge: str = ""
    ) -> None:
        super().__init__(text)
        self._restorer = restorer
        self._before = before
        self._after = after
        self._merge = merge

    @property
    def fields(self) -> set[str]:
        """What it changes."""
        return set(self._after)

    def id(self) -> int:
        """Qt asks `mergeWith` only of commands with equal ids other than -1."""
        return hash(self._merge) & 0x3FFFFFFF if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Takes over where the later change ends."""
        if not isinstance(other, Change) or other._merge != self._merge:
            return False
        self._after = {**self._after, **other._after}
        self._before = {**other._before, **self._before}
        # Qt deletes the later one, but Python would keep all that it holds: the whole window.
        other.__dict__.clear()
        return True

    def redo(self) -> None:
        """Also called by the push itself, where it changes nothing after a live gesture."""
        self._restorer.restore(self._after)

    def undo(self) -> None:
        """Back to how it was."""
        self._restorer.restore(self._before)
