"""What all dialogs have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QFrame, QLabel, QScrollArea, QWidget

from desktop.theme import GRID

# What a desktop puts above a dialog, at most.
TITLE = 40


class Dialog(QDialog):
    """Sets its texts in `retranslate`, which a change of language calls again.

    Dialogs are not modal: what they change shows in the window behind them at once.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)

    def retranslate(self) -> None:
        """Sets every text."""

    def may_leave(self) -> bool:
        """Asks about what would be lost; False if the dialog should stay open."""
        return True

    def present(self) -> None:
        """Shows the dialog, in front, and no larger than the screen."""
        frame = QSize(0, TITLE)
        self.resize(self.size().boundedTo(self.screen().availableSize() - frame))
        self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language changes every text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def heading() -> QLabel:
    """A label in the style of a panel's title."""
    label = QLabel()
    label.setObjectName("panelTitle")
    return label


def form_rows() -> QFormLayout:
    """Rows of a label and a field; fields are as wide as the dialog, whatever the platform."""
    rows = QFormLayout()
    rows.setHorizontalSpacing(2 * GRID)
    rows.setVerticalSpacing(GRID)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return rows


def add_row(rows: QFormLayout, words: str, field: QWidget) -> None:
    """Adds a field with its label, as high as the field: so their words are on one line."""
    label = QLabel(words)
    label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())
    rows.addRow(label, field)


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget that may be taller than the dialog."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
