"""A box to choose from a list."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate


class ChoiceBox(QComboBox):
    """Its list looks as the menus do, and opens at what is chosen now."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(QStyledItemDelegate(self))  # only such a one heeds the style sheet

    def showPopup(self) -> None:
        """Qt would begin where the keys were when the list was left without choosing."""
        self.view().setCurrentIndex(self.model().index(self.currentIndex(), self.modelColumn()))
        super().showPopup()
