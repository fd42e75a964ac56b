"""Generate: random doodles from a visible seed, as many as one likes."""

from __future__ import annotations

import secrets
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.files.atomic import write_atomically
from desktop.paint.cache import warm
from desktop.paint.export import PictureForm, picture_bytes
from desktop.sampling import SEEDS, Wish, write_many
from desktop.state.document import MOST_SKETCHES, State
from desktop.state.doodle import Doodle
from desktop.views.category_picker import CategoryPicker
from desktop.views.many_dialog import ManyDialog
from desktop.views.names import reason_words
from desktop.views.panel import Panel, action_button, quiet_label
from desktop.views.tile import DoodleTile
from desktop.views.tile_area import TileArea

ACTIONS = (
    "random",
    "next_seed",
    "previous_seed",
    "lock_seed",
    "select_all",
    "compare",
    "keep_selected",
    "contact_sheet",
    "make_many",
    "stop",
)
FIRST_TILES = 12
TILES_A_TURN = 8
SEEDED = ("random", "next_seed", "previous_seed")


class SketchesPanel(Panel):
    """Random takes a new seed; the same seed brings the same sketches back.

    Clicking with Ctrl or Shift selects; what is done with several means the selected ones, or
    all of them when none is selected.
    """

    name = "sketches"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._job: Job | None = None
        self._many: Job | None = None
        self.tiles: list[DoodleTile] = []
        self.random = QPushButton()
        self.random.setProperty("primary", True)
        self.seed = QSpinBox()
        self.seed.setRange(0, SEEDS - 1)
        self.count = QSpinBox()
        self.count.setRange(1, MOST_SKETCHES)
        self.temperature = QDoubleSpinBox()
        self.temperature.setRange(0.0, 2.0)
        self.temperature.setSingleStep(0.1)
        self.temperature.setDecimals(1)
        for box in (self.seed, self.count, self.temperature):
            box.setKeyboardTracking(False)
            box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.category = CategoryPicker()
        self._seed_label = QLabel()
        self._more = QToolButton()
        self._more.setText("⋯")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.setToolTipsVisible(True)
        menu.addActions([context.actions[name] for name in ACTIONS])
        self._more.setMenu(menu)
        self.area = TileArea(44)
        self._lack = quiet_label(wrap=True)
        self._lack.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build_progress()
        shown = QWidget()
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addWidget(self.area, 1)
        inside.addWidget(self._progress_row)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(4, 4, 4, 0)
        self._pages.addWidget(shown)
        self._pages.addWidget(self._lack)
        self._connect()
        self._add_tiles(FIRST_TILES)
        self._model_changed(self.document.state)
        self._sketches_changed(self.document.state)

    def _build_progress(self) -> None:
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self._progress_words = quiet_label()
        self._progress_row = QWidget()
        row = QHBoxLayout(self._progress_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.progress, 1)
        row.addWidget(self._progress_words)
        row.addWidget(action_button(self.context.actions["stop"]))
        self._progress_row.hide()

    def _connect(self) -> None:
        actions, update = self.context.actions, self.document.update
        actions["random"].triggered.connect(self._randomize)
        actions["next_seed"].triggered.connect(lambda: self.seed.stepBy(1))
        actions["previous_seed"].triggered.connect(lambda: self.seed.stepBy(-1))
        actions["lock_seed"].toggled.connect(self._enable)
        actions["select_all"].triggered.connect(self._select_all)
        actions["compare"].toggled.connect(self._show_tiles)
        actions["keep_selected"].triggered.connect(lambda: self.editor.keep(self.selected()))
        actions["contact_sheet"].triggered.connect(self._contact_sheet)
        actions["make_many"].triggered.connect(self._ask_many)
        actions["stop"].triggered.connect(self.stop)
        self.random.clicked.connect(actions["random"].trigger)
        self.seed.valueChanged.connect(lambda value: update(seed=value))
        self.count.valueChanged.connect(lambda value: update(count=value))
        self.temperature.valueChanged.connect(lambda value: update(temperature=value))
        self.category.chosen.connect(lambda picked: update(categories=picked))
        self.document.observe(self._model_changed, "model", "problem")
        self.document.observe(self._wanted_changed, "seed", "categories", "count", "temperature")
        self.document.observe(self._sketches_changed, "sketches")
        self.document.observe(self._mark, "sketches", "current")

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Generate")

    def bar_widgets(self) -> list[QWidget]:
        """Category, how many, temperature, seed with its lock, Random, and the rest as a menu."""
        lock = action_button(self.context.actions["lock_seed"])
        return [
            self.category,
            self.count,
            self.temperature,
            self._seed_label,
            self.seed,
            lock,
            self.random,
            self._more,
        ]

    def retranslate(self) -> None:
        """Texts."""
        self.random.setText(self.tr("Random"))
        self._lack.setText(reason_words(self.editor.engine.missing("sample")))
        self._seed_label.setText(self.tr("Seed"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("The same seed brings the same sketches back"))
        self.count.setAccessibleName(self.tr("How many sketches"))
        self.count.setToolTip(self.tr("How many sketches"))
        self.temperature.setAccessibleName(self.tr("Temperature"))
        self.temperature.setToolTip(
            self.tr("Temperature: low is typical, 1 is as learned, high is daring")
        )
        self.temperature.setPrefix(self.tr("T "))
        self.category.setAccessibleName(self.tr("Category of the sketches"))
        self._more.setAccessibleName(self.tr("More to do with the sketches"))
        self._more.setToolTip(self.tr("Select, compare, keep, contact sheet, many at once"))
        self.progress.setAccessibleName(self.tr("Progress"))
        for number, tile in enumerate(self.tiles, 1):
            self._name_tile(number, tile)
        self._fill_categories()
        self._enable()

    def selected(self) -> tuple[Doodle, ...]:
        """The selected doodles; all of them when none is selected."""
        shown = [tile for tile in self.tiles if tile.doodle is not None]
        chosen = [tile for tile in shown if tile.selected] or shown
        return tuple(tile.doodle for tile in chosen if tile.doodle is not None)

    def stop(self) -> None:
        """Ends what is being generated; what is there stays."""
        for job in (self._job, self._many):
            if job is not None:
                job.cancel()
        if self._many is not None:
            self._many = None
            self.editor.say(self.tr("Stopped; the doodles made so far are in the folder."))
        self._working(None)

    # What is wanted ---------------------------------------------------------------------------

    def _randomize(self) -> None:
        self.document.update(seed=secrets.randbelow(SEEDS))

    def _wanted_changed(self, state: State) -> None:
        with (
            QSignalBlocker(self.seed),
            QSignalBlocker(self.count),
            QSignalBlocker(self.temperature),
        ):
            self.seed.setValue(state.seed)
            self.count.setValue(state.count)
            self.temperature.setValue(state.temperature)
        self.category.pick(state.categories)
        self._generate()

    def _model_changed(self, state: State) -> None:
        reason = self.editor.engine.missing("sample")
        self._lack.setText(reason_words(reason))
        known = bool(state.model or state.problem)
        self._pages.setCurrentIndex(1 if reason and known else 0)
        offered = set(self.editor.engine.categories)
        if not offered.issuperset(state.categories) and not self.editor.engine.missing("sample"):
            self.document.update(categories=tuple(c for c in state.categories if c in offered))
        self._fill_categories()
        self._enable()
        self._wanted_changed(self.document.state)

    def _fill_categories(self) -> None:
        engine = self.editor.engine
        lacking = reason_words(engine.missing("sample_category"))
        self.category.offer(() if lacking else engine.categories)
        self.category.pick(self.document.state.categories)
        self.category.setEnabled(not lacking)
        self.category.setToolTip(lacking or self.tr("What the sketches are of: one, several, any"))

    def _enable(self) -> None:
        """Greys out what cannot be done now, with the reason."""
        actions = self.context.actions
        reason = self.editor.engine.missing("sample")
        lock = actions["lock_seed"].isChecked()
        locked = self.tr("The seed is locked; unlock it to draw others.") if lock else ""
        for name in SEEDED:
            actions.enable(name, reason or locked)
        for name in ("lock_seed", "make_many"):
            actions.enable(name, reason)
        some = "" if self.selected() else self.tr("There are no sketches yet.")
        for name in ("select_all", "keep_selected", "contact_sheet"):
            actions.enable(name, reason or some)
        chosen = sum(tile.selected for tile in self.tiles)
        few = "" if chosen > 1 else self.tr("Select two or more sketches with Ctrl and a click.")
        actions.enable("compare", reason or few)
        if few:
            actions["compare"].setChecked(False)
        for box in (self.count, self.temperature):
            box.setEnabled(not reason)
        self.seed.setEnabled(not (reason or locked))
        self.random.setEnabled(not (reason or locked))
        self.random.setToolTip(actions["random"].toolTip())

    # Making them ------------------------------------------------------------------------------

    def _generate(self) -> None:
        engine, state = self.editor.engine, self.document.state
        if self._job is not None:
            self._job.cancel()
        if engine.missing("sample"):
            self.document.update(sketches=())
            return
        known = not engine.missing("sample_category")
        wish = Wish(state.seed, state.categories if known else (), state.temperature)
        count = state.count

        def task(job: Job) -> tuple[Doodle, ...]:
            doodles: tuple[Doodle, ...] = ()
            for doodles in wish.portions(engine, count):
                if job.cancelled:
                    break
                warm(doodles)
                if len(doodles) < count:
                    job.progress(doodles)
            return doodles

        def came(doodles: tuple[Doodle, ...]) -> None:
            self._working(None if len(doodles) == count else (len(doodles), count))
            self.document.update(sketches=doodles)

        self._job = run_in_background(
            task, came, self._failed, on_progress=came, replaces=self._job
        )

    def _failed(self, error: Exception) -> None:
        self._working(None)
        self.editor.say(str(error))

    def _working(self, share: tuple[int, int] | None) -> None:
        """Shows how far it is; None hides."""
        self._progress_row.setVisible(share is not None)
        self.context.actions.enable("stop", "" if share else self.tr("Nothing is being made."))
        if share is not None:
            self.progress.setMaximum(share[1])
            self.progress.setValue(share[0])
            self._progress_words.setText(
                self.tr("{done} of {count}").format(done=share[0], count=share[1])
            )

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
        self._show_tiles()
        self._enable()

    def _mark(self, state: State) -> None:
        """Rings the current doodle; called at every point of the pen, so it does no more."""
        for tile in self.tiles:
            tile.mark(tile.doodle is not None and tile.doodle is state.current)

    def _add_tiles(self, count: int) -> None:
        for number in range(len(self.tiles) + 1, count + 1):
            tile = DoodleTile(self.editor, selectable=True)
            tile.selection_changed.connect(self._selection_changed)
            self._name_tile(number, tile)
            self.tiles.append(tile)

    def _name_tile(self, number: int, tile: DoodleTile) -> None:
        tile.setAccessibleName(self.tr("Sketch {number}").format(number=number))
        tile.setToolTip(
            self.tr("Click: make it the current doodle. Drag: take it. Ctrl and click: select.")
        )

    # Several of them --------------------------------------------------------------------------

    def _selection_changed(self) -> None:
        self._enable()
        self._show_tiles()

    def _select_all(self) -> None:
        shown = [tile for tile in self.tiles if tile.doodle is not None]
        everything = all(tile.selected for tile in shown)
        for tile in shown:
            tile.select(not everything)
        self._selection_changed()

    def _show_tiles(self) -> None:
        comparing = self.context.actions["compare"].isChecked()
        self.area.show_tiles(
            [
                tile
                for tile in self.tiles
                if tile.doodle is not None and (tile.selected or not comparing)
            ]
        )

    def _contact_sheet(self) -> None:
        doodles = self.selected()
        columns = max(1, round(len(doodles) ** 0.5 + 0.3))
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the contact sheet"),
            str(Path.home() / f"{self.tr('Sketches')} {self.document.state.seed}.png"),
            self.tr("PNG picture (*.png);;SVG drawing (*.svg)"),
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(name + ".png")
            form = PictureForm(side=256)

            def task(job: Job) -> None:
                write_atomically(path, picture_bytes(path.suffix, doodles, form, columns))

            saved = self.tr("Saved {name}.").format(name=path.name)
            run_in_background(task, lambda _: self.editor.say(saved), self._failed)

    def _ask_many(self) -> None:
        dialog = ManyDialog(self)

        def accepted() -> None:
            folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for the doodles"))
            if folder:
                form = PictureForm(side=dialog.side.value())
                self.make_many(
                    dialog.count.value(), Path(folder), str(dialog.kind.currentData()), form
                )

        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make_many(self, count: int, folder: Path, suffix: str, form: PictureForm) -> None:
        """Writes many doodles to a folder in the background, with progress."""
        engine, state = self.editor.engine, self.document.state
        known = not engine.missing("sample_category")
        wish = Wish(state.seed, state.categories if known else (), state.temperature)

        def task(job: Job) -> int:
            def went_on(done: int) -> bool:
                if done % 10 == 0:
                    job.progress(done)
                return not job.cancelled

            return write_many(
                engine,
                wish,
                count,
                folder,
                suffix,
                lambda doodles: picture_bytes(suffix, doodles, form),
                went_on,
            )

        def done(number: int) -> None:
            self._many = None
            self._working(None)
            words = self.tr("{count} doodles are in {folder}.")
            self.editor.say(words.format(count=number, folder=folder.name))

        self._working((0, count))
        self._many = run_in_background(
            task,
            done,
            self._failed,
            on_progress=lambda number: self._working((number, count)),
            replaces=self._many,
        )
