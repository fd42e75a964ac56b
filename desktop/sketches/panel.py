"""Generate: random doodles from a visible seed, as many as one likes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.sketches.comparing import Comparing, ComparingButtons
from desktop.sketches.controls import SketchControls
from desktop.sketches.making import SketchMaking
from desktop.sketches.many_saving import ManySaving
from desktop.sketches.selection import SketchSelection
from desktop.state.document import State
from desktop.views.contact_sheet import ContactSheet
from desktop.views.names import reason_words
from desktop.views.panel import Panel, quiet_label
from desktop.views.progress_row import ProgressRow
from desktop.views.tile import DoodleTile
from desktop.views.tile_area import TileArea

ANSWERED = (
    *("random", "next_seed", "previous_seed", "lock_seed", "next_category", "previous_category"),
    *("more_sketches", "fewer_sketches", "warmer", "cooler", "compare", "make_many"),
)
FIRST_TILES = 12
TILES_A_TURN = 8
# Enough for a row of tiles and for all that may come beneath it: nothing that comes then makes
# the panel higher.
LEAST_HEIGHT = 104


class SketchesPanel(Panel):
    """Random takes a new seed; the same seed brings the same sketches back.

    Ctrl and Shift select, Escape or a click beside them selects none; what is done with several
    means the selected ones, or all of them when none is selected.
    """

    name = "sketches"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tiles: list[DoodleTile] = []
        self.controls = SketchControls(context, self)
        self.making = SketchMaking(context, self)
        self.selection = SketchSelection(context, self.tiles, self)
        self.many = ManySaving(context, self)
        self.area = TileArea(44)
        self.comparing = Comparing(self.editor, self)
        self.compared = ComparingButtons(context)
        stop = context.actions["stop"]
        self.progress, self.saving_progress = ProgressRow(stop), ProgressRow(stop)
        self._sheet = ContactSheet(context, self)
        self._lack = quiet_label(wrap=True)
        self._lack.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown = QWidget()
        shown.setMinimumHeight(LEAST_HEIGHT)
        beside = QHBoxLayout(shown)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        inside = QVBoxLayout()
        inside.setSpacing(2)
        inside.addWidget(self.area, 1)
        inside.addWidget(self.progress)
        inside.addWidget(self.saving_progress)
        beside.addLayout(inside, 1)
        beside.addWidget(self.compared)
        self._pages = QStackedLayout(self)
        self.setContentsMargins(4, 4, 4, 0)  # which stacked pages would not heed
        self._pages.addWidget(shown)
        self._pages.addWidget(self._lack)
        self._connect()
        self._add_tiles(FIRST_TILES)
        self._model_changed(self.document.state)
        self._sketches_changed(self.document.state)

    def _connect(self) -> None:
        actions = self.context.actions
        actions["contact_sheet"].triggered.connect(self._ask_sheet)
        actions["select_all"].triggered.connect(self._select_all)
        self.answers(*ANSWERED)
        self.controls.left.connect(self._take_keys)
        self.selection.changed.connect(self._show_tiles)
        self.area.beside.connect(self.selection.none)
        self.making.went_on.connect(self._making_went_on)
        self.making.rested.connect(self.progress.hide)
        self.many.went_on.connect(self._saving_went_on)
        self.many.rested.connect(self.saving_progress.hide)
        for work, row in ((self.making, self.progress), (self.many, self.saving_progress)):
            row.ended.connect(work.stop)
        self.document.observe(self._model_changed, "model", "problem")
        self.document.observe(self._sketches_changed, "sketches")
        self.document.observe(self._mark, "sketches", "current")

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Generate")

    def welcomes(self, data: QMimeData) -> bool | None:
        """A sketch that is let go of again goes nowhere."""
        return False if self._dragging() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends comparing and selects none."""
        if event.key() != Qt.Key.Key_Escape or not self.selection.none():
            super().keyPressEvent(event)

    def _select_all(self) -> None:
        self.area.select_all()
        all_of_them, none = self.tr("All sketches are selected."), self.tr("No sketch is selected.")
        self.answered.emit(all_of_them if self.selection.chosen() else none)

    def _take_keys(self) -> None:
        """What is typed next is meant for the sketches and the window."""
        if not self.area.take_keys():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dragging(self) -> bool:
        return any(tile.carried for tile in self.tiles)

    def bar_widgets(self) -> list[QWidget]:
        """Category, how many, temperature, seed with its lock, Random, and the rest as a menu."""
        return self.controls.widgets()

    def retranslate(self) -> None:
        """Texts."""
        self.controls.retranslate()
        self.progress.name(self.tr("Sketches being drawn"), self.tr("Stop drawing sketches"))
        self.saving_progress.name(
            self.tr("Doodles being saved to a folder"), self.tr("Stop saving doodles")
        )
        for number, tile in enumerate(self.tiles, 1):
            self._name_tile(number, tile)
        self._model_changed(self.document.state)

    # Long work --------------------------------------------------------------------------------

    def _making_went_on(self, done: int, count: int) -> None:
        self.progress.show_share(done, count, self.tr("{done} of {count}"))

    def _saving_went_on(self, done: int, count: int) -> None:
        self.saving_progress.show_share(done, count, self.tr("{done} of {count} saved"))

    # The tiles --------------------------------------------------------------------------------

    def _model_changed(self, state: State) -> None:
        reason = self.editor.engine.missing("sample")
        self._lack.setText(reason_words(reason))
        known = bool(state.model or state.problem)
        self._pages.setCurrentIndex(1 if reason and known else 0)
        self.context.actions.enable("make_many", reason)
        self.selection.enable()

    def _sketches_changed(self, state: State) -> None:
        missing = len(state.sketches) - len(self.tiles)
        if missing > 0:
            # Some at a time: making them all at once would hold up the window.
            self._add_tiles(len(self.tiles) + min(missing, TILES_A_TURN))
            if missing > TILES_A_TURN:
                QTimer.singleShot(0, self, lambda: self._sketches_changed(self.document.state))
        for index, tile in enumerate(self.tiles):
            doodle = state.sketches[index] if index < len(state.sketches) else None
            if doodle is not tile.doodle:
                tile.select(False)
            tile.show_doodle(doodle)
        self.selection.enable()
        self._show_tiles()

    def _mark(self, state: State) -> None:
        """Rings the current doodle; called at every point of the pen, so it does no more."""
        for tile in self.tiles:
            tile.mark(state.current.is_like(tile.doodle))

    def _add_tiles(self, count: int) -> None:
        for number in range(len(self.tiles) + 1, count + 1):
            tile = DoodleTile(self.editor, selectable=True)
            self.area.adopt(tile)  # at once, or it would outlive a window that closes early
            self.selection.watch(tile)
            self._name_tile(number, tile)
            self.tiles.append(tile)

    def _name_tile(self, number: int, tile: DoodleTile) -> None:
        tile.setAccessibleName(self.tr("Sketch {number}").format(number=number))
        tile.setToolTip(
            self.tr(
                "Click: make it the current doodle. Drag: take it.\n"
                "Ctrl with a click or the space bar: select.\n"
                "Shift with a click or an arrow key: select all up to there."
            )
        )

    def _show_tiles(self) -> None:
        tiles = self.selection.in_sight()
        comparing = self.context.actions["compare"].isChecked()
        if comparing:
            self.comparing.show(tiles)
        else:
            self.comparing.leave(self.tiles)
        self.compared.setVisible(comparing)
        self.area.show_tiles(tiles)

    def _ask_sheet(self) -> None:
        name = self.tr("Sketches of seed {seed}").format(seed=self.document.state.seed)
        self._sheet.ask(self.selection.doodles(), name)
