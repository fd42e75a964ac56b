"""Shelf: the doodles that were kept, with names, in the order that one likes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QInputDialog, QMenu, QStackedLayout, QWidget

from desktop.context import Context
from desktop.editor import Editor
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.views.panel import Panel, quiet_label
from desktop.views.tile import DOODLE_MIME, DoodleTile, mime_doodle
from desktop.views.tile_area import TileArea
from desktop.views.words import doodle_words

LONGEST_NAME = 60


class ShelfTile(DoodleTile):
    """A kept doodle with its name; the shelf's actions are in its menu."""

    def __init__(self, editor: Editor, panel: ShelfPanel) -> None:
        super().__init__(editor, captioned=True)
        self._panel = panel

    def extend_menu(self, menu: QMenu, doodle: Doodle) -> None:
        """Rename, export, delete."""
        for name in ("rename", "discard"):
            action = self._panel.context.actions[name]
            row = menu.addAction(action.icon(), action.text())
            row.setShortcut(action.shortcut())
            act = self._panel.rename if name == "rename" else self._panel.discard
            row.triggered.connect(partial(act, doodle))


class ShelfPanel(Panel):
    """Drop doodles to keep them, drag them to move them or to take them elsewhere."""

    name = "shelf"
    bar = ("keep", "rename", "discard")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tiles: list[DoodleTile] = []
        self.area = TileArea(56, 128, captioned=True)
        self._empty = quiet_label(wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(4, 4, 4, 0)
        self._pages.addWidget(self.area)
        self._pages.addWidget(self._empty)
        self.setAcceptDrops(True)
        actions = context.actions
        actions["keep"].triggered.connect(self.keep)
        actions["rename"].triggered.connect(self.rename_chosen)
        actions["discard"].triggered.connect(self.discard_chosen)
        # Other panels have keys of their own for their own doodles.
        for name in ("rename", "discard"):
            actions.confine(name, self)
        self.document.observe(self._show, "collection")
        self.document.observe(self._mark, "collection", "current")
        self._show(self.document.state)

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Shelf")

    def bar_widgets(self) -> list[QWidget]:
        """None beside the actions."""
        return []

    def retranslate(self) -> None:
        """Texts."""
        self.area.setAccessibleName(self.tr("Kept doodles"))
        keys = self.context.actions["keep"].shortcut().toString()
        self._empty.setText(
            self.tr("Keep the doodles you like here: press {keys}, or drop them.").format(keys=keys)
        )
        self._show(self.document.state)

    def keep(self) -> None:
        """The current doodle goes onto the shelf."""
        if not self.editor.current.blank:
            self.editor.keep((self.editor.current,))

    def chosen(self) -> Doodle | None:
        """The kept doodle that rename and delete mean: the focused one, or the current one."""
        kept = self.document.state.collection
        focused = (tile.doodle for tile in self.tiles if tile.hasFocus() and tile.isVisible())
        current = (doodle for doodle in kept if doodle is self.editor.current)
        return next(focused, None) or next(current, None)

    def rename_chosen(self) -> None:
        """Asks for the name of the chosen doodle."""
        self._with_chosen(self.rename)

    def discard_chosen(self) -> None:
        """Takes the chosen doodle off the shelf."""
        self._with_chosen(self.discard)

    def _with_chosen(self, act: Callable[[Doodle], None]) -> None:
        doodle = self.chosen()
        if doodle is None:
            self.editor.say(self.tr("Choose a doodle on the shelf first."))
        else:
            act(doodle)

    def rename(self, doodle: Doodle) -> None:
        """Asks for the name of a kept doodle."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Name of the doodle:"))
        dialog.setTextValue(doodle.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(partial(self.name_doodle, doodle))
        dialog.open()

    def name_doodle(self, doodle: Doodle, name: str) -> None:
        """Gives a kept doodle a name, undoably."""
        named = replace(doodle, name=name.strip()[:LONGEST_NAME])
        kept = self.document.state.collection
        if named.name != doodle.name:
            changed = tuple(named if other is doodle else other for other in kept)
            fields: dict[str, Any] = {"current": named} if self.editor.current is doodle else {}
            self.editor.change(self.tr("Rename"), collection=changed, **fields)

    def discard(self, doodle: Doodle) -> None:
        """Takes a doodle off the shelf, undoably; the focus moves on."""
        kept = self.document.state.collection
        at = next((index for index, other in enumerate(kept) if other is doodle), 0)
        rest = tuple(other for other in kept if other is not doodle)
        self.editor.change(self.tr("Delete"), collection=rest)
        if rest:
            self.tiles[min(at, len(rest) - 1)].setFocus()

    def rearrange(self, doodle: Doodle, to: int) -> None:
        """Puts a kept doodle before what is number `to` now, undoably."""
        kept = list(self.document.state.collection)
        at = next(index for index, other in enumerate(kept) if other is doodle)
        kept.insert(to, doodle)
        del kept[at + (to <= at)]
        self.editor.change(self.tr("Move"), collection=tuple(kept))

    # Events -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with left and right moves the focused doodle."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 2}.get(Qt.Key(event.key()))
        here = next((i for i, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if step is None or here is None or not held:
            super().keyPressEvent(event)
            return
        kept = self.document.state.collection
        to = here + step
        if 0 <= to <= len(kept):
            self.rearrange(kept[here], to)
            self.tiles[here + (1 if step > 0 else -1)].setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Doodles may be kept."""
        if event.mimeData().hasFormat(DOODLE_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere."""
        if event.mimeData().hasFormat(DOODLE_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """One of the shelf's own moves; any other is kept."""
        place = self.area.mapFrom(self, event.position().toPoint())
        to, source = self.area.index_at(place), event.source()
        mine = source.doodle if isinstance(source, DoodleTile) and source in self.tiles else None
        doodle = mime_doodle(event.mimeData())
        if mine is not None:
            self.rearrange(mine, to)
        elif doodle is not None:
            self.editor.keep((doodle,), to)
        event.acceptProposedAction()

    def _show(self, state: State) -> None:
        kept = state.collection
        while len(self.tiles) < len(kept):
            self.tiles.append(ShelfTile(self.editor, self))
        for number, (tile, doodle) in enumerate(zip(self.tiles, kept, strict=False), 1):
            changed = tile.doodle is not doodle or not tile.toolTip()
            tile.show_doodle(doodle)
            if changed:
                words = doodle_words(doodle)
                tile.setAccessibleName(
                    self.tr("Kept doodle {number}: {name}").format(number=number, name=words)
                )
                tile.setToolTip(
                    self.tr("{name}\nClick: make it the current doodle. Drag: move it or take it.")
                    .format(name=words)
                    .strip()
                )
        self.area.show_tiles(self.tiles[: len(kept)])
        self._pages.setCurrentIndex(0 if kept else 1)
        self._mark(state)
        for name in ("rename", "discard"):
            self.context.actions[name].setEnabled(bool(kept))

    def _mark(self, state: State) -> None:
        """Rings the current doodle; called at every point of the pen, so it does no more."""
        self.context.actions["keep"].setEnabled(not state.current.blank)
        for tile, doodle in zip(self.tiles, state.collection, strict=False):
            tile.mark(doodle is state.current)
