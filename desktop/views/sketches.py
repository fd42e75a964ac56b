"""Sketches: a strip of random doodles from a visible seed."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.paint.cache import warm
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.views.panel import Panel, quiet_label
from desktop.views.tile import DoodleTile
from desktop.views.words import category_words

COUNT = 12
SEEDS = 1_000_000


class TileGrid(QWidget):
    """Tiles in as few rows as let them be large."""

    def __init__(self, tiles: list[DoodleTile]) -> None:
        super().__init__()
        self._tiles = tiles
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._arrange(6)

    def sizeHint(self) -> QSize:
        """Two rows of comfortable tiles."""
        return QSize(6 * 76, 2 * 76)

    def minimumSizeHint(self) -> QSize:
        """Two rows of small ones."""
        return QSize(6 * 40, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the number of columns that makes the tiles largest."""
        count = len(self._tiles)

        def side(columns: int) -> float:
            rows = -(-count // columns)
            return min(self.width() / columns, self.height() / rows)

        self._arrange(max(range(1, count + 1), key=side))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for index, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, index // columns, index % columns)


class SketchesPanel(Panel):
    """Twelve sketches; Random takes a new seed, the same seed brings the same sketches back."""

    name = "sketches"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._job: Job | None = None
        self.tiles = [DoodleTile(context.editor) for _ in range(COUNT)]
        self.random = QPushButton()
        self.random.setProperty("primary", True)
        self.seed = QSpinBox()
        self.seed.setRange(0, SEEDS - 1)
        self.seed.setKeyboardTracking(False)
        self.seed.lineEdit().setTextMargins(6, 0, 0, 0)
        self.seed.setValue(self.document.state.seed)
        self.category = QComboBox()
        self._seed_label = QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 0)
        self._lack = quiet_label(wrap=True)
        self._lack.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout()
        self._pages.addWidget(TileGrid(self.tiles))
        self._pages.addWidget(self._lack)
        column.addLayout(self._pages, 1)
        actions = context.actions
        actions["random"].triggered.connect(self._randomize)
        actions["next_seed"].triggered.connect(lambda: self.seed.stepBy(1))
        actions["previous_seed"].triggered.connect(lambda: self.seed.stepBy(-1))
        self.random.clicked.connect(actions["random"].trigger)
        self.seed.valueChanged.connect(self._seed_typed)
        self.category.currentIndexChanged.connect(self._category_chosen)
        self.document.observe(self._model_changed, "model", "problem")
        self.document.observe(self._wanted_changed, "seed", "categories")
        self.document.observe(self._sketches_changed, "sketches", "current")
        self._model_changed(self.document.state)
        self._sketches_changed(self.document.state)

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Sketches")

    def bar_widgets(self) -> list[QWidget]:
        """Category, seed and Random."""
        return [self.category, self._seed_label, self.seed, self.random]

    def retranslate(self) -> None:
        """Texts."""
        self.random.setText(self.tr("Random"))
        self.random.setToolTip(self.context.actions["random"].toolTip())
        self._seed_label.setText(self.tr("Seed"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("The same seed brings the same sketches back"))
        self.category.setAccessibleName(self.tr("Category of the sketches"))
        for number, tile in enumerate(self.tiles, 1):
            tile.setAccessibleName(self.tr("Sketch {number}").format(number=number))
            tile.setToolTip(self.tr("Click: make it the current doodle. Drag: take it elsewhere."))
        self._fill_categories()

    def _randomize(self) -> None:
        self.document.update(seed=secrets.randbelow(SEEDS))

    def _seed_typed(self, seed: int) -> None:
        self.document.update(seed=seed)

    def _category_chosen(self, index: int) -> None:
        category = self.category.itemData(index)
        self.document.update(categories=(category,) if category else ())

    def _wanted_changed(self, state: State) -> None:
        with QSignalBlocker(self.seed):
            self.seed.setValue(state.seed)
        self._generate()

    def _model_changed(self, state: State) -> None:
        reason = self.editor.engine.missing("sample")
        for name in ("random", "next_seed", "previous_seed"):
            self.context.actions.enable(name, reason)
        self._lack.setText(reason)
        known = bool(state.model or state.problem)
        self._pages.setCurrentIndex(1 if reason and known else 0)
        self.random.setEnabled(not reason)
        self.random.setToolTip(self.context.actions["random"].toolTip())
        self.seed.setEnabled(not reason)
        known = set(self.editor.engine.categories)
        if not known.issuperset(state.categories):
            self.document.update(categories=tuple(c for c in state.categories if c in known))
        self._fill_categories()
        self._generate()

    def _fill_categories(self) -> None:
        engine = self.editor.engine
        lacking = engine.missing("sample_category")
        with QSignalBlocker(self.category):
            self.category.clear()
            self.category.addItem(self.tr("any category"), "")
            for category in () if lacking else engine.categories:
                self.category.addItem(category_words(category), category)
            wanted = self.category.findData(next(iter(self.document.state.categories), ""))
            self.category.setCurrentIndex(max(0, wanted))
        self.category.setEnabled(not lacking)
        self.category.setToolTip(lacking or self.tr("What the sketches are of"))

    def _generate(self) -> None:
        engine, state = self.editor.engine, self.document.state
        if self._job is not None:
            self._job.cancel()
        if engine.missing("sample"):
            self.document.update(sketches=())
            return
        known = not engine.missing("sample_category")
        category = next(iter(state.categories), "") if known else ""

        def task(job: Job) -> tuple[Doodle, ...]:
            doodles = engine.samples(COUNT, state.seed, category)
            if not job.cancelled:
                warm(doodles)
            return doodles

        self._job = run_in_background(
            task,
            lambda doodles: self.document.update(sketches=doodles),
            lambda error: self.editor.say(str(error)),
            replaces=self._job,
        )

    def _sketches_changed(self, state: State) -> None:
        for index, tile in enumerate(self.tiles):
            doodle = state.sketches[index] if index < len(state.sketches) else None
            tile.show_doodle(doodle)
            tile.mark(doodle is not None and doodle is state.current)
            tile.setEnabled(doodle is not None)

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Arrow keys walk from tile to tile."""
        step = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.focusNextPrevChild(step)
