"""Map: where the current doodle lies among all doodles, in two dimensions."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QVBoxLayout

from desktop.context import Context
from desktop.state.document import State
from desktop.theme import GRID, theme
from desktop.views.map_view import MapView
from desktop.views.panel import Panel, quiet_label
from desktop.views.words import category_words


class MapPanel(Panel):
    """The map view, its legend, and how much of the truth two dimensions keep."""

    name = "map"
    bar = ("keep_details", "thumbnails", "center_map", "fit_map")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view = MapView(context)
        self._legend = quiet_label(wrap=True)
        self._note = quiet_label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.view, 1)
        below = QVBoxLayout()
        below.setContentsMargins(4, 0, 4, 4)
        below.setSpacing(2)
        below.addWidget(self._legend)
        below.addWidget(self._note)
        column.addLayout(below)
        actions, settings = context.actions, context.settings
        actions["fit_map"].triggered.connect(self.view.fit)
        actions["center_map"].triggered.connect(self.view.centre)
        actions["thumbnails"].toggled.connect(lambda on: settings.change(thumbnails=on))
        actions["keep_details"].toggled.connect(lambda on: settings.change(keep_details=on))
        settings.changed.connect(self._settings_changed)
        self._settings_changed()
        self.document.observe(self._model_changed, "model")
        self._model_changed(self.document.state)

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Map")

    def retranslate(self) -> None:
        """Texts."""
        self.view.setAccessibleName(self.tr("Map of doodles"))
        self._note.setToolTip(
            self.tr(
                "Two numbers cannot say everything about a doodle: the map is an approximation "
                "that keeps this share of the latent's variance."
            )
        )
        engine = self.editor.engine
        plane = engine.map
        self._legend.setText(_legend(engine.categories) if plane is not None else "")
        self._note.setText(
            self.tr("An approximation: 2D keeps {percent} % of the variance").format(
                percent=round(100 * plane.variance_kept)
            )
            if plane is not None
            else ""
        )

    def _settings_changed(self) -> None:
        values = self.context.settings.values
        self.context.actions["thumbnails"].setChecked(values.thumbnails)
        self.context.actions["keep_details"].setChecked(values.keep_details)

    def _model_changed(self, state: State) -> None:
        reason = self.editor.engine.missing("map")
        for name in ("fit_map", "center_map", "thumbnails", "keep_details"):
            self.context.actions.enable(name, reason)
        self.retranslate()


def _legend(categories: tuple[str, ...]) -> str:
    """A dot in its colour and a name for each category, as rich text that wraps."""
    dots = (
        f'<span style="color:{theme().category_color(index).name()}">●</span>&nbsp;'
        + escape(category_words(category)).replace(" ", "&nbsp;")
        for index, category in enumerate(categories)
    )
    return " &nbsp; ".join(dots)
