"""Asks how many doodles go to a folder, and in which form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.dialog import add_row, form_rows
from desktop.paint.export import LARGEST, SMALLEST
from desktop.theme import GRID
from desktop.views.choice_box import ChoiceBox
from desktop.views.number_box import WholeBox

MOST = 100_000
WIDTH = 400


class ManyDialog(QDialog):
    """A thousand, unless told otherwise; `what`, seed and temperature are those of the panel.

    `wanted` when they are to be made: who then knows where to accepts the dialog, which stays until
    then.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget, what: str, seed: int, temperature: float) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Many doodles"))
        wish = self.tr("{what} · seed {seed} · temperature {temperature}")
        sketches = QLabel(wish.format(what=what, seed=seed, temperature=f"{temperature:g}"))
        sketches.setWordWrap(True)
        self.count = WholeBox()
        self.count.setRange(1, MOST)
        self.count.setValue(1000)
        self.count.setSingleStep(100)
        self.count.setAccessibleName(self.tr("How many"))
        self.count.setToolTip(self.tr("How many doodles"))
        self.side = WholeBox()
        self.side.setRange(SMALLEST, LARGEST)
        self.side.setValue(256)
        self.side.setSuffix(self.tr(" pixels"))
        self.side.setAccessibleName(self.tr("Width and height"))
        self.side.setToolTip(self.tr("Width and height of each picture"))
        self.kind = ChoiceBox()
        self.kind.addItem("PNG", ".png")
        self.kind.addItem("SVG", ".svg")
        self.kind.setAccessibleName(self.tr("Kind of picture"))
        self.kind.setToolTip(self.tr("PNG for everything, SVG to be crisp at any size"))
        for box in (self.count, self.side):
            box.lineEdit().setTextMargins(6, 0, 0, 0)
        note = QLabel(
            self.tr(
                "They go into a new folder, the first ones being those of the panel. Each file "
                "remembers how its doodle was made: drop it here to get it back."
            )
        )
        note.setWordWrap(True)
        note.setProperty("quiet", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go_on = buttons.addButton(
            self.tr("Choose a folder…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        go_on.setProperty("primary", True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.wanted)
        buttons.rejected.connect(self.reject)
        rows = form_rows()
        add_row(rows, self.tr("Sketches"), sketches)
        add_row(rows, self.tr("How many"), self.count)
        add_row(rows, self.tr("Size"), self.side)
        add_row(rows, self.tr("Format"), self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(rows)
        column.addWidget(note)
        column.addWidget(buttons)
        self.setFixedWidth(WIDTH)
        self.count.setFocus(Qt.FocusReason.OtherFocusReason)
        self.count.selectAll()  # what is typed replaces it

    def suffix(self) -> str:
        """The ending of the files."""
        return str(self.kind.currentData())
