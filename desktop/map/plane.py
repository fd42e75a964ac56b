"""The map with what belongs to it: legend, neighbours, the way, the seed of filled places."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.map.filtering import Shown
from desktop.map.legend import Legend
from desktop.map.nearby import Nearby
from desktop.map.view import MapView
from desktop.map.way_bar import WayBar
from desktop.state.document import State
from desktop.state.origin import Picked
from desktop.views.number_box import WholeBox
from desktop.views.panel import action_button, quiet_label

SEEDS = 1_000_000
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
        self._seed_label: QLabel = quiet_label()
        actions = context.actions
        self.way_bar = WayBar(context, self.view)
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
                "the doodle back. While you draw a way, Space sets a point of it where the doodle "
                "is, and Enter the last one"
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
        self.way_bar.retranslate()
        self._give_reasons()

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
        for name in ("thumbnails", "keep_details", "nearby"):
            actions[name].toggled.connect(lambda on, name=name: settings.change(**{name: on}))
        settings.changed.connect(self._settings_changed)
        self.seed.valueChanged.connect(self._fill_from)
        self.seed.left.connect(view.setFocus)
        self.legend.filtered.connect(self._filtered)
        self.legend.pointed.connect(view.point_out)
        self.nearby.found.connect(view.show_neighbours)

    def _settings_changed(self) -> None:
        values = self._context.settings.values
        for name in ("thumbnails", "keep_details", "nearby"):
            self._context.actions[name].setChecked(getattr(values, name))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What surrounds the map gives way to it where room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.way_bar.limit_width(wide=self.width() >= WIDE)
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
        self._column.setEnabled(False)  # laid out once, not with each that comes or goes
        self._say_share()
        self.legend.show_categories(() if engine.map is None else engine.categories)
        self._give_reasons()
        self._settings_changed()
        self._column.setEnabled(True)
        self._column.activate()

    def _give_reasons(self) -> None:
        """Greys out what cannot be done now."""
        actions, plane = self._context.actions, self._editor.engine.map
        reason = self._editor.engine.missing("map")
        for name in (
            *("zoom_in", "zoom_out", "fit_map", "center_map"),
            *("thumbnails", "keep_details", "nearby", "draw_way"),
        ):
            actions.enable(name, reason)
        filled = plane is not None and plane.filled
        fills = "" if filled else self.tr("Places of this model's map say everything they can.")
        actions.enable("reroll_map", reason or fills)
        filtered = self.legend.shown is not None
        every = "" if filtered else self.tr("All categories are shown.")
        actions.enable("all_categories", reason or every)

    def _filtered(self, shown: Shown) -> None:
        self.view.show_categories(shown)
        self.nearby.show_categories(shown)
        self._give_reasons()

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
        """The keys that set points of a way are the map's."""
        self.view.draw_ways(on)
        self.way_bar.refresh()
        if on:
            self.view.setFocus()


def _row(*widgets: QWidget) -> QFrame:
    box = QFrame()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return box
