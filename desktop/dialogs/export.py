"""Asks in which form a doodle is to leave, and shows what it will look like."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.dialog import add_row, form_rows
from desktop.dialogs.where import PNG, SVG
from desktop.paint.export import LARGEST, SMALLEST, PictureForm, paint_doodle
from desktop.state.doodle import Doodle
from desktop.theme import DARK, GRID, LIGHT, theme
from desktop.views.choice_box import ChoiceBox
from desktop.views.number_box import WholeBox

PREVIEW = 256
SQUARE = 8
# Ink and paper.
COLORS = ((LIGHT.ink, LIGHT.page), (DARK.ink, DARK.page), ("#000000", "#ffffff"))


class ExportDialog(QDialog):
    """Kind, size, lines, colours, paper. `copied` asks to put it on the clipboard instead."""

    copied = Signal()

    def __init__(self, parent: QWidget, doodle: Doodle, form: PictureForm, suffix: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take the doodle away"))
        self._former = form
        self.preview = Preview(doodle, form)
        self.preview.setAccessibleName(self.tr("What the picture will look like"))
        self.kind = _choice(self.tr("Kind of picture"), ["PNG", "SVG"])
        self.kind.setToolTip(self.tr("PNG for everything, SVG to be crisp at any size"))
        self.kind.setCurrentIndex(int(suffix == SVG))
        self.side = WholeBox()
        self.side.setRange(SMALLEST, LARGEST)
        self.side.setSingleStep(128)
        self.side.setSuffix(self.tr(" pixels"))
        self.side.setValue(form.side)
        self.side.lineEdit().setTextMargins(6, 0, 0, 0)
        self.side.setAccessibleName(self.tr("Width and height"))
        self.side.setToolTip(self.tr("Width and height of a PNG; an SVG is crisp at any size"))
        self.lines = _choice(
            self.tr("Lines"), [self.tr("Smooth outlines"), self.tr("The model's raw pixels")]
        )
        self.lines.setToolTip(self.tr("Smooth outlines, or the model's raw pixels"))
        self.lines.setCurrentIndex(int(form.pixels))
        self.colors = _choice(
            self.tr("Colours"),
            [self.tr("Ink on paper"), self.tr("Chalk on slate"), self.tr("Black on white")],
        )
        self.colors.setToolTip(self.tr("Colours of the lines and of what is beneath"))
        self.colors.setCurrentIndex(_index_of(form))
        self.transparent = QCheckBox(self.tr("Without paper: transparent"))
        self.transparent.setChecked(form.transparent)
        self.transparent.setToolTip(self.tr("Only the ink, to lay over something else"))
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Put the picture on the clipboard, PNG and SVG"))
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._changed)
        self.lines.currentIndexChanged.connect(self._changed)
        self.colors.currentIndexChanged.connect(self._changed)
        self.transparent.toggled.connect(self._changed)
        self.copy.clicked.connect(self.copied)
        self._changed()

    def form(self) -> PictureForm:
        """What was chosen."""
        ink, paper = COLORS[self.colors.currentIndex()]
        return replace(
            self._former,
            side=self.side.value(),
            transparent=self.transparent.isChecked(),
            pixels=self.suffix() == PNG and self.lines.currentIndex() == 1,
            ink=ink,
            paper=paper,
        )

    def suffix(self) -> str:
        """The ending of the file."""
        return SVG if self.kind.currentIndex() == 1 else PNG

    def _changed(self) -> None:
        self.lines.setEnabled(self.suffix() == PNG)
        self.preview.show_form(self.form())

    def _lay_out(self) -> None:
        rows = form_rows()
        add_row(rows, self.tr("Format"), self.kind)
        add_row(rows, self.tr("Size"), self.side)
        add_row(rows, self.tr("Lines"), self.lines)
        add_row(rows, self.tr("Colours"), self.colors)
        rows.addRow("", self.transparent)
        note = QLabel(
            self.tr("The file remembers how the doodle was made: drop it here to get it back.")
        )
        note.setWordWrap(True)
        note.setProperty("quiet", True)
        column = QVBoxLayout()
        column.setSpacing(2 * GRID)
        column.addLayout(rows)
        column.addWidget(note)
        column.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(3 * GRID)
        beside.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(3 * GRID)
        whole.addLayout(beside)
        whole.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("primary", True)
        save.setDefault(True)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


class Preview(QWidget):
    """The picture as it will be; where nothing will be beneath, a chequered ground."""

    def __init__(self, doodle: Doodle, form: PictureForm) -> None:
        super().__init__()
        self._doodle = doodle
        self._form = form
        self.setFixedSize(PREVIEW, PREVIEW)

    def show_form(self, form: PictureForm) -> None:
        """Shows another form."""
        self._form = form
        self.update()

    def sizeHint(self) -> QSize:
        """Fixed."""
        return QSize(PREVIEW, PREVIEW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, doodle, and a line around."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._form.transparent:
            light = QColor(self._form.ink).lightnessF() < 0.5
            first, second = ("#ffffff", "#e4e4e4") if light else ("#3c4246", "#2c3236")
            painter.fillRect(box, QColor(first))
            for row in range(PREVIEW // SQUARE):
                for column in range(row % 2, PREVIEW // SQUARE, 2):
                    x, y = column * SQUARE, row * SQUARE
                    painter.fillRect(x, y, SQUARE, SQUARE, QColor(second))
        else:
            painter.fillRect(box, QColor(self._form.paper))
        paint_doodle(painter, box, self._doodle, self._form)
        painter.setPen(QPen(theme().colors.color("line"), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _choice(name: str, words: list[str]) -> ChoiceBox:
    box = ChoiceBox()
    box.addItems(words)
    box.setAccessibleName(name)
    return box


def _index_of(form: PictureForm) -> int:
    colors = (form.ink, form.paper)
    return COLORS.index(colors) if colors in COLORS else 0
