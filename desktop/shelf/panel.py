"""Shelf: the doodles that were kept, with names, in the order that one likes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from desktop.context import Context
from desktop.editor import Editor
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.views.arriving import brings_doodles, copy_of, receive
from desktop.views.contact_sheet import ContactSheet
from desktop.views.drop_hint import DropHint
from desktop.views.name_field import NameField
from desktop.views.panel import Panel
from desktop.views.tile import DoodleTile
from desktop.views.tile_area import TileArea
from desktop.views.tips import plain_tip
from desktop.views.words import distinct_captions, doodle_words

LONGEST_NAME = 60
TILES_A_TURN = 16


class ShelfTile(DoodleTile):
    """A kept doodle with its name; the shelf's actions are in its menu."""

    def __init__(self, editor: Editor, panel: ShelfPanel) -> None:
        super().__init__(editor, captioned=True, selectable=True)
        self._panel = panel
        self.named: tuple[int, Doodle] | None = None
        self.together = panel.selected

    def extend_menu(self, menu: QMenu, doodle: Doodle) -> None:
        """Rename this one; delete it, or all that are selected with it."""
        acts = {"rename": self._panel.rename, "discard": self._panel.discard_with}
        for name, act in acts.items():
            action = self._panel.context.actions[name]
            row = menu.addAction(action.icon(), action.text())
            row.setShortcut(action.shortcut())
            row.triggered.connect(partial(act, doodle))


