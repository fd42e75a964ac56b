"""Map: where the current doodle lies among all doodles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.context import Context
from desktop.state.document import State
from desktop.views.map_axes import AxesPage, SlidersPage, Steering
from desktop.views.map_plane import PlanePage
from desktop.views.panel import Panel, action_button, quiet_label

MODES = ("map_plane", "map_axes", "map_sliders")


class MapPanel(Panel):
    """Three ways to move about the latents: the map, two principal axes, a slider for each."""

    name = "map"
    bar = ("keep_details", "thumbnails", "nearby", "draw_way", "center_map", "fit_map")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.plane = PlanePage(context)
        self.view = self.plane.view
        self._note = quiet_label(wrap=True)
        self._pages = QStackedWidget()
        self.steering = Steering(context, self)
        self.axes = AxesPage(context, self.steering)
        self.sliders = SlidersPage(context, self.steering)
        for page in (self.plane, self.axes, self.sliders):
            self._pages.addWidget(page)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        for index, name in enumerate(MODES):
            action = context.actions[name]
            action.triggered.connect(lambda _, i=index: self._show(i))
            below.addWidget(action_button(action))
        context.actions[MODES[0]].setChecked(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self._note, 1)
        policy = self._note.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._note.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 0)
        column.setSpacing(4)
        column.addWidget(self._pages, 1)
        column.addLayout(below)
        self.document.observe(self._model_changed, "model")

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Map")

    def retranslate(self) -> None:
        """Texts."""
        for page in (self.plane, self.axes, self.sliders):
            page.retranslate()
        self._note.setToolTip(
            self.tr(
                "Two numbers cannot say everything about a doodle: the map is an approximation "
                "that keeps this share of the latent's variance."
            )
        )
        plane = self.editor.engine.map
        self._note.setText(
            self.tr("≈ 2D keeps {percent} % of the variance").format(
                percent=round(100 * plane.variance_kept)
            )
            if plane is not None
            else ""
        )

    def _show(self, index: int) -> None:
        """Another mode; axes are sought only for who wants to see them."""
        self._pages.setCurrentIndex(index)
        self._note.setVisible(index == 0)
        if index:
            self.steering.seek()

    def _model_changed(self, state: State) -> None:
        self._show(self._pages.currentIndex())
        self.retranslate()
