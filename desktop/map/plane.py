"""The map with what belongs to it: legend, neighbours, the way, the seed of filled places."""

from __future__ import annotations

import secrets
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.map.filtering import Shown
from desktop.map.legend import Legend
from desktop.map.nearby import Nearby
from desktop.map.view import MapView
from desktop.state.document import State
from desktop.state.origin import Picked
from desktop.theme import GRID, theme
from desktop.views.bipolar import BipolarSlider
from desktop.views.number_box import WholeBox
from desktop.views.panel import action_button, quiet_label

SEEDS = 1_000_000
PACE_STEPS, PACE_STEP = 10, 2
# Where there is less height than this, the map itself needs it.
ROOMY = 400
# And less width, words give way to what they name.
WIDE = 480
NOTE_WIDTH = 72
# Of the height of the page.
LEGEND_SHARE = 0.25


class PlanePage(QWidget):
    """The first mode of the map panel.

    `fill_row` is for maps that fill in what places do not say; the panel shows it.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._editor = context.editor
        self.view = MapView(context)
        self.legend = Legend()
        self.nearby = Nearby(context, self.view.mover)
        self.seed = WholeBox()
        self.seed.setRange(0, SEEDS - 1)
        self.seed.setKeyboardTracking(False)
        self.seed.lineEdit().setTextMargins(4, 0, 0, 0)
        self.seed.setMinimumWidth(74)
        self.pace = BipolarSlider()
        self.pace.setRange(-PACE_STEPS, PACE_STEPS)
        self.pace.setMaximumWidth(160)
        self._pace_label = quiet_label()
        self._seed_label: QLabel = quiet_label()
        actions = context.actions
        # Over the map, which stays as it is when the way's controls come and go.
        self._way_bar = _row(
            action_button(actions["play_way"]),
            self._pace_label,
            self.pace,
            action_button(actions["forget_way"]),
        )
        self._way_bar.setObjectName("wayBar")
        self._way_bar.setCursor(Qt.CursorShape.ArrowCursor)
        self._way_bar.setParent(self.view)
        self.view.installEventFilter(self)
        self.note = quiet_label()
        self.note.setWordWrap(True)
        self.note.setMinimumWidth(NOTE_WIDTH)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.fill_row = _row(self._seed_label, self.seed, action_button(actions["reroll_map"]))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.nearby)
        row.addWidget(self.note, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        column.addWidget(self.legend)
        self._connect()
        self._settings_changed()
        self._way_changed()
        self._editor.document.observe(self._model_changed, "model")
        self._editor.document.observe(self._current_changed, "current")
        self._model_changed(self._editor.document.state)

    def minimumSizeHint(self) -> QSize:
        """The map alone: what surrounds it goes where there is no room for both."""
        return QSize(super().minimumSizeHint().width(), self.view.minimumSizeHint().height())

    def retranslate(self) -> None:
        """Texts."""
        self.view.setAccessibleName(self.tr("Map of doodles"))
        self.view.setAccessibleDescription(
            self.tr(
                "Arrow keys move the doodle, with Ctrl the map; plus and minus zoom, Escape puts "
                "the doodle back"
            )
        )
        self.legend.retranslate()
        self.nearby.retranslate()
        self._seed_label.setText(self.tr("Seed"))
        self.note.setToolTip(
            self.tr(
                "Two numbers cannot say everything about a doodle: the map is an approximation "
                "that keeps this share of the latent's variance."
            )
        )
        self._say_share()
        self.seed.setAccessibleName(self.tr("Seed of what places do not say"))
        self.seed.setToolTip(
            self.tr("Two numbers do not say everything: the rest comes from this seed")
        )
        self._pace_label.setText(self.tr("Speed"))
        self.pace.setAccessibleName(self.tr("Speed of the walk"))
        self.pace.setToolTip(self.tr("Slower or faster along the way"))

    def _say_share(self) -> None:
        plane = self._editor.engine.map
        if plane is not None:
            words = self.tr("≈ 2D keeps {percent}\u00a0% of the variance")
            self.note.setText(words.format(percent=round(100 * plane.variance_kept)))

    def _connect(self) -> None:
        actions, settings, view = self._context.actions, self._context.settings, self.view
        actions["fit_map"].triggered.connect(view.whole)
        actions["zoom_in"].triggered.connect(view.zoom_in)
        actions["zoom_out"].triggered.connect(view.zoom_out)
        actions["center_map"].triggered.connect(view.centre)
        actions["all_categories"].triggered.connect(self.legend.show_all)
        actions["reroll_map"].triggered.connect(
            lambda: self.seed.setValue(secrets.randbelow(SEEDS))
        )
        actions["draw_way"].toggled.connect(self._draw_way)
        actions["play_way"].triggered.connect(self._play_way)
        for name, step in (("walk_faster", PACE_STEP), ("walk_slower", -PACE_STEP)):
            actions[name].triggered.connect(partial(self._change_pace, step))
        actions["forget_way"].triggered.connect(view.mover.forget_way)
        for name in ("thumbnails", "keep_details", "nearby"):
            actions[name].toggled.connect(lambda on, name=name: settings.change(**{name: on}))
        settings.changed.connect(self._settings_changed)
        theme().changed.connect(self._way_changed)
        self.seed.valueChanged.connect(self._fill_from)
        self.seed.left.connect(view.setFocus)
        self.pace.valueChanged.connect(self._pace_changed)
        self.legend.filtered.connect(self._filtered)
        self.legend.pointed.connect(view.point_out)
        self.nearby.found.connect(view.show_neighbours)
        view.mover.way_changed.connect(self._way_changed)

    def _settings_changed(self) -> None:
        values = self._context.settings.values
        for name in ("thumbnails", "keep_details", "nearby"):
            self._context.actions[name].setChecked(getattr(values, name))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What surrounds the map gives way to it where room is short."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The controls of the way stay at the foot of the map."""
        if event.type() == QEvent.Type.Resize:
            self._place_way_bar()
        return False

    def _place_way_bar(self) -> None:
        self._way_bar.adjustSize()
        self._way_bar.move(GRID // 2, self.view.height() - self._way_bar.height() - GRID // 2)

    def _fit(self) -> None:
        self._pace_label.setVisible(self.width() >= WIDE)
        self._place_way_bar()
        self.legend.limit_height(self.height() * LEGEND_SHARE)
        around = self.nearby.least_height() + self.legend.row_height() + 2 * self._column.spacing()
        there = self._editor.engine.map is not None
        there &= self.height() >= self.view.minimumSizeHint().height() + around
        self.legend.setVisible(there)
        self.note.setVisible(there)
        on = self._context.settings.values.nearby and there
        self.nearby.turn(on, roomy=self.height() >= ROOMY, wide=self.width() >= WIDE)

    def _fill_from(self, seed: int) -> None:
        self.view.fill_from(seed)
        self.nearby.seek_anew()

    def _model_changed(self, state: State) -> None:
        engine = self._editor.engine
        reason = engine.missing("map")
        for name in (
            *("zoom_in", "zoom_out", "fit_map", "center_map"),
            *("thumbnails", "keep_details", "nearby", "draw_way"),
        ):
            self._context.actions.enable(name, reason)
        plane = engine.map
        filled = plane is not None and plane.filled
        fills = "" if filled else self.tr("Places of this model's map say everything they can.")
        self._context.actions.enable("reroll_map", reason or fills)
        self._column.setEnabled(False)  # laid out once, not with each that comes or goes
        self._say_share()
        self.legend.show_categories(engine.categories if plane is not None else ())
        self._context.actions.enable("all_categories", reason or self._no_filter())
        self._settings_changed()
        self._column.setEnabled(True)
        self._column.activate()

    def _filtered(self, shown: Shown) -> None:
        self.view.show_categories(shown)
        self.nearby.show_categories(shown)
        self._context.actions.enable("all_categories", self._no_filter())

    def _no_filter(self) -> str:
        return self.tr("All categories are shown.") if self.legend.shown is None else ""

    def _current_changed(self, state: State) -> None:
        """A doodle picked from another seed brings its seed with it."""
        origin = state.current.origin
        plane = self._editor.engine.map
        filled = plane is not None and plane.filled
        if filled and isinstance(origin, Picked) and 0 <= origin.seed < SEEDS:
            with QSignalBlocker(self.seed):
                self.seed.setValue(origin.seed)
            if self.view.use_seed(origin.seed):
                self.nearby.seek_anew()

    def _draw_way(self, on: bool) -> None:
        self.view.draws_way = on
        self._way_changed()

    def _play_way(self) -> None:
        mover = self.view.mover
        (mover.stop if mover.playing else mover.play)()

    def _change_pace(self, step: int) -> None:
        self.pace.setValue(self.pace.value() + step)

    def _pace_changed(self, value: int) -> None:
        self.view.mover.speed = 8.0 ** (value / PACE_STEPS)

    def _way_changed(self) -> None:
        mover, actions = self.view.mover, self._context.actions
        there = mover.way.length > 0
        reason = "" if there else self.tr("Draw a way on the map first.")
        for name in ("play_way", "forget_way", "walk_faster", "walk_slower"):
            actions.enable(name, reason)
        actions["play_way"].setIcon(theme().icon("pause" if mover.playing else "play"))
        self._way_bar.setVisible(there or self.view.draws_way)
        self._place_way_bar()


def _row(*widgets: QWidget) -> QFrame:
    box = QFrame()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return box
