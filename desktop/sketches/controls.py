"""What is asked for: category, how many, temperature, seed; the title bar of Generate."""

from __future__ import annotations

import secrets
from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.context import Context
from desktop.sampling import SEEDS, offered
from desktop.sketches.category_picker import CategoryPicker
from desktop.state.document import MOST_SKETCHES, State
from desktop.theme import theme
from desktop.views.elided import WholeLabel
from desktop.views.menu_button import give_menu
from desktop.views.names import reason_words
from desktop.views.number_box import NumberBox, WholeBox
from desktop.views.panel import action_button

MENU = (
    ("random", "next_seed", "previous_seed", "lock_seed"),
    ("select_all", "compare", "keep_selected"),
    ("contact_sheet", "make_many", "stop"),
)
SEEDED = ("random", "next_seed", "previous_seed")


class SketchControls(QObject):
    """Shows the document's seed, count, temperature and categories, and sets them.

    Random takes a new seed unless the seed is locked. `left` when a number has been typed.
    """

    left = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = context.actions
        self._editor = context.editor
        self._document = context.editor.document
        self.random = QPushButton()
        self.random.setProperty("primary", True)
        self.seed = WholeBox()
        self.seed.setRange(0, SEEDS - 1)
        self.count = WholeBox()
        self.count.setRange(1, MOST_SKETCHES)
        self.temperature = NumberBox()
        self.temperature.setRange(0.0, 2.0)
        self.temperature.setSingleStep(0.05)
        self.temperature.setDecimals(2)
        for box in self._boxes():
            box.setKeyboardTracking(False)
            box.lineEdit().setTextMargins(6, 0, 0, 0)
            box.left.connect(self.left)
        self.category = CategoryPicker(self._actions["teach"], self._actions["change_category"])
        self._heat = QLabel()
        self._heat.setContentsMargins(2, 0, 0, 0)
        self._seed_label = WholeLabel()  # or else the window would be wider than small screens
        self._seed_label.setProperty("quiet", True)
        self._seed_label.setContentsMargins(6, 0, 2, 0)
        self._more = QToolButton()
        self._more.setText("⋯")
        menu = QMenu(self._more)
        menu.setToolTipsVisible(True)
        for names in MENU:
            menu.addActions([self._actions[name] for name in names])
            menu.addSeparator()
        give_menu(self._more, menu)
        self._connect()
        self._tint()

    def _tint(self) -> None:
        mode = QIcon.Mode.Normal if self._heat.isEnabled() else QIcon.Mode.Disabled
        self._heat.setPixmap(theme().icon("temperature").pixmap(QSize(16, 16), mode))

    def _connect(self) -> None:
        actions, document = self._actions, self._document
        theme().changed.connect(self._tint)
        actions["random"].triggered.connect(self._randomize)
        for name, step in (("next_seed", 1), ("previous_seed", -1)):
            actions[name].triggered.connect(partial(self._step_box, self.seed, step))
        for name, step in (("next_category", 1), ("previous_category", -1)):
            actions[name].triggered.connect(partial(self._step_category, step))
        for name, box, step in (
            ("more_sketches", self.count, 1),
            ("fewer_sketches", self.count, -1),
            ("warmer", self.temperature, 1),
            ("cooler", self.temperature, -1),
        ):
            actions[name].triggered.connect(partial(self._step_box, box, step))
        actions["lock_seed"].toggled.connect(self._enable)
        self.random.clicked.connect(actions["random"].trigger)
        self.seed.valueChanged.connect(self._seed_chosen)
        self.count.valueChanged.connect(self._count_chosen)
        self.temperature.valueChanged.connect(self._temperature_chosen)
        self.category.chosen.connect(self._categories_chosen)
        document.observe(self._show, "seed", "categories", "count", "temperature")
        document.observe(self._model_changed, "model", "problem", "taught")
        self._model_changed(document.state)

    def widgets(self) -> list[QWidget]:
        """For the title bar, from left to right."""
        lock = action_button(self._actions["lock_seed"])
        return [
            self.category,
            self.count,
            self._heat,
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
        self._seed_label.setText(self.tr("Seed"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("The same seed brings the same sketches back"))
        self.count.setAccessibleName(self.tr("How many sketches"))
        self.count.setToolTip(self.tr("How many sketches"))
        self.count.beyond = self.tr("For more: Many to a folder…, in the Generate menu")
        self.temperature.setAccessibleName(self.tr("Temperature"))
        self.temperature.setToolTip(
            self.tr("Temperature: low is typical, 1 as varied as people's doodles, high is daring")
        )
        self._heat.setToolTip(self.temperature.toolTip())
        self.category.setAccessibleName(self.tr("Category of the sketches"))
        self._more.setAccessibleName(self.tr("More to do with the sketches"))
        self._more.setToolTip(self.tr("Select, compare, keep, contact sheet, many at once"))
        self._offer_categories()
        self._enable()

    def _boxes(self) -> tuple[WholeBox, WholeBox, NumberBox]:
        return self.seed, self.count, self.temperature

    def _randomize(self) -> None:
        """A step each time: the sketches before the last ones may have been the better ones."""
        self._editor.change(self.tr("Random sketches"), seed=secrets.randbelow(SEEDS))
        self.seed.lineEdit().deselect()

    def _seed_chosen(self, seed: int) -> None:
        self._editor.change(self.tr("Another seed"), merge="seed", seed=seed)

    def _count_chosen(self, count: int) -> None:
        self._editor.change(self.tr("Number of sketches"), merge="count", count=count)

    def _temperature_chosen(self, heat: float) -> None:
        self._editor.change(self.tr("Temperature"), merge="temperature", temperature=heat)

    def _categories_chosen(self, picked: tuple[str, ...]) -> None:
        self._editor.change(self.tr("Category of the sketches"), categories=picked)

    def _step_box(self, box: WholeBox | NumberBox, step: int) -> None:
        """As the box's own arrows do, but that they mark what they have changed."""
        box.stepBy(step)
        box.lineEdit().deselect()

    def _step_category(self, step: int) -> None:
        self.category.step(step)

    def _show(self, state: State) -> None:
        """A seed that comes by undo or from a file is not the one that was locked."""
        if state.seed != self.seed.value():
            self._actions["lock_seed"].setChecked(False)
        with (
            QSignalBlocker(self.seed),
            QSignalBlocker(self.count),
            QSignalBlocker(self.temperature),
        ):
            self.seed.setValue(state.seed)
            self.count.setValue(state.count)
            self.temperature.setValue(state.temperature)
        self.category.pick(state.categories)

    def _model_changed(self, state: State) -> None:
        """Categories that are not there are not asked for any more."""
        engine = self._editor.engine
        there = {*engine.categories, *(taught.key for taught in state.taught)}
        if not there.issuperset(state.categories) and not engine.missing("sample"):
            known = tuple(name for name in state.categories if name in there)
            self._document.update(categories=known)
        self._offer_categories()
        self._enable()
        self._show(self._document.state)

    def _offer_categories(self) -> None:
        engine, state = self._editor.engine, self._document.state
        lacking = reason_words(engine.missing("sample_category"))
        names = offered(engine, state)
        own = {taught.key: taught.name for taught in state.taught if taught.key in names}
        self.category.offer(tuple(name for name in names if name not in own), own)
        self.category.pick(state.categories)
        self.category.setEnabled(bool(names) or not engine.missing("sample"))
        ask = self.tr("What the sketches are of: one, several, any")
        self.category.setToolTip(ask if names or not lacking else lacking)
        self.category.menu_.setTitle(self.tr("&Category"))
        for name in ("next_category", "previous_category"):
            self._actions.enable(name, "" if names else engine.missing("sample_category"))

    def _enable(self) -> None:
        """Greys out what cannot be asked for now, with the reason."""
        actions, reason = self._actions, self._editor.engine.missing("sample")
        lock = actions["lock_seed"].isChecked()
        locked = self.tr("The seed is locked; unlock it to draw others.") if lock else ""
        for name in SEEDED:
            actions.enable(name, reason or locked)
        for name in ("lock_seed", "more_sketches", "fewer_sketches", "warmer", "cooler"):
            actions.enable(name, reason)
        for box in (self.count, self.temperature):
            box.setEnabled(not reason)
        self.seed.setEnabled(not (reason or locked))
        for label in (self._seed_label, self._heat):
            label.setEnabled(not reason)
        self._tint()
        self.random.setEnabled(not (reason or locked))
        self.random.setToolTip(actions["random"].toolTip())
