"""Map: where the current doodle lies among all doodles, in two dimensions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.state.document import State
from desktop.theme import GRID, theme
from desktop.views.map_view import MapView
from desktop.views.panel import Panel, quiet_label
from desktop.views.words import category_words


class Swatch(QWidget):
    """A dot in a category's colour."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self.setFixedSize(QSize(12, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().category_color(self._index))
        painter.drawEllipse(1, 1, 10, 10)


class MapPanel(Panel):
    """The map view, its legend, and how much of the truth two dimensions keep."""

    name = "map"
    bar = ("keep_details", "thumbnails", "center_map", "fit_map")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view = MapView(context)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(4)
        self._legend.setContentsMargins(4, 0, 4, 0)
        self._note = quiet_label()
        self._names: list[tuple[str, QLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.addLayout(self._legend)
        row.addStretch(1)
        row.addWidget(self._note)
        column.addLayout(row)
        actions, settings = context.actions, context.settings
        actions["fit_map"].triggered.connect(self.view.fit)
        actions["center_map"].triggered.connect(self.view.centre)
        actions["thumbnails"].toggled.connect(lambda on: settings.change(thumbnails=on))
        actions["keep_details"].toggled.connect(lambda on: settings.change(keep_details=on))
        settings.changed.connect(self._settings_changed)
        self._settings_changed()
        self.document.observe(self._model_changed, "model")

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
        for category, label in self._names:
            label.setText(category_words(category))
        plane = self.editor.engine.map
        self._note.setText(
            self.tr("approximation: keeps {percent} % of the variance").format(
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
        while self._legend.count():
            item = self._legend.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._names = []
        if not reason:
            for index, category in enumerate(self.editor.engine.categories):
                label = QLabel()
                self._legend.addWidget(Swatch(index))
                self._legend.addWidget(label)
                self._legend.addSpacing(4)
                self._names.append((category, label))
        self.retranslate()
