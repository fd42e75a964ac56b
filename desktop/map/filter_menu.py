"""The legend as a menu with every name: for the keyboard, the palette, and a right click on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.map.legend import Legend
from desktop.views.staying_menu import StayingMenu


class FilterMenu(StayingMenu):
    """A row for each of the legend's buttons; it does what a click there does."""

    def __init__(self, legend: Legend, parent: QWidget) -> None:
        super().__init__(parent)
        self._legend = legend
        self.aboutToShow.connect(self._fill)
        legend.filtered.connect(self._tick)

    def _fill(self) -> None:
        self.clear()
        for button in self._legend.buttons:
            row = self.addAction(button.text().replace("&", "&&"))
            row.setCheckable(True)
            row.setStatusTip(self.tr("Show only this category on the map; more add and take away"))
            row.triggered.connect(button.click)
        self._tick()

    def _tick(self) -> None:
        shown = self._legend.shown
        rows = zip(self.actions(), self._legend.buttons, strict=False)
        for index, (row, button) in enumerate(rows):
            row.setIcon(button.icon())
            row.setChecked(shown is not None and index in shown)
