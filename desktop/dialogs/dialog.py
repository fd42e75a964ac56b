"""What all dialogs have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QScrollArea, QWidget


class Dialog(QDialog):
    """Sets its texts in `retranslate`, which a change of language calls again.

    Dialogs are not modal: what they change shows in the window behind them at once.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)

    def retranslate(self) -> None:
        """Sets every text."""

    def present(self) -> None:
        """Shows the dialog, in front."""
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


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget that may be taller than the dialog."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
