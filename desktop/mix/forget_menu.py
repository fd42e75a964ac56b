"""The directions as a menu, to forget one of them without the mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from desktop.mix.direction_sliders import DirectionSliders


class ForgetMenu(QMenu):
    """A row for each direction."""

    def __init__(self, sliders: DirectionSliders, parent: QWidget) -> None:
        super().__init__(parent)
        self._sliders = sliders
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for direction in self._sliders.editor.document.state.directions:
            row = self.addAction(direction.name.replace("&", "&&"))
            row.setStatusTip(self.tr("Forget this direction; Undo brings it back"))
            row.triggered.connect(partial(self._sliders.forget, direction))
        if self.isEmpty():
            remark = self.addAction(self.tr("There are no directions yet"))
            remark.setProperty("remark", True)
            remark.setEnabled(False)
