"""Choosing several sketches: select, compare, keep."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.context import Context
from desktop.state.doodle import Doodle
from desktop.views.tile import DoodleTile


class SketchSelection(QObject):
    """What is done with several means the selected ones, or all of them when none is selected.

    `changed` tells that other tiles are to be shown.
    """

    changed = Signal()

    def __init__(self, context: Context, tiles: Sequence[DoodleTile], parent: QObject) -> None:
        super().__init__(parent)
        self._editor = context.editor
        self._actions = context.actions
        self._tiles = tiles
        self._actions["compare"].toggled.connect(self.changed)
        self._actions["keep_selected"].triggered.connect(lambda: self._editor.keep(self.doodles()))

    def watch(self, tile: DoodleTile) -> None:
        """A tile joins those that can be selected."""
        tile.selection_changed.connect(self._changed)
        tile.together = self.chosen

    def doodles(self) -> tuple[Doodle, ...]:
        """The selected doodles; all of them when none is selected."""
        return self.chosen() or _doodles_of(self._shown())

    def chosen(self) -> tuple[Doodle, ...]:
        """The selected doodles."""
        return _doodles_of([tile for tile in self._shown() if tile.selected])

    def none(self) -> bool:
        """Selects none; False where none was selected."""
        chosen = [tile for tile in self._shown() if tile.selected]
        for tile in chosen:
            tile.select(False)
        if chosen:
            self._changed()
        return bool(chosen)

    def in_sight(self) -> list[DoodleTile]:
        """The tiles to show: all that have a doodle, or the selected ones while comparing."""
        comparing = self._actions["compare"].isChecked()
        return [tile for tile in self._shown() if tile.selected or not comparing]

    def enable(self) -> None:
        """Greys out what cannot be done with the sketches there are, with the reason."""
        shown, reason = self._shown(), self._editor.engine.missing("sample")
        some = "" if shown else self.tr("There are no sketches yet.")
        for name in ("select_all", "keep_selected", "contact_sheet"):
            self._actions.enable(name, reason or some)
        few = sum(tile.selected for tile in shown) < 2
        why = self.tr("Select two or more sketches with Ctrl and a click.") if few else ""
        self._actions.enable("compare", reason or why)
        if few:
            self._actions["compare"].setChecked(False)

    def _shown(self) -> list[DoodleTile]:
        return [tile for tile in self._tiles if tile.doodle is not None]

    def _changed(self) -> None:
        self.enable()
        self.changed.emit()


def _doodles_of(tiles: Sequence[DoodleTile]) -> tuple[Doodle, ...]:
    return tuple(tile.doodle for tile in tiles if tile.doodle is not None)