class ShelfPanel(Panel):
    """Drop doodles to keep them, drag them to move them or to take them elsewhere.

    Ctrl and Shift select; several that are selected are deleted and taken away together.
    """

    name = "shelf"
    bar = ("keep", "rename", "discard", "shelf_sheet")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tiles: list[ShelfTile] = []
        self._shown: tuple[Doodle, ...] = ()
        self.area = TileArea(56, 128, captioned=True)
        self._sheet = ContactSheet(context, self)
        self._empty = DropHint()
        self._pages = QStackedLayout(self)
        self.setContentsMargins(4, 4, 4, 0)  # which stacked pages would not heed
        self._pages.addWidget(self.area)
        self.area.beside.connect(self._select_none)
        self._pages.addWidget(self._empty)
        self.setAcceptDrops(True)
        actions = context.actions
        actions["keep"].triggered.connect(self.keep)
        actions["rename"].triggered.connect(self.rename_chosen)
        actions["discard"].triggered.connect(self.discard_chosen)
        actions["shelf_sheet"].triggered.connect(self.ask_sheet)
        # Other panels have keys of their own for their own doodles.
        for name in ("rename", "discard"):
            actions.confine(name, self)
        self.editor.kept.connect(self.told)
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
        for tile in self.tiles:
            tile.named = None
        self._show(self.document.state)

    # What can be done -------------------------------------------------------------------------

    def keep(self) -> None:
        """The current doodle goes onto the shelf."""
        if not self.editor.current.blank:
            self.editor.keep((self.editor.current,))

    def selected(self) -> tuple[Doodle, ...]:
        """The selected doodles, in their order."""
        shown = zip(self.tiles, self.document.state.collection, strict=False)
        return tuple(doodle for tile, doodle in shown if tile.selected)

    def _select_none(self) -> None:
        for tile in self.tiles:
            tile.select(False)

    def chosen(self) -> tuple[Doodle, ...]:
        """What rename and delete mean: the selected, else the focused, else the current one."""
        return self.selected() or self._one()

    def _one(self) -> tuple[Doodle, ...]:
        """The focused doodle, else the current one, if it is kept."""
        kept = self.document.state.collection
        focused = [tile.doodle for tile in self.tiles if tile.hasFocus() and tile.isVisible()]
        current = self.editor.current
        itself = [doodle for doodle in kept if doodle is current]
        copies = [doodle for doodle in kept if doodle.is_like(current)]
        every = (*focused, *itself, *copies)
        return tuple(doodle for doodle in every if doodle is not None)[:1]

    def rename_chosen(self) -> None:
        """Asks for the name of one doodle: of several that are selected, the one in hand."""
        self._with_chosen(lambda doodles: self.rename((*self._one(), *doodles)[0]))

    def discard_chosen(self) -> None:
        """Takes the chosen doodles off the shelf."""
        self._with_chosen(self.discard)

    def _with_chosen(self, act: Callable[[tuple[Doodle, ...]], None]) -> None:
        doodles = self.chosen()
        if doodles:
            act(doodles)
        else:
            self.editor.say(self.tr("Choose a doodle on the shelf first."))

    def rename(self, doodle: Doodle) -> None:
        """Asks for the name of a kept doodle, right where names stand."""
        tile = next((tile for tile in self.tiles if tile.doodle is doodle), None)
        if tile is not None:
            self.area.reveal(tile)
            field = NameField(tile, tile.caption, doodle_words(doodle), LONGEST_NAME)
            field.setAccessibleName(self.tr("Name of the doodle"))
            field.named.connect(partial(self.name_doodle, doodle))

    def name_doodle(self, doodle: Doodle, name: str) -> None:
        """Gives a kept doodle a name, undoably."""
        doodle = self.editor.engine.closer(doodle)
        named = replace(doodle, name=name.strip()[:LONGEST_NAME])
        kept = self.document.state.collection
        if named.name != doodle.name:
            changed = tuple(named if other is doodle else other for other in kept)
            fields: dict[str, Any] = {"current": named} if self.editor.current is doodle else {}
            self.editor.change(self.tr("Rename"), collection=changed, **fields)

    def discard_with(self, doodle: Doodle) -> None:
        """Takes a doodle off the shelf, and all that are selected if it is one of them."""
        selected = self.selected()
        self.discard(selected if any(one is doodle for one in selected) else (doodle,))

    def discard(self, doodles: tuple[Doodle, ...]) -> None:
        """Takes doodles off the shelf, undoably; the focus moves on."""
        kept, gone = self.document.state.collection, {id(doodle) for doodle in doodles}
        at = next((index for index, other in enumerate(kept) if id(other) in gone), 0)
        rest = tuple(other for other in kept if id(other) not in gone)
        self.editor.change(self.tr("Delete"), collection=rest)
        if rest:
            self._focus(rest[min(at, len(rest) - 1)])

    def rearrange(self, doodles: tuple[Doodle, ...], to: int) -> None:
        """Puts kept doodles before what is number `to` now, undoably."""
        kept, moved = self.document.state.collection, {id(doodle) for doodle in doodles}
        before = tuple(doodle for doodle in kept[:to] if id(doodle) not in moved)
        behind = tuple(doodle for doodle in kept[to:] if id(doodle) not in moved)
        self.editor.change(self.tr("Move"), collection=before + doodles + behind)

    def ask_sheet(self) -> None:
        """Saves the selected doodles, or all, as one picture."""
        self._sheet.ask(self.selected() or self.document.state.collection, self.tr("Shelf"))

    # Events -----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The key that selects all means the shelf while the focus is there."""
        if event.type() == QEvent.Type.ShortcutOverride and self._means_all(event):
            event.accept()
            return True
        return super().event(event)

    def _means_all(self, event: QEvent) -> bool:
        select_all = self.context.actions["select_all"].shortcut()
        return isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == select_all

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with left and right moves the focused doodle; Escape selects none."""
        if self._means_all(event):
            self.area.select_all()
            return
        if event.key() == Qt.Key.Key_Escape and self.selected():
            self._select_none()
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 2}.get(Qt.Key(event.key()))
        here = next((i for i, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if step is None or here is None or not held:
            super().keyPressEvent(event)
            return
        kept = self.document.state.collection
        to = here + step
        if 0 <= to <= len(kept):
            self.rearrange((kept[here],), to)
            self._focus(kept[here])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Doodles may be kept, and so may pictures."""
        if brings_doodles(event.mimeData()):
            copy_of(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere; a line shows where."""
        self.area.show_place(self.area.mapFrom(self, event.position().toPoint()))
        self._empty.aim(True)
        copy_of(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing after all."""
        self.area.show_place(None)
        self._empty.aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """One of the shelf's own moves; any other, and those of files, are kept."""
        self.area.show_place(None)
        self._empty.aim(False)
        place = self.area.mapFrom(self, event.position().toPoint())
        to, source = self.area.index_at(place), event.source()
        own = isinstance(source, DoodleTile) and source in self.tiles
        mine = source.leaving() if own and isinstance(source, DoodleTile) else ()
        if mine:
            self.rearrange(mine, to)
            self._focus(mine[0])
        else:
            keep = partial(self.editor.keep, at=to)
            receive(self.editor, event.mimeData(), keep)
        copy_of(event)

    def welcomes(self, data: QMimeData) -> bool | None:
        """On its frame and its tab as well."""
        return brings_doodles(data) or None

    def drop_beside(self, data: QMimeData, at: QPoint) -> None:
        """Behind the others."""
        receive(self.editor, data, self.editor.keep)

    # Showing ----------------------------------------------------------------------------------

    def _show(self, state: State) -> None:
        kept = state.collection
        missing = len(kept) - len(self.tiles)
        self.tiles += [ShelfTile(self.editor, self) for _ in range(min(missing, TILES_A_TURN))]
        if missing > TILES_A_TURN:
            # Some at a time: making them all at once would hold up the window.
            QTimer.singleShot(0, self, lambda: self._show(self.document.state))
        shown = zip(self.tiles, kept, distinct_captions(kept), strict=False)
        for number, (tile, doodle, words) in enumerate(shown, 1):
            if tile.doodle is not doodle:
                tile.select(False)
            tile.show_doodle(doodle)
            tile.show_caption(words)
            if tile.named != (number, doodle):
                self._name_tile(number, tile, doodle)
        for tile in self.tiles[len(kept) :]:
            tile.show_doodle(None)
            tile.select(False)
        self.area.show_tiles(self.tiles[: len(kept)])
        self._pages.setCurrentIndex(0 if kept else 1)
        if missing <= TILES_A_TURN:
            self._reveal_new(kept)
        self._mark(state)
        for name in ("rename", "discard", "shelf_sheet"):
            empty = "" if kept else self.tr("The shelf is empty.")
            self.context.actions.enable(name, empty)

    def _reveal_new(self, kept: tuple[Doodle, ...]) -> None:
        """What has come since is in sight: all of it, or from the first on what finds room."""
        known, self._shown = {id(doodle) for doodle in self._shown}, kept
        new = [i for i, doodle in enumerate(kept) if id(doodle) not in known]
        for index in (*new[-1:], *new[:1]):
            self.area.reveal(self.tiles[index])

    def _name_tile(self, number: int, tile: ShelfTile, doodle: Doodle) -> None:
        tile.named = (number, doodle)
        words = doodle_words(doodle)
        tile.setAccessibleName(
            self.tr("Kept doodle {number}: {name}").format(number=number, name=words)
        )
        tip = self.tr(
            "{name}\nClick: make it the current doodle. Drag: move it or take it.\n"
            "Ctrl with a click or the space bar: select.\n"
            "Shift with a click or an arrow key: select all up to there."
        )
        tile.setToolTip(plain_tip(tip.format(name=words).strip()))

    def _focus(self, doodle: Doodle) -> None:
        for tile in self.tiles:
            if tile.doodle is doodle:
                tile.setFocus()
                self.area.reveal(tile)

    def _mark(self, state: State) -> None:
        """Rings the current doodle; called at every point of the pen, so it does no more."""
        blank = self.tr("Draw or choose a doodle first.") if state.current.blank else ""
        self.context.actions.enable("keep", blank)
        for tile, doodle in zip(self.tiles, state.collection, strict=False):
            tile.mark(state.current.is_like(doodle))
