"""Map: where the current doodle lies among all doodles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.context import Context
from desktop.map.axes_page import AxesPage, SlidersPage, Steering
from desktop.map.filter_menu import FilterMenu
from desktop.map.plane import PlanePage
from desktop.state.document import State
from desktop.theme import GRID
from desktop.views.panel import Panel, action_button

MODES = ("map_plane", "map_axes", "map_sliders")
OF_PLANE = (
    *("center_map", "fit_map", "zoom_in", "zoom_out", "thumbnails", "nearby", "all_categories"),
    *("reroll_map", "draw_way", "play_way", "forget_way"),
)
"""They do something to the map: where another mode is shown, they bring it into sight."""


class MapPanel(Panel):
    """Three ways to move about the latents: the map, two principal axes, a slider for each."""

    name = "map"
    bar = ("keep_details", "thumbnails", "nearby", "draw_way", "center_map", "fit_map")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.plane = PlanePage(context)
        self.view = self.plane.view
        legend = self.plane.legend
        self.filter_menu = FilterMenu(legend, self)
        legend.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        legend.customContextMenuRequested.connect(
            lambda at: self.filter_menu.popup(legend.mapToGlobal(at))
        )
        self._pages = QStackedWidget()
        self.steering = Steering(context, self)
        self.axes = AxesPage(context, self.steering)
        self.sliders = SlidersPage(context, self.steering)
        for page in (self.plane, self.axes, self.sliders):
            self._pages.addWidget(page)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        for index, name in enumerate(MODES):
            action = context.actions[name]
            action.triggered.connect(lambda _, i=index: self._show(i))
            button = action_button(action)
            button.setProperty("mode", True)
            below.addWidget(button)
        context.actions[MODES[0]].setChecked(True)
        for name in OF_PLANE:
            context.actions[name].triggered.connect(context.actions[MODES[0]].trigger)
        below.addSpacing(GRID)
        below.addStretch(1)
        below.addWidget(self.plane.fill_row)
        policy = self.plane.fill_row.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.plane.fill_row.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 0)
        column.setSpacing(4)
        column.addWidget(self._pages, 1)
        column.addLayout(below)
        self.document.observe(self._model_changed, "model")
        self._show_fill()

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Map")

    def retranslate(self) -> None:
        """Texts."""
        for page in (self.plane, self.axes, self.sliders):
            page.retranslate()
        self.filter_menu.setTitle(self.tr("Sh&ow only"))

    def _show(self, index: int) -> None:
        """Another mode; axes are sought only for who wants to see them."""
        self._pages.setCurrentIndex(index)
        for button in self.bar_buttons.values():
            button.setVisible(index == 0)
        self._show_fill()
        if index:
            self.steering.seek()

    def _show_fill(self) -> None:
        plane = self.editor.engine.map
        filled = plane is not None and plane.filled
        self.plane.fill_row.setVisible(filled and self._pages.currentIndex() == 0)

    def _model_changed(self, state: State) -> None:
        self._show(self._pages.currentIndex())
