"""What the window says when every panel is hidden: how they come back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QPushButton, QVBoxLayout, QWidget

from desktop.theme import GRID
from desktop.views.panel import PanelDock, quiet_label


class Bare(QWidget):
    """In the middle of the window, for as long as it shows no panel; Escape presses its button."""

    def __init__(
        self, window: QMainWindow, docks: list[PanelDock], show_all: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._words = quiet_label()
        self.button = QPushButton()
        self.button.clicked.connect(show_all)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.button.click)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        for dock in docks:
            # Later, as all of them go and come while they are arranged.
            dock.visibilityChanged.connect(lambda _: QTimer.singleShot(0, self, self._look))
        window.installEventFilter(self)
        self.hide()

    def retranslate(self) -> None:
        """Texts."""
        self._words.setText(self.tr("All panels are hidden. The View menu has them one by one."))
        self.button.setText(self.tr("Show them all"))
        self.button.setToolTip(self.tr("Show all panels where they were (Esc)"))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _look(self) -> None:
        """Comes when the last panel has gone, and goes when one has come."""
        bare = all(dock.isHidden() for dock in self._docks)
        if bare != self.isHidden():
            return
        self.setVisible(bare)
        if bare:
            self._place()
            self.raise_()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        self.adjustSize()
        self.move(self._window.rect().center() - self.rect().center())
